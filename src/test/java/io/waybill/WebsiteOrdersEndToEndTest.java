package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that an online store brings in, on their way to the ERP and into the chat. */
class WebsiteOrdersEndToEndTest extends RunningGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ORDERS = "/api/v1/orders";

    private ConsoleClient ada;
    private ApiClient shop;

    @BeforeEach
    void openTheShop() throws Exception {
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
        shop = ApiClient.with(port, ada, "Shop", "orders:create");
    }

    @Test
    void makesAnOrderOfTheWebsiteInTheErpAtItsPrices() throws Exception {
        Customer amina = customer("Amina");

        HttpResponse<String> answer = posts(key(), order(amina, """
                "address": {"text": "Beth House, 12 Garden Street", "latitude": -1.2, "longitude": 36.8}, "note": "Ring twice",
                """));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode made = Json.read(answer.body());
        ErpOrder order = orderOf(amina);
        assertThat(made.path("external_order_id").asText()).isEqualTo(order.id());
        assertThat(made.path("order_number").asText()).isEqualTo(order.number());
        assertThat(made.path("status").asText()).isEqualTo("pending");
        assertThat(made.path("total").decimalValue())
                .isEqualByComparingTo(order.totals().path("total").decimalValue())
                .isPositive();
        assertThat(made.path("client_reference").asText()).isEqualTo(order.clientReference());
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/orders/" + order.id());
        assertThat(order.note()).isEqualTo("Deliver to: Beth House, 12 Garden Street\nRing twice");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                orderOf(amina).address().path("address_text").asText())
                        .isEqualTo("Beth House, 12 Garden Street"));

        JsonNode listed = Json.read(ada.get("/api/v1/orders?source=website&q=" + order.number())
                        .body())
                .at("/orders/0");
        assertThat(listed.path("externalOrderId").asText()).isEqualTo(order.id());
        assertThat(listed.path("source").asText()).isEqualTo("website");
        assertThat(listed.path("phone").asText()).isEqualTo(amina.identity());
        assertThat(timeline(order)).contains("created pending");
    }

    /** 001-25: the same key five times at once is one order of the ERP and one answer. */
    @Test
    void makesOneOrderWhenTheSameKeyIsPostedFiveTimesAtOnce() throws Exception {
        Customer brian = customer("Brian");
        String key = key();
        String body = order(brian, "");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(IntStream.range(0, 5)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> posts(key, body))
                    .toList());
            String first = answers.getFirst().get().body();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(201);
                assertThat(answer.get().body()).isEqualTo(first);
            }
        }

        assertThat(ordersOf(brian)).hasSize(1);
        assertThat(posts(key, body).statusCode()).as("later, too").isEqualTo(201);
        assertThat(ordersOf(brian)).hasSize(1);
        assertThat(ApiClient.detail(posts(key, body.replace("\"qty\": 2", "\"qty\": 3"))))
                .startsWith("This Idempotency-Key came with another order before");
    }

    /** PostgreSQL keeps U+0000 within JSON, and fails at whatever looks into that: at the tap on the order, for ever. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"note\": \"x\\u0000\",",
                "\"address\": {\"text\": \"House \\ud83d\"},",
                "\"items\": [{\"external_product_id\": \"P-1\", \"qty\": 1, \"options\": {\"Size\": \"\\u0000\"}}],"
            })
    void takesNoTextThatCannotBeKept(String part) throws Exception {
        Customer nuru = customer("Nuru");

        HttpResponse<String> answer = posts(key(), order(nuru, part));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(ApiClient.detail(answer)).contains("has the character U+0000 or half of a surrogate pair");
        assertThat(ordersOf(nuru)).isEmpty();
    }

    @Test
    void answersWhatComesNextThoughATapIsAboutAnOrderThatCannotBeRead() throws Exception {
        Customer pendo = customer("Pendo");
        pendo.says("menu").hears("");
        posts(key(), order(pendo, "\"confirm\": \"cod\","));
        GraphMessage asked = pendo.hears("is ready to go");
        jdbc.sql(
                        "update ledger set request = replace(request, 'Product', 'x\\u0000') where operation = 'CREATE_ORDER' and contact_id = ?")
                .param(contact(pendo))
                .update();

        pendo.sends(CustomerMessage.tap(asked.options().getFirst())).hears("Sorry, something went wrong on our side.");

        pendo.says("menu").hears("How can we help you?");
    }

    @Test
    void cancelsNothingThatIsPackedWhateverTheErpCallsThat() throws Exception {
        Customer quincy = customer("Quincy");
        quincy.says("menu").hears("");
        posts(key(), order(quincy, "\"confirm\": \"cod\","));
        GraphMessage asked = quincy.hears("is ready to go");
        long cancelled = ERP.calls(Operation.CANCEL_ORDER);
        ERP.tamper(orders ->
                orders.computeIfPresent(orderOf(quincy).id(), (id, order) -> order.withStatus("Ready for pickup")));

        quincy.sends(CustomerMessage.tap(asked.options().getLast()))
                .hears("Order %s is already Ready for pickup."
                        .formatted(orderOf(quincy).number()));

        assertThat(ERP.calls(Operation.CANCEL_ORDER)).isEqualTo(cancelled);
    }

    @Test
    void refusesAnotherOrderUnderTheSameKey() throws Exception {
        Customer chao = customer("Chao");
        String key = key();
        posts(key, order(chao, ""));

        HttpResponse<String> other = posts(key, order(chao, "\"note\": \"Another\","));

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ordersOf(chao)).hasSize(1);
    }

    @Test
    void saysBothTotalsWhereTheStoreHasAnother() throws Exception {
        Customer dada = customer("Dada");

        HttpResponse<String> answer = posts(key(), order(dada, "\"total\": 1.00,"));

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode problem = Json.read(answer.body());
        assertThat(problem.path("expected_total").decimalValue()).isEqualByComparingTo("1.00");
        assertThat(problem.path("total").decimalValue()).isPositive();
        assertThat(ordersOf(dada)).isEmpty();
        String right = "\"total\": %s,".formatted(problem.path("total").asText());
        assertThat(posts(key(), order(dada, right)).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "items": []                                                                 | "items" holds 1 to 100 products.
            "items": [{"external_product_id": "P-0", "qty": 1}]                         | Not sold: P-0.
            "items": [{"external_product_id": "P-1", "qty": 0}]                         | "qty" of items[0] (P-1) is 1 to 1000000.
            "items": [{"external_product_id": "P-1", "qty": 1, "options": {"Size": "L"}}] | P-1: it has no options.
            "items": [{"external_product_id": "P-1", "qty": 1}], "status": "shipped"    | "status" is pending
            "items": [{"external_product_id": "P-1", "qty": 1}], "confirm": "sms"       | "confirm" is cod or none, not sms.
            "items": [{"external_product_id": "P-1", "qty": 1}], "currency": "USD"      | The ERP's prices are in KES, not in USD.
            """)
    void saysWhatCannotBeOrderedLikeThat(String part, String reason) throws Exception {
        HttpResponse<String> answer = posts(
                key(), "{\"customer\": {\"phone\": \"%s\", \"name\": \"X\"}, %s}".formatted("+254711099999", part));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(ApiClient.detail(answer)).startsWith(reason);
    }

    @Test
    void wantsAKeyAndANumberThatCanBeSentTo() throws Exception {
        assertThat(ApiClient.detail(shop.post(ORDERS, order(customer("Nobody"), ""))))
                .startsWith("An order needs the header Idempotency-Key");
        HttpResponse<String> local = posts(
                key(),
                "{\"customer\": {\"phone\": \"0711 000 111\", \"name\": \"X\"}, \"items\": [{\"external_product_id\": \"P-1\", \"qty\": 1}]}");
        assertThat(local.statusCode()).isEqualTo(422);
        assertThat(ApiClient.detail(local)).contains("waybill.store.country");
    }

    @Test
    void doesNotSellWhatIsSwitchedOffForCustomers() throws Exception {
        ada.put("/api/catalog/products/P-39/visibility", "{\"visible\": false}");
        try {
            HttpResponse<String> answer =
                    posts(key(), order(customer("Hidden"), "").replace("P-1", "P-39"));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(ApiClient.detail(answer)).isEqualTo("Not sold: P-39.");
        } finally {
            ada.put("/api/catalog/products/P-39/visibility", "{\"visible\": true}");
        }
    }

    @Test
    void findsOutWhatBecameOfAnOrderWhoseAnswerWasLost() throws Exception {
        Customer eva = customer("Eva");
        ERP.faults().times(1, ErpFault.RESET_AFTER, "CREATE_ORDER");

        String key = key();
        HttpResponse<String> answer = posts(key, order(eva, ""));

        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
        await().atMost(PATIENCE).until(() -> posts(key, order(eva, "")).statusCode() == 201);
        assertThat(ordersOf(eva)).hasSize(1);
    }

    @Test
    void tellsWhereToAskWhileNobodyKnows() throws Exception {
        Customer femi = customer("Femi");
        HttpResponse<String> made = posts(key(), order(femi, ""));
        String id = Json.read(made.body()).path("reference").asText();

        assertThat(ApiClient.body(shop.get("/api/v1/order-requests/" + id))).isEqualTo(Json.read(made.body()));
        assertThat(shop.get("/api/v1/order-requests/order.none").statusCode()).isEqualTo(404);
    }

    /** What the database says when a node is killed at that moment; another goes on from there. */
    @ParameterizedTest
    @ValueSource(strings = {"next_step = 'customer', customer_id = null", "next_step = 'order'", "next_step = null"})
    void goesOnWhereAKilledNodeStopped(String state) throws Exception {
        Customer gul = customer("Gul");
        String key = key();
        JsonNode made = Json.read(posts(key, order(gul, "")).body());
        String id = made.path("reference").asText();
        long contact = made.path("contact_id").asLong();
        jdbc.sql("delete from order_reference where external_order_id = ?")
                .param(made.path("external_order_id").asText())
                .update();
        boolean called = state.equals("next_step = null");
        jdbc.sql(
                        called
                                ? "update ledger set state = 'open', reply = null, closed_at = null, next_attempt_at = now() where contact_id = ? and key = ?"
                                : "delete from ledger where contact_id = ? and key = ?")
                .params(contact, id + ".o1")
                .update();
        jdbc.sql(
                        "update placed_order set external_order_id = null, order_number = null, outcome = 'pending', %s where id = ?"
                                .formatted(state))
                .param(id)
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(posts(key, order(gul, "")).body()).isEqualTo(made.toString()));

        assertThat(ordersOf(gul)).hasSize(1);
        assertThat(Json.read(ada.get("/api/v1/orders/" + orderOf(gul).id()).body())
                        .at("/order/source")
                        .asText())
                .isEqualTo("website");
    }

    @Test
    void goesOnWithWhatAPersonFoundInTheErp() throws Exception {
        Customer hana = customer("Hana");
        String key = key();
        JsonNode made = Json.read(posts(key, order(hana, "")).body());
        String id = made.path("reference").asText();
        jdbc.sql("delete from order_reference where external_order_id = ?")
                .param(made.path("external_order_id").asText())
                .update();
        jdbc.sql("update ledger set state = 'manual', reply = null where key = ?")
                .param(id + ".o1")
                .update();
        jdbc.sql(
                        "update placed_order set external_order_id = null, order_number = null, outcome = 'manual' where id = ?")
                .param(id)
                .update();
        assertThat(posts(key, order(hana, "")).statusCode()).isEqualTo(202);
        String path = "/api/erp/doubts/%d/%s.o1/decision"
                .formatted(made.path("contact_id").asLong(), id);
        String found = """
                {"executed": true, "answer": {"external_order_id": "%s", "order_number": "%s", "status": "pending"}}
                """.formatted(orderOf(hana).id(), orderOf(hana).number());

        jdbc.sql("create function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'")
                .update();
        jdbc.sql(
                        "create trigger broken before update on placed_order for each row when (old.id = '%s') execute function broken()"
                                .formatted(id))
                .update();
        assertThat(ada.post(path, found).statusCode())
                .as("something fails between the ledger and the order")
                .isEqualTo(500);
        jdbc.sql("drop function broken cascade").update();
        assertThat(ada.post(path, found).statusCode()).as("nothing was decided").isEqualTo(204);

        await().atMost(PATIENCE).until(() -> posts(key, order(hana, "")).statusCode() == 201);
        assertThat(timeline(orderOf(hana))).contains("created pending");
    }

    @Test
    void ordersNothingWhileTheErpIsAwayAndOnceAfterwards() throws Exception {
        Customer isa = customer("Isa");
        String key = key();
        ERP.faults().times(10, ErpFault.UNAVAILABLE_503, "GET_PRICE");
        HttpResponse<String> away = posts(key, order(isa, ""));
        assertThat(away.statusCode()).as(away.body()).isEqualTo(503);
        ERP.faults().clear();
        ERP.faults().times(10, ErpFault.UNAVAILABLE_503, "CREATE_ORDER");
        HttpResponse<String> gone = posts(key, order(isa, ""));
        assertThat(gone.statusCode()).as(gone.body()).isIn(202, 503);
        ERP.faults().clear();

        await().atMost(PATIENCE).until(() -> posts(key, order(isa, "")).statusCode() == 201);

        assertThat(ordersOf(isa)).hasSize(1);
    }

    @Test
    void givesTheErpsReasonWhereItRefuses() throws Exception {
        ERP.faults().times(1, ErpFault.REFUSED_422, "CREATE_ORDER");
        String key = key();
        Customer jabu = customer("Jabu");

        HttpResponse<String> answer = posts(key, order(jabu, ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiClient.detail(answer)).contains("CREATE_ORDER");
        assertThat(posts(key, order(jabu, "")).body()).isEqualTo(answer.body());
        assertThat(ordersOf(jabu)).isEmpty();
    }

    /** 003-28: what is confirmed in the ERP is what customers tapped; with faults and kills in ExactlyOnceIT. */
    @Test
    void asksWhoIsHereInWordsAndTheTapConfirmsThisOrderOnce() throws Exception {
        Customer kamau = customer("Kamau");
        kamau.says("menu").hears("");
        long confirmed = ERP.calls(Operation.CONFIRM_ORDER);
        posts(key(), order(kamau, "\"confirm\": \"cod\","));

        GraphMessage asked = kamau.hears(
                "Your order %s is ready to go.".formatted(orderOf(kamau).number()));
        kamau.taps("Confirm")
                .hears("Thank you! Order %s is confirmed."
                        .formatted(orderOf(kamau).number()));
        kamau.sends(CustomerMessage.tap(asked.options().getFirst())).hears("is already confirmed");

        assertThat(orderOf(kamau).confirmations()).isEqualTo(1);
        assertThat(ERP.calls(Operation.CONFIRM_ORDER) - confirmed)
                .as("orders that are confirmed in the ERP are those whose customers tapped Confirm")
                .isEqualTo(1);
    }

    @Test
    void remindsOnceAndOnlyWhileTheOrderWaits() throws Exception {
        Customer lulu = customer("Lulu");
        lulu.says("menu").hears("");
        posts(key(), order(lulu, "\"confirm\": \"cod\","));
        lulu.hears("is ready to go");
        remindNow(lulu);
        lulu.hears("Your order %s is still waiting".formatted(orderOf(lulu).number()));

        lulu.taps("Cancel").hears("is cancelled");
        int heard = lulu.received().size();
        remindNow(lulu);

        assertThat(lulu.received()).hasSize(heard);
    }

    private void remindNow(Customer customer) {
        jdbc.sql("update placed_order set remind_at = now() where external_order_id = ?")
                .param(orderOf(customer).id())
                .update();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql(
                                        "select count(*) from placed_order where external_order_id = ? and remind_at is not null")
                                .param(orderOf(customer).id())
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** 003-04, 003-05: the order is there before the link is opened, forgotten when nobody does for N hours, and its chat's afterwards. */
    @Test
    void attachesTheChatToTheOrderWhenItsCustomerOpensTheLink() throws Exception {
        Customer moha = customer("Moha");
        JsonNode made = Json.read(posts(key(), order(moha, "")).body());
        assertThat(made.path("external_order_id").asText())
                .isEqualTo(orderOf(moha).id());
        assertThat(contactOf(orderOf(moha))).isEqualTo(contact(moha));
        assertThat(forgotten(moha)).isEmpty();
        assertThat(jdbc.sql(
                                "select round(extract(epoch from forgotten_at - created_at) / 3600) from order_reference where external_order_id = ?")
                        .param(orderOf(moha).id())
                        .query(Integer.class)
                        .single())
                .as("waybill.checkout.forgotten-after")
                .isEqualTo(24);
        jdbc.sql("update order_reference set forgotten_at = now() - interval '1 minute' where external_order_id = ?")
                .param(orderOf(moha).id())
                .update();
        assertThat(forgotten(moha))
                .as("nobody has opened it")
                .containsExactly(orderOf(moha).id());

        moha.says(textOf(made.path("link").asText()))
                .hears("Thank you! Your order %s is in:\n2 x Product 1"
                        .formatted(orderOf(moha).number()));

        assertThat(forgotten(moha)).isEmpty();
        assertThat(timeline(orderOf(moha))).contains("opened ");
        moha.taps("Confirm").hears("is confirmed");
        assertThat(orderOf(moha).confirmations()).isEqualTo(1);
        moha.says("status")
                .hears("Order %s is confirmed.".formatted(orderOf(moha).number()));
        assertThat(contactOf(orderOf(moha))).isEqualTo(contact(moha));
        JsonNode replayed = Json.read(ada.post("/api/v1/conversations/%d/replay".formatted(contact(moha)), "{}")
                .body());
        assertThat(replayed.path("turns").asInt()).isPositive();
        assertThat(replayed.path("parting").isNull()).as(replayed.toString()).isTrue();
    }

    @Test
    void letsSomebodyElseWithTheLinkLookAndNothingMore() throws Exception {
        Customer noor = customer("Noor");
        Customer other = customer("Omar");
        JsonNode made = Json.read(posts(key(), order(noor, "")).body());

        GraphMessage said = other.says(textOf(made.path("link").asText())).hears("It was made for another number");

        assertThat(said.options()).isEmpty();
        assertThat(contactOf(orderOf(noor)))
                .as("the order stays its customer's")
                .isEqualTo(contact(noor));
        other.says("status")
                .hears("Order %s is pending.".formatted(orderOf(noor).number()));
        String tap = "@order.0.*%d:%s.confirm"
                .formatted(orderOf(noor).id().length(), orderOf(noor).id());
        other.sends(CustomerMessage.templateButton(tap, "Confirm")).hears("That choice is from an earlier message");
        assertThat(orderOf(noor).confirmations()).isZero();
    }

    @Test
    void takesACodeThatNobodyKnowsForText() throws Exception {
        Customer paul = customer("Paul");
        paul.says("Hello #O:ABCDEFGHJKMN").hears("");
        assertThat(paul.received()).hasSize(1);
    }

    private HttpResponse<String> posts(String key, String body) throws Exception {
        return shop.post(ORDERS, key, body);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String order(Customer customer, String more) {
        return """
                {"customer": {"phone": "%s", "name": "%s"}, %s "items": [{"external_product_id": "P-1", "qty": 2}]}
                """.formatted(customer.identity(), customer.sender().name(), more);
    }

    private static List<ErpOrder> ordersOf(Customer customer) {
        return ERP.orders().stream()
                .filter(order -> customer.identity().equals(order.phone()))
                .toList();
    }

    private static ErpOrder orderOf(Customer customer) {
        assertThat(ordersOf(customer)).hasSize(1);
        return ordersOf(customer).getFirst();
    }

    private static String textOf(String link) {
        return URLDecoder.decode(link.substring(link.indexOf("?text=") + 6), StandardCharsets.UTF_8);
    }

    private List<String> forgotten(Customer customer) throws Exception {
        JsonNode listed = Json.read(ada.get("/api/v1/orders?unopened=true&contact=" + contact(customer))
                .body());
        return listed.path("orders").findValuesAsText("externalOrderId");
    }

    private List<String> timeline(ErpOrder order) throws Exception {
        JsonNode found = Json.read(ada.get("/api/v1/orders/" + order.id()).body());
        return StreamSupport.stream(found.path("timeline").spliterator(), false)
                .map(step -> step.path("kind").asText() + " "
                        + (step.path("after").isNull() ? "" : step.path("after").asText()))
                .toList();
    }

    private long contact(Customer customer) {
        return jdbc.sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private long contactOf(ErpOrder order) {
        return jdbc.sql("select contact_id from order_reference where external_order_id = ?")
                .param(order.id())
                .query(Long.class)
                .single();
    }
}
