package io.waybill.hook;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where the rest of Waybill says what happened; hooks hear of it once the caller's transaction is committed, and only then. */
public final class HookEvents {

    static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final HookBell bell;

    HookEvents(JdbcClient jdbc, Clock clock, HookBell bell) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.bell = bell;
    }

    /** In the caller's transaction; costs one look at a small table while no hook wants to know. */
    public void publish(HookEvent event) {
        Instant now = clock.instant();
        // The lock keeps a hook that is being deleted from making the caller's transaction fail.
        int deliveries = jdbc.sql("""
                        with wanted as (
                            select id from hook
                            where enabled and :type = any (event_types)
                              and (phone_number_id is null or phone_number_id = cast(:number as text))
                            for key share),
                        event as (
                            insert into hook_event (id, type, subject, contact_id, phone_number_id, occurred_at, data, created_at)
                            select :id, :type, :subject, :contact, :number, :at, :data, :now
                            where exists (select 1 from wanted)
                            on conflict (id) do nothing
                            returning id)
                        insert into hook_delivery (hook_id, event_id, subject, next_attempt_at, give_up_at, created_at)
                        select wanted.id, event.id, :subject, :now, :giveUp, :now from wanted cross join event
                        """)
                .param("type", event.type().key())
                .param("number", event.phoneNumberId(), Types.VARCHAR)
                .param("id", event.id())
                .param("subject", event.subject())
                .param("contact", event.contactId(), Types.BIGINT)
                .param("at", Timestamp.from(event.occurredAt()))
                .param("data", event.data())
                .param("now", Timestamp.from(now))
                .param("giveUp", Timestamp.from(now.plus(GIVEN_UP_AFTER)))
                .update();
        if (deliveries > 0) {
            ringAfterCommit();
        }
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
