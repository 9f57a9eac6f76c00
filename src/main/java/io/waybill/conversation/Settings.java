package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.home.Misconfigured;
import io.waybill.store.StoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.*}: how much is done at once, and business settings that have no screen.
 *
 * @param contactsAtOnce contacts worked on at the same time by this node; more wait in PostgreSQL
 * @param lease how long a contact stays with a node that does not renew its claim
 * @param patience how long a customer waits for the ERP until they are told that it takes longer; zero: for as long as it takes
 * @param typingAfter how long until they see that we are typing; zero: never
 * @param staffPause how long flows are silent after staff wrote to the customer from the phone app
 * @param numbers what is different for customers of one number of ours, by the name it has in {@code waybill.whatsapp.numbers}, or {@code main}
 */
@ConfigurationProperties("waybill")
record Settings(
        @DefaultValue("256") int contactsAtOnce,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1700ms") Duration patience,
        @DefaultValue("1s") Duration typingAfter,
        @DefaultValue("12h") Duration staffPause,
        @DefaultValue Map<String, NumberProfile> numbers) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

    /** These, when work can be done with them; throws {@link Misconfigured} with the name of the one that is wrong. */
    Settings usable() {
        unless(contactsAtOnce > 0, "waybill.contacts-at-once must be 1 or more, not %d.".formatted(contactsAtOnce));
        unless(
                lease.compareTo(SHORTEST_LEASE) >= 0,
                "waybill.lease must be 5s or longer, not %s: it is renewed every third of it.".formatted(lease));
        unless(!patience.isNegative(), "waybill.patience must not be negative; 0s says nothing while the ERP is slow.");
        unless(
                !typingAfter.isNegative(),
                "waybill.typing-after must not be negative; 0s never shows that we are typing.");
        unless(
                staffPause.isPositive(),
                "waybill.staff-pause must be longer than nothing, not %s.".formatted(staffPause));
        return this;
    }

    /** @param flows ids of those that customers of this number can start; none: all */
    record NumberProfile(
            @DefaultValue Set<String> flows, @DefaultValue OwnStore store) {}

    /** What is not said is as it is for all. */
    record OwnStore(
            @Nullable String name,
            @Nullable List<String> modes,
            @Nullable String pickupAddress,
            @Nullable String confirmed,
            @Nullable Duration reserveFor,
            @Nullable String catalogId) {

        static final OwnStore SAME = new OwnStore(null, null, null, null, null, null);

        StoreSettings over(StoreSettings store) {
            return new StoreSettings(
                    or(name, store.name()),
                    Objects.requireNonNullElse(modes, store.modes()),
                    or(pickupAddress, store.pickupAddress()),
                    Objects.requireNonNullElse(confirmed, store.confirmed()),
                    or(reserveFor, store.reserveFor()),
                    or(catalogId, store.catalogId()),
                    store.country(),
                    store.zone());
        }

        private static <T> @Nullable T or(@Nullable T own, @Nullable T common) {
            return own == null ? common : own;
        }
    }
}
