package io.waybill.whatsapp;

import io.waybill.message.Reply;
import io.waybill.whatsapp.MetaTemplate.Header;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture, film or document above the text of a template.
 *
 * @param format that of the template's header
 */
record HeaderFile(String format, String address) {

    /** Null when the template has no such header, or nothing to show in it. */
    static @Nullable HeaderFile of(@Nullable Header header, @Nullable String address) {
        return header == null || !header.isFile() || address == null ? null : new HeaderFile(header.format(), address);
    }

    /** Above buttons. */
    Reply.Header header() {
        return switch (format) {
            case Header.IMAGE -> new Reply.Image(address, null);
            case Header.VIDEO -> new Reply.Video(address, null);
            default -> new Reply.Document(address, filename(), null);
        };
    }

    /** As a message of its own, with the words under it. */
    Reply.File over(String words) {
        return switch (format) {
            case Header.IMAGE -> new Reply.Image(address, words);
            case Header.VIDEO -> new Reply.Video(address, words);
            default -> new Reply.Document(address, filename(), words);
        };
    }

    /** Empty when the address is none. */
    Optional<MediaBody> onTheWire() {
        return FilePayload.header(over(""));
    }

    /** What customers save a document as. */
    private String filename() {
        String path = address.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
