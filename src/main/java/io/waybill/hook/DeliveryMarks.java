package io.waybill.hook;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what came of an attempt, once: nothing is written in the name of a lease that has passed to another node. */
final class DeliveryMarks {

    private final JdbcClient jdbc;

    DeliveryMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True when the hook had failed before. */
    boolean delivered(Delivery delivery, Attempt attempt, Instant now) {
        return jdbc.sql("""
                        with ended as (
                            update hook_delivery set state = 'delivered', attempts = attempts + 1, lease = null, lease_until = null,
                                ended_at = :now
                            where id = :id and lease = :lease
                            returning id, hook_id, attempts),
                        noted as (
                            insert into hook_attempt (delivery_id, number, at, status, answer, took_millis, advice)
                            select id, attempts, :at, :status, :answer, :took, :advice from ended)
                        update hook set failures = 0, paused_until = null
                        where id in (select hook_id from ended) and failures > 0
                        """)
                        .param("now", Timestamp.from(now))
                        .param("id", delivery.id())
                        .param("lease", delivery.lease())
                        .param("at", Timestamp.from(attempt.at()))
                        .param("status", attempt.status(), Types.INTEGER)
                        .param("answer", attempt.answer(), Types.VARCHAR)
                        .param("took", attempt.tookMillis())
                        .param("advice", attempt.advice())
                        .update()
                > 0;
    }

    /** It is tried again at {@code next}. */
    void retry(Delivery delivery, Attempt attempt, Instant now, Instant next) {
        failed(delivery, attempt, now, "waiting", next);
    }

    /** It is not tried again. */
    void giveUp(Delivery delivery, Attempt attempt, Instant now) {
        failed(delivery, attempt, now, "failed", now);
    }

    /** The hook is off until somebody switches it on. */
    void switchOff(long hookId, String because) {
        jdbc.sql("update hook set enabled = false, off_because = ? where id = ?")
                .params(because, hookId)
                .update();
    }

    private void failed(Delivery delivery, Attempt attempt, Instant now, String state, Instant next) {
        jdbc.sql("""
                        with ended as (
                            update hook_delivery set state = :state, attempts = attempts + 1, next_attempt_at = :next,
                                lease = null, lease_until = null,
                                ended_at = case when :state = 'failed' then cast(:now as timestamptz) end
                            where id = :id and lease = :lease
                            returning id, hook_id, attempts),
                        noted as (
                            insert into hook_attempt (delivery_id, number, at, status, answer, took_millis, advice)
                            select id, attempts, :at, :status, :answer, :took, :advice from ended)
                        update hook set failures = failures + 1,
                            paused_until = case when failures + 1 >= :many then
                                cast(:now as timestamptz)
                                    + least(interval '5 minutes', interval '5 seconds' * power(2, least(failures + 1 - :many, 6)))
                            end
                        where id in (select hook_id from ended)
                        """)
                .param("state", state)
                .param("next", Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .param("id", delivery.id())
                .param("lease", delivery.lease())
                .param("at", Timestamp.from(attempt.at()))
                .param("status", attempt.status(), Types.INTEGER)
                .param("answer", attempt.answer(), Types.VARCHAR)
                .param("took", attempt.tookMillis())
                .param("advice", attempt.advice())
                .param("many", Failures.MANY)
                .update();
    }
}
