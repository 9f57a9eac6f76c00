package io.waybill.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.message.Sender;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    private final JdbcClient jdbc;
    private final Cache<Sighting, Contact> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The contact of {@code sender} at our number; runs in the caller's transaction. */
    public Contact of(String phoneNumberId, Sender sender) {
        Sighting sighting = new Sighting(phoneNumberId, sender);
        Contact cached = known.getIfPresent(sighting);
        if (cached != null) {
            return cached;
        }
        Contact contact = find(phoneNumberId, sender).orElseGet(() -> create(phoneNumberId, sender));
        Contact linked = link(contact, sender);
        afterCommit(() -> known.put(sighting, linked));
        return linked;
    }

    /** The contact with this key; it must exist. */
    public Contact byId(long id) {
        return jdbc.sql("select id, phone_number_id, phone, user_id, name from contact where id = ?")
                .param(id)
                .query(Contact.class)
                .single();
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

    private Optional<Contact> find(String phoneNumberId, Sender sender) {
        return identities(sender).entrySet().stream()
                .map(identity -> jdbc.sql("""
                                select c.id, c.phone_number_id, c.phone, c.user_id, c.name
                                from contact_identity i join contact c on c.id = i.contact_id
                                where i.phone_number_id = ? and i.kind = ? and i.value = ?
                                """)
                        .params(phoneNumberId, identity.getKey(), identity.getValue())
                        .query(Contact.class)
                        .optional())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Contact create(String phoneNumberId, Sender sender) {
        long id = jdbc.sql("insert into contact (phone_number_id, name) values (?, ?) returning id")
                .params(phoneNumberId, sender.name())
                .query(Long.class)
                .single();
        Map.Entry<String, String> identity =
                identities(sender).entrySet().iterator().next();
        // Another node may see the same person first; the one whose identity row stands wins.
        long winner = jdbc.sql("""
                        insert into contact_identity (phone_number_id, kind, value, contact_id) values (?, ?, ?, ?)
                        on conflict (phone_number_id, kind, value) do update set contact_id = contact_identity.contact_id
                        returning contact_id
                        """)
                .params(phoneNumberId, identity.getKey(), identity.getValue(), id)
                .query(Long.class)
                .single();
        if (winner != id) {
            jdbc.sql("delete from contact where id = ?").param(id).update();
            return byId(winner);
        }
        jdbc.sql("insert into conversation (contact_id) values (?)").param(id).update();
        return new Contact(id, phoneNumberId, null, null, sender.name());
    }

    private Contact link(Contact contact, Sender sender) {
        identities(sender)
                .forEach((kind, value) -> jdbc.sql("""
                                insert into contact_identity (phone_number_id, kind, value, contact_id) values (?, ?, ?, ?)
                                on conflict (phone_number_id, kind, value) do update set contact_id = excluded.contact_id
                                where contact_identity.contact_id <> excluded.contact_id
                                """)
                        .params(contact.phoneNumberId(), kind, value, contact.id())
                        .update());
        Contact linked = new Contact(
                contact.id(),
                contact.phoneNumberId(),
                firstPresent(sender.phone(), contact.phone()),
                firstPresent(sender.userId(), contact.userId()),
                firstPresent(sender.name(), contact.name()));
        if (!linked.equals(contact)) {
            jdbc.sql("update contact set phone = ?, user_id = ?, name = ? where id = ?")
                    .params(linked.phone(), linked.userId(), linked.name(), linked.id())
                    .update();
        }
        return linked;
    }

    /** The user id comes first: a phone number can be given to somebody else, a user id cannot. */
    private static Map<String, String> identities(Sender sender) {
        Map<String, String> identities = new LinkedHashMap<>();
        putPresent(identities, "user", sender.userId());
        putPresent(identities, "phone", sender.phone());
        putPresent(identities, "parent", sender.parentUserId());
        return identities;
    }

    private static void putPresent(Map<String, String> identities, String kind, @Nullable String value) {
        if (value != null) {
            identities.put(kind, value);
        }
    }

    private static @Nullable String firstPresent(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    private record Sighting(String phoneNumberId, Sender sender) {}
}
