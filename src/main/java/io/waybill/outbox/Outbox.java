package io.waybill.outbox;

import io.waybill.database.Node;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps each outgoing message until WhatsApp has it, in order per contact.
 *
 * <p>A row either waits in the table or is in the memory of one node ({@code node}). Rows of one contact are never in the
 * memory of two nodes, so they cannot overtake each other.
 */
public final class Outbox {

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
        double now = seconds(clock.instant());
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
                .param(longs(drafts, OutboxMessage.Draft::contactId))
                .param(texts(drafts, OutboxMessage.Draft::phoneNumberId))
                .param(texts(drafts, OutboxMessage.Draft::trace))
                .param(texts(drafts, OutboxMessage.Draft::payload))
                .query((row, n) -> row.getObject("node") == null
                        ? Optional.<OutboxMessage>empty()
                        : Optional.of(new OutboxMessage(
                                row.getLong("contact_id"),
                                row.getLong("id"),
                                row.getString("phone_number_id"),
                                row.getString("trace"),
                                row.getString("payload"),
                                0,
                                false,
                                0,
                                Instant.MIN)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Takes the open messages of up to {@code limit} contacts that no node has in memory, oldest first. */
    public List<OutboxMessage> claim(int limit) {
        Instant now = clock.instant();
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
                            o.next_attempt_at
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
                        row.getTimestamp("next_attempt_at").toInstant()))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(OutboxMessage::id))
                .toList();
    }

    /** Writes what became of attempts, in the caller's transaction. */
    void mark(List<Mark> marks) {
        markSent(only(marks, Mark.Sent.class));
        only(marks, Mark.Retry.class)
                .forEach(retry -> failed(retry.message(), "queued", retry.at(), retry.code(), retry.reason()));
        only(marks, Mark.Ambiguous.class)
                .forEach(mark -> failed(mark.message(), "ambiguous", mark.at(), null, mark.reason()));
        only(marks, Mark.Dead.class)
                .forEach(dead -> failed(dead.message(), "dead", clock.instant(), dead.code(), dead.reason()));
    }

    private void markSent(List<Mark.Sent> sent) {
        if (sent.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update outbox o
                        set state = 'sent', wamid = s.wamid, sent_at = to_timestamp(s.at / 1000.0), attempts = o.attempts + 1, node = null
                        from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) as s (contact_id, id, wamid, at)
                        where o.contact_id = s.contact_id and o.id = s.id
                        """)
                .param(longs(sent, s -> s.message().contactId()))
                .param(longs(sent, s -> s.message().id()))
                .param(texts(sent, Mark.Sent::wamid))
                .param(longs(sent, s -> s.at().toEpochMilli()))
                .update();
        applyEarlyStatuses(texts(sent, Mark.Sent::wamid));
    }

    private void failed(OutboxMessage message, String state, Instant next, @Nullable Integer code, String reason) {
        jdbc.sql("""
                        update outbox
                        set state = :state, attempts = attempts + 1, next_attempt_at = to_timestamp(:next), error_code = :code,
                            error = :reason, unclear = :unclear,
                            node = case when :state = 'dead' then null else node end
                        where contact_id = :contact and id = :id and state in ('queued', 'ambiguous')
                        """)
                .param("state", state)
                .param("next", seconds(next))
                .param("code", code, java.sql.Types.INTEGER)
                .param("reason", reason)
                .param("unclear", message.unclear())
                .param("contact", message.contactId())
                .param("id", message.id())
                .update();
    }

    /** For each, in order: true while nothing proves that WhatsApp has the message. */
    List<Boolean> open(List<OutboxMessage> messages) {
        return jdbc.sql("""
                        select coalesce(o.state in ('queued', 'ambiguous'), false)
                        from unnest(?::bigint[], ?::bigint[]) with ordinality as m (contact_id, id, place)
                        left join outbox o on o.contact_id = m.contact_id and o.id = m.id
                        order by m.place
                        """)
                .param(messages.stream().map(OutboxMessage::contactId).toArray(Long[]::new))
                .param(messages.stream().map(OutboxMessage::id).toArray(Long[]::new))
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
                .params(seconds(clock.instant().plus(reconcile)), aliveNodes.toArray(Integer[]::new))
                .update();
    }

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

    /** Applies delivery statuses in any order; one that comes before its message is kept until the message is marked. */
    public void apply(List<DeliveryStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with s as (
                            select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::text[], ?::bigint[], ?::bigint[])
                                as s (wamid, state, rank, at, code, error, contact, id)
                        ), target as (
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.contact_id = s.contact and o.id = s.id
                            union all
                            select s.*, o.contact_id as tc, o.id as ti from s join outbox o on o.wamid = s.wamid where s.contact is null
                        ), best as (
                            select distinct on (tc, ti) * from target order by tc, ti, rank desc
                        ), updated as (
                            update outbox o
                            set wamid = coalesce(o.wamid, b.wamid),
                                state = case when o.state in ('queued', 'ambiguous') then 'sent' else o.state end,
                                sent_at = coalesce(o.sent_at, to_timestamp(b.at / 1000.0)),
                                delivery = case when b.rank > o.delivery_rank then b.state else o.delivery end,
                                delivery_rank = greatest(o.delivery_rank, b.rank),
                                error_code = case when b.rank > o.delivery_rank then coalesce(b.code, o.error_code) else o.error_code end,
                                error = case when b.rank > o.delivery_rank then coalesce(b.error, o.error) else o.error end
                            from best b where o.contact_id = b.tc and o.id = b.ti
                        )
                        insert into early_status (wamid, state, at, error_code, error)
                        select s.wamid, s.state, to_timestamp(s.at / 1000.0), s.code, s.error
                        from s where not exists (select 1 from target t where t.wamid = s.wamid)
                        on conflict do nothing
                        """)
                .param(texts(statuses, DeliveryStatus::messageId))
                .param(texts(statuses, DeliveryStatus::state))
                .param(statuses.stream().map(status -> rank(status.state())).toArray(Integer[]::new))
                .param(longs(statuses, status -> status.at().toEpochMilli()))
                .param(statuses.stream()
                        .map(status -> problem(status).map(Problem::code).orElse(null))
                        .toArray(Integer[]::new))
                .param(texts(
                        statuses,
                        status -> problem(status).map(Problem::details).orElse(null)))
                .param(longs(statuses, status -> callback(status, 0)))
                .param(longs(statuses, status -> callback(status, 1)))
                .update();
    }

    private void applyEarlyStatuses(String[] wamids) {
        apply(jdbc.sql(
                        "delete from early_status where wamid = any(?::text[]) returning wamid, state, at, error_code, error")
                .param(wamids)
                .query((row, n) -> new DeliveryStatus(
                        row.getString("wamid"),
                        row.getString("state"),
                        row.getTimestamp("at").toInstant(),
                        null,
                        row.getObject("error_code") == null
                                ? List.of()
                                : List.of(new Problem(row.getInt("error_code"), null, row.getString("error")))))
                .list());
    }

    private static Optional<Problem> problem(DeliveryStatus status) {
        return status.problems().stream().findFirst();
    }

    /** Later ranks win; delivered beats failed, because several devices may answer differently (Meta). */
    private static int rank(String state) {
        return switch (state) {
            case "sent" -> 1;
            case "failed" -> 2;
            case "delivered" -> 3;
            case "read" -> 4;
            case "played" -> 5;
            default -> 0;
        };
    }

    private static @Nullable Long callback(DeliveryStatus status, int part) {
        String data = status.callbackData();
        if (data == null || !data.matches("\\d{1,18}\\.\\d{1,18}")) {
            return null;
        }
        return Long.valueOf(data.split("\\.")[part]);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static <M extends Mark> List<M> only(List<Mark> marks, Class<M> kind) {
        return marks.stream().filter(kind::isInstance).map(kind::cast).collect(Collectors.toList());
    }

    private static <T> Long[] longs(List<T> list, Function<T, @Nullable Long> value) {
        return list.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    /** @param oldest age of the oldest message that waits */
    public record Backlog(long messages, Duration oldest) {}
}
