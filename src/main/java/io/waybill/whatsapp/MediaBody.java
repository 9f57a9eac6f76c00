package io.waybill.whatsapp;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** A file on the wire, as a message of its own or above buttons: by Graph's id or by link, never by both. */
record MediaBody(
        @JsonIgnore String kind,
        @Nullable String id,
        @Nullable String link,
        @Nullable Boolean voice,
        @Nullable String filename,
        @Nullable String caption)
        implements WireBody {

    /** Where a file stands under the name of its kind, and its words elsewhere; null: it is of another kind. */
    @Nullable
    MediaBody only(String wanted) {
        return kind.equals(wanted) ? new MediaBody(kind, id, link, voice, filename, null) : null;
    }
}
