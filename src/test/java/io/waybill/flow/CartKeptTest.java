package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.message.Content;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a customer has chosen and said is there when they come back, at whichever question they left. */
class CartKeptTest {

    private static final List<Consumer<Conversation>> WAY = List.of(
            shop -> shop.says("order"),
            shop -> shop.taps("Coffee 1"),
            shop -> shop.says("2"),
            shop -> shop.taps("Add more"),
            shop -> shop.taps("Coffee 2"),
            shop -> shop.says("1"),
            shop -> shop.taps("Checkout"),
            shop -> shop.says("Amina W."),
            shop -> shop.receives(new Content.SharedContacts(
                    List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true)),
            shop -> shop.says("Beth House, Kasarani"),
            shop -> shop.taps("Confirm"),
            shop -> shop.taps("Confirm"));

    /** 000-06: the cart survives a restart at each question; below, days of silence, commands and wrong answers. */
    @Test
    void goesOnAfterARestartAtEachQuestionWithTheSameCart() {
        for (int before = 1; before < WAY.size(); before++) {
            Conversation first = walked(before);
            Conversation second = stranger();
            second.session = Session.fromJson(first.session.toJson());
            second.allReplies.addAll(first.allReplies);
            WAY.subList(before, WAY.size()).forEach(step -> step.accept(second));

            assertOrderedOnce(first, second);
        }
    }

    @Test
    void goesOnAfterARestartInTheMiddleOfACall() {
        for (int before = 1; before < WAY.size(); before++) {
            Conversation first = walked(before);
            first.answersCalls = false;
            WAY.get(before).accept(first);
            if (!(first.session.waiting() instanceof Waiting.Calls)) {
                continue;
            }
            Conversation second = stranger();
            second.session = Session.fromJson(first.session.toJson());
            List<Effect.Call> open = first.effects.stream()
                    .filter(Effect.Call.class::isInstance)
                    .map(Effect.Call.class::cast)
                    .toList();
            second.happens(new Event.Answered(second.answers(open)));
            WAY.subList(before + 1, WAY.size()).forEach(step -> step.accept(second));

            assertOrderedOnce(first, second);
        }
    }

    /** 001-27: three days later the cart is intact. */
    @Test
    void goesOnThreeDaysLaterWithTheSameCart() {
        for (int before = 1; before < WAY.size(); before++) {
            Conversation shop = walked(before);
            shop.now = shop.now.plus(Duration.ofDays(3));
            WAY.subList(before, WAY.size()).forEach(step -> step.accept(shop));

            assertOrderedOnce(shop, shop);
        }
    }

    @Test
    void keepsTheCartThroughACommandAndAWrongAnswerAtEachQuestion() {
        for (int before = 1; before < WAY.size(); before++) {
            Conversation shop = walked(before);
            Cart cart = shop.session.cart();
            shop.says("how long").says("cart").receives(new Content.Unknown("hologram", List.of()));
            shop.receives(new Content.Media(Content.MediaKind.STICKER, "m1", null, null, null, null));
            assertThat(shop.session.cart()).isEqualTo(cart);
            WAY.subList(before, WAY.size()).forEach(step -> step.accept(shop));

            assertOrderedOnce(shop, shop);
        }
    }

    /** 000-07: no order without the required details; the rule E9 of LinterTest keeps flows from it. */
    @Test
    void ordersNothingBeforeNameNumberAndAddressAreThere() {
        for (int before = 1; before < WAY.size() - 2; before++) {
            Conversation shop = walked(before);
            for (String text : List.of("confirm", "Confirm", "checkout", "yes")) {
                Session session = shop.session;
                if (session.waiting() instanceof Waiting.Question question
                        && question.step().equals("name")) {
                    continue;
                }
                shop.says(text);
                assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
                shop.session = session;
            }
        }
        Conversation shop = walked(WAY.size());
        assertThat(shop.callsOf(ErpOperation.UPSERT_CUSTOMER)
                        .getFirst()
                        .request()
                        .toString())
                .isEqualTo("{\"phone\":\"+254700000001\",\"name\":\"Amina W.\"}");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .path("order_note")
                        .textValue())
                .isEqualTo("Deliver to: Beth House, Kasarani");
    }

    private static void assertOrderedOnce(Conversation first, Conversation second) {
        assertThat(second.lastBody()).startsWith("Thank you Amina W.!");
        List<Effect.Call> orders = new ArrayList<>(first.callsOf(ErpOperation.CREATE_ORDER));
        if (second != first) {
            orders.addAll(second.callsOf(ErpOperation.CREATE_ORDER));
        }
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().request().path("items").toString())
                .isEqualTo("[{\"external_product_id\":\"P1\",\"name\":\"Coffee 1\",\"qty\":2,\"unit_price\":1600.00},"
                        + "{\"external_product_id\":\"P2\",\"name\":\"Coffee 2\",\"qty\":1,\"unit_price\":1600.00}]");
    }

    private static Conversation walked(int steps) {
        Conversation shop = stranger();
        WAY.subList(0, steps).forEach(step -> step.accept(shop));
        return shop;
    }

    private static Conversation stranger() {
        Conversation shop = Conversation.shop();
        shop.customer = new World.Customer(7, "US.1", null, null, "en", null);
        return shop;
    }
}
