package io.waybill.message;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer's message holds: one record for each kind that WhatsApp delivers, and {@link Unknown} for kinds to come. */
public sealed interface Content {

    /**
     * False for what says nothing new: it answers no question, gets no answer, and does not open the customer service window.
     */
    default boolean isSaid() {
        return switch (this) {
            case Reaction reaction -> false;
            case SystemNotice notice -> false;
            case Edit edit -> false;
            case Revoke revoke -> false;
            case StaffMessage message -> false;
            case HandBack back -> false;
            case Unsupported(String kind, List<Problem> problems) -> kind == null || !NOT_SAID.contains(kind);
            case Unknown(String type, List<Problem> problems) -> !NOT_SAID.contains(type);
            default -> true;
        };
    }

    /** What people do to messages, by WhatsApp's name for it, where it comes without its body. */
    Set<String> NOT_SAID = Set.of("reaction", "edit", "revoke", "pin", "keep_in_chat", "poll_update", "system");

    /** Text as typed; may be blank. */
    record Text(String body) implements Content {}

    /** A file kept by Meta for seven days under {@code mediaId}; {@code filename} is hostile input. */
    record Media(
            MediaKind kind,
            String mediaId,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable String caption,
            @Nullable String filename)
            implements Content {}

    /** A pin or a picked place; name and address only for a picked place. */
    record Location(
            BigDecimal latitude,
            BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) implements Content {}

    /** Contact cards. {@code requested} is true when they answer our own contact request button. */
    record SharedContacts(List<SharedContact> contacts, boolean requested) implements Content {}

    /** A tap on a reply button or a list row of ours; {@code id} is the reply id we sent. */
    record Tap(String id, String title) implements Content {}

    /** A tap on a quick reply of a template of ours. */
    record QuickReply(String payload, String text) implements Content {

        /** The payload of the button by which a customer comes back to where they were. */
        public static final String GO_ON = "go-on";
    }

    /** The answer of a WhatsApp form; {@code responseJson} is JSON text as sent. */
    record FormReply(@Nullable String name, String responseJson) implements Content {}

    /** A cart from the WhatsApp catalogue. Prices are what the phone showed: never to be trusted. */
    record CatalogueCart(String catalogId, @Nullable String note, List<CatalogueItem> items) implements Content {}

    /** A reaction to a message; no emoji means it was taken back. */
    record Reaction(String messageId, @Nullable String emoji) implements Content {}

    /** News about the person: changed number, changed user id, changed identity. */
    record SystemNotice(
            String kind,
            @Nullable String body,
            @Nullable String newPhone,
            @Nullable String newUserId) implements Content {}

    /** The person edited an earlier message. */
    record Edit(String originalMessageId) implements Content {}

    /** The person deleted an earlier message. */
    record Revoke(String originalMessageId) implements Content {}

    /** What somebody of the business wrote to the person from the phone app, beside us. */
    record StaffMessage(String type, @Nullable String text) implements Content {}

    /**
     * Somebody gives the person back to the flow.
     *
     * @param how in capital letters: RESUME, RESTART or END
     */
    record HandBack(String how, String by) implements Content {}

    /** Something WhatsApp does not pass on to businesses. */
    record Unsupported(@Nullable String kind, List<Problem> problems) implements Content {}

    /** A kind this version does not know, or a known kind that came without its body. */
    record Unknown(String type, List<Problem> problems) implements Content {}

    enum MediaKind {
        IMAGE,
        VIDEO,
        AUDIO,
        DOCUMENT,
        STICKER
    }

    /** @param phones E.164 with plus where WhatsApp gave a wa_id, else as typed */
    record SharedContact(
            @Nullable String name,
            List<String> phones,
            @Nullable String waPhone) {}

    record CatalogueItem(
            String retailerId,
            BigDecimal quantity,
            @Nullable BigDecimal itemPrice,
            @Nullable String currency) {}
}
