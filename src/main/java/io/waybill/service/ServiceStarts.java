package io.waybill.service;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out when paid time began, from what is kept of messages: whoever looks, on whatever node and however late, comes to the same.
 *
 * <p>A reply is what a person or program wrote after the payment, or what a flow said to something the customer wrote after it; what a
 * flow says of the payment itself, news and receipts are none. Time that was paid for while other time ran begins when that ends.
 */
final class ServiceStarts {

    /**
     * Only what cannot change any more counts: a message is marked a moment after WhatsApp took it, in order, and a status may come
     * before the mark. What a dead node did not mark stays as the status says. A template in the place of a refused message asks to
     * write again, and is no reply. What somebody wrote from the phone app came back to us as an echo.
     */
    private static final String BEGIN = """
            with head as (
                select distinct on (s.contact_id) s.id, s.contact_id, s.ready_at, s.after_outbox, s.after_inbox,
                    array(select k.id from contact k where k.merged_into = s.contact_id) || s.contact_id as contacts
                from service_session s
                where s.started_at is null and s.closed_at is null and (cast(:contact as bigint) is null or s.contact_id = :contact)
                order by s.contact_id, s.id
            ),
            due as (
                select h.id, case when before.ended > h.ready_at then before.ended else reply.at end as at
                from head h
                left join lateral (
                    select max(least(q.expires_at, q.closed_at)) as ended from service_session q
                    where q.contact_id = h.contact_id and q.started_at is not null) before on true
                left join lateral (
                    select min(said.at) as at from (
                        select o.sent_at as at from outbox o
                        where o.contact_id = any(h.contacts) and o.id > h.after_outbox and o.state = 'sent'
                            and (o.node is null or o.sent_at < cast(:marked as timestamptz))
                            and (o.follows is null or position('"type":"template"' in o.payload) = 0)
                            and (exists (select 1 from staff_message m
                                         where m.contact_id = o.contact_id and m.id = coalesce(o.follows, o.id))
                                or o.trace in (select i.trace from inbox i where i.contact_id = h.contact_id and i.seq > h.after_inbox))
                            and not exists (select 1 from outbox e
                                            where e.contact_id = o.contact_id and e.id > h.after_outbox and e.id < o.id
                                                and (e.state in ('queued', 'ambiguous')
                                                    or e.state = 'sent' and e.node is not null and e.sent_at >= cast(:marked as timestamptz)))
                        union all
                        select i.sent_at from inbox i
                        where i.contact_id = h.contact_id and i.seq > h.after_inbox and i.sent_at >= h.ready_at
                            and starts_with(i.payload, '{"echo"') and i.trace not like 'staff-%') said
                ) reply on true
            )
            update service_session s
            set started_at = due.at, expires_at = due.at + make_interval(mins => s.paid_minutes)
            from due
            where s.id = due.id and due.at <= cast(:now as timestamptz) and s.started_at is null and s.closed_at is null
            returning
            """;

    private static final String WAITS =
            "select exists (select 1 from service_session where started_at is null and closed_at is null";

    private static final Duration MARKED = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ServiceNews news;
    private final Clock clock;

    ServiceStarts(JdbcClient jdbc, TransactionTemplate transaction, ServiceNews news, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.news = news;
        this.clock = clock;
    }

    /** Keeps when each session began that has begun by now. */
    void settle() {
        settleOf(null);
    }

    /** So for one contact. */
    void settle(long contactId) {
        settleOf(contactId);
    }

    /** Each begins at most one of a contact's, and the next may be due already. */
    private void settleOf(@Nullable Long contact) {
        List<ServiceSession> begun;
        do {
            begun = waits(contact) ? Objects.requireNonNull(transaction.execute(tx -> begin(contact))) : List.of();
        } while (!begun.isEmpty());
    }

    /** Nearly always nobody, which is to cost next to nothing. */
    private boolean waits(@Nullable Long contact) {
        return contact == null
                ? jdbc.sql(WAITS + ")").query(Boolean.class).single()
                : jdbc.sql(WAITS + " and contact_id = ?)")
                        .param(contact)
                        .query(Boolean.class)
                        .single();
    }

    private List<ServiceSession> begin(@Nullable Long contact) {
        Instant now = clock.instant();
        // Compiling the statement would take far longer than it runs.
        jdbc.sql("set local jit = off").update();
        List<ServiceSession> begun = jdbc.sql(BEGIN + ServiceSession.COLUMNS)
                .param("contact", contact, Types.BIGINT)
                .param("now", Timestamp.from(now))
                .param("marked", Timestamp.from(now.minus(MARKED)))
                .query(ServiceSession::row)
                .list();
        begun.forEach(news::started);
        return begun;
    }
}
