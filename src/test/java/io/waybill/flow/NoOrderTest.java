package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Ways in which a customer changes their mind before the order. */
class NoOrderTest {

    /** From the first question to the last before the order. */
    private static final List<Consumer<Conversation>> WAY = List.of(
            shop -> shop.says("order"),
            shop -> shop.taps("Coffee 1"),
            shop -> shop.says("2"),
            shop -> shop.taps("Checkout"),
            shop -> shop.says("Amina W."),
            shop -> shop.receives(new Content.SharedContacts(
                    List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true)),
            shop -> shop.says("Beth House, Kasarani"),
            shop -> {
                shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> new ErpReply.Down("away"));
                shop.taps("Confirm");
            });

    @Test
    void ordersNothingWhenTheCustomerCancelsAtAnyQuestion() {
        for (String word : List.of("cancel", "STOP", "Cancel!")) {
            for (int steps = 1; steps <= WAY.size(); steps++) {
                Conversation shop = walked(steps);
                shop.says(word);

                assertThat(shop.bodies()).as("after %d steps", steps).isEqualTo("Cancelled. Nothing was ordered.");
                assertThat(shop.session.waiting()).isEqualTo(new Waiting.Idle());
                assertThat(shop.session.cart().lines()).isEmpty();
                tapsEverythingOld(shop);
                assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
            }
        }
    }

    @Test
    void ordersNothingWhenTheCustomerLeavesForTheMenuAtAnyQuestion() {
        for (int steps = 1; steps <= WAY.size(); steps++) {
            Conversation shop = walked(steps);
            Cart cart = shop.session.cart();
            shop.says("menu");

            assertThat(shop.lastBody()).isEqualTo("How can we help you?");
            assertThat(shop.session.cart()).isEqualTo(cart);
            tapsEverythingOld(shop);
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        }
    }

    @Test
    void ordersNothingWhenAPersonIsCalledAtAnyQuestion() {
        for (int steps = 1; steps <= WAY.size(); steps++) {
            Conversation shop = walked(steps);
            shop.says("agent");

            assertThat(shop.isHandedOver()).isTrue();
            tapsEverythingOld(shop);
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        }
    }

    @Test
    void confirmsOnlyTheSummaryThatStands() {
        Conversation shop = Conversation.shop();
        shop.toSummary(2);
        Content confirm = new Content.Tap(shop.idOf("Confirm"), "Confirm");
        shop.says("cancel").says("order").taps("Coffee 2").says("1").taps("Checkout");
        shop.receives(confirm).says("Beth House, Kasarani").receives(confirm);

        assertThat(shop.bodies()).startsWith("That choice is from an earlier message.");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
    }

    @Test
    void ordersWhatTheCartHoldsAfterItWasChangedAndNothingOnceItIsEmpty() {
        String text = Conversation.shippedText("order")
                .replace(" }\n  ],\n  \"vars\":", """
                         },
                        { "words": ["less"], "to": "less" },
                        { "words": ["drop"], "to": "drop" },
                        { "words": ["empty"], "to": "empty" }],
                        "vars":\
                        """)
                .replace("    { \"id\": \"show_cart\"", """
                            { "id": "less", "cart": { "change": "= 0", "qty": 1 }, "next": "price" },
                            { "id": "drop", "cart": { "remove": "= 0" }, "next": "price" },
                            { "id": "empty", "cart": "clear", "next": "price" },
                            { "id": "show_cart"\
                        """);
        FlowDefinition order = new FlowLoader().load(text);

        Conversation less = Conversation.shop(order);
        less.toSummary(5).says("less");
        assertThat(less.lastBody()).contains("1 x Coffee 1", "*Total: KES 1,750.00*");
        less.taps("Confirm");
        assertThat(less.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().at("/items/0/qty"))
                .hasToString("1");

        for (String gone : List.of("drop", "empty")) {
            Conversation none = Conversation.shop(order);
            none.toSummary(5);
            Content confirm = new Content.Tap(none.idOf("Confirm"), "Confirm");
            none.says(gone).receives(confirm);
            if (!none.isHandedOver()) {
                none.taps("Confirm");
            }
            assertThat(none.callsOf(ErpOperation.CREATE_ORDER)).as(gone).isEmpty();
        }
    }

    private static Conversation walked(int steps) {
        Conversation shop = Conversation.shop();
        shop.customer = new World.Customer(7, "US.1", null, null, "en", null);
        WAY.subList(0, steps).forEach(step -> step.accept(shop));
        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> ok("{\"external_customer_id\": \"C1\"}"));
        return shop;
    }

    /** Taps whatever was ever shown, as somebody may who scrolls up. */
    private static void tapsEverythingOld(Conversation shop) {
        Session session = shop.session;
        List<Reply.Option> shown = new ArrayList<>();
        shop.allReplies.forEach(reply -> shown.addAll(Conversation.options(reply)));
        String current =
                session.waiting() instanceof Waiting.MainMenu menu ? session.id() + '.' + menu.visit() + '.' : "-";
        for (Reply.Option option : shown) {
            if (!option.id().startsWith(current)) {
                shop.session = session;
                shop.receives(new Content.Tap(option.id(), option.title()));
            }
        }
    }
}
