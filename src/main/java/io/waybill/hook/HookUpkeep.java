package io.waybill.hook;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes what is old, gives up what nobody could take in time, and says how long the oldest waits. */
class HookUpkeep {

    static final Duration KEPT = Duration.ofDays(30);

    /** Past this a delivery that is to be given up was not even tried: its hook is off or rests, or too much waits before it. */
    private static final Duration LATE = Duration.ofHours(1);

    /** In one transaction, so that none is long. */
    private static final int BATCH = 500;

    private static final Logger log = LoggerFactory.getLogger(HookUpkeep.class);

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Clock clock;
    private final AtomicLong oldestMillis;

    HookUpkeep(JdbcClient jdbc, Deliveries deliveries, MeterRegistry registry, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
        this.oldestMillis = registry.gauge("waybill.hooks.oldest.millis", new AtomicLong());
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            oldestMillis.set(deliveries.oldestWaiting().toMillis());
        } catch (RuntimeException e) {
            log.error("Looking at the events that wait failed; next try in five seconds.", e);
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        try {
            inBatches("""
                    update hook_delivery set state = 'failed', ended_at = :now
                    where id in (
                        select id from hook_delivery
                        where state = 'waiting' and give_up_at < :before and (lease_until is null or lease_until <= :now)
                        limit :batch for update skip locked)
                    """, LATE);
            inBatches("""
                    delete from hook_event where id in (
                        select id from hook_event event
                        where created_at < :before and not exists (
                            select 1 from hook_delivery where event_id = event.id and state = 'waiting')
                        limit :batch for update skip locked)
                    """, KEPT);
        } catch (RuntimeException e) {
            log.error("Tidying the events of hooks failed; next try in ten minutes.", e);
        }
    }

    private void inBatches(String statement, Duration age) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp before = Timestamp.from(clock.instant().minus(age));
        int changed;
        do {
            changed = jdbc.sql(statement)
                    .param("now", now)
                    .param("before", before)
                    .param("batch", BATCH)
                    .update();
        } while (changed == BATCH);
    }
}
