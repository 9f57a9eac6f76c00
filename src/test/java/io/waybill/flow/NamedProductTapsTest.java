package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.message.Content;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Taps on a button that names a product, such as Renew: its order starts wherever the customer stands. */
class NamedProductTapsTest {

    private static final Content RENEW = new Content.Tap("#P:S1", "Renew");
    private static final String SERVICE = """
            {"id": "S1", "name": "Consultation", "price": 200.00, "currency": "KES", "kind": "service", "duration_minutes": 60}
            """;

    private final Conversation shop =
            Conversation.shop().sells(SERVICE, Conversation.product("P1", "Coffee 1", "1600.00"));

    @Test
    void startsTheOrderWithTheProductChosen() {
        shop.receives(RENEW);

        assertThat(shop.lastBody()).isEqualTo("How many times 60 min of Consultation?");
    }

    @Test
    void theQuickReplyOfATemplateDoesTheSame() {
        shop.receives(new Content.QuickReply("#P:S1", "Renew"));

        assertThat(shop.lastBody()).isEqualTo("How many times 60 min of Consultation?");
    }

    @Test
    void goesIntoTheCartThatIsBeingFilled() {
        shop.says("order").taps("Coffee 1").says("2");

        shop.receives(RENEW).says("1");

        assertThat(shop.lastBody())
                .isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00\n1 x Consultation (60 min): KES 200.00");
    }

    @Test
    void isNoAnswerToAQuestionForText() {
        shop.says("order").taps("Coffee 1").says("2").taps("Checkout");
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");

        shop.receives(RENEW);

        assertThat(shop.lastBody()).isEqualTo("How many times 60 min of Consultation?");
        assertThat(shop.session.variable("address").isMissingNode()).isTrue();
    }

    @Test
    void anOrderThatIsMadeIsSettledFirst() {
        shop.toSummary(1).taps("Confirm");

        shop.receives(RENEW);

        assertThat(shop.bodies()).startsWith("Please answer this first:");
    }

    @Test
    void ordersBesideAPersonWhoGoesOnAnsweringAfterwards() {
        shop.says("order").taps("Coffee 1").says("2");
        shop.happens(new Event.StaffWrote(shop.now.plus(Duration.ofHours(12))));
        assertThat(shop.isHandedOver()).isTrue();
        shop.receives(new Content.Text("hello?"));
        assertThat(shop.bodies()).isEmpty();

        shop.receives(RENEW).says("1").taps("Checkout").taps("Confirm").taps("Confirm");

        assertThat(shop.bodies()).startsWith("Thank you");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().path("items"))
                .as("what else was in the cart is not ordered with it")
                .hasSize(1);
        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.session.cart().qty()).isEqualTo(2);
    }

    @Test
    void isStillWithThePersonMeanwhileHoweverLongAgoTheCartWasFilled() {
        shop.says("order").taps("Coffee 1").says("2").says("human").receives(RENEW);
        Session renews = shop.session;
        assertThat(shop.isHandedOver()).isFalse();
        assertThat(renews.isWithPerson()).isTrue();

        shop.happens(new Event.CartDropped());

        assertThat(shop.session).isEqualTo(renews);
    }

    @Test
    void aProductThatIsNotSoldAnyMoreIsChosenFromTheList() {
        shop.receives(new Content.Tap("#P:GONE", "Renew"));

        assertThat(shop.lastBody()).startsWith("What would you like to order?");
    }
}
