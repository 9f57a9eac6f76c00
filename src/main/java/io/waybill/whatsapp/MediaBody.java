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

    MediaBody withoutCaption() {
        return new MediaBody(kind, id, link, voice, filename, null);
    }
}
