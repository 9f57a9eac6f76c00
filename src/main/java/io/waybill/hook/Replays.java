package io.waybill.hook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has events sent once more, under their old ids and after what waits already; and a new one to try a hook out. */
final class Replays {

    /** In one go; a longer period is replayed in parts. */
    static final int MOST = 10_000;

    private static final String EVENTS = """
            select event_id, subject, min(id) as first from hook_delivery
            where hook_id = :hook
              and event_id in (select id from hook_event where occurred_at >= :from and occurred_at < :to)
            group by event_id, subject
            having bool_and(state <> 'waiting')
            """;

    private final JdbcClient jdbc;
    private final HookBell bell;
    private final Clock clock;

    Replays(JdbcClient jdbc, HookBell bell, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.clock = clock;
    }

    /** How many events of the hook happened in the period, up to one more than {@link #MOST}, and do not wait now. */
    int count(long hookId, Instant from, Instant to) {
        return jdbc.sql("select count(*) from (" + EVENTS + " limit :most) replayed")
                .param("hook", hookId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", MOST + 1)
                .query(Integer.class)
                .single();
    }

    /** Every event of the period that does not wait now, once, in the old order; how many these are. */
    int period(long hookId, Instant from, Instant to) {
        Instant now = clock.instant();
        int replayed = jdbc.sql("""
                        insert into hook_delivery (hook_id, event_id, subject, next_attempt_at, give_up_at, created_at)
                        select :hook, event_id, subject, :now, :giveUp, :now from (%s) replayed order by first
                        """.formatted(EVENTS))
                .param("hook", hookId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("now", Timestamp.from(now))
                .param("giveUp", Timestamp.from(now.plus(HookEvents.GIVEN_UP_AFTER)))
                .update();
        tryNow(hookId);
        return replayed;
    }

    /** The event of one delivery; false when the hook has no such delivery, or the event waits to be sent. */
    boolean delivery(long hookId, long deliveryId) {
        Instant now = clock.instant();
        boolean replayed = jdbc.sql("""
                        insert into hook_delivery (hook_id, event_id, subject, next_attempt_at, give_up_at, created_at)
                        select hook_id, event_id, subject, :now, :giveUp, :now from hook_delivery wanted
                        where hook_id = :hook and id = :delivery and not exists (
                            select 1 from hook_delivery other
                            where other.hook_id = :hook and other.event_id = wanted.event_id and other.state = 'waiting')
                        """)
                        .param("hook", hookId)
                        .param("delivery", deliveryId)
                        .param("now", Timestamp.from(now))
                        .param("giveUp", Timestamp.from(now.plus(HookEvents.GIVEN_UP_AFTER)))
                        .update()
                == 1;
        tryNow(hookId);
        return replayed;
    }

    /** Sends a {@code ping} to this hook alone; the id of its delivery. */
    long ping(long hookId) {
        Instant now = clock.instant();
        HookEvent ping = HookEvent.of(HookEventType.PING, "ping", null, null, now, "{}");
        long delivery = jdbc.sql("""
                        with event as (
                            insert into hook_event (id, type, subject, occurred_at, data, created_at)
                            values (:id, :type, :subject, :now, :data, :now)
                            returning id)
                        insert into hook_delivery (hook_id, event_id, subject, next_attempt_at, give_up_at, created_at)
                        select :hook, id, :subject, :now, :giveUp, :now from event
                        returning id
                        """)
                .param("id", ping.id())
                .param("type", ping.type().key())
                .param("subject", ping.subject())
                .param("data", ping.data())
                .param("hook", hookId)
                .param("now", Timestamp.from(now))
                .param("giveUp", Timestamp.from(now.plus(HookEvents.GIVEN_UP_AFTER)))
                .query(Long.class)
                .single();
        tryNow(hookId);
        return delivery;
    }

    /** Somebody believes that the receiver works: it is asked now, however many failures there were. */
    private void tryNow(long hookId) {
        jdbc.sql("update hook set paused_until = null where id = ? and paused_until is not null")
                .param(hookId)
                .update();
        bell.ring();
    }
}
