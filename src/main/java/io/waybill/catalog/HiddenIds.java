package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Things of one kind that the ERP has and that are switched off for WhatsApp, by the ERP's ids. */
public final class HiddenIds {

    /** How long another node may not know of a switch. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String table;
    private final String column;
    private final LoadingCache<Boolean, Set<String>> cache;

    /** @param table a name of our own, with {@code column}, {@code hidden_at} and {@code hidden_by} */
    public HiddenIds(JdbcClient jdbc, Clock clock, Ticker ticker, String table, String column) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = table;
        this.column = column;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    public Set<String> ids() {
        return cache.get(true);
    }

    public void hide(Collection<String> ids, String by) {
        jdbc.sql("insert into %s (%s, hidden_at, hidden_by) select unnest(?::text[]), ?, ? on conflict do nothing"
                        .formatted(table, column))
                .params(ids.toArray(String[]::new), clock.instant().atOffset(ZoneOffset.UTC), by)
                .update();
        cache.invalidateAll();
    }

    public void show(Collection<String> ids) {
        jdbc.sql("delete from %s where %s = any(?::text[])".formatted(table, column))
                .param(ids.toArray(String[]::new))
                .update();
        cache.invalidateAll();
    }

    private Set<String> load() {
        return jdbc.sql("select %s from %s".formatted(column, table)).query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
