package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class OrderFlowPropertyTest {

    private static final FlowDefinition ORDER = Conversation.shipped("order");

    /** 000-08: in 1,000 random conversations no CREATE_ORDER comes before a tap on Confirm. */
    @Property(tries = 1_000)
    void neverOrdersBeforeTheCustomerConfirms(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        Conversation shop = Conversation.shop();
        int orders = 0;
        for (int i = 0; i < 40; i++) {
            boolean confirmed = false;
            boolean atSummary = shop.session.waiting() instanceof Waiting.Question question
                    && question.step().equals("summary");
            List<Reply.Option> options = shop.allReplies.isEmpty() ? List.of() : Conversation.options(shop.lastReply());
            if (!options.isEmpty() && random.nextInt(10) < 7) {
                Reply.Option option = options.get(random.nextInt(options.size()));
                confirmed = atSummary && option.title().equals("Confirm");
                shop.receives(new Content.Tap(option.id(), option.title()));
            } else {
                String text = List.of(
                                "order",
                                "1",
                                "3",
                                "cancel",
                                "cart",
                                "menu",
                                "status",
                                "Beth House 16",
                                "x",
                                "",
                                "agent")
                        .get(random.nextInt(11));
                shop.says(text);
            }
            int now = shop.callsOf(ErpOperation.CREATE_ORDER).size();
            assertThat(now - orders).isLessThanOrEqualTo(confirmed ? 1 : 0);
            if (now > orders) {
                assertShownIsSent(shop);
            }
            orders = now;
        }
        assertThat(shop.calls).extracting(Effect.Call::key).doesNotHaveDuplicates();
    }

    /** 000-35, 004-13: in 1,000 random carts the total that is shown is the total that is sent, to the cent. */
    @Property(tries = 1_000)
    void sendsTheTotalThatWasShown(
            @ForAll("prices") List<BigDecimal> prices, @ForAll("quantities") List<Integer> quantities) {
        Conversation shop = Conversation.shop();
        ArrayNode items = Json.array();
        for (BigDecimal price : prices) {
            items.addObject()
                    .put("id", "P" + (items.size() - 1))
                    .put("name", "Thing number " + items.size())
                    .put("price", price)
                    .put("currency", "KES");
        }
        shop.erp.put(
                ErpOperation.LIST_PRODUCTS,
                request -> new ErpReply.Ok(Json.object().set("items", items)));
        shop.erp.put(ErpOperation.GET_PRICE, request -> price(items, request));
        BigDecimal expected = BigDecimal.ZERO;
        int qty = 0;
        shop.says("order");
        for (int i = 0; i < prices.size(); i++) {
            shop.says("P" + i).says(String.valueOf(quantities.get(i)));
            shop.taps(i < prices.size() - 1 ? "Add more" : "Checkout");
            qty += quantities.get(i);
            expected = expected.add(prices.get(i).multiply(BigDecimal.valueOf(quantities.get(i))));
        }
        shop.says("Beth House, Kasarani").taps("Confirm");

        assertShownIsSent(shop);
        JsonNode totals =
                shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().path("totals");
        assertThat(totals.path("subtotal").decimalValue()).isEqualByComparingTo(expected);
        assertThat(totals.path("delivery").decimalValue()).isEqualByComparingTo(qty < 5 ? "150" : "0");
        assertThat(totals.path("total").decimalValue())
                .isEqualByComparingTo(totals.path("subtotal")
                        .decimalValue()
                        .add(totals.path("delivery").decimalValue()))
                .extracting(BigDecimal::scale)
                .isEqualTo(2);
    }

    private static ErpReply price(ArrayNode items, JsonNode request) {
        int index =
                Integer.parseInt(request.path("external_product_id").textValue().substring(1));
        return ok("{\"unit_price\": %s, \"currency\": \"KES\"}"
                .formatted(items.get(index).path("price").decimalValue()));
    }

    private static void assertShownIsSent(Conversation shop) {
        String summary = shop.allReplies.stream()
                .map(Conversation::body)
                .filter(body -> body.contains("*Total: "))
                .reduce((first, second) -> second)
                .orElseThrow();
        String shown = summary.substring(summary.indexOf("*Total: KES ") + 12, summary.indexOf("*\nTo:"));
        BigDecimal sent = shop.callsOf(ErpOperation.CREATE_ORDER)
                .getLast()
                .request()
                .at("/totals/total")
                .decimalValue();
        assertThat(new BigDecimal(shown.replace(",", ""))).isEqualTo(sent);
    }

    @Provide
    Arbitrary<List<BigDecimal>> prices() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999.99"))
                .ofScale(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Integer>> quantities() {
        return Arbitraries.integers().between(1, 100).list().ofSize(8);
    }

    /** 000-40: any address goes byte for byte to SET_ADDRESS and into order_note. */
    @Property(tries = 1_000)
    void deliversAnyAddressByteForByte(@ForAll("addresses") String address) {
        Conversation shop = Conversation.shop();
        shop.says("order")
                .taps("Coffee 1")
                .says("2")
                .taps("Checkout")
                .says(address)
                .taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.SET_ADDRESS)
                        .getFirst()
                        .request()
                        .path("address_text")
                        .textValue())
                .isEqualTo(address);
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)
                        .getFirst()
                        .request()
                        .path("order_note")
                        .textValue())
                .isEqualTo("Deliver to: " + address);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(5)
                .ofMaxLength(400)
                .filter(text -> text.strip().codePointCount(0, text.strip().length()) >= 5)
                .filter(text -> ORDER.commands().stream()
                        .noneMatch(command -> command.words().contains(Words.normalise(text))));
    }

    @Property(tries = 300)
    void losesNothingToTextThatIsNoAnswer(@ForAll("noise") String noise) {
        Conversation shop = Conversation.shop();
        shop.says("order");
        assertUntouchedBy(noise, shop);
        shop.taps("Coffee 1");
        assertUntouchedBy(noise, shop);
        shop.says("2");
        assertUntouchedBy(noise, shop);
        shop.taps("Checkout").says("Beth House, Kasarani");
        assertUntouchedBy(noise, shop);
        shop.taps("Confirm");
        assertUntouchedBy(noise, shop);
    }

    private static void assertUntouchedBy(String noise, Conversation shop) {
        Session before = shop.session;
        Reply question = shop.lastReply();
        shop.says(noise);
        assertThat(Json.write(shop.session.variables())).isEqualTo(Json.write(before.variables()));
        assertThat(shop.session.cart()).isEqualTo(before.cart());
        assertThat(Conversation.options(shop.lastReply()))
                // What looks like a name puts a list of products into another order.
                .containsExactlyInAnyOrderElementsOf(Conversation.options(question));
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().all().ofMaxLength(40).map(text -> text + "?¿");
    }
}
