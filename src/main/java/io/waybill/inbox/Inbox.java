package io.waybill.inbox;

import io.waybill.database.GroupCommit;
import io.waybill.database.Node;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps each message once and hands out the oldest first, one contact to one worker at a time.
 *
 * <p>The commit that stores a message also claims its contact when nobody holds it, so an idle contact's message is worked on
 * without another statement. A contact that is held stays with its holder, who is told by {@link #complete} that more waits.
 */
public final class Inbox implements AutoCloseable {

    private static final int WAITING_DELIVERIES = 2_000;
    private static final int GROUP = 100;
    private static final int MESSAGES_A_CLAIM = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Contacts contacts;
    private final ClaimRows rows;
    private final Node node;
    private final Clock clock;
    private final Duration lease;
    private final GroupCommit<Delivery, Integer> deliveries;
    private volatile Worker worker = new NobodyYet();

    /** @param lease how long a claim stands without {@link #renew} */
    public Inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            MessageFormat format,
            Node node,
            Clock clock,
            Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contacts = contacts;
        this.rows = new ClaimRows(jdbc, contacts, format);
        this.node = node;
        this.clock = clock;
        this.lease = lease;
        this.deliveries = new GroupCommit<>("inbox", WAITING_DELIVERIES, GROUP, this::storeAll);
    }

    /** From now on messages are handed to {@code worker}. */
    public void handTo(Worker worker) {
        this.worker = worker;
    }

    /**
     * Returns once the delivery is committed; messages that were stored before are left out.
     *
     * @return how many messages were new
     * @throws GroupCommit.Overloaded when too much waits; nothing is stored then
     */
    public int store(Delivery delivery) {
        return deliveries.submit(delivery).join();
    }

    private List<Integer> storeAll(List<Delivery> group) {
        Worker currentWorker = worker;
        Stored stored = transaction.execute(status -> insert(group, currentWorker.free()));
        stored.claims().forEach(currentWorker::take);
        if (stored.left() > 0) {
            currentWorker.behind();
        }
        return stored.counts();
    }

    private Stored insert(List<Delivery> group, int free) {
        insertUnhandled(group);
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (Incoming incoming : group.get(i).messages()) {
                Contact contact = contacts.of(
                        incoming.message().phoneNumberId(), incoming.message().sender());
                arrivals.add(new Arrival(i, contact, incoming, group.get(i)));
            }
        }
        List<Arrival> added = insertMessages(arrivals);
        int[] counts = new int[group.size()];
        added.forEach(arrival -> counts[arrival.delivery()]++);
        List<Claim> claims = added.isEmpty() ? List.of() : claimArrived(added, free);
        long contactsLeft = added.stream().map(a -> a.contact().id()).distinct().count() - free;
        return new Stored(Arrays.stream(counts).boxed().toList(), claims, contactsLeft);
    }

    private List<Arrival> insertMessages(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        Set<MessageKey> inserted = jdbc
                .sql("""
                        insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload)
                        select contact_id, wamid, to_timestamp(sent / 1000.0), to_timestamp(received / 1000.0), trace, payload
                        from unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
                            with ordinality as a (contact_id, wamid, sent, received, trace, payload, n)
                        order by n
                        on conflict do nothing
                        returning contact_id, wamid
                        """)
                .param(longs(arrivals, a -> a.contact().id()))
                .param(texts(arrivals, a -> a.incoming().message().id()))
                .param(longs(arrivals, a -> a.incoming().message().sentAt().toEpochMilli()))
                .param(longs(arrivals, a -> a.from().receivedAt().toEpochMilli()))
                .param(texts(arrivals, a -> a.from().trace()))
                .param(texts(arrivals, a -> a.incoming().json()))
                .query((row, n) -> new MessageKey(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toSet());
        return arrivals.stream()
                .filter(arrival -> inserted.remove(arrival.key()))
                .toList();
    }

    private List<Claim> claimArrived(List<Arrival> added, int free) {
        Map<Long, List<Arrival>> byContact = added.stream()
                .collect(Collectors.groupingBy(a -> a.contact().id(), LinkedHashMap::new, Collectors.toList()));
        Instant now = clock.instant();
        String token = node.newLease();
        List<Map.Entry<Long, List<Arrival>>> entries = List.copyOf(byContact.entrySet());
        List<ClaimRows.Claimed> claimed = jdbc.sql("""
                        with arrived as (
                            select * from unnest(?::bigint[], ?::int[], ?::bigint[]) with ordinality as a (contact_id, count, sent, n)
                        ), locked as (
                            select c.contact_id from conversation c join arrived using (contact_id)
                            order by c.contact_id for update of c
                        )
                        update conversation c
                        set pending = c.pending + a.count,
                            last_message_at = greatest(c.last_message_at, to_timestamp(a.sent / 1000.0)),
                            lease = case when c.lease_until < to_timestamp(?) and a.n <= ? then ? else c.lease end,
                            lease_until = case when c.lease_until < to_timestamp(?) and a.n <= ? then to_timestamp(?)
                                          else c.lease_until end
                        from arrived a join locked using (contact_id)
                        where c.contact_id = a.contact_id
                        returning c.contact_id, c.lease, c.pending, c.session, c.last_message_at, c.last_order_id, c.last_order_number
                        """)
                .param(longs(entries, Map.Entry::getKey))
                .param(entries.stream()
                        .mapToInt(entry -> entry.getValue().size())
                        .toArray())
                .param(longs(entries, entry -> latest(entry.getValue())))
                .param(seconds(now))
                .param(free)
                .param(token)
                .param(seconds(now))
                .param(free)
                .param(seconds(now.plus(lease)))
                .query(ClaimRows::claimed)
                .list();
        return claimed.stream()
                .filter(row -> token.equals(row.lease()))
                .map(row -> claim(row, byContact.get(row.contactId())))
                .toList();
    }

    private Claim claim(ClaimRows.Claimed row, List<Arrival> arrived) {
        return row.pending() == arrived.size()
                ? rows.claim(
                        row,
                        arrived.getFirst().contact(),
                        arrived.stream()
                                .map(Arrival::pending)
                                .sorted(ClaimRows.OLDEST_FIRST)
                                .toList())
                : rows.load(List.of(row), MESSAGES_A_CLAIM).getFirst();
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

    private List<Claim> claim(String candidates, Map<String, ?> parameters) {
        Instant now = clock.instant();
        List<ClaimRows.Claimed> claimed = transaction.execute(status -> jdbc.sql("""
                        with free as (
                            select contact_id from conversation
                            where contact_id in (%s) and lease_until < to_timestamp(:now)
                            order by contact_id for update skip locked
                        )
                        update conversation c set lease = :lease, lease_until = to_timestamp(:until)
                        from free where c.contact_id = free.contact_id
                        returning c.contact_id, c.lease, c.pending, c.session, c.last_message_at, c.last_order_id, c.last_order_number
                        """.formatted(candidates))
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
                            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::int[], ?::boolean[], ?::bigint[], ?::text[], ?::text[])
                                as t (contact_id, lease, session, done, hold, not_before, order_id, order_number)
                        ), locked as (
                            select c.contact_id from conversation c join completed t on t.contact_id = c.contact_id and t.lease = c.lease
                            order by c.contact_id for update of c
                        )
                        update conversation c
                        set session = t.session,
                            pending = c.pending - t.done,
                            last_order_id = coalesce(t.order_id, c.last_order_id),
                            last_order_number = case when t.order_id is null then c.last_order_number else t.order_number end,
                            lease = case when t.hold or (c.pending > t.done and t.not_before = 0) then c.lease end,
                            lease_until = case when t.hold or (c.pending > t.done and t.not_before = 0) then to_timestamp(?)
                                          when t.not_before > 0 then to_timestamp(t.not_before / 1000.0)
                                          else '-infinity' end
                        from completed t join locked using (contact_id)
                        where c.contact_id = t.contact_id and c.lease = t.lease
                        returning c.contact_id, c.pending
                        """)
                .param(longs(completions, Completion::contactId))
                .param(texts(completions, Completion::lease))
                .param(texts(completions, Completion::session))
                .param(completions.stream().mapToInt(c -> c.done().size()).toArray())
                .param(booleans(completions))
                .param(longs(
                        completions,
                        c -> c.notBefore() == null ? 0 : c.notBefore().toEpochMilli()))
                .param(texts(
                        completions,
                        c -> c.lastOrder() == null ? null : c.lastOrder().externalOrderId()))
                .param(texts(
                        completions,
                        c -> c.lastOrder() == null ? null : c.lastOrder().orderNumber()))
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
        List<MessageKey> done = completions.stream()
                .flatMap(c -> c.done().stream().map(wamid -> new MessageKey(c.contactId(), wamid)))
                .toList();
        if (!done.isEmpty()) {
            jdbc.sql("""
                            update inbox i set state = 'done'
                            from unnest(?::bigint[], ?::text[]) as d (contact_id, wamid)
                            where i.contact_id = d.contact_id and i.wamid = d.wamid
                            """)
                    .param(longs(done, MessageKey::contactId))
                    .param(texts(done, MessageKey::wamid))
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
    public void renew(Collection<String> leases) {
        if (!leases.isEmpty()) {
            jdbc.sql("update conversation set lease_until = to_timestamp(?) where lease = any(?::text[])")
                    .params(seconds(clock.instant().plus(lease)), leases.toArray(String[]::new))
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

    /** Frees the contacts that dead nodes hold; reads the whole table, so only for when a node is seen to be gone. */
    public int releaseLeasesOfOthersThan(Set<Integer> aliveNodes) {
        return jdbc.sql("""
                        update conversation set lease = null, lease_until = '-infinity'
                        where lease is not null and split_part(lease, ':', 1)::int <> all(?::int[])
                        """).param(aliveNodes.toArray(Integer[]::new)).update();
    }

    /** Age of the oldest message that waits, zero when none does. */
    public Duration oldestWaiting() {
        return jdbc.sql("select received_at from inbox where state = 'pending' order by seq limit 1")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .map(received -> Duration.between(received, clock.instant()))
                .orElse(Duration.ZERO);
    }

    private void insertUnhandled(List<Delivery> group) {
        for (Delivery delivery : group) {
            for (Delivery.Unhandled unhandled : delivery.unhandled()) {
                jdbc.sql(
                                "insert into unhandled_update (received_at, kind, reason, payload) values (to_timestamp(?), ?, ?, ?)")
                        .params(seconds(delivery.receivedAt()), unhandled.kind(), unhandled.reason(), unhandled.json())
                        .update();
            }
        }
    }

    @Override
    public void close() {
        deliveries.close();
    }

    private static long latest(List<Arrival> arrivals) {
        return arrivals.stream()
                .mapToLong(a -> a.incoming().message().sentAt().toEpochMilli())
                .max()
                .orElseThrow();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static <T> Long[] longs(List<T> list, Function<T, Long> value) {
        return list.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, @org.jspecify.annotations.Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    private static Boolean[] booleans(List<Completion> completions) {
        return completions.stream().map(Completion::hold).toArray(Boolean[]::new);
    }

    private record MessageKey(long contactId, String wamid) {}

    private record Arrival(int delivery, Contact contact, Incoming incoming, Delivery from) {

        MessageKey key() {
            return new MessageKey(contact.id(), incoming.message().id());
        }

        Claim.Pending pending() {
            return new Claim.Pending(incoming.message(), from.trace(), from.receivedAt());
        }
    }

    /** @param left contacts of this group that found no free worker; zero or less when all did */
    private record Stored(List<Integer> counts, List<Claim> claims, long left) {}

    /** Before the application is ready nothing is handed out; what comes in waits in PostgreSQL. */
    private static final class NobodyYet implements Worker {
        @Override
        public int free() {
            return 0;
        }

        @Override
        public void take(Claim claim) {
            throw new IllegalStateException(
                    "No worker yet for contact " + claim.contact().id());
        }

        @Override
        public void behind() {}
    }
}
