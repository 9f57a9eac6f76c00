package io.waybill.conversation;

import static io.waybill.home.Misconfigured.unless;

import io.waybill.flow.World;
import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.*}: how much is done at once, and business settings that have no screen yet.
 *
 * @param contactsAtOnce contacts worked on at the same time by this node; more wait in PostgreSQL
 * @param lease how long a contact stays with a node that does not renew its claim
 * @param patience how long a customer waits for the ERP until they are told that it takes longer; zero: for as long as it takes
 * @param typingAfter how long until they see that we are typing; zero: never
 * @param staffPause how long flows are silent after staff wrote to the customer from the phone app
 * @param store what flows say of the business
 * @param numbers what is different for customers of one number of ours, by the name it has in {@code waybill.whatsapp.numbers}, or {@code main}
 */
@ConfigurationProperties("waybill")
record Settings(
        @DefaultValue("256") int contactsAtOnce,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1700ms") Duration patience,
        @DefaultValue("1s") Duration typingAfter,
        @DefaultValue("12h") Duration staffPause,
        @DefaultValue StoreProfile store,
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

    /**
     * @param modes how customers get what they order: {@code delivery}, {@code pickup}, or both
     * @param pickupAddress where they fetch it
     * @param confirmed what confirms an order: {@code cod}, {@code payment} or {@code staff}
     * @param reserveFor how long goods are held during checkout; not set: stock is only looked at
     * @param catalogId Meta's id of the WhatsApp catalogue that flows show products of
     */
    record StoreProfile(
            @Nullable String name,
            @DefaultValue("delivery") List<String> modes,
            @Nullable String pickupAddress,
            @DefaultValue("cod") String confirmed,
            @Nullable Duration reserveFor,
            @Nullable String catalogId) {

        private static final Duration SHORTEST_RESERVATION = Duration.ofMinutes(1);
        private static final Set<String> KNOWN = Set.of("delivery", "pickup");
        private static final Set<String> CONFIRMED = Set.of("cod", "payment", "staff");

        /**
         * @param flows those that customers can start; none: all
         * @throws Misconfigured naming the property that is wrong
         */
        World.Store store(Set<String> flows) {
            unless(
                    !modes.isEmpty() && KNOWN.containsAll(modes),
                    "waybill.store.modes is delivery, pickup, or both, not %s.".formatted(String.join(", ", modes)));
            unless(
                    reserveFor == null || reserveFor.compareTo(SHORTEST_RESERVATION) >= 0,
                    "waybill.store.reserve-for must be 1m or longer, not %s.".formatted(reserveFor));
            unless(
                    CONFIRMED.contains(confirmed),
                    "waybill.store.confirmed is cod, payment or staff, not %s.".formatted(confirmed));
            return new World.Store(
                    name,
                    modes.stream().distinct().toList(),
                    pickupAddress,
                    confirmed,
                    reserveFor == null ? null : reserveFor.toMinutes(),
                    catalogId,
                    flows);
        }
    }

    /** @param flows ids of those that customers of this number can start; none: all */
    record NumberProfile(
            @DefaultValue Set<String> flows, @DefaultValue OwnStore store) {}

    /** What is not said is as in {@code waybill.store}. */
    record OwnStore(
            @Nullable String name,
            @Nullable List<String> modes,
            @Nullable String pickupAddress,
            @Nullable String confirmed,
            @Nullable Duration reserveFor,
            @Nullable String catalogId) {

        StoreProfile over(StoreProfile store) {
            return new StoreProfile(
                    or(name, store.name()),
                    Objects.requireNonNullElse(modes, store.modes()),
                    or(pickupAddress, store.pickupAddress()),
                    Objects.requireNonNullElse(confirmed, store.confirmed()),
                    or(reserveFor, store.reserveFor()),
                    or(catalogId, store.catalogId()));
        }

        private static <T> @Nullable T or(@Nullable T own, @Nullable T common) {
            return own == null ? common : own;
        }
    }
}
