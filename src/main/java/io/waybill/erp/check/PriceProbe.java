package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.util.Optional;

/** Asks for the price of one and of two pieces, and compares with the list. */
final class PriceProbe {

    private static final ErpOperation OPERATION = ErpOperation.GET_PRICE;

    private final Run run;
    private final Goods goods;

    PriceProbe(Run run, Goods goods) {
        this.run = run;
        this.goods = goods;
    }

    /** What one piece costs. */
    record Price(BigDecimal unit, String currency) {}

    Optional<Price> read() {
        Optional<Price> one = run.ask(OPERATION, request(1), null).body().map(PriceProbe::price);
        if (one.isEmpty()) {
            return one;
        }
        compare(one.get());
        run.ask(OPERATION, request(2), null);
        run.timeAgain(OPERATION, request(1), run.options().reads() - 2);
        return one;
    }

    private ObjectNode request(int qty) {
        return Run.request().put("external_product_id", goods.id()).put("qty", qty);
    }

    private static Price price(ObjectNode body) {
        return new Price(
                body.get("unit_price").decimalValue(), body.get("currency").textValue());
    }

    private void compare(Price one) {
        Tested tested = run.tested(OPERATION);
        if (!goods.currency().isEmpty() && !goods.currency().equals(one.currency())) {
            tested.add(Finding.at(
                    "currency",
                    FindingKind.CURRENCY_DIFFERS,
                    "Product %s is in %s in the list, but GET_PRICE answers %s. Make the ERP answer one currency."
                            .formatted(
                                    run.shown().id(goods.id()),
                                    run.shown().id(goods.currency()),
                                    run.shown().id(one.currency()))));
        } else if (goods.price() != null && goods.price().compareTo(one.unit()) != 0) {
            tested.add(Finding.at(
                    "unit_price",
                    FindingKind.PRICE_DIFFERS,
                    "One piece of product %s is %s, but %s in the list. Customers pay the first; see whether one of the two has tax in it."
                            .formatted(
                                    run.shown().id(goods.id()),
                                    one.unit().toPlainString(),
                                    goods.price().toPlainString())));
        }
    }
}
