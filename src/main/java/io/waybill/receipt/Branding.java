package io.waybill.receipt;

import io.waybill.media.Picture;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose receipt it is. A saved one never changes: a change is a new version.
 *
 * @param tagline below the name
 * @param footer at the end, such as how to reach the store
 */
public record Branding(
        Kind kind,
        int version,
        String name,
        @Nullable String tagline,
        @Nullable String footer,
        @Nullable Picture logo) {

    Branding with(@Nullable Picture otherLogo) {
        return new Branding(kind, version, name, tagline, footer, otherLogo);
    }

    /** What the money was for decides which of the two profiles a receipt carries. */
    public enum Kind {
        /** The store's, for every receipt that has an order. */
        ORDER,
        /** For payments without an order. */
        PAYMENT;

        /** As it stands in addresses. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.toString().equals(word))
                    .findFirst();
        }
    }
}
