package io.waybill.conversation;

import io.waybill.message.Content;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that came in and is no answer to a flow, for people to read.
 *
 * @param type as WhatsApp calls it
 * @param about id of the message it is about
 */
record Seen(String type, @Nullable String about, @Nullable String detail) {

    static Optional<Seen> in(Content content) {
        return Optional.ofNullable(
                switch (content) {
                    case Content.Reaction(String messageId, String emoji) ->
                        new Seen("reaction", messageId, emoji == null ? "taken back" : emoji);
                    case Content.Edit(String original) -> new Seen("edit", original, null);
                    case Content.Revoke(String original) -> new Seen("revoke", original, null);
                    case Content.SystemNotice notice -> new Seen(notice.kind(), null, notice.body());
                    case Content.StaffMessage(String type, String text) ->
                        new Seen("staff", null, text == null ? type : text);
                    case Content.HandBack(String how, String by) ->
                        new Seen(
                                "staff",
                                null,
                                "%s handed the chat back: %s".formatted(by, how.toLowerCase(Locale.ROOT)));
                    case Content.Unsupported unsupported -> new Seen("unsupported", null, unsupported.kind());
                    case Content.Unknown unknown -> new Seen("unknown", null, unknown.type());
                    default -> null;
                });
    }
}
