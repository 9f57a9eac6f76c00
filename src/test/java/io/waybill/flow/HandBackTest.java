package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A person answers for a while and gives the customer back to the flow. */
class HandBackTest {

    private static final Duration PAUSE = Duration.ofHours(12);

    private final Conversation shop = Conversation.shop();

    @Test
    void resumesAtTheQuestionThatStoodAndAsksTheErpNothingAgain() {
        shop.says("order").taps("Coffee 1");
        String question = shop.lastBody();
        int calls = shop.calls.size();
        stepsIn();
        shop.says("Is it fresh?");
        assertThat(shop.effects).isEmpty();

        shop.happens(new Event.HandedBack(Event.How.RESUME));

        assertThat(shop.lastBody()).isEqualTo(question);
        assertThat(shop.isHandedOver()).isFalse();
        assertThat(shop.calls).hasSize(calls);
        shop.says("2");
        assertThat(shop.lastBody()).startsWith("Your cart:");
    }

    @Test
    void restartsTheFlowAndKeepsTheCart() {
        shop.says("order").taps("Coffee 1").says("2");
        stepsIn();

        shop.happens(new Event.HandedBack(Event.How.RESTART));

        assertThat(shop.isHandedOver()).isFalse();
        assertThat(shop.lastBody()).isEqualTo("What would you like to order?");
        assertThat(shop.session.cart().lines()).hasSize(1);
    }

    @Test
    void endsWithoutAWordAndTheNextMessageBeginsAnew() {
        shop.says("order").taps("Coffee 1");
        stepsIn();

        shop.happens(new Event.HandedBack(Event.How.END));

        assertThat(shop.effects).isEmpty();
        assertThat(shop.session.waiting()).isInstanceOf(Waiting.Idle.class);
        shop.says("order");
        assertThat(shop.lastBody()).isEqualTo("What would you like to order?");
    }

    @Test
    void givesBackWhatAFlowHandedOver() {
        shop.says("order").says("human");
        assertThat(shop.isHandedOver()).isTrue();

        shop.happens(new Event.HandedBack(Event.How.RESUME));

        assertThat(shop.isHandedOver()).isFalse();
        assertThat(shop.effects).isEmpty();
    }

    @Test
    void changesNothingWhereNoPersonAnswers() {
        shop.says("order");
        Session before = shop.session;

        shop.happens(new Event.HandedBack(Event.How.RESTART));

        assertThat(shop.session).isEqualTo(before);
        assertThat(shop.effects).isEmpty();
    }

    @Test
    void keepsTheQuestionHoweverOftenSomebodyWrites() {
        shop.says("order").taps("Coffee 1");
        String question = shop.lastBody();
        stepsIn();
        stepsIn();

        shop.happens(new Event.HandedBack(Event.How.RESUME));

        assertThat(shop.lastBody()).isEqualTo(question);
    }

    private void stepsIn() {
        shop.happens(new Event.StaffWrote(shop.now.plus(PAUSE)));
    }
}
