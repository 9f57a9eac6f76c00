package io.waybill.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.message.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the contact behind a sender, making one on first sight.
 *
 * <p>A person is known by phone number, user id or parent user id; what is seen together is linked from then on. When phone
 * and user id turn out to belong to two contacts, the one with the user id goes on and takes over the phone.
 */
public final class Contacts {

    private static final int REMEMBERED = 50_000;
    /** Another node may have linked an identity to somebody else in the meantime. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Cache<Sighting, Contact> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    public Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The contact of each sighting, in the caller's transaction.
     *
     * <p>The number of statements does not grow with people seen for the first time or seen before; only a person seen
     * differently than before (a new name, a number that was hidden) costs some of their own.
     */
    Map<Sighting, Contact> of(Collection<Sighting> sightings) {
        Map<Sighting, Contact> contacts = new HashMap<>(known.getAllPresent(sightings));
        Set<Sighting> unseen = new LinkedHashSet<>(sightings);
        unseen.removeAll(contacts.keySet());
        if (!unseen.isEmpty()) {
            Map<Identity, Contact> found = find(unseen);
            Map<Sighting, Contact> fresh = new HashMap<>(create(strangers(unseen, found)));
            for (Sighting sighting : unseen) {
                fresh.computeIfAbsent(sighting, s -> isKnown(s, found) ? found.get(s.first()) : findOrCreate(s));
            }
            afterCommit(() -> known.putAll(fresh));
            contacts.putAll(fresh);
        }
        return contacts;
    }

    /** The contact with this phone at a number of ours, made where there is none; in the caller's transaction. */
    public Contact at(String phoneNumberId, String phone) {
        Sighting sighting = new Sighting(phoneNumberId, new Sender(phone, null, null, null));
        return Objects.requireNonNull(of(List.of(sighting)).get(sighting));
    }

    /** The contacts with these keys. */
    Map<Long, Contact> byIds(Long[] ids) {
        return jdbc
                .sql("select id, phone_number_id, phone, user_id, name from contact where id = any(?::bigint[])")
                .param(ids)
                .query(Contact.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    /** What the contact told us, the number only by WhatsApp's own button: trusted as if it had been visible. */
    public Contact learn(Contact contact, @Nullable String phone, @Nullable String name) {
        Contact linked = link(
                contact,
                new Sender(
                        firstPresent(phone, contact.phone()),
                        contact.userId(),
                        null,
                        firstPresent(name, contact.name())));
        afterCommit(known::invalidateAll);
        return linked;
    }

    /** Sightings of which no identity is found, each person once. */
    private static List<Sighting> strangers(Set<Sighting> sightings, Map<Identity, Contact> found) {
        Set<Identity> taken = new HashSet<>(found.keySet());
        List<Sighting> strangers = new ArrayList<>();
        for (Sighting sighting : sightings) {
            List<Identity> identities = sighting.identities();
            if (Collections.disjoint(taken, identities)) {
                strangers.add(sighting);
                taken.addAll(identities);
            }
        }
        return strangers;
    }

    private static boolean isKnown(Sighting sighting, Map<Identity, Contact> found) {
        Contact first = found.get(sighting.first());
        return first != null
                && sighting.identities().stream().allMatch(identity -> first.equals(found.get(identity)))
                && merged(first, sighting.sender()).equals(first);
    }

    private Contact findOrCreate(Sighting sighting) {
        Map<Identity, Contact> found = find(List.of(sighting));
        if (found.isEmpty()) {
            Contact created = create(List.of(sighting)).get(sighting);
            if (created != null) {
                return created;
            }
            // Another node saw the same person at the same moment, and has committed.
            found = find(List.of(sighting));
        }
        Contact contact = sighting.identities().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return link(contact, sighting.sender());
    }

    private Map<Identity, Contact> find(Collection<Sighting> sightings) {
        List<Identity> identities = identities(sightings);
        return jdbc
                .sql("""
                        select i.phone_number_id as number, i.kind, i.value, c.id, c.phone_number_id, c.phone, c.user_id, c.name
                        from unnest(?::text[], ?::text[], ?::text[]) as s (phone_number_id, kind, value)
                        join contact_identity i using (phone_number_id, kind, value)
                        join contact c on c.id = i.contact_id
                        """)
                .param(texts(identities, Identity::phoneNumberId))
                .param(texts(identities, Identity::kind))
                .param(texts(identities, Identity::value))
                .query((row, n) -> Map.entry(
                        new Identity(row.getString("number"), row.getString("kind"), row.getString("value")),
                        new Contact(
                                row.getLong("id"),
                                row.getString("phone_number_id"),
                                row.getString("phone"),
                                row.getString("user_id"),
                                row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** New contacts; one whose identity another node takes at the same moment is left out. */
    private Map<Sighting, Contact> create(List<Sighting> strangers) {
        if (strangers.isEmpty()) {
            return Map.of();
        }
        Map<Sighting, Contact> created = insertContacts(strangers);
        Set<Long> beaten = insertIdentities(created);
        if (!beaten.isEmpty()) {
            created.values().removeIf(contact -> beaten.contains(contact.id()));
            Long[] ids = beaten.toArray(Long[]::new);
            jdbc.sql("delete from contact_identity where contact_id = any(?::bigint[])")
                    .param(ids)
                    .update();
            jdbc.sql("delete from contact where id = any(?::bigint[])")
                    .param(ids)
                    .update();
        }
        jdbc.sql("insert into conversation (contact_id) select unnest(?::bigint[])")
                .param(created.values().stream().map(Contact::id).toArray(Long[]::new))
                .update();
        return created;
    }

    private Map<Sighting, Contact> insertContacts(List<Sighting> strangers) {
        List<Long> ids = jdbc.sql("select nextval(pg_get_serial_sequence('contact', 'id')) from generate_series(1, ?)")
                .param(strangers.size())
                .query(Long.class)
                .list();
        Map<Sighting, Contact> contacts = new HashMap<>();
        for (int i = 0; i < strangers.size(); i++) {
            Sighting sighting = strangers.get(i);
            Sender sender = sighting.sender();
            contacts.put(
                    sighting,
                    new Contact(ids.get(i), sighting.phoneNumberId(), sender.phone(), sender.userId(), sender.name()));
        }
        List<Contact> rows = List.copyOf(contacts.values());
        jdbc.sql("""
                        insert into contact (id, phone_number_id, phone, user_id, name) overriding system value
                        select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
                        """)
                .param(rows.stream().map(Contact::id).toArray(Long[]::new))
                .param(texts(rows, Contact::phoneNumberId))
                .param(texts(rows, Contact::phone))
                .param(texts(rows, Contact::userId))
                .param(texts(rows, Contact::name))
                .update();
        return contacts;
    }

    /** Ids of contacts that did not get all of their identities. */
    private Set<Long> insertIdentities(Map<Sighting, Contact> created) {
        // In one order on all nodes, so that two that see the same people wait for each other and do not deadlock.
        List<Map.Entry<Identity, Long>> rows = created.entrySet().stream()
                .flatMap(entry -> entry.getKey().identities().stream()
                        .map(identity -> Map.entry(identity, entry.getValue().id())))
                .sorted(Map.Entry.comparingByKey(Identity.ORDER))
                .toList();
        Set<Identity> inserted = jdbc
                .sql("""
                        insert into contact_identity (phone_number_id, kind, value, contact_id)
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[])
                        on conflict do nothing returning phone_number_id, kind, value
                        """)
                .param(texts(rows, row -> row.getKey().phoneNumberId()))
                .param(texts(rows, row -> row.getKey().kind()))
                .param(texts(rows, row -> row.getKey().value()))
                .param(rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .query((row, n) -> new Identity(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> !inserted.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    private Contact link(Contact contact, Sender sender) {
        int changed = new Sighting(contact.phoneNumberId(), sender)
                .identities().stream()
                        .mapToInt(identity -> jdbc.sql("""
                                insert into contact_identity (phone_number_id, kind, value, contact_id) values (?, ?, ?, ?)
                                on conflict (phone_number_id, kind, value) do update set contact_id = excluded.contact_id
                                where contact_identity.contact_id <> excluded.contact_id
                                """)
                                .params(identity.phoneNumberId(), identity.kind(), identity.value(), contact.id())
                                .update())
                        .sum();
        Contact linked = merged(contact, sender);
        if (!linked.equals(contact)) {
            jdbc.sql("update contact set phone = ?, user_id = ?, name = ? where id = ?")
                    .params(linked.phone(), linked.userId(), linked.name(), linked.id())
                    .update();
        }
        if (changed > 0) {
            afterCommit(known::invalidateAll);
        }
        return linked;
    }

    private static Contact merged(Contact contact, Sender sender) {
        return new Contact(
                contact.id(),
                contact.phoneNumberId(),
                firstPresent(sender.phone(), contact.phone()),
                firstPresent(sender.userId(), contact.userId()),
                firstPresent(sender.name(), contact.name()));
    }

    private static List<Identity> identities(Collection<Sighting> sightings) {
        return sightings.stream()
                .flatMap(sighting -> sighting.identities().stream())
                .distinct()
                .toList();
    }

    private static @Nullable String firstPresent(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** A sender as seen at one of our numbers. */
    record Sighting(String phoneNumberId, Sender sender) {

        /** The user id comes first: a phone number can be given to somebody else, a user id cannot. */
        List<Identity> identities() {
            List<Identity> identities = new ArrayList<>(3);
            add(identities, "user", sender.userId());
            add(identities, "phone", sender.phone());
            add(identities, "parent", sender.parentUserId());
            return identities;
        }

        Identity first() {
            return identities().getFirst();
        }

        private void add(List<Identity> identities, String kind, @Nullable String value) {
            if (value != null) {
                identities.add(new Identity(phoneNumberId, kind, value));
            }
        }
    }

    private record Identity(String phoneNumberId, String kind, String value) {

        static final Comparator<Identity> ORDER = Comparator.comparing(Identity::phoneNumberId)
                .thenComparing(Identity::kind)
                .thenComparing(Identity::value);
    }
}
