package io.waybill.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What somebody does on the simulated phone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PhoneInput.Text.class, name = "text"),
    @JsonSubTypes.Type(value = PhoneInput.ButtonReply.class, name = "button_reply"),
    @JsonSubTypes.Type(value = PhoneInput.ListReply.class, name = "list_reply"),
    @JsonSubTypes.Type(value = PhoneInput.QuickReply.class, name = "quick_reply"),
    @JsonSubTypes.Type(value = PhoneInput.Location.class, name = "location"),
    @JsonSubTypes.Type(value = PhoneInput.ContactShare.class, name = "contact_share"),
    @JsonSubTypes.Type(value = PhoneInput.File.class, name = "file")
})
sealed interface PhoneInput {

    /** Adds the input to an element of {@code messages}, in Meta's words. */
    void writeTo(ObjectNode message, SimulatedCustomer customer);

    record Text(String text) implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            message.put("type", "text").putObject("text").put("body", text);
        }
    }

    record ButtonReply(String id, String title, @Nullable String contextId) implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            inReplyTo(message, contextId);
            ObjectNode interactive = message.put("type", "interactive").putObject("interactive");
            interactive
                    .put("type", "button_reply")
                    .putObject("button_reply")
                    .put("id", id)
                    .put("title", title);
        }
    }

    record ListReply(
            String id,
            String title,
            @Nullable String description,
            @Nullable String contextId) implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            inReplyTo(message, contextId);
            ObjectNode interactive = message.put("type", "interactive").putObject("interactive");
            ObjectNode reply = interactive.put("type", "list_reply").putObject("list_reply");
            reply.put("id", id).put("title", title);
            if (description != null) {
                reply.put("description", description);
            }
        }
    }

    record QuickReply(String payload, String text, @Nullable String contextId) implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            inReplyTo(message, contextId);
            message.put("type", "button")
                    .putObject("button")
                    .put("payload", payload)
                    .put("text", text);
        }
    }

    record Location(
            BigDecimal latitude,
            BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            ObjectNode location = message.put("type", "location").putObject("location");
            location.put("latitude", latitude).put("longitude", longitude);
            if (name != null && !name.isBlank()) {
                location.put("name", name);
            }
            if (address != null && !address.isBlank()) {
                location.put("address", address);
            }
        }
    }

    /** A file, as a document or as a picture. */
    record File(String filename, String mime, byte[] base64) implements PhoneInput {

        /** Meta's name for the file of {@code message}. */
        static String mediaId(ObjectNode message) {
            return message.path("id").asText().substring("wamid.".length());
        }

        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            boolean picture = mime.equals("image/jpeg") || mime.equals("image/png");
            String kind = picture ? "image" : "document";
            ObjectNode file = message.put("type", kind).putObject(kind);
            if (!picture) {
                file.put("filename", filename);
            }
            file.put("mime_type", mime)
                    .put("sha256", Base64.getEncoder().encodeToString(sha256(base64)))
                    .put("id", mediaId(message));
        }

        static byte[] sha256(byte[] bytes) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record ContactShare() implements PhoneInput {
        @Override
        public void writeTo(ObjectNode message, SimulatedCustomer customer) {
            ObjectNode contact =
                    message.put("type", "contacts").putArray("contacts").addObject();
            contact.put("origin", "contact_request");
            contact.putObject("name").put("formatted_name", customer.name());
            contact.putArray("phones")
                    .addObject()
                    .put("phone", "+" + customer.id())
                    .put("wa_id", customer.id());
        }
    }

    private static void inReplyTo(ObjectNode message, @Nullable String wamid) {
        if (wamid != null) {
            message.putObject("context").put("id", wamid);
        }
    }
}
