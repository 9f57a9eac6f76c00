package io.waybill.setup;

/** Which rule for stock was chosen, and whether it can be kept. */
final class StockLine {

    private StockLine() {}

    static void tell(StockRule.Held held, Lines lines) {
        if (held.minutes() == null) {
            lines.ok(
                    Check.STOCK,
                    "Stock is looked at at checkout and again before the order; nothing is held in between.");
        } else if (held.possible()) {
            lines.ok(
                    Check.STOCK,
                    "The ERP holds what is in a cart for %d minutes from checkout on.".formatted(held.minutes()));
        } else {
            lines.warning(
                    Check.STOCK,
                    "waybill.store.reserve-for is set, and the ERP has no RESERVE_STOCK: stock is only looked at.",
                    "Give the endpoint profile RESERVE_STOCK and RELEASE_STOCK, or leave waybill.store.reserve-for out.");
        }
    }
}
