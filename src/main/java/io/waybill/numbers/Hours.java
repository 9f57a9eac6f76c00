package io.waybill.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much came, went out, failed and was asked of the ERP, hour by hour of the last day. */
final class Hours {

    private static final Duration LENGTH = Duration.ofHours(24);
    private static final Duration FRESH = Duration.ofSeconds(30);

    /**
     * The journal keeps each call of the ERP with its exchanges. Their times are cut out of the text: as JSON a day of a busy shop would
     * take seconds.
     */
    private static final String QUERY = """
            with came as (
                select date_trunc('hour', received_at, 'UTC') as hour, count(*) as received from inbox
                where received_at >= :from and received_at < :to and not starts_with(payload, '{"echo"') group by 1
            ),
            went as (
                select date_trunc('hour', sent_at, 'UTC') as hour, count(*) as sent from outbox
                where created_at >= :from - interval '1 day' and created_at < :to and sent_at >= :from and sent_at < :to group by 1
            ),
            lost as (
                select date_trunc('hour', at, 'UTC') as hour, count(distinct (contact_id, id)) as failed from outbox_attempt
                where outcome in ('dead', 'failed-status') and at >= :from and at < :to group by 1
            ),
            call as (
                select date_trunc('hour', at, 'UTC') as hour, split_part(split_part(body, '"outcome":"', 2), '"', 1) as outcome,
                    (select sum(cast(took[1] as bigint)) from regexp_matches(body, '"tookMillis":(\\d{1,9})[,}]', 'g') as took) as took
                from journal where kind = 'erp' and at >= :from and at < :to
            ),
            asked as (
                select hour, count(*) as calls, count(*) filter (where outcome in ('down', 'unknown')) as failures,
                    percentile_disc(0.5) within group (order by took) as median, percentile_disc(0.95) within group (order by took) as slow
                from call group by hour
            )
            select hours.hour as at, coalesce(received, 0) as received, coalesce(sent, 0) as sent, coalesce(failed, 0) as failed,
                coalesce(calls, 0) as erp_calls, coalesce(failures, 0) as erp_failures, median as erp_median_millis, slow as erp_slow_millis
            from generate_series(:from, :to - interval '1 second', interval '1 hour') as hours (hour)
                left join came using (hour) left join went using (hour) left join lost using (hour) left join asked using (hour)
            order by hours.hour
            """;

    private final JdbcClient jdbc;
    private final LongReads reads;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable List<Hour> counted;
    private Instant countedAt = Instant.EPOCH;

    Hours(JdbcClient jdbc, LongReads reads, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @param at when the hour begins
     * @param received from customers
     * @param sent to customers, as WhatsApp took it
     * @param failed that were found not to arrive
     * @param erpCalls operations of the ERP, for flows
     * @param erpFailures those of them that the ERP did not answer, or not so that one knows what became of them
     * @param erpMedianMillis half of them took longer; null: there were none
     * @param erpSlowMillis one in twenty took longer
     */
    record Hour(
            Instant at,
            long received,
            long sent,
            long failed,
            long erpCalls,
            long erpFailures,
            @Nullable Long erpMedianMillis,
            @Nullable Long erpSlowMillis) {}

    /** The last of them has not ended. Many may look at once: it is counted every half a minute. */
    List<Hour> lastDay() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (counted == null || !now.isBefore(countedAt.plus(FRESH))) {
                counted = count(now);
                countedAt = now;
            }
            return counted;
        } finally {
            lock.unlock();
        }
    }

    private List<Hour> count(Instant now) {
        Instant to = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return reads.read(() -> jdbc.sql(QUERY)
                .param("from", to.minus(LENGTH).atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Hour.class)
                .list());
    }
}
