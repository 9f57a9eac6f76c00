package io.waybill.inbox;

import io.waybill.database.Node;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The life of a claim after the inbox: taken, worked on, prolonged, completed or given back.
 *
 * <p>A claim ends by itself when its lease runs out, or when its node is seen to be gone.
 */
public final class Claims {

    static final int MESSAGES_A_CLAIM = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ClaimRows rows;
    private final Node node;
    private final Clock clock;
    private final Duration lease;
    private final Queue<Late> late = new ConcurrentLinkedQueue<>();

    /** @param lease how long a claim stands without {@link #renew} */
    Claims(JdbcClient jdbc, TransactionTemplate transaction, ClaimRows rows, Node node, Clock clock, Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.node = node;
        this.clock = clock;
        this.lease = lease;
    }

    /** Hands out up to {@code limit} contacts that wait for a worker: left over from overload, a crash or a retry. */
    public List<Claim> claimWaiting(int limit) {
        return claim("""
                select distinct contact_id from (
                    select i.contact_id from inbox i join conversation c using (contact_id)
                    where i.state = 'pending' and c.lease_until < to_timestamp(:now)
                    order by i.seq limit :limit) waiting
                """, Map.of("limit", limit));
    }

    /** Hands out those of {@code contactIds} that nobody holds, whether or not messages wait. */
    public List<Claim> claimContacts(Collection<Long> contactIds) {
        return contactIds.isEmpty()
                ? List.of()
                : claim("select unnest(:ids::bigint[])", Map.of("ids", contactIds.toArray(Long[]::new)));
    }

    /** Hands out up to {@code limit} contacts that are to be woken; one of them may turn out to be woken too early. */
    public List<Claim> claimDue(int limit) {
        return claim("""
                select contact_id from conversation
                where wakes_at <= to_timestamp(:now) and lease_until < to_timestamp(:now)
                order by wakes_at limit :limit
                """, Map.of("limit", limit));
    }

    /** The contact that is first in the queue for the ERP, of those after {@code after}. */
    public Optional<Queued> firstQueued(@Nullable Queued after) {
        return jdbc.sql("""
                        select contact_id, queued_at, lease_until >= to_timestamp(?) as held from conversation
                        where queued_at is not null and (queued_at, contact_id) > (to_timestamp(?), ?)
                        order by queued_at, contact_id limit 1
                        """)
                .param(seconds(clock.instant()))
                .param(after == null ? 0 : seconds(after.at()))
                .param(after == null ? 0 : after.contactId())
                .query((row, n) -> new Queued(
                        row.getLong("contact_id"), row.getTimestamp("queued_at").toInstant(), row.getBoolean("held")))
                .optional();
    }

    /**
     * A place in the queue for the ERP.
     *
     * @param held somebody works on this contact
     */
    public record Queued(long contactId, Instant at, boolean held) {}

    private List<Claim> claim(String candidates, Map<String, ?> parameters) {
        Instant now = clock.instant();
        List<ClaimRows.Claimed> claimed =
                transaction.execute(status -> jdbc.sql("""
                        with free as (
                            select contact_id from conversation
                            where contact_id in (%s) and lease_until < to_timestamp(:now) and not merging
                            order by contact_id for update skip locked
                        )
                        update conversation c set lease = :lease, lease_until = to_timestamp(:until)
                        from free left join contact_source s on s.contact_id = free.contact_id and s.place = 'last'
                        where c.contact_id = free.contact_id
                        %s
                        """.formatted(candidates, ClaimRows.RETURNING))
                        .params(parameters)
                        .param("now", seconds(now))
                        .param("lease", node.newLease())
                        .param("until", seconds(now.plus(lease)))
                        .query(ClaimRows::claimed)
                        .list());
        return rows.load(claimed, MESSAGES_A_CLAIM);
    }

    /** The next messages of a contact that {@code held} holds already. */
    public List<Claim.Pending> next(Claim held) {
        return rows.pending(held.contact(), MESSAGES_A_CLAIM);
    }

    /**
     * Writes what workers have done, in the caller's transaction.
     *
     * @return contact id to messages still waiting; a contact whose lease was lost is missing, and nothing of it is written
     */
    public Map<Long, Integer> complete(List<Completion> completions) {
        Instant now = clock.instant();
        Map<Long, Integer> waiting = jdbc
                .sql("""
                        with completed as (
                            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::boolean[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                                as t (contact_id, lease, session, done, hold, wakes, queued, order_id, order_number)
                        ), locked as (
                            select c.contact_id from conversation c join completed t on t.contact_id = c.contact_id and t.lease = c.lease
                            order by c.contact_id for update of c
                        )
                        update conversation c
                        set session = t.session,
                            pending = c.pending - t.done,
                            wakes_at = case
                                when c.wakes_at > to_timestamp(?) and c.wakes_at <= to_timestamp(t.wakes / 1000.0) then c.wakes_at
                                else to_timestamp(t.wakes / 1000.0) end,
                            queued_at = to_timestamp(t.queued / 1000.0),
                            last_order_id = coalesce(t.order_id, c.last_order_id),
                            last_order_number = case when t.order_id is null then c.last_order_number else t.order_number end,
                            lease = case when t.hold or c.pending > t.done then c.lease end,
                            lease_until = case when t.hold or c.pending > t.done then to_timestamp(?) else '-infinity' end
                        from completed t join locked using (contact_id)
                        where c.contact_id = t.contact_id and c.lease = t.lease
                        returning c.contact_id, c.pending
                        """)
                .param(longs(completions, Completion::contactId))
                .param(texts(completions, Completion::lease))
                .param(texts(completions, Completion::session))
                .param(completions.stream().mapToInt(c -> c.done().size()).toArray())
                .param(completions.stream().map(Completion::hold).toArray(Boolean[]::new))
                .param(completions.stream().map(c -> millis(c.wakesAt())).toArray(Long[]::new))
                .param(completions.stream().map(c -> millis(c.queuedAt())).toArray(Long[]::new))
                .param(texts(
                        completions,
                        c -> c.lastOrder() == null ? null : c.lastOrder().externalOrderId()))
                .param(texts(
                        completions,
                        c -> c.lastOrder() == null ? null : c.lastOrder().orderNumber()))
                .param(seconds(now))
                .param(seconds(now.plus(lease)))
                .query((row, n) -> Map.entry(row.getLong(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        markDone(completions.stream()
                .filter(c -> waiting.containsKey(c.contactId()))
                .toList());
        return waiting;
    }

    private void markDone(List<Completion> completions) {
        List<DoneMessage> done = completions.stream()
                .flatMap(c -> c.done().stream().map(wamid -> new DoneMessage(c.contactId(), wamid)))
                .toList();
        if (!done.isEmpty()) {
            jdbc.sql("""
                            update inbox i set state = 'done'
                            from unnest(?::bigint[], ?::text[]) as d (contact_id, wamid)
                            where i.contact_id = d.contact_id and i.wamid = d.wamid
                            """)
                    .param(longs(done, DoneMessage::contactId))
                    .param(texts(done, DoneMessage::wamid))
                    .update();
        }
    }

    /** Says why a message could not be answered; runs beside the completion that takes it out of the queue. */
    public void bury(long contactId, String wamid, String reason) {
        jdbc.sql("update inbox set state = 'dead', error = ? where contact_id = ? and wamid = ?")
                .params(reason, contactId, wamid)
                .update();
    }

    /** Prolongs claims of this node that are still being worked on. */
    public void renew(List<Claim> held) {
        if (!held.isEmpty()) {
            jdbc.sql("""
                            update conversation c set lease_until = to_timestamp(?)
                            from unnest(?::bigint[], ?::text[]) as h (contact_id, lease)
                            where c.contact_id = h.contact_id and c.lease = h.lease
                            """)
                    .param(seconds(clock.instant().plus(lease)))
                    .param(longs(held, claim -> claim.contact().id()))
                    .param(texts(held, Claim::lease))
                    .update();
        }
    }

    /** Gives a claim back unworked, for others to take at {@code notBefore}. */
    public void release(Claim claim, Instant notBefore) {
        jdbc.sql(
                        "update conversation set lease = null, lease_until = to_timestamp(?) where contact_id = ? and lease = ?")
                .params(seconds(notBefore), claim.contact().id(), claim.lease())
                .update();
    }

    /** As {@link #release}, at the latest with the next {@link #giveBackLate} that finds the database well. */
    public void giveBack(Claim claim, Instant notBefore) {
        try {
            release(claim, notBefore);
        } catch (DataAccessException | TransactionException e) {
            late.add(new Late(claim, notBefore));
        }
    }

    /** Gives back what could not be given back when it should have been. */
    public void giveBackLate() {
        for (Late next = late.peek(); next != null; next = late.peek()) {
            release(next.claim(), next.notBefore());
            late.remove();
        }
    }

    /** Frees the contacts that dead nodes hold; reads the whole table, so only for when a node is seen to be gone. */
    public int releaseLeasesOfOthersThan(Set<Integer> aliveNodes) {
        return jdbc.sql("""
                        update conversation set lease = null, lease_until = '-infinity'
                        where lease is not null and split_part(lease, ':', 1)::int <> all(?::int[])
                        """).param(aliveNodes.toArray(Integer[]::new)).update();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static <T> Long[] longs(List<T> list, Function<T, Long> value) {
        return list.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    private record Late(Claim claim, Instant notBefore) {}

    private record DoneMessage(long contactId, String wamid) {}
}
