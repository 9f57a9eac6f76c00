package io.waybill.flow.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.Waiting;
import java.util.Optional;

/**
 * What reports count of a turn, in a few words; what did not happen is left out.
 *
 * <pre>{@code
 * {"said": true, "started": ["order@5d41402abc4b2a76"], "in": "order@5d41402abc4b2a76", "step": "choose", "asks": true}
 * }</pre>
 *
 * <ul>
 *   <li>{@code said}: the customer wrote or tapped
 *   <li>{@code started}: flows the turn began
 *   <li>{@code in}, {@code step}: where it ended
 *   <li>{@code asks}: with a question of that step to the customer
 *   <li>{@code cart}: what the customer did left something in the cart that was not ordered before
 *   <li>{@code orders}: the key of an order that the ERP is asked to make
 *   <li>{@code person}: a person was asked to take over
 * </ul>
 */
final class Landmarks {

    private Landmarks() {}

    static ObjectNode of(Session before, Event event, Turn turn) {
        Session after = turn.session();
        ObjectNode marks = Json.object();
        mark(marks, "said", event instanceof Event.Received);
        if (!turn.started().isEmpty()) {
            ArrayNode started = marks.putArray("started");
            turn.started().forEach(flow -> started.add(TurnRecorder.name(flow)));
        }
        Session.Place place = after.place();
        if (place != null) {
            marks.put("in", place.flow() + '@' + place.revision()).put("step", step(after, place));
            mark(marks, "asks", asks(after.waiting()));
            mark(marks, "cart", isOfTheCustomer(event) && hasCart(before, after));
        }
        order(turn).ifPresent(key -> marks.put("orders", key));
        mark(marks, "person", turn.effects().stream().anyMatch(Effect.HandOver.class::isInstance));
        return marks;
    }

    private static void mark(ObjectNode marks, String name, boolean happened) {
        if (happened) {
            marks.put(name, true);
        }
    }

    private static String step(Session after, Session.Place place) {
        Waiting.Question question = after.waiting().standing();
        return question == null ? place.step() : question.step();
    }

    /** A pause asks nothing: the question before it stands. */
    private static boolean asks(Waiting waiting) {
        return waiting.standing() != null && !(waiting instanceof Waiting.Paused);
    }

    /** A reminder finds the cart as it was left. */
    private static boolean isOfTheCustomer(Event event) {
        return event instanceof Event.Received || event instanceof Event.Answered || event instanceof Event.Fetched;
    }

    private static boolean hasCart(Session before, Session after) {
        return !after.cart().lines().isEmpty()
                && !(before.cart().submitted() && after.cart().submitted());
    }

    private static Optional<String> order(Turn turn) {
        return turn.effects().stream()
                .filter(Effect.Call.class::isInstance)
                .map(Effect.Call.class::cast)
                .filter(call -> call.operation() == ErpOperation.CREATE_ORDER)
                .map(Effect.Call::key)
                .findFirst();
    }
}
