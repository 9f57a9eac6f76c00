package io.waybill.revision;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A revision that became what customers get.
 *
 * @param id in the order of all publications of all flows
 * @param version counts the publications of this flow
 * @param revision null: the flow was withdrawn
 */
record Publication(
        long id,
        String flow,
        int version,
        @Nullable String revision,
        Source source,
        String author,
        String message,
        Instant publishedAt) {

    /** Who decided. */
    enum Source {
        /** A start that found a new file in {@code flows/}. */
        FILE,
        PERSON;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Source named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** @param author of a file: its name */
    record Draft(String flow, @Nullable String revision, Source source, String author, String message) {}

    boolean isOfFile() {
        return source == Source.FILE;
    }
}
