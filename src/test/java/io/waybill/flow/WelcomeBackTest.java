package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.message.Content;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers who come back after days, in the middle of an order. */
class WelcomeBackTest {

    private static final Duration THREE_DAYS = Duration.ofDays(3);

    /** 001-27: the next message after days is asked whether to go on or to start over. */
    @ParameterizedTest
    @ValueSource(strings = {"hi", "Hello!", "order", "Good morning", "bonjour", "commander"})
    void asksWhetherToGoOnAndKeepsTheCart(String words) {
        for (boolean woken : new boolean[] {true, false}) {
            Conversation shop = withTwoInTheCart(woken);
            Cart cart = shop.session.cart();
            shop.says(words);

            assertThat(shop.lastBody())
                    .isEqualTo("Welcome back! Your cart is kept. Would you like to go on where you were?");
            assertThat(shop.titles()).containsExactly("Continue", "Start over");
            assertThat(shop.session.cart()).isEqualTo(cart);
            shop.taps("Continue");
            assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
            assertThat(shop.session.cart()).isEqualTo(cart);
            shop.taps("Checkout").says("Beth House, Kasarani").taps("Confirm");
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        }
    }

    @Test
    void showsTheQuestionAgainToWhoTapsThatTheyGoOn() {
        Content goOn = new Content.QuickReply(Content.QuickReply.GO_ON, "Go on");
        Conversation shop = withTwoInTheCart(true);
        shop.receives(goOn);
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");

        shop.taps("Checkout").receives(goOn);
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void startsTheFlowOverWithTheSameCart() {
        Conversation shop = withTwoInTheCart(true).says("order").taps("Start over");

        assertThat(shop.lastBody()).isEqualTo("What would you like to order?");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
        shop.taps("Coffee 1").says("1");
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n3 x Coffee 1: KES 4,800.00");
    }

    @Test
    void startsOverAtTheMenuAfterAGreeting() {
        Conversation shop = withTwoInTheCart(true).says("hi").says("start over");

        assertThat(shop.lastBody()).isEqualTo("How can we help you?");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
    }

    @Test
    void takesAnAnswerToTheOldQuestionAsOne() {
        Conversation shop = withTwoInTheCart(true);
        String checkout = shop.idOf("Checkout");
        shop.says("hi").receives(new Content.Tap(checkout, "Checkout"));
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");

        Conversation typed = withTwoInTheCart(true).says("hi").says("checkout");
        assertThat(typed.lastBody()).startsWith("Where should we deliver?");
        assertThat(withTwoInTheCart(true).says("checkout").lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void asksTheOldQuestionAgainWhenTheChoiceIsNotUnderstood() {
        Conversation shop = withTwoInTheCart(true).says("hi").says("what is this?");

        assertThat(shop.lastBody()).isEqualTo("Please tap Add more or Checkout.");
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
    }

    @Test
    void asksOnlyOnceWhoeverGoesOnAtOnce() {
        Conversation shop = withTwoInTheCart(true).says("hi").taps("Continue").says("hi");

        assertThat(shop.lastBody()).isEqualTo("Please tap Add more or Checkout.");
    }

    @Test
    void leavesSomebodyAloneWhoAnswersInTime() {
        Conversation shop = withTwoInTheCart(false);
        shop.now = shop.now.minus(THREE_DAYS).plusSeconds(60);
        shop.says("hi");

        assertThat(shop.lastBody()).isEqualTo("Please tap Add more or Checkout.");
    }

    @Test
    void obeysCommandsAtOnce() {
        Conversation shop = withTwoInTheCart(true).says("cancel");

        assertThat(shop.bodies()).isEqualTo("Cancelled. Nothing was ordered.");
    }

    @Test
    void neverStartsOverWhatIsOrderedAlready() {
        Conversation shop = Conversation.shop(new FlowLoader()
                        .load(Conversation.shippedText("order")
                                .replace("\"silence\": \"@human\"", "\"silence\": \"@pause\"")))
                .toSummary(2)
                .taps("Confirm")
                .passes(Duration.ofHours(48))
                .says("order");

        assertThat(shop.titles()).containsExactly("Confirm", "Cancel");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
    }

    @Test
    void speaksTheCustomersLanguage() {
        Conversation shop = withTwoInTheCart(true);
        shop.customer = new World.Customer(7, null, "+33612345678", "Amina", "fr", null);
        shop.says("bonjour");

        assertThat(shop.lastBody())
                .isEqualTo(
                        "Heureux de vous revoir ! Votre panier est conservé. Voulez-vous reprendre où vous en étiez ?");
        assertThat(shop.titles()).containsExactly("Continuer", "Recommencer");
        shop.says("continuer");
        assertThat(shop.lastBody()).startsWith("Votre panier :");
    }

    /** Three days ago; woken: the end of the question was noticed. */
    private static Conversation withTwoInTheCart(boolean woken) {
        Conversation shop = Conversation.shop().says("order").taps("Coffee 1").says("2");
        if (woken) {
            return shop.passes(THREE_DAYS);
        }
        shop.now = shop.now.plus(THREE_DAYS);
        return shop;
    }
}
