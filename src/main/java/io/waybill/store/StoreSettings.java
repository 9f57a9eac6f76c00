package io.waybill.store;

import io.waybill.message.PhoneNumbers;
import io.waybill.setting.WrongSetting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code waybill.store}: what a store begins with.
 *
 * @param modes how customers get what they order: {@code delivery}, {@code pickup}, or both
 * @param pickupAddress where they fetch it
 * @param confirmed what confirms an order: {@code cod}, {@code payment} or {@code staff}
 * @param reserveFor how long goods are held during checkout; not set: stock is only looked at
 * @param catalogId Meta's id of the WhatsApp catalogue that flows show products of
 * @param country two letters: phone numbers without country code are of there
 * @param zone where the days of the store begin, such as Africa/Nairobi
 */
@ConfigurationProperties("waybill.store")
public record StoreSettings(
        @Nullable String name,
        @DefaultValue("delivery") List<String> modes,
        @Nullable String pickupAddress,
        @DefaultValue("cod") String confirmed,
        @Nullable Duration reserveFor,
        @Nullable String catalogId,
        @Nullable String country,
        @DefaultValue("UTC") ZoneId zone) {

    private static final Duration SHORTEST_RESERVATION = Duration.ofMinutes(1);
    private static final Set<String> MODES = Set.of("delivery", "pickup");
    private static final Set<String> CONFIRMED = Set.of("cod", "payment", "staff");

    /** These; throws {@link WrongSetting} for the one that cannot be. */
    public StoreSettings usable() {
        WrongSetting.unless(
                !modes.isEmpty() && MODES.containsAll(modes),
                "waybill.store.modes",
                "/modes",
                "is delivery, pickup, or both, not %s.".formatted(String.join(", ", modes)));
        WrongSetting.unless(
                reserveFor == null || reserveFor.compareTo(SHORTEST_RESERVATION) >= 0,
                "waybill.store.reserve-for",
                "/reserveMinutes",
                "must be 1m or longer, not %s.".formatted(reserveFor));
        WrongSetting.unless(
                CONFIRMED.contains(confirmed),
                "waybill.store.confirmed",
                "/confirmed",
                "is cod, payment or staff, not %s.".formatted(confirmed));
        WrongSetting.unless(
                country == null || PhoneNumbers.isCountry(country),
                "waybill.store.country",
                "/country",
                "is a country in two letters, such as KE, not %s.".formatted(country));
        return this;
    }
}
