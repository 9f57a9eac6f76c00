package io.waybill.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a customer sent and a question takes.
 *
 * @param sha256 as the message says, hex or base64; null: it does not
 * @param filename as the customer calls it: hostile input
 * @param accept media types, which may end in {@code /*}; none: all
 */
public record FileWanted(
        String mediaId, @Nullable String sha256, @Nullable String filename, List<String> accept, long maxBytes) {

    public FileWanted {
        accept = List.copyOf(accept);
    }
}
