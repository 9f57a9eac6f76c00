package io.waybill.link;

import io.waybill.catalog.Pricing;
import io.waybill.flow.CartText;
import java.math.BigDecimal;
import java.util.List;

/** Writes a cart as the text of a message, at the ERP's prices; what comes back in the chat is priced again. */
final class CartLinks {

    private final Pricing pricing;

    CartLinks(Pricing pricing) {
        this.pricing = pricing;
    }

    /** @param total of the goods, without delivery */
    record PricedCart(String text, BigDecimal total, String currency) {}

    /**
     * @param greeting the first line
     * @param language that amounts are written in
     * @throws Pricing.NotSold naming what the ERP does not sell, or has no price for
     * @throws Pricing.ErpAway when the ERP cannot be asked
     */
    PricedCart write(List<Pricing.Item> items, String greeting, String totalWord, String language) {
        Pricing.Prices prices = pricing.of(items);
        List<CartText.Line> lines = prices.lines().stream().map(CartLinks::line).toList();
        CartText.Written written = CartText.write(greeting, lines, totalWord, prices.currency(), language);
        return new PricedCart(written.text(), written.total(), prices.currency());
    }

    private static CartText.Line line(Pricing.Priced priced) {
        return new CartText.Line(
                priced.item().qty(),
                priced.name(),
                priced.item().options(),
                priced.item().externalProductId(),
                priced.unitPrice());
    }
}
