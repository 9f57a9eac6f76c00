package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.flow.Session;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sessions as they are stored. */
final class Sessions {

    private final Supplier<String> ids;
    private final ObjectMapper json;

    /** @param ids random ids of at most 16 small letters and digits */
    Sessions(Supplier<String> ids, ObjectMapper json) {
        this.ids = ids;
        this.json = json;
    }

    Session read(@Nullable String stored) {
        return stored == null ? Session.fresh(ids.get()) : Session.read(stored);
    }

    /** For people. */
    ConversationViews.SessionView view(String stored) {
        try {
            JsonNode session = json.readTree(stored);
            return new ConversationViews.SessionView(
                    session.path("flow").textValue(),
                    session.path("step").textValue(),
                    session.path("vars"),
                    session.path("cart"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored session is not readable.", e);
        }
    }
}
