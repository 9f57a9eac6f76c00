package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply;
import io.waybill.flow.Event.Answer;
import io.waybill.flow.Session.Waiting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes the ERP's answers into the session and goes on, or takes the branch for what went wrong. */
final class CallResults {

    private static final String ITEM = "item.";
    private static final String CART_LINES = "cart.lines";
    private static final String CHECKING =
            "We are checking whether this reached our system. You will hear from us here; please do not send it again.";

    private final Walk walk;

    CallResults(Walk walk) {
        this.walk = walk;
    }

    void take(List<Answer> answers) {
        List<String> keys = switch (walk.waiting()) {
            case Waiting.Calls calls -> calls.keys();
            case Waiting.Certainty certainty -> List.of(certainty.key());
            default -> throw new IllegalStateException("Session %s does not wait for the ERP.".formatted(walk.id()));
        };
        Map<String, ErpReply> byKey = answers.stream().collect(Collectors.toMap(Answer::key, Answer::reply));
        List<ErpReply> replies = keys.stream().map(byKey::get).toList();
        if (replies.contains(null)) {
            throw new IllegalStateException(
                    "Session %s waits for %s, not for %s.".formatted(walk.id(), keys, byKey.keySet()));
        }
        replies.stream()
                .filter(reply -> !(reply instanceof ErpReply.Ok))
                .findFirst()
                .ifPresentOrElse(bad -> otherwise(bad, keys.getFirst()), () -> save(replies));
    }

    private void save(List<ErpReply> replies) {
        walk.await(new Waiting.Nothing());
        walk.attempt(() -> {
            for (int i = 0; i < replies.size(); i++) {
                JsonNode body = ((ErpReply.Ok) replies.get(i)).body();
                int index = i;
                call().save().forEach((name, path) -> save(name, FlowJson.at(body, path), index));
            }
            walk.afterCall();
        });
    }

    private void save(String name, JsonNode value, int index) {
        if (!name.startsWith(ITEM) || call().each() == null) {
            walk.set(name, value);
        } else if (call().each().source().equals(CART_LINES)) {
            walk.cart(walk.cart().withLine(index, changed(walk.cart().lines().get(index), name, value)));
        } else {
            saveInElement(call().each().source(), name.substring(ITEM.length()), value, index);
        }
    }

    private static Cart.Line changed(Cart.Line line, String name, JsonNode value) {
        return switch (name) {
            case "item.unit_price" -> line.at(value.isNumber() ? value.decimalValue() : null, line.currency());
            case "item.currency" -> line.at(line.unitPrice(), value.textValue());
            default ->
                throw new ExpressionFailed("A line of the cart keeps unit_price and currency, not %s.".formatted(name));
        };
    }

    private void saveInElement(String list, String name, JsonNode value, int index) {
        if (!(walk.variable(list) instanceof ArrayNode elements)
                || !(elements.path(index) instanceof ObjectNode element)) {
            throw new ExpressionFailed("%s is not a list of objects to save into.".formatted(list));
        }
        ArrayNode copy = FlowJson.array().addAll(elements);
        copy.set(index, FlowJson.with(element, name, value));
        walk.set(list, copy);
    }

    private void otherwise(ErpReply reply, String key) {
        boolean asked = walk.waiting() instanceof Waiting.Certainty;
        switch (reply) {
            case ErpReply.Unknown unknown -> {
                if (!asked) {
                    walk.announce(Outcome.UNKNOWN, CHECKING);
                }
                walk.await(new Waiting.Certainty(key));
            }
            case ErpReply.Empty empty -> branch(Outcome.EMPTY, "The ERP has nothing to offer.");
            case ErpReply.Refused refused -> branch(Outcome.REFUSED, refused.reason());
            case ErpReply.Down down -> branch(Outcome.DOWN, down.reason());
            case ErpReply.Ok ok -> throw new IllegalStateException("Not a failure.");
        }
    }

    private void branch(Outcome outcome, String reason) {
        walk.await(new Waiting.Nothing());
        walk.attempt(() -> walk.branch(outcome, reason));
    }

    private Step.Call call() {
        Step.Call call = walk.step().call();
        if (call == null) {
            throw new IllegalStateException(
                    "The step %s makes no call.".formatted(walk.step().id()));
        }
        return call;
    }
}
