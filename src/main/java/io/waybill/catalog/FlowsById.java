package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which flow a tap on things of one kind starts, by the ERP's ids. */
public final class FlowsById {

    /** How long another node may not know of an assignment. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String column;
    private final LoadingCache<Boolean, Map<String, String>> cache;

    /** @param table a name of our own, with {@code column}, {@code flow_id}, {@code assigned_at} and {@code assigned_by} */
    public FlowsById(JdbcClient jdbc, Clock clock, Ticker ticker, String table, String column) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.column = column;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** The ERP's id to the id of a flow. */
    public Map<String, String> all() {
        return cache.get(true);
    }

    public void assign(Collection<String> ids, String flowId, String by) {
        jdbc.sql("""
                        insert into %1$s (%2$s, flow_id, assigned_at, assigned_by)
                        select id, ?, ?, ? from (select distinct unnest(?::text[]) as id) ids
                        on conflict (%2$s) do update
                        set flow_id = excluded.flow_id, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by
                        """.formatted(table, column))
                .params(flowId, clock.instant().atOffset(ZoneOffset.UTC), by, ids.toArray(String[]::new))
                .update();
        cache.invalidateAll();
    }

    public void release(Collection<String> ids) {
        jdbc.sql("delete from %s where %s = any(?::text[])".formatted(table, column))
                .param(ids.toArray(String[]::new))
                .update();
        cache.invalidateAll();
    }

    private Map<String, String> load() {
        return jdbc
                .sql("select %s, flow_id from %s".formatted(column, table))
                .query((row, n) -> Map.entry(row.getString(column), row.getString("flow_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
