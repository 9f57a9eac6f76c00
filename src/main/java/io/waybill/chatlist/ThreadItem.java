package io.waybill.chatlist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a conversation.
 *
 * @param id unique in it, and the same whenever it is read
 * @param kind in, out, erp, incident, handover, takeover or handback
 * @param at when it came, was written or happened
 * @param message of {@code in} and {@code out}
 * @param event of all else
 */
record ThreadItem(
        String id,
        String kind,
        Instant at,
        @Nullable MessageItem message,
        @Nullable EventItem event) {

    /**
     * @param type text, image, document, audio, video, sticker, location, contacts, tap, interactive, template …
     * @param text as people read it; of a template in the words it stands for
     * @param file what comes with it
     * @param options titles of the buttons or rows it shows
     * @param by who of us wrote it; null: the flow did, or the customer
     * @param flow whose turn it belongs to
     * @param ticks of a message of ours
     */
    record MessageItem(
            String type,
            String text,
            @Nullable FileItem file,
            List<String> options,
            @Nullable String wamid,
            @Nullable String by,
            @Nullable String flow,
            @Nullable String step,
            @Nullable Ticks ticks) {}

    /**
     * @param link on this gateway, for people who are signed in; null: it is elsewhere
     * @param elsewhere an address of somebody else, never shown of its own accord
     */
    record FileItem(
            String kind,
            @Nullable String link,
            @Nullable String elsewhere,
            @Nullable String filename) {}

    /**
     * @param state queued, sent, delivered, read or failed
     * @param name under which {@code /api/v1/messages} tells more
     * @param code Meta's, where it failed
     * @param reason Meta's words, where it failed
     * @param why what to tell somebody who asks where it is
     */
    record Ticks(
            String state,
            String name,
            @Nullable Instant sentAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt,
            @Nullable Integer code,
            @Nullable String reason,
            String why) {}

    /**
     * @param operation of the ERP
     * @param outcome ok, empty, refused, down or unknown
     * @param text what happened, or who did it
     */
    record EventItem(
            @Nullable String operation,
            @Nullable String outcome,
            @Nullable String text,
            long tookMillis) {}
}
