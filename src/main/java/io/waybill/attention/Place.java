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

    /** Later than anything waits, and nothing that a database cannot keep. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** As it stands in addresses. */
    public String text() {
        return since + BETWEEN + key;
    }

    /** Empty for what {@link #text} never says. */
    public static Optional<Place> of(String text) {
        String[] parts = text.split(BETWEEN, 2);
        if (parts.length < 2 || text.indexOf(0) >= 0) {
            return Optional.empty();
        }
        try {
            Instant since = Instant.parse(parts[0]);
            return since.isBefore(Instant.EPOCH) || since.isAfter(LAST)
                    ? Optional.empty()
                    : Optional.of(new Place(since, parts[1]));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
