package io.waybill.inbox;

import io.waybill.database.GroupCommit;
import io.waybill.database.GroupCommit.Overloaded;
import io.waybill.database.Node;
import io.waybill.message.Referral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps each message once and hands out the oldest first, one contact to one worker at a time.
 *
 * <p>The commit that stores a message also claims its contact when nobody holds it, so an idle contact's message is worked on
 * without another statement. A contact that is held stays with its holder, who is told by {@link Claims#complete} that more waits.
 */
public final class Inbox implements AutoCloseable {

    private static final int WAITING_DELIVERIES = 2_000;
    private static final int GROUP = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Contacts contacts;
    private final ContactSources sources;
    private final ClaimRows rows;
    private final Node node;
    private final Clock clock;
    private final Duration lease;
    private final GroupCommit<Delivery, Integer> deliveries;
    private volatile Worker worker = new NobodyYet();

    /** @param lease how long a claim stands without {@link Claims#renew} */
    Inbox(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            ClaimRows rows,
            Node node,
            Clock clock,
            Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contacts = contacts;
        this.sources = new ContactSources(jdbc);
        this.rows = rows;
        this.node = node;
        this.clock = clock;
        this.lease = lease;
        this.deliveries = new GroupCommit<>("inbox", WAITING_DELIVERIES, GROUP, this::storeAll);
    }

    /** From now on messages are handed to {@code worker}. */
    public void handTo(Worker worker) {
        this.worker = worker;
    }

    /** Something else than a message waits in PostgreSQL. */
    public void alert() {
        worker.behind();
    }

    /**
     * Returns once the delivery is committed; messages that were stored before are left out.
     *
     * @return how many messages were new
     * @throws InboxFull when too much waits to be stored; nothing of the delivery is stored then
     */
    public int store(Delivery delivery) {
        try {
            return deliveries.submit(delivery).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Overloaded
                    ? new InboxFull()
                    : e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Keeps what people did to a conversation, in the caller's transaction, who holds the conversation, and calls {@link #alert} after it:
     * it comes before whatever the customer writes next.
     *
     * @param id the same twice is kept once
     */
    public void add(long contactId, String id, String json, Instant at) {
        jdbc.sql("""
                        with added as (
                            insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload)
                            values (:contact, :id, to_timestamp(:second), to_timestamp(:at), :id, :json) on conflict do nothing
                            returning contact_id
                        )
                        update conversation c set pending = c.pending + 1 from added a where c.contact_id = a.contact_id
                        """)
                .param("contact", contactId)
                .param("id", id)
                // WhatsApp tells no more of the customer's messages: within a second the order of arrival counts.
                .param("second", at.getEpochSecond())
                .param("at", seconds(at))
                .param("json", json)
                .update();
    }

    private List<Integer> storeAll(List<Delivery> group) {
        Worker currentWorker = worker;
        Stored stored = stored(group, currentWorker);
        stored.claims().forEach(currentWorker::take);
        if (stored.left() > 0) {
            currentWorker.behind();
        }
        return stored.counts();
    }

    private Stored stored(List<Delivery> group, Worker currentWorker) {
        try {
            return transaction.execute(status -> insert(group, currentWorker.free()));
        } catch (ContactGone e) {
            contacts.forget();
            return transaction.execute(status -> insert(group, currentWorker.free()));
        }
    }

    private Stored insert(List<Delivery> group, int free) {
        insertUnhandled(group);
        Map<Sighting, Contact> senders = contacts.of(group.stream()
                .flatMap(delivery -> delivery.messages().stream())
                .filter(incoming -> IdentityChange.in(incoming).isEmpty())
                .map(Inbox::sighting)
                .toList());
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Delivery from = group.get(i);
            for (Incoming incoming : from.messages()) {
                Optional<Contact> contact = IdentityChange.in(incoming)
                        .map(contacts::follow)
                        .orElseGet(() -> Optional.ofNullable(senders.get(sighting(incoming))));
                int delivery = i;
                contact.ifPresent(sender -> arrivals.add(new Arrival(delivery, sender, incoming, from)));
            }
            from.news().forEach(contacts::learn);
        }
        List<Arrival> added = insertMessages(arrivals);
        added.forEach(arrival -> arrival.referral()
                .ifPresent(referral -> sources.add(
                        arrival.contact().id(),
                        referral,
                        arrival.incoming().message().sentAt())));
        int[] counts = new int[group.size()];
        added.forEach(arrival -> counts[arrival.delivery()]++);
        List<Claim> claims = added.isEmpty() ? List.of() : claimArrived(added, free);
        long contactsLeft = added.stream().map(a -> a.contact().id()).distinct().count() - free;
        return new Stored(Arrays.stream(counts).boxed().toList(), claims, contactsLeft);
    }

    private static Sighting sighting(Incoming incoming) {
        return new Sighting(
                incoming.message().phoneNumberId(), incoming.message().sender());
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
                            lease = case when c.lease_until < to_timestamp(?) and a.n <= ? and not c.merging then ? else c.lease end,
                            lease_until = case when c.lease_until < to_timestamp(?) and a.n <= ? and not c.merging then to_timestamp(?)
                                          else c.lease_until end
                        from arrived a join locked using (contact_id)
                            left join contact_source s on s.contact_id = a.contact_id and s.place = 'last'
                        where c.contact_id = a.contact_id
                        """ + ClaimRows.RETURNING)
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
        if (claimed.size() < entries.size()) {
            throw new ContactGone();
        }
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
                : rows.load(List.of(row), Claims.MESSAGES_A_CLAIM).getFirst();
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
        List<Map.Entry<Delivery, Delivery.Unhandled>> unhandled = group.stream()
                .flatMap(delivery -> delivery.unhandled().stream().map(update -> Map.entry(delivery, update)))
                .toList();
        if (!unhandled.isEmpty()) {
            jdbc.sql("""
                            insert into unhandled_update (received_at, kind, reason, payload)
                            select to_timestamp(at / 1000.0), kind, reason, payload
                            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                                with ordinality as u (at, kind, reason, payload, n)
                            order by n
                            """)
                    .param(longs(unhandled, u -> u.getKey().receivedAt().toEpochMilli()))
                    .param(texts(unhandled, u -> u.getValue().kind()))
                    .param(texts(unhandled, u -> u.getValue().reason()))
                    .param(texts(unhandled, u -> u.getValue().json()))
                    .update();
        }
    }

    @Override
    public void close() {
        deliveries.close();
    }

    /** Of those that open the customer service window; null when none does. */
    private static @Nullable Long latest(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(arrival -> arrival.incoming().message())
                .filter(message -> message.content().isSaid())
                .map(message -> message.sentAt().toEpochMilli())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static <T> Long[] longs(List<T> list, Function<T, @Nullable Long> value) {
        return list.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    private record MessageKey(long contactId, String wamid) {}

    private record Arrival(int delivery, Contact contact, Incoming incoming, Delivery from) {

        MessageKey key() {
            return new MessageKey(contact.id(), incoming.message().id());
        }

        Optional<Referral> referral() {
            return Optional.ofNullable(incoming.message().referral());
        }

        Claim.Pending pending() {
            return new Claim.Pending(incoming.message(), from.trace(), from.receivedAt());
        }
    }

    /** @param left contacts of this group that found no free worker; zero or less when all did */
    private record Stored(List<Integer> counts, List<Claim> claims, long left) {}

    /** A contact that this node remembers was merged into another since. */
    private static final class ContactGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

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
