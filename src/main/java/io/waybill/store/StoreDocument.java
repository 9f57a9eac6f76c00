package io.waybill.store;

import io.waybill.setting.WrongSetting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@link StoreSettings} as the API has them; what is empty is not set.
 *
 * @param modes delivery, pickup, or both
 * @param confirmed what confirms an order: cod, payment or staff
 * @param reserveMinutes how long goods are held during checkout; null: stock is only looked at
 * @param country two letters: phone numbers without country code are of there
 * @param zone such as Africa/Nairobi
 */
record StoreDocument(
        @Nullable String name,
        List<String> modes,
        @Nullable String pickupAddress,
        String confirmed,
        @Nullable Integer reserveMinutes,
        @Nullable String catalogId,
        @Nullable String country,
        String zone) {

    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_ID = 64;

    /** What a program left out is refused by name, not by accident. */
    StoreDocument {
        modes = Objects.requireNonNullElse(modes, List.of());
        confirmed = Objects.requireNonNullElse(confirmed, "");
        zone = Objects.requireNonNullElse(zone, "");
    }

    static StoreDocument of(StoreSettings settings) {
        Duration held = settings.reserveFor();
        return new StoreDocument(
                settings.name(),
                settings.modes(),
                settings.pickupAddress(),
                settings.confirmed(),
                held == null ? null : Math.toIntExact(held.toMinutes()),
                settings.catalogId(),
                settings.country(),
                settings.zone().getId());
    }

    /** @throws WrongSetting for what cannot be */
    StoreSettings settings() {
        String where = text(country, 2, "country");
        WrongSetting.unless(
                ZONES.contains(zone),
                "waybill.store.zone",
                "/zone",
                "is a time zone such as Africa/Nairobi, not %s.".formatted(zone));
        return new StoreSettings(
                text(name, LONGEST_NAME, "name"),
                modes.stream().distinct().toList(),
                text(pickupAddress, LONGEST_ADDRESS, "pickupAddress"),
                confirmed,
                reserveMinutes == null ? null : Duration.ofMinutes(reserveMinutes),
                text(catalogId, LONGEST_ID, "catalogId"),
                where == null ? null : where.toUpperCase(Locale.ROOT),
                ZoneId.of(zone));
    }

    private static @Nullable String text(@Nullable String text, int longest, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        WrongSetting.unless(
                stripped.length() <= longest,
                "waybill.store." + field,
                "/" + field,
                "has %d characters; there is room for %d.".formatted(stripped.length(), longest));
        return stripped;
    }
}
