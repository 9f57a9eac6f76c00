package io.waybill.inbox;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes one contact of those that turn out to be one person; what is kept of them follows by {@link Merges}. */
final class ContactLinks {

    /** Somebody may have written under their new number for so long before Meta tells of it; numbers are not given to others so soon. */
    private static final Duration TOLD_LATE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Identities identities;

    ContactLinks(JdbcClient jdbc, Identities identities) {
        this.jdbc = jdbc;
        this.identities = identities;
    }

    /**
     * The contact as it is with those who turn out to be it. Somebody with another user id is somebody else, whose phone number has
     * changed hands: they only lose the number.
     */
    Contact takeOver(Contact contact, Map<Identity, Contact> found) {
        Contact whole = contact;
        for (Contact other : others(contact, found.values())) {
            if (other.userId() == null
                    || contact.userId() == null
                    || other.userId().equals(contact.userId())) {
                whole = merge(whole, other);
            } else if (other.phone() != null && other.phone().equals(contact.phone())) {
                write(new Contact(other.id(), other.phoneNumberId(), null, other.userId(), other.name()));
            }
        }
        return whole;
    }

    /**
     * The contact, who is called so since {@code changed}, as it is with those who have been called so since. Somebody who was called so
     * before that has given the number up: they only lose it.
     */
    Contact follow(Contact contact, Map<Identity, Contact> found, Instant changed) {
        Contact whole = contact;
        for (Contact other : others(contact, found.values())) {
            boolean sameUser = other.userId() != null && other.userId().equals(contact.userId());
            if (sameUser || isKnownOnlySince(changed.minus(TOLD_LATE), other)) {
                whole = merge(whole, other);
            } else {
                write(new Contact(other.id(), other.phoneNumberId(), null, other.userId(), other.name()));
            }
        }
        return whole;
    }

    private boolean isKnownOnlySince(Instant time, Contact contact) {
        return jdbc.sql("select created_at >= to_timestamp(?) from contact where id = ?")
                .params(time.toEpochMilli() / 1000.0, contact.id())
                .query(Boolean.class)
                .single();
    }

    private static List<Contact> others(Contact contact, Collection<Contact> found) {
        return found.stream()
                .filter(other -> other.id() != contact.id())
                .distinct()
                .toList();
    }

    private Contact merge(Contact contact, Contact other) {
        identities.giveAll(other.id(), contact.id());
        jdbc.sql("update contact set merged_into = ? where id = ? or merged_into = ?")
                .params(contact.id(), other.id(), other.id())
                .update();
        jdbc.sql("update conversation set merging = true where contact_id = ?")
                .param(contact.id())
                .update();
        return new Contact(
                contact.id(),
                contact.phoneNumberId(),
                either(contact.phone(), other.phone()),
                either(contact.userId(), other.userId()),
                either(contact.name(), other.name()));
    }

    /** The contact with this key, or the one it was merged into. */
    Contact goingOnAs(long contactId) {
        return jdbc.sql("""
                        select k.id, k.phone_number_id, k.phone, k.user_id, k.name
                        from contact a join contact k on k.id = coalesce(a.merged_into, a.id) where a.id = ?
                        """).param(contactId).query(Contact.class).single();
    }

    void write(Contact contact) {
        jdbc.sql("update contact set phone = :phone, user_id = :user, name = :name where id = :id")
                .param("phone", contact.phone(), Types.VARCHAR)
                .param("user", contact.userId(), Types.VARCHAR)
                .param("name", contact.name(), Types.VARCHAR)
                .param("id", contact.id())
                .update();
    }

    /** What was said later counts, in whatever order it comes. */
    void marketing(long contactId, boolean wanted, Instant at) {
        jdbc.sql("""
                        update contact
                        set marketing_stopped_at = case when :wanted then null else to_timestamp(:at) end, marketing_told_at = to_timestamp(:at)
                        where id = :id and (marketing_told_at is null or marketing_told_at <= to_timestamp(:at))
                        """)
                .param("wanted", wanted)
                .param("at", at.toEpochMilli() / 1000.0)
                .param("id", contactId)
                .update();
    }

    boolean followed(IdentityChange change) {
        return jdbc.sql("select exists (select 1 from identity_change where phone_number_id = ? and key = ?)")
                .params(change.phoneNumberId(), change.key())
                .query(Boolean.class)
                .single();
    }

    void remember(IdentityChange change) {
        jdbc.sql("insert into identity_change (phone_number_id, key) values (?, ?) on conflict do nothing")
                .params(change.phoneNumberId(), change.key())
                .update();
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
