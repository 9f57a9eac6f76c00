package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a conversation through Waybill, told as WhatsApp tells of what they write from the phone app
 * ({@code smb_message_echoes}).
 */
public record StaffEcho(String id, String json) {

    /** With which its id begins; WhatsApp's do not. */
    public static final String OURS = "staff-";

    /** The type of {@link #takeOver}. */
    public static final String TAKE_OVER = "take_over";

    private static final String HAND_BACK = "hand_back";
    private static final String HOW = "how";

    /**
     * To whom, and when.
     *
     * @param phone E.164 with plus; one of {@code phone} and {@code userId} is known
     */
    public record To(@Nullable String phone, @Nullable String userId, Instant at) {}

    /** They wrote to the customer. */
    public static StaffEcho of(String key, To to, String what) {
        ObjectNode echo = echo(key, to, "text");
        echo.putObject("text").put("body", what);
        return made(key, echo);
    }

    /** They answer from now on. */
    public static StaffEcho takeOver(String key, To to, String by) {
        ObjectNode echo = echo(key, to, TAKE_OVER);
        echo.putObject(TAKE_OVER).put("body", by);
        return made(key, echo);
    }

    /** @param how as {@link Content.HandBack} has it */
    public static StaffEcho handBack(String key, To to, String by, String how) {
        ObjectNode echo = echo(key, to, HAND_BACK);
        echo.putObject(HAND_BACK).put("body", by).put(HOW, how);
        return made(key, echo);
    }

    /** Only what is ours: WhatsApp may come to have a type of that name. */
    static Optional<Content> handBack(Fields echo) {
        String how = echo.in(HAND_BACK).filled(HOW);
        String id = echo.filled("id");
        return how == null || id == null || !id.startsWith(OURS)
                ? Optional.empty()
                : Optional.of(new Content.HandBack(
                        how, String.valueOf(echo.in(HAND_BACK).text("body"))));
    }

    public InboundMessage message(String phoneNumberId) {
        return WebhookPayload.stored(phoneNumberId, json);
    }

    private static ObjectNode echo(String key, To to, String type) {
        ObjectNode echo = JsonNodeFactory.instance
                .objectNode()
                .put("id", OURS + key)
                .put("timestamp", Long.toString(to.at().getEpochSecond()))
                .put("type", type);
        if (to.phone() != null) {
            echo.put("to", to.phone().substring(1));
        }
        if (to.userId() != null) {
            echo.put("to_user_id", to.userId());
        }
        return echo;
    }

    private static StaffEcho made(String key, ObjectNode echo) {
        return new StaffEcho(
                OURS + key,
                JsonNodeFactory.instance.objectNode().set("echo", echo).toString());
    }
}
