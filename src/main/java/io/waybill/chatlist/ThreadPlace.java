package io.waybill.chatlist;

import java.util.Optional;

/**
 * How far back a conversation was read: what comes next is before these.
 *
 * @param in the number of a message of the customer
 * @param out of a message of ours
 * @param beside of what happened beside them
 */
record ThreadPlace(long in, long out, long beside) {

    static final ThreadPlace END = new ThreadPlace(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    String text() {
        return in + "." + out + "." + beside;
    }

    static Optional<ThreadPlace> read(String text) {
        if (!text.matches("\\d{1,19}\\.\\d{1,19}\\.\\d{1,19}")) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.");
        try {
            return Optional.of(
                    new ThreadPlace(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
