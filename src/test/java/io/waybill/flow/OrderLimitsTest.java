package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static io.waybill.flow.Conversation.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.message.Reply;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much goes into an order, and what happens beyond. */
class OrderLimitsTest {

    private static final int FULL = 100;

    private final Conversation shop = Conversation.shop();

    @Test
    void asksForTheQuantityAgainUnlessItIsAWholeNumberFrom1To100() {
        for (String text : List.of(
                "0",
                "-1",
                "- 1",
                "2.5",
                "2,5",
                "1e9",
                "1000000000",
                "101",
                "٠",
                "two",
                "½",
                "²",
                "Ⅷ",
                "五",
                "2 kg",
                "0x10",
                "NaN",
                "",
                "x".repeat(4096),
                "9".repeat(4096))) {
            Conversation chat = Conversation.shop();
            chat.says("order").taps("Coffee 1").says(text);

            assertThat(chat.bodies()).as(text).isEqualTo("Please choose a quantity from 1 to 100.");
            assertThat(chat.titles()).as(text).hasSize(10);
            assertThat(chat.session.cart().lines()).as(text).isEmpty();
            chat.says("3");
            assertThat(chat.session.cart().qty()).as(text).isEqualTo(3);
        }
    }

    /** 001-06: of at most 10, 11 is refused and 10 is taken. */
    @Test
    void refusesOneMoreThanTheMostThatTheFlowTakes() {
        Conversation chat = Conversation.shop(
                new FlowLoader().load(Conversation.shippedText("order").replace("\"max\": 100,", "\"max\": 10,")));
        chat.says("order").taps("Coffee 1").says("11");

        assertThat(chat.bodies()).isEqualTo("Please choose a quantity from 1 to 10.");
        assertThat(chat.titles()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(chat.session.cart().lines()).isEmpty();
        chat.says("10");
        assertThat(chat.session.cart().qty()).isEqualTo(10);
    }

    @Test
    void takesAQuantityInAnyDigits() {
        for (String three : List.of("3", "٣", "۳", "３", "३", " 3 ", "03")) {
            Conversation chat = Conversation.shop();
            chat.says("order").taps("Coffee 1").says(three);

            assertThat(chat.session.cart().qty()).as(three).isEqualTo(3);
        }
    }

    @Test
    void takesTheLeastAndTheGreatestQuantity() {
        shop.says("order").taps("Coffee 1").says("1").taps("Add more").taps("Coffee 1");
        shop.says("100");

        assertThat(shop.session.cart().qty()).isEqualTo(101);
    }

    @Test
    void mergesTheSameProductAlsoWhenItsNameAndPriceHaveChangedMeanwhile() {
        shop.sells(product("P1", "Coffee", "5.00")).says("order").taps("Coffee").says("2");
        shop.sells(product("P1", "Coffee, fresh", "6.00"))
                .taps("Add more")
                .taps("Coffee, fresh")
                .says("3");
        shop.erp.put(ErpOperation.GET_PRICE, request -> ok("{\"unit_price\": 6.00, \"currency\": \"KES\"}"));
        shop.taps("Checkout").says("Beth House, Kasarani").taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.GET_PRICE)
                        .getFirst()
                        .request()
                        .path("qty")
                        .intValue())
                .isEqualTo(5);
        assertThat(Json.write(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .at("/items/0")))
                .contains("\"qty\":5,\"unit_price\":6.00");
    }

    @Test
    void ordersAHundredDifferentProductsAndShowsTheirTotalWithinTheLimitsOfWhatsApp() {
        fill();
        assertThat(shop.session.cart().lines()).hasSize(FULL);
        shop.taps("Checkout").says("Beth House, Kasarani, House 16. ".repeat(12).strip());

        List<RenderResult.Messages> sent = sent(shop.lastReply());
        String all = String.join("\n", texts(sent));
        assertThat(texts(sent)).hasSizeGreaterThan(1).allMatch(text -> text.length() <= 4096);
        assertThat(texts(sent).getLast())
                .hasSizeLessThanOrEqualTo(1024)
                .contains("Delivery: KES 0.00", "*Total: KES 160,000.00*", "To: Beth House");
        for (int i = 1; i <= FULL; i++) {
            assertThat(all).contains("1 x %s: KES 1,600.00".formatted(name(i)));
        }
        shop.taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().path("items"))
                .hasSize(FULL);
        assertThat(shop.isHandedOver()).isFalse();
    }

    @Test
    void tellsThatTheCartIsFullAndLeadsOnToCheckout() {
        fill();
        shop.taps("Add more").says("P101").says("1");

        assertThat(shop.bodies())
                .startsWith("We could not put %s into your cart. It is full".formatted(name(101)))
                .contains("Your cart:\n1 x " + name(1));
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
        assertThat(shop.session.cart().lines()).hasSize(FULL);
        shop.taps("Add more").says("P100").says("4");
        assertThat(shop.session.cart().qty()).isEqualTo(FULL + 4);
    }

    @Test
    void tellsThatAnItemOfAnotherCurrencyDoesNotGoIntoTheCart() {
        shop.sells(
                product("A", "Tea", "5"),
                "{\"id\": \"B\", \"name\": \"Rice\", \"price\": 1, \"currency\": \"USD\"}",
                "{\"id\": \"C\", \"name\": \"Salt\", \"price\": 1}");
        shop.says("order").taps("Tea").says("1").taps("Add more").taps("Rice").says("1");

        assertThat(shop.bodies()).isEqualTo("We could not put Rice into your cart.\n\nYour cart:\n1 x Tea: KES 5.00");
        assertThat(shop.titles()).containsExactly("Add more", "Checkout");
    }

    @Test
    void survivesTheLongestTextAtEveryQuestion() {
        String longest = "y".repeat(4096);
        Conversation chat = Conversation.shop();
        chat.says(longest)
                .says("order")
                .says(longest)
                .taps("Coffee 1")
                .says(longest)
                .says("2");
        chat.says(longest).taps("Checkout").says(longest);
        assertThat(chat.lastBody()).isEqualTo("Please send the full address as text, or share a location pin.");
        chat.says("Beth House, Kasarani")
                .says(longest)
                .taps("Confirm")
                .says(longest)
                .taps("Confirm");

        assertThat(chat.lastBody()).startsWith("Thank you Amina!");
        assertThat(chat.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
    }

    private void fill() {
        shop.sells(IntStream.rangeClosed(1, FULL + 1)
                .mapToObj(i -> product("P" + i, name(i), "1600.00"))
                .toArray(String[]::new));
        shop.says("order");
        for (int i = 1; i <= FULL; i++) {
            shop.says("P" + i).says("1");
            if (i < FULL) {
                shop.taps("Add more");
            }
        }
    }

    private static String name(int i) {
        return "Coffee of the highlands, roasted in small batches, number %d of our list".formatted(i);
    }

    private static List<RenderResult.Messages> sent(Reply reply) {
        return List.of((RenderResult.Messages)
                MessagePayload.render(reply, new Recipient("+254700000001", null), true, new Templates(List.of())));
    }

    private static List<String> texts(List<RenderResult.Messages> sent) {
        return sent.getFirst().messages().stream()
                .map(message -> Json.read(message.json()))
                .map(json -> json.at("/text/body")
                        .asText(json.at("/interactive/body/text").asText()))
                .toList();
    }
}
