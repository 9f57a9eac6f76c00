package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.Sellable;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the requests of a step's call and keeps what was answered. */
final class ErpCalls {

    private static final List<String> CART_LINES = List.of("cart", "lines");
    private static final int MAX_CALLS = 100;

    private ErpCalls() {}

    static List<Effect.Call> requests(Step.Call call, Facts facts, String key) {
        if (call.each() == null) {
            return List.of(new Effect.Call(key, call.operation(), call.send().resolve(facts), call.fresh()));
        }
        List<Effect.Call> requests = new ArrayList<>();
        for (JsonNode item : elements(call.each(), facts)) {
            if (requests.size() >= MAX_CALLS) {
                throw new ExpressionFailure("A step calls the ERP %d times at most.".formatted(MAX_CALLS));
            }
            requests.add(new Effect.Call(
                    key + '.' + requests.size(),
                    call.operation(),
                    call.send().resolve(facts.with("item", item)),
                    call.fresh()));
        }
        return requests;
    }

    /** A sentence about the first of {@code items} that is switched off by now. */
    static Optional<String> unavailable(JsonNode items, Set<String> hiddenProducts) {
        for (JsonNode item : items) {
            if (hiddenProducts.contains(item.path("external_product_id").asText())) {
                return Optional.of("%s is not available any more."
                        .formatted(item.path("name")
                                .asText(item.path("external_product_id").asText())));
            }
        }
        return Optional.empty();
    }

    /** Saves everything or, when a part fails, nothing. */
    static void save(Step.Call call, Facts facts, List<JsonNode> bodies) {
        if (call.each() == null) {
            ObjectNode variables = facts.variables();
            for (Step.Save save : call.save()) {
                JsonNode value = save.from().evaluate(new Body(bodies.getFirst()));
                variables = Json.with(variables, save.path(), value);
            }
            facts.variables(variables);
        } else if (call.each().equals(CART_LINES)) {
            quote(call, facts, bodies);
        } else {
            saveOnElements(call, call.each(), facts, bodies);
        }
    }

    private static void quote(Step.Call call, Facts facts, List<JsonNode> bodies) {
        Cart cart = facts.cart();
        for (int i = 0; i < bodies.size() && !call.save().isEmpty(); i++) {
            Body body = new Body(bodies.get(i));
            cart = cart.quote(
                    i, saved(call, "unit_price", body), saved(call, "currency", body), saved(call, "stock", body));
        }
        facts.cart(cart);
    }

    private static JsonNode saved(Step.Call call, String field, Body body) {
        return call.save().stream()
                .filter(save -> save.path().getLast().equals(field))
                .findFirst()
                .map(save -> save.from().evaluate(body))
                .orElse(Json.nodes().missingNode());
    }

    private static void saveOnElements(Step.Call call, List<String> each, Facts facts, List<JsonNode> bodies) {
        ArrayNode changed = Json.array();
        for (JsonNode element : elements(each, facts)) {
            ObjectNode item = element instanceof ObjectNode object ? object : Json.object();
            for (Step.Save save : call.save()) {
                JsonNode value = save.from().evaluate(new Body(bodies.get(changed.size())));
                item = Json.with(item, List.of(save.path().getLast()), value);
            }
            changed.add(item);
        }
        facts.put(each, changed);
    }

    private static List<JsonNode> elements(List<String> path, Facts facts) {
        JsonNode root = facts.name(path.getFirst());
        JsonNode list = root == null ? null : Json.at(root, path.subList(1, path.size()));
        List<JsonNode> elements = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.forEach(elements::add);
        }
        return elements;
    }

    /** The answer without the rows no customer may see; empty when a list has none left. */
    static Optional<JsonNode> visible(ErpOperation operation, JsonNode body, Set<String> hidden) {
        if (!operation.lists()) {
            return Optional.of(body);
        }
        ArrayNode items = Json.array();
        for (JsonNode item : body.path("items")) {
            boolean sellable = operation != ErpOperation.LIST_PRODUCTS
                    || Sellable.problem(item).isEmpty();
            boolean shown = sellable && !hidden.contains(item.path("id").asText());
            if (shown && item.path("active").asBoolean(true)) {
                items.add(item);
            }
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.shallow((ObjectNode) body).set("items", items));
    }

    /** How several reads ended together: as the worst of them. */
    static ErpReply together(List<ErpReply> replies) {
        return replies.stream().max(Comparator.comparingInt(ErpCalls::severity)).orElseThrow();
    }

    private static int severity(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Ok ok -> 0;
            case ErpReply.Empty empty -> 1;
            case ErpReply.Down down -> 2;
            case ErpReply.Refused refused -> 3;
            case ErpReply.Unknown unknown -> 4;
        };
    }

    /** An answer of the ERP: what it does not say is absent, whatever the session may hold under that name. */
    private record Body(JsonNode body) implements Scope {

        @Override
        public @Nullable JsonNode name(String name) {
            return body.get(name);
        }

        @Override
        public Collection<String> names() {
            List<String> names = new ArrayList<>();
            body.fieldNames().forEachRemaining(names::add);
            return names;
        }

        @Override
        public boolean available(String operation) {
            return false;
        }
    }
}
