package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products that are switched off for WhatsApp, though the ERP sells them. */
public final class HiddenProducts {

    /** How long another node may not know of a switch. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<Boolean, Set<String>> cache;

    HiddenProducts(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** External product ids. */
    public Set<String> ids() {
        return cache.get(true);
    }

    void hide(String externalProductId, String by) {
        jdbc.sql("""
                        insert into hidden_product (external_product_id, hidden_at, hidden_by) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(externalProductId, clock.instant().atOffset(ZoneOffset.UTC), by)
                .update();
        cache.invalidateAll();
    }

    void show(String externalProductId) {
        jdbc.sql("delete from hidden_product where external_product_id = ?")
                .param(externalProductId)
                .update();
        cache.invalidateAll();
    }

    private Set<String> load() {
        return jdbc.sql("select external_product_id from hidden_product").query(String.class).list().stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
