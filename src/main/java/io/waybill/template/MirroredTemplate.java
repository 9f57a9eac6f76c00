package io.waybill.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.whatsapp.MetaTemplate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as Meta has it.
 *
 * @param definition JSON as Meta lists it
 * @param statusSince when it came to its status, as far as we know
 */
record MirroredTemplate(
        String businessAccountId,
        String name,
        String language,
        String id,
        String status,
        String category,
        @Nullable String quality,
        @Nullable String reason,
        String definition,
        Instant syncedAt,
        Instant statusSince) {

    private static final JsonMapper JSON = new JsonMapper();

    ObjectNode json() {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(definition);
            // Meta changes categories by itself.
            return json.put("category", category);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The template %s is not stored as JSON.".formatted(name), e);
        }
    }

    MetaTemplate text() {
        return MetaTemplate.read(json());
    }

    KnownTemplate known() {
        return new KnownTemplate(text(), status, reason);
    }

    String label() {
        return KnownTemplate.label(name, language);
    }
}
