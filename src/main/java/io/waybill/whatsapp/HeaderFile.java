package io.waybill.whatsapp;

import io.waybill.message.Reply;
import io.waybill.whatsapp.MetaTemplate.Header;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture, film or document above the text of a template.
 *
 * @param format that of the template's header
 * @param filename what customers save a document as; null: the end of its address
 */
record HeaderFile(String format, String address, @Nullable String filename) {

    /** Null when the template has no such header, or nothing to show in it. */
    static @Nullable HeaderFile of(@Nullable Header header, @Nullable String address, @Nullable String filename) {
        return header == null || !header.isFile() || address == null
                ? null
                : new HeaderFile(header.format(), address, filename);
    }

    /** Above buttons. */
    Reply.Header header() {
        return switch (format) {
            case Header.IMAGE -> new Reply.Image(address, null);
            case Header.VIDEO -> new Reply.Video(address, null);
            default -> new Reply.Document(address, saved(), null);
        };
    }

    /** As a message of its own, with the words under it. */
    Reply.File over(String words) {
        return switch (format) {
            case Header.IMAGE -> new Reply.Image(address, words);
            case Header.VIDEO -> new Reply.Video(address, words);
            default -> new Reply.Document(address, saved(), words);
        };
    }

    /** Empty when the address is none. */
    Optional<MediaBody> onTheWire() {
        return FilePayload.header(over(""));
    }

    private String saved() {
        if (filename != null) {
            return filename;
        }
        String path = address.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
