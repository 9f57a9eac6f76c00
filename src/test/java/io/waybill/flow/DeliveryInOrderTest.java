package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static io.waybill.flow.Conversation.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.delivery.Band;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The delivery charge in the summary the customer confirms, and in the order the ERP gets. */
class DeliveryInOrderTest {

    private final Conversation shop = Conversation.shop();

    @Test
    void chargesByTheQuantityOfAllLinesTogether() {
        order(shop, 2, 2);
        assertShownAndSent(shop, "KES 150.00", "6400.00", "150.00", "6550.00");

        Conversation free = Conversation.shop();
        order(free, 2, 3);
        assertShownAndSent(free, "KES 0.00", "8000.00", "0.00", "8000.00");
    }

    @Test
    void chargesAgainWhenTheTableChangedBeforeTheCustomerConfirmed() {
        shop.toSummary(2);
        shop.charges = new DeliveryCharges(List.of(new Band(1, null, new BigDecimal("99.5"))));
        shop.taps("Confirm");

        assertThat(shop.lastBody())
                .startsWith("The price has changed: the total was KES 3,350.00 and is now KES 3,299.50.");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        assertShownAndSent(shop, "KES 99.50", "3200.00", "99.50", "3299.50");
    }

    @Test
    void writesTheChargeWithTheDecimalsOfTheCurrency() {
        shop.sells(product("P1", "Coffee 1", "160").replace("KES", "JPY"));
        shop.erp.put(ErpOperation.GET_PRICE, request -> ok("{\"unit_price\": 160, \"currency\": \"JPY\"}"));
        shop.charges = new DeliveryCharges(List.of(new Band(1, null, new BigDecimal("150.00"))));
        shop.toSummary(2);

        assertShownAndSent(shop, "JPY 150", "320", "150", "470");
    }

    @Test
    void leavesAnOrderToAPersonWhoseChargeCannotBePaidInItsCurrency() {
        shop.charges = new DeliveryCharges(List.of(new Band(1, null, new BigDecimal("150.125"))));
        shop.toSummary(2);

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents().getFirst().what())
                .contains("The delivery charge 150.125 has more decimals than KES.");
    }

    @Test
    void leavesAnOrderInAGapOfTheTableToAPersonAndKeepsTheCart() {
        shop.charges = new DeliveryCharges(List.of(new Band(1, 2, BigDecimal.ONE), new Band(5, null, BigDecimal.TEN)));
        shop.toSummary(3);

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.bodies()).startsWith("We could not complete that.");
        assertThat(shop.incidents().getFirst().what()).contains("No delivery charge covers a quantity of 3.");
        assertThat(shop.session.cart().qty()).isEqualTo(3);
        assertThat(shop.operations()).noneMatch(ErpOperation::writes);
    }

    private static void order(Conversation shop, int first, int second) {
        shop.says("order").taps("Coffee 1").says(String.valueOf(first)).taps("Add more");
        shop.taps("Coffee 2").says(String.valueOf(second)).taps("Checkout");
        shop.says("Beth House, Kasarani");
    }

    private static void assertShownAndSent(
            Conversation shop, String shown, String subtotal, String delivery, String total) {
        assertThat(shop.lastBody()).contains("\nDelivery: %s\n".formatted(shown));
        shop.taps("Confirm");
        String currency = shown.substring(0, 3);
        assertThat(Json.write(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .path("totals")))
                .isEqualTo("{\"subtotal\":%s,\"delivery\":%s,\"total\":%s,\"currency\":\"%s\"}"
                        .formatted(subtotal, delivery, total, currency));
    }
}
