package io.waybill.hook;

import io.waybill.database.AfterCommit;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** In the caller's transaction. */
    public void publish(HookEvent event) {
        publish(List.of(event));
    }

    /** In the caller's transaction and in this order; costs one look at a small table while no hook wants to know. */
    public void publish(List<HookEvent> events) {
        if (!events.isEmpty() && write(events) > 0) {
            AfterCommit.run(bell::ring);
        }
    }

    /** The lock keeps a hook that is being deleted from making the caller's transaction fail. */
    private int write(List<HookEvent> events) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        with wanted as (
                            select hook.id as hook_id, happened.*
                            from unnest(cast(:ids as text[]), cast(:types as text[]), cast(:subjects as text[]),
                                cast(:contacts as bigint[]), cast(:numbers as text[]), cast(:ats as text[]), cast(:data as text[]))
                                with ordinality
                                as happened (id, type, subject, contact_id, phone_number_id, at, data, place)
                            join hook on hook.enabled and happened.type = any (event_types)
                              and (hook.phone_number_id is null or hook.phone_number_id = happened.phone_number_id)
                            for key share of hook),
                        event as (
                            insert into hook_event (id, type, subject, contact_id, phone_number_id, occurred_at, data, created_at)
                            select distinct id, type, subject, contact_id, phone_number_id, cast(at as timestamptz), data,
                                cast(:now as timestamptz)
                            from wanted
                            on conflict (id) do nothing
                            returning id)
                        insert into hook_delivery (hook_id, event_id, subject, next_attempt_at, give_up_at, created_at)
                        select hook_id, id, subject, :now, :giveUp, :now from wanted join event using (id) order by place
                        """)
                .param("ids", column(events, HookEvent::id))
                .param("types", column(events, event -> event.type().key()))
                .param("subjects", column(events, HookEvent::subject))
                .param("contacts", events.stream().map(HookEvent::contactId).toArray(Long[]::new))
                .param("numbers", column(events, HookEvent::phoneNumberId))
                .param("ats", column(events, event -> event.occurredAt().toString()))
                .param("data", column(events, HookEvent::data))
                .param("now", Timestamp.from(now))
                .param("giveUp", Timestamp.from(now.plus(GIVEN_UP_AFTER)))
                .update();
    }

    private static @Nullable String[] column(List<HookEvent> events, Function<HookEvent, @Nullable String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}
