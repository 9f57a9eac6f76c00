package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import java.util.Optional;
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
        return stored == null ? Session.idle(ids.get()) : Session.fromJson(stored);
    }

    /** The key of the write whose end the session waits for. */
    static Optional<String> writeWaitedFor(Session session) {
        return switch (session.waiting()) {
            case Waiting.Checking checking -> Optional.of(checking.key());
            case Waiting.Calls calls
            when calls.operation().writes() -> Optional.of(calls.keys().getFirst());
            default -> Optional.empty();
        };
    }

    /** True once the customer has been told that the end of a write is not known. */
    static boolean knowsOfDoubt(Session session) {
        return session.waiting() instanceof Waiting.Checking;
    }

    /** For people; empty between flows. */
    Optional<ConversationViews.SessionView> view(String stored) {
        Session session = Session.fromJson(stored);
        return Optional.ofNullable(session.place())
                .map(place -> new ConversationViews.SessionView(
                        place.flow(), place.step(), session.variables(), cart(stored)));
    }

    private JsonNode cart(String stored) {
        try {
            return json.readTree(stored).path("cart");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored session is not readable.", e);
        }
    }
}
