package io.waybill.whatsapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a Graph message that differs by its type; component names are Graph's field names. */
sealed interface WireBody
        permits MediaBody,
                InteractiveBody,
                TemplateBody,
                WireBody.Text,
                WireBody.Location,
                WireBody.Contacts,
                WireBody.Reaction {

    JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** Graph's name for the type, under which the body stands. */
    String kind();

    record Text(boolean previewUrl, String body) implements WireBody {
        @Override
        public String kind() {
            return "text";
        }
    }

    record Location(
            BigDecimal latitude,
            BigDecimal longitude,
            @Nullable String name,
            @Nullable String address) implements WireBody {
        @Override
        public String kind() {
            return "location";
        }
    }

    record Contacts(@JsonValue List<Contact> contacts) implements WireBody {
        @Override
        public String kind() {
            return "contacts";
        }
    }

    record Contact(
            Name name,
            @Nullable List<Phone> phones,
            @Nullable List<Email> emails) {}

    /** Older phones want one part of a name beside the whole. */
    record Name(String formattedName, String firstName) {}

    record Phone(String phone) {}

    record Email(String email) {}

    record Reaction(String messageId, String emoji) implements WireBody {
        @Override
        public String kind() {
            return "reaction";
        }
    }

    /** The whole message to {@code to}. */
    default WireMessage to(Recipient to) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("messaging_product", "whatsapp");
            json.writeStringField("recipient_type", "individual");
            if (to.phone() != null) {
                json.writeStringField("to", to.phone());
            } else {
                json.writeStringField("recipient", to.userId());
            }
            json.writeStringField("type", kind());
            json.writePOJOField(kind(), this);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A message could not be written as JSON.", e);
        }
        return new WireMessage(text.toString());
    }
}
