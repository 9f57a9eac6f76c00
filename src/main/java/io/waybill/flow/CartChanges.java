package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Step.CartChange;

/** Applies what a step does to the cart. */
final class CartChanges {

    private CartChanges() {}

    static void apply(Walk walk, CartChange change) {
        Scope scope = walk.scope();
        walk.cart(
                switch (change) {
                    case CartChange.Add add ->
                        walk.cart()
                                .add(
                                        add.product().in(scope),
                                        whole(add.qty().in(scope)),
                                        add.options() == null
                                                ? null
                                                : add.options().in(scope));
                    case CartChange.Change set ->
                        walk.cart()
                                .change(
                                        whole(set.line().in(scope)),
                                        whole(set.qty().in(scope)));
                    case CartChange.Remove remove ->
                        walk.cart().remove(whole(remove.line().in(scope)));
                    case CartChange.Clear clear -> Cart.EMPTY;
                });
    }

    private static int whole(JsonNode node) {
        if (!node.isNumber() || !node.canConvertToInt() || !node.canConvertToExactIntegral()) {
            throw new ExpressionFailed("The cart needs a whole number, not %s.".formatted(node));
        }
        return node.intValue();
    }
}
