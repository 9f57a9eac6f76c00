package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which flow sells a product, where it is not the one whose list the product stands in. */
public final class AssignedFlows {

    /** How long another node may not know of an assignment. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<Boolean, Map<String, String>> cache;

    AssignedFlows(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** External product id to the id of a flow. */
    public Map<String, String> byProduct() {
        return cache.get(true);
    }

    void assign(String externalProductId, String flowId, String by) {
        jdbc.sql("""
                        insert into product_flow (external_product_id, flow_id, assigned_at, assigned_by) values (?, ?, ?, ?)
                        on conflict (external_product_id) do update
                        set flow_id = excluded.flow_id, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by
                        """)
                .params(externalProductId, flowId, clock.instant().atOffset(ZoneOffset.UTC), by)
                .update();
        cache.invalidateAll();
    }

    void release(String externalProductId) {
        jdbc.sql("delete from product_flow where external_product_id = ?")
                .param(externalProductId)
                .update();
        cache.invalidateAll();
    }

    private Map<String, String> load() {
        return jdbc
                .sql("select external_product_id, flow_id from product_flow")
                .query((row, n) -> Map.entry(row.getString("external_product_id"), row.getString("flow_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
