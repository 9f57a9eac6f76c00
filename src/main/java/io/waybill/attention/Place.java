package io.waybill.attention;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where something stands among what waits: by a time, then by its key.
 *
 * @param since by which its category is ordered: when it began to wait, or when it was due
 */
public record Place(Instant since, String key) {

    private static final String BETWEEN = "~";

    /** Before all. */
    public static Place first(String leastKey) {
        return new Place(Instant.EPOCH, leastKey);
    }

    /** As it stands in addresses. */
    public String text() {
        return since + BETWEEN + key;
    }

    /** Empty for what {@link #text} never says. */
    public static Optional<Place> of(String text) {
        String[] parts = text.split(BETWEEN, 2);
        try {
            return parts.length < 2 ? Optional.empty() : Optional.of(new Place(Instant.parse(parts[0]), parts[1]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
