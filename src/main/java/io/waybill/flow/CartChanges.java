package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.util.HashSet;
import java.util.Set;

/** Changes a cart as a step of a flow says. */
final class CartChanges {

    private CartChanges() {}

    /** What the customer came for is gone once it is in the cart. */
    static void apply(CartChange change, Facts facts) {
        if (change instanceof CartChange.Take take) {
            BroughtCart brought = BroughtCart.into(
                    facts.cart(), take.wanted().resolve(facts), take.from().resolve(facts), facts::nameOf);
            facts.cart(brought.cart());
            facts.put(take.rest(), brought.rest().isEmpty() ? Json.nodes().missingNode() : brought.rest());
        } else {
            facts.cart(applied(change, facts.cart(), facts));
        }
        if (change instanceof CartChange.Add || change instanceof CartChange.Take) {
            facts.startedBy(Start.NOTHING);
        }
    }

    private static Cart applied(CartChange change, Cart cart, Scope scope) {
        return switch (change) {
            case CartChange.Clear clear -> Cart.empty().submitted(cart.submitted());
            case CartChange.Add add -> add(add, cart, scope);
            case CartChange.Change line ->
                cart.change(index(line.line().resolve(scope)), whole(line.qty().resolve(scope)));
            case CartChange.Remove gone -> cart.remove(indexes(gone.lines().resolve(scope)));
            case CartChange.Seen seen -> cart.seen();
            case CartChange.Fit fit -> cart.fitted();
            case CartChange.Pickup way -> cart.pickup(way.pickup());
            case CartChange.Take take -> throw new IllegalStateException("What is left over needs a place.");
        };
    }

    private static Cart add(CartChange.Add add, Cart cart, Scope scope) {
        JsonNode options = add.options() == null ? null : add.options().resolve(scope);
        return cart.add(
                add.product().resolve(scope),
                whole(add.qty().resolve(scope)),
                options == null || options.isMissingNode() || options.isNull() ? null : options);
    }

    private static Set<Integer> indexes(JsonNode lines) {
        Set<Integer> indexes = new HashSet<>();
        for (JsonNode line : lines.isArray() ? lines : Json.array().add(lines)) {
            indexes.add(index(line));
        }
        return indexes;
    }

    private static int index(JsonNode line) {
        return whole(line.isObject() ? line.path("index") : line);
    }

    private static int whole(JsonNode number) {
        if (!number.isNumber() || !number.canConvertToInt() || !number.canConvertToExactIntegral()) {
            throw new ExpressionFailure("%s is no whole number.".formatted(number));
        }
        return number.intValue();
    }
}
