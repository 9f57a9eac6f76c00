package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taps on the template of an order that no question is about any more. */
class OrderTapsTest {

    private final Conversation shop = Conversation.shop();
    private final AtomicInteger orders = new AtomicInteger();
    private Content confirm = new Content.QuickReply("", "");
    private Content cancel = new Content.QuickReply("", "");

    /** An order that is left unanswered: the customer goes to the menu by way of the silence, and orders again. */
    @BeforeEach
    void leavesAnOrderUnanswered() {
        shop.erp.put(ErpOperation.CREATE_ORDER, request -> {
            int number = orders.incrementAndGet();
            return ok("{\"external_order_id\": \"O%1$d\", \"order_number\": \"SO-%1$d\", \"status\": \"draft\"}"
                    .formatted(number));
        });
        shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> ok("{\"status\": \"draft\"}"));
        shop.toSummary(2).taps("Confirm");
        confirm = new Content.QuickReply(shop.idOf("Confirm"), "Confirm");
        cancel = new Content.QuickReply(shop.idOf("Cancel"), "Cancel");
        shop.passes(Duration.ofHours(49)).says("menu");
    }

    /** 001-14: a tap on the template of an older order acts on that order, not on the current one. */
    @Test
    void confirmsTheOrderOfTheTemplateAndAsksAgainAboutTheNewOne() {
        shop.toSummary(1).taps("Confirm");

        shop.receives(confirm);

        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER))
                .extracting(call -> call.request().path("external_order_id").asText())
                .containsExactly("O1");
        JsonNode paid =
                shop.callsOf(ErpOperation.CONFIRM_ORDER).getFirst().request().path("payment_info");
        assertThat(paid.path("amount").decimalValue()).isEqualByComparingTo("3350");
        assertThat(shop.bodies()).startsWith("Thank you! Order SO-1 is confirmed.");
        assertThat(shop.lastBody()).isEqualTo("order_cod_confirm[SO-2, KES 1,750.00]");

        shop.taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER))
                .extracting(call -> call.request().path("external_order_id").asText())
                .containsExactly("O1", "O2");
        assertThat(shop.session.waiting()).isEqualTo(new Waiting.Idle());
    }

    @Test
    void keepsTheCartThatIsBeingFilled() {
        shop.says("order").taps("Coffee 2").says("3");

        shop.receives(confirm);

        assertThat(shop.lastBody())
                .isEqualTo("Thank you! Order SO-1 is confirmed.\n\nYour cart:\n3 x Coffee 2: KES 4,800.00");
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
        shop.taps("Checkout");
        assertThat(shop.session.cart().qty()).isEqualTo(3);
    }

    @Test
    void doesWhatWasTappedFirstAndNothingAfterThat() {
        shop.receives(cancel);
        assertThat(shop.lastBody()).startsWith("Order SO-1 is cancelled.");
        int calls = shop.calls.size();

        shop.receives(cancel).receives(confirm);

        assertThat(shop.lastBody()).startsWith("Order SO-1 is already cancelled.");
        assertThat(shop.calls).hasSize(calls);
    }

    @Test
    void neverSaysCancelledWhereTheErpCannotCancel() {
        shop.available.remove(ErpOperation.CANCEL_ORDER);

        shop.receives(cancel);

        assertThat(shop.bodies()).doesNotContain("cancelled");
        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.handOverReason()).contains("Cancel the order in the ERP", "order SO-1");
    }

    @Test
    void leavesWhatWasSettledInTheErpAsItIs() {
        shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> ok("{\"status\": \"Shipped\", \"stage\": \"shipped\"}"));

        shop.receives(cancel);

        assertThat(shop.lastBody()).startsWith("Order SO-1 is already Shipped.");
        assertThat(shop.callsOf(ErpOperation.CANCEL_ORDER)).isEmpty();
    }

    @Test
    void keepsTheAnswerUntilTheErpIsThereAgain() {
        shop.toSummary(1).taps("Confirm");
        shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> new ErpReply.Down("connection refused"));
        shop.receives(confirm);
        assertThat(shop.session.queuedAt()).isPresent();

        shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> ok("{\"status\": \"draft\"}"));
        shop.happens(new Event.TimePassed());

        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).hasSize(1);
        assertThat(shop.lastReply()).isInstanceOf(Reply.Template.class);
    }

    @Test
    void keepsTheCartWhenAPersonTakesOver() {
        shop.says("order").taps("Coffee 2").says("3");
        shop.erp.put(ErpOperation.CONFIRM_ORDER, request -> new ErpReply.Refused("closed"));
        shop.receives(confirm);
        assertThat(shop.isHandedOver()).isTrue();

        shop.says("menu");

        assertThat(shop.session.beside()).isNull();
        assertThat(shop.session.cart().qty()).as("the cart is kept").isEqualTo(3);
    }

    @Test
    void takesAnOrderOfSomebodyElseForATapOnAnEarlierMessage() {
        shop.receives(new Content.QuickReply("s1.3.*2:O7.confirm", "Confirm"));

        assertThat(shop.lastBody()).startsWith("That choice is from an earlier message.");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).isEmpty();
    }

    @Test
    void matchesTheLabelOfATemplateThatWasSentWithoutPayload() {
        shop.toSummary(1).taps("Confirm");

        shop.receives(new Content.QuickReply("Confirm", "Confirm"));

        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER))
                .extracting(call -> call.request().path("external_order_id").asText())
                .containsExactly("O2");
    }
}
