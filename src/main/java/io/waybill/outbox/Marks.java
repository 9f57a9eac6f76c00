package io.waybill.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what became of attempts, in the caller's transaction. A message that goes out at the first costs no row but its own. */
final class Marks {

    private final JdbcClient jdbc;
    private final Statuses statuses;
    private final Clock clock;

    Marks(JdbcClient jdbc, Statuses statuses, Clock clock) {
        this.jdbc = jdbc;
        this.statuses = statuses;
        this.clock = clock;
    }

    void write(List<Mark> marks) {
        sent(marks.stream()
                .filter(Mark.Sent.class::isInstance)
                .map(Mark.Sent.class::cast)
                .toList());
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Sent sent -> {}
                case Mark.Retry retry -> failed(retry.message(), "queued", "retry", retry.at(), retry.reason());
                case Mark.Ambiguous tried ->
                    failed(tried.message(), "ambiguous", "ambiguous", tried.at(), tried.reason());
                case Mark.Dead dead -> failed(dead.message(), "dead", "dead", clock.instant(), dead.reason());
                case Mark.Held held -> held(held.message(), held.reason());
                case Mark.Waits waits -> waits(waits);
            }
        }
    }

    /** False for a message that was given up before its mark came, as those of somebody who was erased are. */
    boolean isSent(OutboxMessage message) {
        return jdbc.sql("select exists (select 1 from outbox where contact_id = ? and id = ? and state = 'sent')")
                .params(message.contactId(), message.id())
                .query(Boolean.class)
                .single();
    }

    /** A status may have said before that it is sent. */
    private void sent(List<Mark.Sent> sent) {
        if (sent.isEmpty()) {
            return;
        }
        String[] wamids = Columns.texts(sent, Mark.Sent::wamid);
        jdbc.sql("""
                        update outbox o
                        set state = 'sent', wamid = s.wamid, sent_at = to_timestamp(s.at / 1000.0), attempts = o.attempts + 1, node = null
                        from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as s (contact_id, id, wamid, at)
                        where o.contact_id = s.contact_id and o.id = s.id and o.state in ('queued', 'ambiguous', 'sent')
                        """)
                .param(Columns.longs(sent, s -> s.message().contactId()))
                .param(Columns.longs(sent, s -> s.message().id()))
                .param(wamids)
                .param(Columns.longs(sent, s -> s.at().toEpochMilli()))
                .update();
        statuses.applyEarly(wamids);
    }

    private void failed(OutboxMessage message, String state, String outcome, Instant next, Reason reason) {
        jdbc.sql("""
                        with failed as (
                            update outbox
                            set state = :state, attempts = attempts + 1, next_attempt_at = to_timestamp(:next), error_code = :code,
                                error = :advice, unclear = :unclear,
                                node = case when :state = 'dead' then null else node end
                            where contact_id = :contact and id = :id and state in ('queued', 'ambiguous')
                            returning contact_id, id
                        )
                        insert into outbox_attempt (contact_id, id, at, outcome, code, details, advice)
                        select contact_id, id, to_timestamp(:now), :outcome, :code, :details, :advice from failed
                        """)
                .param("state", state)
                .param("outcome", outcome)
                .param("now", Columns.seconds(clock.instant()))
                .param("next", Columns.seconds(next))
                .param("code", reason.code(), java.sql.Types.INTEGER)
                .param("details", reason.details(), java.sql.Types.VARCHAR)
                .param("advice", reason.advice())
                .param("unclear", message.unclear())
                .param("contact", message.contactId())
                .param("id", message.id())
                .update();
    }

    private void waits(Mark.Waits waits) {
        jdbc.sql("""
                        with held as (
                            update outbox
                            set state = 'held', node = null, waiting_for = :template, next_attempt_at = to_timestamp(:until), error = :advice
                            where contact_id = :contact and id = :id and state = 'queued'
                            returning contact_id, id
                        )
                        insert into outbox_attempt (contact_id, id, at, outcome, advice)
                        select contact_id, id, to_timestamp(:now), 'held', :advice from held
                        """)
                .param("template", waits.hold().template())
                .param("until", Columns.seconds(waits.until()))
                .param("now", Columns.seconds(clock.instant()))
                .param("advice", waits.hold().reason())
                .param("contact", waits.message().contactId())
                .param("id", waits.message().id())
                .update();
    }

    /** The same again, which happens for as long as the number stands still, is kept once. */
    private void held(OutboxMessage message, Reason reason) {
        jdbc.sql("""
                        insert into outbox_attempt (contact_id, id, at, outcome, code, details, advice)
                        select :contact, :id, to_timestamp(:now), 'held', :code, :details, :advice
                        where not exists (
                            select 1 from (
                                select outcome, code from outbox_attempt where contact_id = :contact and id = :id order by n desc limit 1) last
                            where last.outcome = 'held' and last.code is not distinct from :code::int)
                        """)
                .param("now", Columns.seconds(clock.instant()))
                .param("code", reason.code(), java.sql.Types.INTEGER)
                .param("details", reason.details(), java.sql.Types.VARCHAR)
                .param("advice", reason.advice())
                .param("contact", message.contactId())
                .param("id", message.id())
                .update();
    }
}
