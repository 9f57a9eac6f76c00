package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.message.Content;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Customers who leave something in their cart. */
class CartLeftTest {

    private static final Event LEFT = new Event.CartLeft();
    private static final Event DROPPED = new Event.CartDropped();

    @Test
    void remindsOfTheCartAndGoesOnWhereItWas() {
        for (boolean silent : new boolean[] {false, true}) {
            Conversation shop = withTwoInTheCart();
            if (silent) {
                shop.passes(Duration.ofDays(3));
            }
            Cart cart = shop.session.cart();
            shop.happens(LEFT);

            assertThat(shop.lastBody())
                    .isEqualTo("There is something in your cart. Would you like to go on where you were?");
            assertThat(shop.titles()).containsExactly("Continue", "Start over");
            shop.taps("Continue");
            assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
            assertThat(shop.session.cart()).isEqualTo(cart);
            shop.taps("Checkout").says("Beth House, Kasarani").taps("Confirm");
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        }
    }

    @Test
    void startsTheFlowOverWithTheCart() {
        Conversation shop = withTwoInTheCart().happens(LEFT).taps("Start over");

        assertThat(shop.lastBody()).isEqualTo("What would you like to order?");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
    }

    @Test
    void takesAnAnswerToTheQuestionAsOneAfterTheReminder() {
        Conversation shop = withTwoInTheCart();
        String checkout = shop.idOf("Checkout");
        shop.happens(LEFT).receives(new Content.Tap(checkout, "Checkout"));

        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void onlyTellsOfTheCartWhereNoQuestionStands() {
        Conversation shop = withTwoInTheCart().says("menu");
        shop.happens(LEFT);

        assertThat(shop.lastBody()).isEqualTo("There is something in your cart. Write to us here to go on.");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
    }

    @Test
    void saysNothingOfACartThatIsEmptyOrOrderedOrWithAPerson() {
        assertThat(Conversation.shop().says("order").happens(LEFT).effects).isEmpty();
        assertThat(Conversation.shop().toSummary(2).taps("Confirm").happens(LEFT).effects)
                .isEmpty();
        assertThat(withTwoInTheCart().says("human").happens(LEFT).effects).isEmpty();
    }

    @Test
    void saysNothingWhereNothingCanBeOrderedNow() {
        Conversation shop = withTwoInTheCart();
        shop.store = shop.store.offering(Set.of("status"));
        assertThat(shop.happens(LEFT).effects).isEmpty();

        assertThat(shop.says("menu").happens(LEFT).effects).isEmpty();
    }

    @Test
    void throwsACartAwayAndForgetsWhatWasReserved() {
        Conversation shop = Conversation.shop();
        shop.store = new World.Store(null, List.of("delivery"), null, "cod", 30L, null, Set.of());
        shop.toSummary(2);
        assertThat(shop.session.variable("reservation_id").asText()).isEqualTo("H1");
        shop.passes(Duration.ofDays(30)).happens(DROPPED);

        assertThat(shop.effects).isEmpty();
        assertThat(shop.session.cart()).isEqualTo(Cart.empty());
        assertThat(shop.session.waiting()).isInstanceOf(Waiting.Idle.class);
        assertThat(shop.session.variable("reservation_id").isMissingNode()).isTrue();
        assertThat(shop.says("hi").lastBody()).isEqualTo("How can we help you?");
    }

    @Test
    void leavesACartThatIsOrderedOrWithAPersonAsItIs() {
        Conversation ordered = Conversation.shop().toSummary(2).taps("Confirm");
        Session before = ordered.session;
        assertThat(ordered.happens(DROPPED).session).isEqualTo(before);

        Conversation held = withTwoInTheCart().says("human").happens(DROPPED);
        assertThat(held.isHandedOver()).isTrue();
        assertThat(held.session.cart().qty()).isEqualTo(2);
    }

    private static Conversation withTwoInTheCart() {
        return Conversation.shop().says("order").taps("Coffee 1").says("2");
    }
}
