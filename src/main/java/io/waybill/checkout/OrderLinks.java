package io.waybill.checkout;

import io.waybill.checkout.Placement.Made;
import io.waybill.flow.CartText;
import io.waybill.link.ChatLinks;

/** Links that open the chat of an order, with what was ordered already written. */
final class OrderLinks {

    private final ChatLinks links;

    OrderLinks(ChatLinks links) {
        this.links = links;
    }

    String to(Placement placement, Made order) {
        String language = placement.wanted().language() == null
                ? "en"
                : placement.wanted().language();
        String number = order.orderNumber() == null ? order.externalOrderId() : order.orderNumber();
        return links.to("%s %s\n%s\n%s"
                .formatted(
                        language.startsWith("fr") ? "Ma commande" : "My order",
                        number,
                        placement.wanted().summary(language),
                        CartText.Code.ORDER.of(placement.code())));
    }
}
