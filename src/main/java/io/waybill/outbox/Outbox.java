package io.waybill.outbox;

import io.waybill.database.Node;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each outgoing message until WhatsApp has it, in order per contact.
 *
 * <p>A row either waits in the table or is in the memory of one node ({@code node}). Rows of one contact are never in the
 * memory of two nodes, so they cannot overtake each other.
 */
public final class Outbox {

    private static final Reason TOO_LATE = new Reason(
            FollowUps.WINDOW_CLOSED,
            null,
            "The customer wrote more than 24 hours ago, so WhatsApp would refuse it. Answer with a template.");

    private final JdbcClient jdbc;
    private final Node node;
    private final Clock clock;

    public Outbox(JdbcClient jdbc, Node node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Keeps {@code drafts} in this order; runs in the caller's transaction.
     *
     * @param free how many of them this node may take into memory
     * @return those that are this node's to send after the commit; the others wait for {@link #claim}
     */
    public List<OutboxMessage> add(List<OutboxMessage.Draft> drafts, int free) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        double now = Columns.seconds(clock.instant());
        return jdbc
                .sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, node)
                        select d.contact_id, d.phone_number_id, d.trace, d.payload, to_timestamp(?), to_timestamp(?),
                            case when d.n <= ? and not exists (
                                select 1 from outbox o
                                where o.contact_id = d.contact_id and o.state in ('queued', 'ambiguous') and o.node is distinct from ?)
                            then ?::int end
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                            with ordinality as d (contact_id, phone_number_id, trace, payload, n)
                        order by d.n
                        returning contact_id, id, phone_number_id, trace, payload, node
                        """)
                .params(now, now, free, node.number(), node.number())
                .param(Columns.longs(drafts, OutboxMessage.Draft::contactId))
                .param(Columns.texts(drafts, OutboxMessage.Draft::phoneNumberId))
                .param(Columns.texts(drafts, OutboxMessage.Draft::trace))
                .param(Columns.texts(drafts, OutboxMessage.Draft::payload))
                .query((row, n) -> row.getObject("node") == null
                        ? Optional.<OutboxMessage>empty()
                        : Optional.of(OutboxMessage.fresh(
                                row.getLong("contact_id"),
                                row.getLong("id"),
                                row.getString("phone_number_id"),
                                row.getString("trace"),
                                row.getString("payload"),
                                row.getLong("id"))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Keeps what is not sent because the customer's 24 hours are over, for people to find; runs in the caller's transaction. */
    public void addTooLate(List<OutboxMessage.Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with dead as (
                            insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, state, error_code, error)
                            select d.contact_id, d.phone_number_id, d.trace, d.payload, to_timestamp(:now), to_timestamp(:now), 'dead', :code, :advice
                            from unnest(:contacts::bigint[], :numbers::text[], :traces::text[], :payloads::text[])
                                with ordinality as d (contact_id, phone_number_id, trace, payload, n)
                            order by d.n
                            returning contact_id, id
                        )
                        insert into outbox_attempt (contact_id, id, at, outcome, code, advice)
                        select contact_id, id, to_timestamp(:now), 'dead', :code, :advice from dead
                        """)
                .param("now", Columns.seconds(clock.instant()))
                .param("code", TOO_LATE.code())
                .param("advice", TOO_LATE.advice())
                .param("contacts", Columns.longs(drafts, OutboxMessage.Draft::contactId))
                .param("numbers", Columns.texts(drafts, OutboxMessage.Draft::phoneNumberId))
                .param("traces", Columns.texts(drafts, OutboxMessage.Draft::trace))
                .param("payloads", Columns.texts(drafts, OutboxMessage.Draft::payload))
                .update();
    }

    /** Takes the open messages of up to {@code limit} contacts that no node has in memory, oldest first. */
    public List<OutboxMessage> claim(int limit) {
        return jdbc
                .sql("""
                        with waiting as (
                            select o.contact_id from outbox o
                            where o.state in ('queued', 'ambiguous') and o.node is null
                              and not exists (select 1 from outbox e where e.contact_id = o.contact_id
                                              and e.state in ('queued', 'ambiguous') and e.node is not null)
                            group by o.contact_id order by min(o.id) limit ?
                        ), taken as (
                            select o.contact_id, o.id from outbox o join waiting using (contact_id)
                            where o.state in ('queued', 'ambiguous')
                            order by o.contact_id, o.id for update of o
                        )
                        update outbox o set node = ?
                        from taken t where o.contact_id = t.contact_id and o.id = t.id and o.node is null
                            and o.state in ('queued', 'ambiguous')
                        returning o.contact_id, o.id, o.phone_number_id, o.trace, o.payload, o.attempts, o.state, o.unclear,
                            o.next_attempt_at, coalesce(o.follows, o.id) as place
                        """)
                .params(limit, node.number())
                .query((row, n) -> new OutboxMessage(
                        row.getLong("contact_id"),
                        row.getLong("id"),
                        row.getString("phone_number_id"),
                        row.getString("trace"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        "ambiguous".equals(row.getString("state")),
                        row.getInt("unclear"),
                        row.getTimestamp("next_attempt_at").toInstant(),
                        row.getLong("place")))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(OutboxMessage::place).thenComparingLong(OutboxMessage::id))
                .toList();
    }

    /** For each, in order: true while nothing proves that WhatsApp has the message. */
    List<Boolean> open(List<OutboxMessage> messages) {
        return jdbc.sql("""
                        select coalesce(o.state in ('queued', 'ambiguous'), false)
                        from unnest(?::bigint[], ?::bigint[]) with ordinality as m (contact_id, id, place)
                        left join outbox o on o.contact_id = m.contact_id and o.id = m.id
                        order by m.place
                        """)
                .param(Columns.longs(messages, OutboxMessage::contactId))
                .param(Columns.longs(messages, OutboxMessage::id))
                .query(Boolean.class)
                .list();
    }

    /**
     * What dead nodes had in memory may or may not have been sent: it waits for a status until {@code reconcile} has passed.
     *
     * @return rows freed
     */
    public int releaseRowsOfOthersThan(Set<Integer> aliveNodes, Duration reconcile) {
        return jdbc.sql("""
                        update outbox set node = null, state = 'ambiguous', next_attempt_at = to_timestamp(?)
                        where state in ('queued', 'ambiguous') and node is not null and node <> all(?::int[])
                        """)
                .params(Columns.seconds(clock.instant().plus(reconcile)), aliveNodes.toArray(Integer[]::new))
                .update();
    }

    /** What waits now, and what went out since {@code since}. */
    public Queue queue(Instant since) {
        return jdbc.sql("""
                        select open.*, held.*, (
                            select count(*) from outbox
                            where created_at >= to_timestamp(:since) - interval '1 day' and sent_at >= to_timestamp(:since)) as sent
                        from (
                            select count(*) filter (where state = 'queued' and next_attempt_at <= to_timestamp(:now)) as waiting,
                                min(next_attempt_at) filter (where state = 'queued' and next_attempt_at <= to_timestamp(:now)) as oldest,
                                count(*) filter (where state = 'queued' and next_attempt_at > to_timestamp(:now)) as retrying,
                                count(*) filter (where state = 'ambiguous') as unclear
                            from outbox where state in ('queued', 'ambiguous')) open,
                            (select count(*) as held, min(created_at) as held_since from outbox where state = 'held') held
                        """)
                .param("since", Columns.seconds(since))
                .param("now", Columns.seconds(clock.instant()))
                .query(Queue.class)
                .single();
    }

    /**
     * @param waiting whose time has come
     * @param oldest when the time came of the one that has waited longest; null: none waits
     * @param retrying that are tried again later
     * @param unclear of which a status decides whether they were sent
     * @param held for their template at Meta
     */
    public record Queue(
            long waiting,
            @Nullable Instant oldest,
            long retrying,
            long unclear,
            long held,
            @Nullable Instant heldSince,
            long sent) {}

    /** Messages not yet sent, and the age of the oldest. */
    public Backlog backlog() {
        return jdbc.sql("select count(*), min(created_at) as oldest from outbox where state in ('queued', 'ambiguous')")
                .query((row, n) -> new Backlog(
                        row.getLong(1),
                        row.getTimestamp("oldest") == null
                                ? Duration.ZERO
                                : Duration.between(row.getTimestamp("oldest").toInstant(), clock.instant())))
                .single();
    }

    /** @param oldest age of the oldest message that waits */
    public record Backlog(long messages, Duration oldest) {}
}
