package io.waybill.erp;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers that move on when something changed in the ERP: an answer of an earlier number is not used any more, on no node.
 */
final class CacheEpochs {

    /** How long another node may not know of a change. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String BY_HAND = "ALL";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoadingCache<Boolean, Map<String, Long>> cache;

    CacheEpochs(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** Only ever grows, and does whenever {@code kind} changed. */
    long of(Cached kind) {
        Map<String, Long> epochs = cache.get(true);
        return epochs.getOrDefault(kind.name(), 0L) + epochs.getOrDefault(BY_HAND, 0L);
    }

    /** Only ever grows, and does whenever somebody wanted all forgotten. */
    long byHand() {
        return cache.get(true).getOrDefault(BY_HAND, 0L);
    }

    void changed(List<Cached> kinds) {
        kinds.forEach(kind -> next(kind.name()));
    }

    void forgetAll() {
        next(BY_HAND);
    }

    private void next(String kind) {
        jdbc.sql("""
                        insert into erp_cache_epoch (kind, epoch, changed_at) values (?, 1, ?)
                        on conflict (kind) do update set epoch = erp_cache_epoch.epoch + 1, changed_at = excluded.changed_at
                        """).params(kind, clock.instant().atOffset(ZoneOffset.UTC)).update();
        cache.invalidateAll();
    }

    private Map<String, Long> load() {
        return jdbc
                .sql("select kind, epoch from erp_cache_epoch")
                .query((row, n) -> Map.entry(row.getString("kind"), row.getLong("epoch")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
