package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.delivery.Band;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OrderFlowTest {

    private final Conversation shop = Conversation.shop();

    /** 001-01: browse, cart and order in one conversation, and no link leads out of it. */
    @Test
    void walksTheGoldenConversationInOrder() {
        shop.says("hi");
        assertThat(shop.lastReply()).isInstanceOf(Reply.Buttons.class);
        assertThat(shop.titles()).containsExactly("Order products", "Order status");
        shop.taps("Order products");
        assertThat(shop.lastReply()).isInstanceOf(Reply.Buttons.class);
        shop.taps("Coffee 1");
        assertThat(shop.lastBody()).isEqualTo("How many Coffee 1?");
        assertThat(shop.titles()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        shop.taps("2");
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
        assertThat(shop.lastReply()).isInstanceOf(Reply.Buttons.class);
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
        shop.taps("Checkout");
        assertThat(shop.lastReply()).isInstanceOf(Reply.LocationRequest.class);
        shop.says("Beth House, Kasarani, House 16");
        assertThat(shop.lastBody())
                .isEqualTo(
                        "Please check your order:\n2 x Coffee 1: KES 3,200.00\nSubtotal: KES 3,200.00\nDelivery: KES 150.00\n"
                                + "*Total: KES 3,350.00*\nTo: Beth House, Kasarani, House 16\nFor: Amina\nPayment: in cash on delivery");
        assertThat(shop.titles()).containsExactly("Confirm", "Cancel");
        shop.taps("Confirm");
        assertThat(shop.lastReply()).isInstanceOf(Reply.Template.class);
        assertThat(shop.lastBody()).isEqualTo("order_cod_confirm[SO-1, KES 3,350.00]");
        shop.taps("Confirm");
        assertThat(shop.lastBody())
                .isEqualTo("Thank you Amina! Order SO-1 is confirmed. Send *status* any time to follow it.");
        assertThat(shop.session.waiting()).isEqualTo(new Waiting.Idle());
        assertThat(shop.session.cart().lines()).isEmpty();

        assertThat(shop.operations())
                .containsExactly(
                        ErpOperation.LIST_PRODUCTS,
                        ErpOperation.GET_PRICE,
                        ErpOperation.GET_PRICE,
                        ErpOperation.UPSERT_CUSTOMER,
                        ErpOperation.CREATE_ORDER,
                        ErpOperation.SET_ADDRESS,
                        ErpOperation.CONFIRM_ORDER);
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().toString())
                .isEqualTo(
                        "{\"external_customer_id\":\"C1\",\"items\":[{\"external_product_id\":\"P1\",\"name\":\"Coffee 1\","
                                + "\"qty\":2,\"unit_price\":1600.00}],\"order_note\":\"Deliver to: Beth House, Kasarani, House 16\","
                                + "\"totals\":{\"subtotal\":3200.00,\"delivery\":150.00,\"total\":3350.00,\"currency\":\"KES\"}}");
        assertThat(shop.calls)
                .extracting(Effect.Call::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.length() <= 32);
        assertThat(shop.allReplies)
                .noneMatch(Reply.Link.class::isInstance)
                .extracting(Conversation::body)
                .noneMatch(body -> body.contains("://"));
    }

    /** 001-10: 2 + 3 are one line of 5, and the price is asked for 5. */
    @Test
    void mergesTheSameProductAndAsksItsPriceForTheWholeQuantity() {
        shop.says("order")
                .taps("Coffee 1")
                .says("2")
                .taps("Add more")
                .taps("Coffee 1")
                .says("3")
                .taps("Checkout");

        assertThat(shop.session.cart().lines()).hasSize(1);
        assertThat(shop.callsOf(ErpOperation.GET_PRICE)).hasSize(1);
        assertThat(shop.callsOf(ErpOperation.GET_PRICE)
                        .getFirst()
                        .request()
                        .path("qty")
                        .intValue())
                .isEqualTo(5);
    }

    /** 001-08: Add more leads back to the products; three of them are three lines. */
    @Test
    void keepsDifferentProductsOnDifferentLines() {
        shop.says("order")
                .taps("Coffee 1")
                .says("1")
                .taps("Add more")
                .taps("Coffee 2")
                .says("1");
        shop.taps("Add more").taps("Coffee 3").says("1");

        assertThat(shop.session.cart().lines()).hasSize(3);
        assertThat(shop.lastBody()).contains("1 x Coffee 1", "1 x Coffee 2", "1 x Coffee 3");
    }

    /** 001-06: exactly the rows 1 to 10. */
    @Test
    void offersTheQuantitiesFrom1To10AsAListAndTakesAGreaterOneTyped() {
        shop.says("order").taps("Coffee 1");
        assertThat(shop.lastReply()).isInstanceOf(Reply.Menu.class);
        assertThat(shop.titles()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        shop.says("37");

        assertThat(shop.session.cart().qty()).isEqualTo(37);
    }

    /** 001-07: two reply buttons with these titles. */
    @Test
    void offersExactlyAddMoreAndCheckoutAsButtons() {
        shop.says("order").taps("Coffee 1").says("1");

        assertThat(shop.lastReply()).isInstanceOf(Reply.Buttons.class);
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
    }

    /** 001-09: Checkout leads to the next detail that is missing, else to the summary; the cart stays as it is. */
    @Test
    void goesOnFromCheckoutToTheFirstDetailThatIsMissingWithTheSameCart() {
        shop.says("order").taps("Coffee 1").says("2");
        Cart cart = shop.session.cart();
        shop.taps("Checkout");
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
        assertThat(shop.session.cart().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.qty()).isEqualTo(cart.qty()));

        Conversation stranger = Conversation.shop();
        stranger.customer = new World.Customer(7, "US.1", null, null, "en", null);
        stranger.says("order").taps("Coffee 1").says("2").taps("Checkout");
        assertThat(stranger.lastBody()).isEqualTo("What name should we put on the order?");

        Conversation fetching = Conversation.shop();
        fetching.store = new World.Store("Shop", List.of("pickup"), "Kasarani Road 12", "cod", null, null, Set.of());
        fetching.says("order").taps("Coffee 1").says("2").taps("Checkout");
        assertThat(fetching.lastBody()).startsWith("Please check your order:\n2 x Coffee 1: KES 3,200.00\n");
        assertThat(fetching.titles()).containsExactly("Confirm", "Cancel");
        assertThat(fetching.session.cart().qty()).isEqualTo(2);
    }

    /** 001-11: every line and the total, with two buttons. */
    @Test
    void showsEveryLineAndTheTotalWithConfirmAndCancel() {
        shop.says("order").taps("Coffee 1").says("1").taps("Add more");
        shop.taps("Coffee 2").says("3").taps("Checkout").says("Beth House, Kasarani, House 16");

        assertThat(shop.lastReply()).isInstanceOf(Reply.Buttons.class);
        assertThat(shop.lastBody())
                .isEqualTo("Please check your order:\n1 x Coffee 1: KES 1,600.00\n3 x Coffee 2: KES 4,800.00\n"
                        + "Subtotal: KES 6,400.00\nDelivery: KES 150.00\n*Total: KES 6,550.00*\n"
                        + "To: Beth House, Kasarani, House 16\nFor: Amina\nPayment: in cash on delivery");
        assertThat(shop.titles()).containsExactly("Confirm", "Cancel");
    }

    @Test
    void asksAgainWhenThePriceMovedBetweenSummaryAndConfirm() {
        AtomicReference<String> price = new AtomicReference<>("1600.00");
        shop.erp.put(ErpOperation.GET_PRICE, request -> ok("{\"unit_price\": " + price + ", \"currency\": \"KES\"}"));
        shop.toSummary(2);
        price.set("1700.00");
        shop.taps("Confirm");

        assertThat(shop.replies()).hasSize(1);
        assertThat(shop.lastBody())
                .startsWith("The price has changed: the total was KES 3,350.00 and is now KES 3,550.00.\n"
                        + "Coffee 1: KES 1,600.00 → KES 1,700.00\n\n"
                        + "Please check your order:");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();

        shop.taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .at("/totals/total")
                        .decimalValue())
                .isEqualByComparingTo("3550.00");
    }

    @Test
    void handsOverWithBothNumbersWhenTheErpTookAnotherTotal() {
        shop.erp.put(
                ErpOperation.CREATE_ORDER,
                request -> ok("{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\", \"status\": \"draft\","
                        + " \"total\": 3351}"));
        shop.toSummary(2).taps("Confirm");

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.lastBody()).contains("KES 3,351.00", "KES 3,350.00");
        assertThat(shop.handOverReason()).contains("KES 3,351.00", "KES 3,350.00");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).isEmpty();
    }

    @Test
    void acceptsTheSameTotalWrittenDifferently() {
        shop.erp.put(
                ErpOperation.CREATE_ORDER,
                request -> ok("{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\", \"status\": \"draft\","
                        + " \"total\": 3350.000}"));
        shop.toSummary(2).taps("Confirm");

        assertThat(shop.lastReply()).isInstanceOf(Reply.Template.class);
    }

    /** 001-12: one order, however often Confirm is tapped. */
    @Test
    void ordersTheWholeCartOnlyOnceHoweverOftenConfirmIsTapped() {
        shop.toSummary(2);
        Content confirm = new Content.Tap(shop.idOf("Confirm"), "Confirm");
        shop.receives(confirm).receives(confirm).receives(confirm);

        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        assertThat(shop.allReplies.get(shop.allReplies.size() - 2))
                .isEqualTo(new Reply.Text("That choice is from an earlier message."));
        assertThat(shop.lastReply()).isInstanceOf(Reply.Template.class);
    }

    /** 004-16: one CONFIRM_ORDER, however often the button is tapped. */
    @Test
    void confirmsAnOrderOnceHoweverOftenItsTemplateIsTapped() {
        shop.toSummary(2).taps("Confirm");
        Content confirm = new Content.QuickReply(shop.idOf("Confirm"), "Confirm");

        shop.receives(confirm).receives(confirm);

        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).hasSize(1);
        assertThat(shop.operations()).doesNotContain(ErpOperation.GET_ORDER_STATUS);
        assertThat(shop.lastBody()).isEqualTo("Order SO-1 is already confirmed.");
    }

    /** 001-13: no write to the ERP, and the next order starts empty. */
    @Test
    void cancelsBeforeTheOrderWithoutAnyWrite() {
        shop.toSummary(2).taps("Cancel");

        assertThat(shop.lastBody()).isEqualTo("Cancelled. Nothing was ordered.");
        assertThat(shop.operations()).noneMatch(ErpOperation::writes);
        shop.says("order").taps("Coffee 2").says("1");
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n1 x Coffee 2: KES 1,600.00");
    }

    @Test
    void cancelsAfterTheOrderInTheWordsOfTheErp() {
        shop.toSummary(2).taps("Confirm").taps("Cancel");

        assertThat(shop.lastBody()).isEqualTo("Order SO-1 is cancelled.");
        assertThat(shop.callsOf(ErpOperation.CANCEL_ORDER)).hasSize(1);
    }

    /** 001-16: cancelled is what the ERP said, and nothing else is. */
    @Test
    void neverSaysCancelledUnlessTheErpSaysSo() {
        for (ErpReply reply : List.of(
                new ErpReply.Refused("It is on its way."),
                new ErpReply.Down("connection refused"),
                new ErpReply.Unknown("time-out"),
                ok("{\"status\": \"on hold\"}"))) {
            Conversation chat = Conversation.shop();
            chat.erp.put(ErpOperation.CANCEL_ORDER, request -> reply);
            chat.toSummary(2).taps("Confirm").taps("Cancel");

            assertThat(chat.bodies()).as(reply.toString()).isNotBlank().doesNotContainIgnoringCase("cancelled");
            assertThat(chat.callsOf(ErpOperation.CANCEL_ORDER)).hasSize(1);
        }
    }

    /** 001-16: a person is told to cancel it in the ERP. */
    @Test
    void leavesCancellingAnOrderToAPersonWhereTheErpCannot() {
        shop.available.remove(ErpOperation.CANCEL_ORDER);
        shop.toSummary(2).taps("Confirm").says("cancel");

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.lastBody()).isEqualTo("A colleague will take care of order SO-1 and tell you here.");
        assertThat(shop.handOverReason()).contains("Cancel the order in the ERP", "order SO-1");
    }

    /** 004-17: without the operation the address still reaches the ERP, in the note; with it, above and in OrderFlowPropertyTest. */
    @Test
    void worksWithoutSettingTheAddress() {
        shop.available.remove(ErpOperation.SET_ADDRESS);
        shop.toSummary(2).taps("Confirm").taps("Confirm");

        assertThat(shop.lastBody()).startsWith("Thank you Amina!");
        assertThat(shop.operations()).doesNotContain(ErpOperation.SET_ADDRESS);
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .path("order_note")
                        .textValue())
                .startsWith("Deliver to: Beth House");
    }

    @Test
    void goesOnWhenNobodyKnowsWhetherTheAddressArrived() {
        shop.erp.put(ErpOperation.SET_ADDRESS, request -> new ErpReply.Unknown("time-out"));
        shop.toSummary(2).taps("Confirm");

        assertThat(shop.lastReply()).isInstanceOf(Reply.Template.class);
    }

    @Test
    void keepsTheCartWhenTheErpIsDownAtCheckout() {
        shop.says("order").taps("Coffee 1").says("2");
        var prices = shop.erp.put(ErpOperation.GET_PRICE, request -> new ErpReply.Down("connection refused"));
        shop.taps("Checkout");
        assertThat(shop.titles()).containsExactly("Try again", "Talk to us");
        assertThat(shop.session.cart().qty()).isEqualTo(2);

        shop.erp.put(ErpOperation.GET_PRICE, prices);
        assertThat(shop.taps("Try again").bodies()).doesNotContain("not answering");
    }

    @Test
    void keepsWhatWasConfirmedUntilTheErpAnswersAndSaysSoOnce() {
        shop.toSummary(2);
        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> new ErpReply.Down("connection refused"));
        shop.taps("Confirm");
        assertThat(shop.lastBody()).startsWith("Our system is not answering right now.");
        Instant since = shop.session.queuedAt().orElseThrow();
        shop.now = shop.now.plusSeconds(30);
        shop.happens(new Event.TimePassed());
        assertThat(shop.replies()).isEmpty();
        assertThat(shop.session.queuedAt()).as("it keeps its place").contains(since);
        assertThat(shop.session.cart().qty()).isEqualTo(2);

        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> ok("{\"external_customer_id\": \"C1\"}"));
        shop.happens(new Event.TimePassed());
        assertThat(shop.session.queuedAt()).isEmpty();
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        assertThat(shop.callsOf(ErpOperation.UPSERT_CUSTOMER))
                .extracting(Effect.Call::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOnceThatItChecksAndGoesOnWhenTheLedgerKnows() {
        shop.erp.put(ErpOperation.CREATE_ORDER, request -> new ErpReply.Unknown("time-out"));
        shop.toSummary(2).taps("Confirm");
        String key = shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().key();
        assertThat(shop.session.waiting()).isEqualTo(new Waiting.Checking("create", ErpOperation.CREATE_ORDER, key));
        assertThat(shop.lastBody()).startsWith("We are checking whether that reached our shop system.");

        shop.says("order");
        assertThat(shop.lastBody()).startsWith("We are still checking");
        shop.happens(new Event.Answered(List.of(new Event.Answer(key, new ErpReply.Unknown("still open")))));
        assertThat(shop.effects).isEmpty();

        shop.happens(new Event.Answered(List.of(new Event.Answer(
                key, ok("{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\", \"status\": \"draft\"}")))));
        assertThat(shop.lastBody()).isEqualTo("order_cod_confirm[SO-1, KES 3,350.00]");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
    }

    @Test
    void leavesAnOrderNobodyCanFindToAPersonAndNeverOrdersItAgain() {
        shop.erp.put(ErpOperation.CREATE_ORDER, request -> new ErpReply.Unknown("time-out"));
        shop.toSummary(2).taps("Confirm");
        String key = shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().key();
        shop.happens(new Event.GivenUp(key, "the ERP cannot be asked"));
        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.handOverReason()).contains(key, "the ERP cannot be asked");

        shop.says("hello?");
        assertThat(shop.effects).isEmpty();
        shop.says("menu").taps("Order products");
        assertThat(shop.session.cart().lines()).isEmpty();
    }

    @Test
    void keepsTheCartThroughTheMenu() {
        shop.says("order").taps("Coffee 1").says("2").says("menu");
        assertThat(shop.titles()).contains("Order products");
        shop.taps("Order products").taps("Coffee 2").says("1");

        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00\n1 x Coffee 2: KES 1,600.00");
    }

    /** 001-28: the answer and the same question in one message. */
    @Test
    void answersCommandsAndComesBackToTheQuestion() {
        shop.says("order").taps("Coffee 1");
        Reply question = shop.lastReply();
        shop.says("How long?");
        assertThat(shop.replies()).hasSize(1);
        assertThat(shop.lastBody()).isEqualTo("We deliver in 1-2 working days.\n\nHow many Coffee 1?");
        shop.says("basket");
        assertThat(shop.lastBody()).isEqualTo("Your cart is empty.\n\nHow many Coffee 1?");
        assertThat(Conversation.options(shop.lastReply())).isEqualTo(Conversation.options(question));
    }

    @Test
    void tellsTheStatusInTheMiddleOfAnOrder() {
        shop.customer =
                new World.Customer(7, null, "+254700000001", "Amina", "en", new World.OrderReference("O9", "SO-9"));
        shop.says("order").taps("Coffee 1").says("status");

        assertThat(shop.lastBody()).isEqualTo("Order SO-9 is shipped.\n\nHow many Coffee 1?");
        assertThat(shop.calls.getLast().request().toString()).isEqualTo("{\"external_order_id\":\"O9\"}");
    }

    @Test
    void tellsTheStatusOfTheLatestOrder() {
        shop.says("status");
        assertThat(shop.lastBody()).isEqualTo("You have no order with us yet.");

        shop.customer =
                new World.Customer(7, null, "+254700000001", "Amina", "en", new World.OrderReference("O9", "SO-9"));
        shop.says("Where is my order?");
        assertThat(shop.lastBody()).isEqualTo("Order SO-9 is shipped.");

        shop.available = EnumSet.complementOf(EnumSet.of(ErpOperation.GET_ORDER_STATUS));
        shop.says("track");
        assertThat(shop.lastBody()).isEqualTo("A colleague will tell you here how your order is doing.");
        assertThat(shop.isHandedOver()).isTrue();
    }

    @Test
    void handsOverAnOrderWithAPriceInAnotherCurrency() {
        shop.erp.put(ErpOperation.GET_PRICE, request -> ok("{\"unit_price\": 16, \"currency\": \"USD\"}"));
        shop.says("order").taps("Coffee 1").says("2").taps("Checkout");

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.allIncidents)
                .singleElement()
                .satisfies(incident -> assertThat(incident.what()).contains("USD", "KES"));
    }

    @Test
    void handsOverAnOrderThatNoDeliveryBandCovers() {
        shop.charges = new DeliveryCharges(List.of(new Band(1, 4, new BigDecimal("150"))));
        shop.toSummary(5);

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents().getFirst().what()).contains("No delivery charge covers a quantity of 5.");
    }

    @Test
    void asksForNameAndNumberOnlyWhereTheyAreUnknown() {
        shop.customer = new World.Customer(7, "US.1", null, null, "en", null);
        shop.says("order").taps("Coffee 1").says("2").taps("Checkout");
        assertThat(shop.lastBody()).isEqualTo("What name should we put on the order?");
        shop.says("Amina W.");
        assertThat(shop.lastReply()).isInstanceOf(Reply.ContactRequest.class);
        shop.receives(new Content.SharedContacts(
                List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true));
        shop.says("Beth House, Kasarani, House 16").taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.UPSERT_CUSTOMER)
                        .getFirst()
                        .request()
                        .toString())
                .isEqualTo("{\"phone\":\"+254700000001\",\"name\":\"Amina W.\"}");
    }

    @Test
    void sendsAPinWithItsCoordinates() {
        shop.says("order").taps("Coffee 1").says("2").taps("Checkout");
        shop.receives(new Content.Location(
                new BigDecimal("-1.2200"), new BigDecimal("36.9000"), "Beth House", "Kasarani Rd"));
        shop.taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.SET_ADDRESS).getFirst().request().toString())
                .isEqualTo("{\"external_order_id\":\"O1\",\"address_text\":\"Beth House, Kasarani Rd\","
                        + "\"latitude\":-1.2200,\"longitude\":36.9000}");
    }

    @Test
    void speaksFrench() {
        shop.customer = new World.Customer(7, null, "+254700000001", "Amina", "fr-CA", null);
        shop.says("bonjour");
        assertThat(shop.titles()).containsExactly("Commander", "Suivi de commande");
        shop.taps("Commander").taps("Coffee 1").says("2");
        assertThat(shop.titles()).containsExactly("Ajouter", "Commander");
        shop.says("annuler");
        assertThat(shop.lastBody()).isEqualTo("Annulé. Rien n’a été commandé.");
    }

    @Test
    void forgetsTheProductListOnceAProductIsChosen() {
        shop.says("order");
        assertThat(shop.session.variables().has("products")).isTrue();
        shop.says("cart");
        assertThat(shop.session.variables().has("products")).isTrue();
        shop.taps("Coffee 1");
        assertThat(shop.session.variables().has("products")).isFalse();
    }
}
