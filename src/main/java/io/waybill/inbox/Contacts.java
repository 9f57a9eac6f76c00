package io.waybill.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.database.AfterCommit;
import io.waybill.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the contact behind a sender, making one on first sight.
 *
 * <p>A person is known by phone number, user id or parent user id; what is seen together is linked from then on. When phone
 * and user id turn out to belong to two contacts, the one with the user id goes on and the other is merged into it ({@link Merges}).
 */
public final class Contacts {

    private static final int REMEMBERED = 50_000;
    /** Another node may have linked an identity to somebody else in the meantime. */
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Identities identities;
    private final ContactLinks links;
    private final Cache<Sighting, Contact> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    public Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.identities = new Identities(jdbc);
        this.links = new ContactLinks(jdbc, identities);
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
            AfterCommit.run(() -> known.putAll(fresh));
            contacts.putAll(fresh);
        }
        return contacts;
    }

    /** From the end of the caller's transaction on whoever they are is looked up again. */
    void forget(Collection<Long> contacts) {
        AfterCommit.run(() -> known.asMap().values().removeIf(contact -> contacts.contains(contact.id())));
    }

    /** The contact with this phone at a number of ours, made where there is none; in the caller's transaction. */
    public Contact at(String phoneNumberId, String phone) {
        Sighting sighting = new Sighting(phoneNumberId, new Sender(phone, null, null, null));
        return Objects.requireNonNull(of(List.of(sighting)).get(sighting));
    }

    /**
     * As if they had written last so much earlier, for the simulator: nothing else of them moves.
     *
     * @return false when they have never written
     */
    public boolean wroteEarlier(String phoneNumberId, String userId, @Nullable String phone, Duration by) {
        return jdbc.sql("""
                        update conversation set last_message_at = last_message_at - ? * interval '1 second'
                        where last_message_at is not null and contact_id in (
                            select contact_id from contact_identity
                            where phone_number_id = ? and (kind, value) in (('user', ?), ('phone', ?)))
                        """)
                        .params(by.toSeconds(), phoneNumberId, userId, phone)
                        .update()
                > 0;
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
        AfterCommit.run(known::invalidateAll);
        return linked;
    }

    /** In the caller's transaction. */
    void learn(ContactNews news) {
        switch (news) {
            case ContactNews.Renamed(IdentityChange change) -> follow(change);
            case ContactNews.Marketing(String phoneNumberId, Sender person, boolean wanted, Instant at) -> {
                Sighting seen = new Sighting(phoneNumberId, person);
                Contact contact = Objects.requireNonNull(of(List.of(seen)).get(seen));
                links.marketing(contact.id(), wanted, at);
            }
        }
    }

    /** WhatsApp itself has just reached the contact by this number, which it is written to from now on; in the caller's transaction. */
    public void reachedAs(long contactId, String phone) {
        Contact contact = links.goingOnAs(contactId);
        Identity reached = Identity.phone(contact.phoneNumberId(), phone);
        Contact whole = links.takeOver(contact, identities.find(List.of(reached)));
        identities.give(reached, contact.id());
        links.write(new Contact(contact.id(), contact.phoneNumberId(), phone, whole.userId(), whole.name()));
        AfterCommit.run(known::invalidateAll);
    }

    /** Contacts were merged elsewhere: what this node remembers may be of those that are gone. */
    void forget() {
        known.invalidateAll();
    }

    /**
     * The contact that {@code change} is about, known by its new identities from now on, and free of its old number where it has a
     * new one.
     *
     * @return empty when the change was followed before
     */
    Optional<Contact> follow(IdentityChange change) {
        if (links.followed(change)) {
            return Optional.empty();
        }
        Sighting now = change.seenFromNowOn();
        List<Identity> before = change.seenBefore().identities();
        Map<Identity, Contact> found = identities.find(before);
        Contact contact = before.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> findOrCreate(now));
        if (change.newPhone() != null) {
            identities.freeNumbers(contact.id());
        }
        Contact changed = links.follow(merged(contact, now.sender()), identities.find(now.identities()), change.at());
        now.identities().forEach(identity -> identities.give(identity, contact.id()));
        links.write(changed);
        links.remember(change);
        AfterCommit.run(known::invalidateAll);
        return Optional.of(changed);
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
        return identities.find(sightings.stream()
                .flatMap(sighting -> sighting.identities().stream())
                .toList());
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
            identities.remove(ids);
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
        return identities.insert(created.entrySet().stream()
                .flatMap(entry -> entry.getKey().identities().stream()
                        .map(identity -> Map.entry(identity, entry.getValue().id())))
                .toList());
    }

    private Contact link(Contact contact, Sender sender) {
        List<Identity> seen = new Sighting(contact.phoneNumberId(), sender).identities();
        Map<Identity, Contact> found = identities.find(seen);
        Contact linked = links.takeOver(merged(contact, sender), found);
        boolean changed = found.values().stream().anyMatch(other -> other.id() != contact.id());
        for (Identity identity : seen) {
            changed |= identities.give(identity, contact.id());
        }
        if (!linked.equals(contact)) {
            links.write(linked);
        }
        if (changed) {
            AfterCommit.run(known::invalidateAll);
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

    private static @Nullable String firstPresent(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static <T> String[] texts(List<T> list, Function<T, @Nullable String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }
}
