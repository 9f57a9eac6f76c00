package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

    private static final String BY_PERSON = "A colleague will tell you here how your order is doing.";

    private static final String LATER = "We cannot look up your order right now. Send *human* to ask a colleague.";
    private static final List<ErpReply> FAILURES =
            List.of(new ErpReply.Refused("no such order"), new ErpReply.Down("away"), new ErpReply.Unknown("time-out"));

    @Test
    void saysSoWhenThereIsNoOrderYet() {
        Conversation idle = Conversation.shop();
        idle.says("status");
        assertThat(idle.bodies()).isEqualTo("You have no order with us yet.");
        assertThat(idle.isHandedOver()).isFalse();

        Conversation ordering = Conversation.shop();
        ordering.says("order").taps("Coffee 1").says("status");
        assertThat(ordering.bodies()).isEqualTo("You have no order with us yet.\n\nHow many Coffee 1?");
        assertThat(ordering.calls).noneMatch(call -> call.operation() == ErpOperation.GET_ORDER_STATUS);
    }

    @Test
    void leavesTheAnswerToAPersonWhenTheErpHasNoneToGive() {
        for (ErpReply reply : FAILURES) {
            Conversation shop = withAnOrder("SO-9");
            shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> reply);
            shop.says("status");

            assertThat(shop.bodies()).as(reply.toString()).isEqualTo(BY_PERSON);
            assertThat(shop.isHandedOver()).isTrue();
            assertThat(shop.handOverReason()).containsAnyOf("no such order", "away", "time-out");
        }
    }

    /** 004-18: without GET_ORDER_STATUS a person answers, and the customer is told so. */
    @Test
    void leavesTheAnswerToAPersonWhereTheErpCannotBeAsked() {
        Conversation shop = withAnOrder("SO-9");
        shop.available = EnumSet.complementOf(EnumSet.of(ErpOperation.GET_ORDER_STATUS));
        shop.says("status");

        assertThat(shop.bodies()).isEqualTo(BY_PERSON);
        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents()).isEmpty();
    }

    @Test
    void goesOnWithTheOrderWhenTheStatusOfAnotherCannotBeLookedUp() {
        for (ErpReply reply : FAILURES) {
            Conversation shop = withAnOrder("SO-9");
            shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> reply);
            shop.says("order").taps("Coffee 1").says("status");

            assertThat(shop.bodies()).as(reply.toString()).isEqualTo(LATER + "\n\nHow many Coffee 1?");
            assertThat(shop.isHandedOver()).isFalse();
        }
        Conversation shop = withAnOrder("SO-9");
        shop.available = EnumSet.complementOf(EnumSet.of(ErpOperation.GET_ORDER_STATUS));
        shop.says("order").taps("Coffee 1").says("status");
        assertThat(shop.bodies()).isEqualTo(LATER + "\n\nHow many Coffee 1?");
    }

    @Test
    void namesTheOrderByTheErpsKeyWhereItHasNoNumber() {
        for (boolean ordering : List.of(true, false)) {
            Conversation shop = withAnOrder(null);
            shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> ok("{\"status\": \"shipped\"}"));
            shop = ordering ? shop.says("order").taps("Coffee 1") : shop;
            shop.says("status");

            assertThat(shop.bodies()).startsWith("Order O9 is shipped.");
        }
    }

    @Test
    void keepsTheCartForTheMenuAfterAPersonWasCalled() {
        Conversation shop = Conversation.shop();
        shop.says("order").taps("Coffee 1").says("2").says("human").says("menu");
        shop.taps("Order products").taps("Coffee 2").says("1");

        assertThat(shop.lastBody()).startsWith("Your cart:\n2 x Coffee 1");
    }

    private static Conversation withAnOrder(String number) {
        Conversation shop = Conversation.shop();
        shop.customer =
                new World.Customer(7, null, "+254700000001", "Amina", "en", new World.OrderReference("O9", number));
        return shop;
    }
}
