package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static io.waybill.flow.Conversation.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.message.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a customer may choose from, and what happens to it meanwhile. */
class ProductListTest {

    private static final String NOTHING = "Nothing is on sale right now. A colleague will help you.";

    private final Conversation shop = Conversation.shop();

    @Test
    void saysThatNothingIsOnSaleAndCallsAPersonWhenEveryProductIsHidden() {
        shop.hidden.addAll(List.of("P1", "P2", "P3"));
        shop.says("order");

        assertThat(shop.bodies()).isEqualTo(NOTHING);
        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents()).isEmpty();
        shop.hidden.clear();
        shop.says("menu").taps("Order products");
        assertThat(shop.titles()).contains("Coffee 1");
    }

    @Test
    void saysThatNothingIsOnSaleWhateverTheEmptyListLooksLike() {
        for (ErpReply empty : List.of(
                new ErpReply.Empty(),
                ok("{\"items\": []}"),
                ok("{}"),
                ok("{\"items\": null}"),
                ok("{\"items\": [%s]}".formatted(product("P1", "Coffee", "null"))))) {
            Conversation chat = Conversation.shop();
            chat.erp.put(ErpOperation.LIST_PRODUCTS, request -> empty);
            chat.says("order");

            assertThat(chat.bodies()).as(empty.toString()).isEqualTo(NOTHING);
            assertThat(chat.isHandedOver()).isTrue();
        }
    }

    @Test
    void leadsBackToTheCartWhenThereIsNothingElseToAdd() {
        shop.says("order").taps("Coffee 1").says("2");
        shop.sells();
        shop.taps("Add more");

        assertThat(shop.bodies())
                .isEqualTo("There is nothing else on sale right now.\n\nYour cart:\n2 x Coffee 1: KES 3,200.00");
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
        shop.taps("Checkout");
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    /** 004-27: the next list omits what is switched off, and a tap on the list before is refused politely. */
    @Test
    void omitsWhatIsSwitchedOffAndSaysSoToWhoeverTapsItOnTheListBefore() {
        shop.says("order");
        shop.hidden.add("P1");
        shop.taps("Coffee 1");

        assertThat(shop.bodies()).contains("not available any more");
        assertThat(shop.titles()).containsExactly("Coffee 2", "Coffee 3");
        assertThat(shop.session.variables().has("product")).isFalse();
        assertThat(shop.says("menu").taps("Order products").titles()).containsExactly("Coffee 2", "Coffee 3");
    }

    @Test
    void staysPoliteWhenTheWholeListIsHiddenWhileItStands() {
        shop.says("order");
        shop.hidden.addAll(List.of("P1", "P2", "P3"));
        shop.taps("Coffee 1");

        assertThat(shop.bodies()).contains("not available any more", NOTHING);
        assertThat(shop.isHandedOver()).isTrue();
    }

    @Test
    void ordersProductsByteForByteWhateverTheirIdsAre() {
        List<String> ids = List.of(
                "two words",
                "a/b/../c",
                "@back",
                "@menu",
                "x".repeat(200),
                "\"double\" 'single' `back`",
                "a:b",
                "\u2615\ud83d\ude00",
                "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "__proto__",
                "{{cart.text}}",
                "= cart",
                "cancel",
                "1",
                "a.b",
                "\\back\\slash");
        for (String id : ids) {
            for (boolean tapped : List.of(true, false)) {
                Conversation chat = Conversation.shop()
                        .sells(product("first", "Tea", "5"), product(id, "Odd one", "7"), product("last", "Rice", "9"));
                chat.says("order");
                chat = tapped ? chat.taps("Odd one") : chat.says("odd one");
                chat.says("2").taps("Checkout").says("Beth House, Kasarani").taps("Confirm");

                assertThat(chat.callsOf(ErpOperation.CREATE_ORDER)
                                .getFirst()
                                .request()
                                .at("/items/0/external_product_id")
                                .textValue())
                        .as("tapped: %s", tapped)
                        .isEqualTo(id);
                assertThat(chat.callsOf(ErpOperation.GET_PRICE)
                                .getFirst()
                                .request()
                                .path("external_product_id")
                                .textValue())
                        .isEqualTo(id);
            }
        }
    }

    @Test
    void takesATypedIdForTheProductThatIsWrittenExactlySo() {
        shop.sells(product("ab", "Small", "5"), product("AB", "Large", "7"), product("Ab", "Medium", "6"));
        shop.says("order").says("AB");

        assertThat(shop.session.variables().at("/product/id").textValue()).isEqualTo("AB");
    }

    @Test
    void doesNotGuessBetweenIdsThatDifferOnlyInCase() {
        shop.sells(product("ab", "Small", "5"), product("AB", "Large", "7"));
        shop.says("order").says("aB");

        assertThat(shop.lastBody()).isEqualTo("This is what we found:");
        assertThat(shop.session.variables().has("product")).isFalse();
    }

    /** 001-05: a stale tap is recognised and answered, and never ordered by. */
    @Test
    void recognisesATapOnAnOldListAndNeverOrdersByIt() {
        shop.says("order");
        Content old = new Content.Tap(shop.idOf("Coffee 2"), "Coffee 2");
        shop.taps("Coffee 1").receives(old);
        assertThat(shop.bodies()).isEqualTo("That choice is from an earlier message.\n\nHow many Coffee 1?");
        shop.says("2").receives(old);
        assertThat(shop.bodies()).startsWith("That choice is from an earlier message.\n\nYour cart:\n2 x Coffee 1");
        shop.taps("Add more").receives(old);
        assertThat(shop.bodies()).isEqualTo("That choice is from an earlier message.\n\nWhat would you like to order?");
        shop.taps("Coffee 3").says("1");

        assertThat(shop.session.cart().lines()).extracting(Cart.Line::productId).containsExactly("P1", "P3");
    }

    @Test
    void showsTheRestOfAListThatGotShorter() {
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok(Conversation.products(37)));
        shop.says("order");
        Content more = new Content.Tap(shop.idOf("More"), "More");
        for (int i = 1; i <= 25; i++) {
            shop.hidden.add("P" + i);
        }
        shop.receives(more);
        assertThat(shop.titles()).hasSize(3).contains("Coffee 35", "Coffee 36", "Coffee 37");

        for (int i = 26; i <= 34; i++) {
            shop.hidden.add("P" + i);
        }
        shop.receives(more);
        assertThat(shop.lastBody()).startsWith("That choice is from an earlier message.");
        assertThat(shop.titles()).containsExactly("Coffee 35", "Coffee 36", "Coffee 37");
    }

    @Test
    void showsThePageAfterTheListOnWhichMoreWasTapped() {
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok(Conversation.products(37)));
        shop.says("order");
        Content more = new Content.Tap(shop.idOf("More"), "More");
        shop.receives(more).taps("More").taps("More");
        assertThat(shop.titles()).contains("Coffee 37");
        shop.receives(more);

        assertThat(shop.titles()).startsWith("Coffee 10").contains("Coffee 18", "More");
    }

    @Test
    void doesNotListAProductWithoutAPriceNorTakeItByItsName() {
        shop.sells(
                product("A", "Priced", "5"),
                product("B", "Unpriced", "null"),
                product("C", "Texted", "\"12.50\""),
                product("D", "Free", "0"));
        shop.says("order");
        assertThat(shop.titles()).containsExactly("Priced", "Free");
        for (String wanted : List.of("Unpriced", "B")) {
            shop.says(wanted);
            assertThat(shop.lastBody()).isEqualTo("Please tap a product from the list, or type its name.");
            assertThat(shop.titles()).containsExactly("Priced", "Free");
        }
    }

    @Test
    void tellsTheCustomerAndOrdersNothingWhenOneItemOfTheCartHasLostItsPrice() {
        for (ErpReply noPrice :
                List.of(new ErpReply.Refused("No ERP base price available"), ok("{\"unit_price\": null}"), ok("{}"))) {
            Conversation chat = Conversation.shop();
            chat.erp.put(
                    ErpOperation.GET_PRICE,
                    request -> request.path("external_product_id").asText().equals("P2")
                            ? noPrice
                            : ok("{\"unit_price\": 1600.00, \"currency\": \"KES\"}"));
            chat.says("order").taps("Coffee 1").says("1").taps("Add more").taps("Coffee 2");
            chat.says("1").taps("Checkout");

            assertThat(chat.bodies())
                    .isEqualTo("One of your items has no valid price right now, so we cannot take this order"
                            + " automatically. A colleague will help you.");
            assertThat(chat.isHandedOver()).isTrue();
            assertThat(chat.session.cart().lines()).hasSize(2);
            assertThat(chat.operations()).noneMatch(ErpOperation::writes);
        }
    }

    @Test
    void takesOutOfTheCartWhatWasHiddenBeforeCheckout() {
        shop.says("order").taps("Coffee 1").says("1").taps("Add more").taps("Coffee 2");
        shop.says("2");
        shop.hidden.add("P1");
        shop.taps("Checkout");

        assertThat(shop.bodies()).startsWith("Not available any more, so taken out of your cart: Coffee 1.");
        shop.says("Beth House, Kasarani").taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().path("items"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.path("external_product_id").textValue()).isEqualTo("P2"));
    }

    @Test
    void asksAgainWithoutWhatWasHiddenAfterTheSummary() {
        shop.says("order").taps("Coffee 1").says("1").taps("Add more").taps("Coffee 2");
        shop.says("2").taps("Checkout").says("Beth House, Kasarani");
        shop.hidden.add("P1");
        shop.taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        assertThat(shop.bodies())
                .isEqualTo("Not available any more, so taken out of your cart: Coffee 1.\nPlease check your order:\n"
                        + "2 x Coffee 2: KES 3,200.00\nSubtotal: KES 3,200.00\nDelivery: KES 150.00\n*Total: KES 3,350.00*\n"
                        + "To: Beth House, Kasarani\nFor: Amina\nPayment: in cash on delivery");
        shop.taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().path("items"))
                .hasSize(1);
    }

    @Test
    void goesBackToTheProductsWhenNothingOfTheCartIsLeft() {
        shop.toSummary(2);
        shop.hidden.add("P1");
        shop.taps("Confirm");

        assertThat(shop.bodies())
                .isEqualTo(
                        "Not available any more, so taken out of your cart: Coffee 1.\nWhat would you like to order?");
        assertThat(shop.titles()).containsExactly("Coffee 2", "Coffee 3");
        assertThat(shop.session.cart().lines()).isEmpty();
        assertThat(shop.operations()).noneMatch(ErpOperation::writes);
    }

    @Test
    void neverOrdersWhatWasHiddenWhileTheErpWasDown() {
        shop.toSummary(2);
        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> new ErpReply.Down("away"));
        shop.taps("Confirm");
        shop.hidden.add("P1");
        shop.erp.put(ErpOperation.UPSERT_CUSTOMER, request -> ok("{\"external_customer_id\": \"C1\"}"));
        shop.happens(new Event.TimePassed());
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        assertThat(shop.bodies()).contains("\nNot available any more");

        Conversation late = Conversation.shop();
        late.toSummary(2);
        late.erp.put(ErpOperation.CREATE_ORDER, request -> new ErpReply.Down("away"));
        late.taps("Confirm");
        late.hidden.add("P1");
        late.happens(new Event.TimePassed());
        assertThat(late.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        assertThat(late.isHandedOver()).isTrue();
        assertThat(late.bodies()).contains("\nWe could not complete that.");
        assertThat(late.handOverReason()).contains("Coffee 1");
    }
}
