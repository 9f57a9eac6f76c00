package io.waybill.erp;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads as a gateway does them that nobody has set up. */
final class ReadsSupport {

    private ReadsSupport() {}

    static ErpReads reads(ErpGateway erp, JdbcClient jdbc, Clock clock) {
        return new ErpReads(
                erp,
                new ErpCacheProperties(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(5),
                        Duration.ofHours(24),
                        Duration.ofSeconds(1),
                        1_000),
                new CacheEpochs(jdbc, clock, () -> 0),
                clock,
                () -> 0);
    }
}
