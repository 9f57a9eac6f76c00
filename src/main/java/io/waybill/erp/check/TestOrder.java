package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.check.PriceProbe.Price;
import java.math.BigDecimal;

/** What the check orders: one piece, marked so that nobody delivers it. */
record TestOrder(String customer, Goods goods, Price price) {

    /** Stands in everything the check makes. */
    static final String MARK = "WAYBILL CONTRACT CHECK";

    static final String NOTE = MARK + ": a test order, do not deliver";

    ObjectNode request() {
        ObjectNode request = Run.request().put("external_customer_id", customer);
        request.putArray("items")
                .addObject()
                .put("external_product_id", goods.id())
                .put("name", goods.name())
                .put("qty", 1)
                .put("unit_price", price.unit());
        request.put("order_note", NOTE);
        request.putObject("totals")
                .put("subtotal", price.unit())
                .put("delivery", BigDecimal.ZERO)
                .put("total", price.unit())
                .put("currency", price.currency());
        return request;
    }

    ObjectNode payment() {
        ObjectNode payment = Run.request();
        payment.put("method", "COD").put("amount", price.unit()).put("currency", price.currency());
        return payment;
    }
}
