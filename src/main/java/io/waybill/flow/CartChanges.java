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
        facts.cart(applied(change, facts.cart(), facts));
        if (change instanceof CartChange.Add || change instanceof CartChange.Take) {
            facts.startedBy(Start.NOTHING);
        }
    }

    private static Cart applied(CartChange change, Cart cart, Facts facts) {
        return switch (change) {
            case CartChange.Clear clear -> Cart.empty().submitted(cart.submitted());
            case CartChange.Add add -> add(add, cart, facts);
            case CartChange.Change line ->
                cart.change(index(line.line().resolve(facts)), whole(line.qty().resolve(facts)));
            case CartChange.Remove gone -> cart.remove(indexes(gone.lines().resolve(facts)));
            case CartChange.Seen seen -> cart.seen();
            case CartChange.Fit fit -> cart.fitted();
            case CartChange.Pickup way -> cart.pickup(way.pickup());
            case CartChange.Take take -> taken(take, cart, facts);
        };
    }

    /** What is left over goes into its variable. */
    private static Cart taken(CartChange.Take take, Cart cart, Facts facts) {
        BroughtCart brought =
                BroughtCart.into(cart, take.wanted().resolve(facts), take.from().resolve(facts), facts::nameOf);
        facts.put(take.rest(), brought.rest().isEmpty() ? Json.nodes().missingNode() : brought.rest());
        return brought.cart();
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
