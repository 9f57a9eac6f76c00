package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** People have the ERP do something with orders. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffActionsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 001-23: one click is one call and one message. */
    @Test
    void movesAnOrderInTheErpByOneCallAndTellsItsCustomerOnce() throws Exception {
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);

        JsonNode done = shop.post(status(order), "{\"status\": \"shipped\"}");

        assertThat(done.path("state").asText()).isEqualTo("ok");
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) - calls).isEqualTo(1);
        amina.hears("is on its way");
        assertThat(order(order).path("status").asText()).isEqualTo("shipped");
        assertThat(timeline(order)).containsSubsequence("asked  by ada", "status shipped by ada");
        assertThat(shop.says(order, "shipped")).isEqualTo("known");
    }

    /** 000-11: each action is one call of the ERP and a row of the audit log with who did it; 000-17: preparing, ready, delivered. */
    @Test
    void eachActionIsOneCallAndARowOfTheAuditLogWithTheirName() throws Exception {
        String fetched = shop.order(shop.customer("Nia"));
        String sent = shop.order(shop.customer("Oli"));
        String dropped = shop.order(shop.customer("Pia"));

        for (String status : List.of("preparing", "ready", "delivered")) {
            isOneCall(Operation.SET_ORDER_STATUS, fetched, status);
        }
        for (String status : List.of("shipped", "delivered")) {
            isOneCall(Operation.SET_ORDER_STATUS, sent, status);
        }
        isOneCall(Operation.CANCEL_ORDER, dropped, "cancelled");

        assertThat(timeline(fetched))
                .containsSubsequence("status preparing by ada", "status ready by ada", "status delivered by ada");
        assertThat(audited(fetched)).containsExactly("ada 200", "ada 200", "ada 200");
        assertThat(audited(sent)).containsExactly("ada 200", "ada 200");
        assertThat(audited(dropped)).containsExactly("ada 200");
    }

    private void isOneCall(Operation operation, String order, String status) throws Exception {
        long calls = calls();

        assertThat(shop.post(status(order), "{\"status\": \"%s\"}".formatted(status))
                        .path("state")
                        .asText())
                .isEqualTo("ok");
        assertThat(calls() - calls).as(status).isEqualTo(1);
        assertThat(order(order).path("status").asText()).isEqualTo(status);
        assertThat(shop.gateway.erp.calls(operation)).as(operation.name()).isPositive();
    }

    /** That change something. */
    private long calls() {
        return shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) + shop.gateway.erp.calls(Operation.CANCEL_ORDER);
    }

    private List<String> audited(String order) throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/audit?subject=" + order)
                                .path("entries")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("action").asText().equals("POST /api/v1/orders/{order}/status"))
                .map(entry -> "%s %d"
                        .formatted(
                                entry.path("who").asText(), entry.path("status").asInt()))
                .toList();
    }

    @Test
    void refusesWhatTheTableDoesNotHaveWithoutAskingTheErp() throws Exception {
        Customer brian = shop.customer("Brian");
        String order = shop.order(brian);
        shop.says(order, "delivered");
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);

        assertThat(shop.refused(409, shop.console().post(status(order), "{\"status\": \"shipped\"}")))
                .isEqualTo("The order is delivered: from there it goes nowhere, not shipped.");
        assertThat(shop.refused(422, shop.console().post(status(order), "{\"status\": \"lost\"}")))
                .startsWith("\"status\" is one of received, pending");
        assertThat(shop.refused(404, shop.console().post(status("none"), "{\"status\": \"shipped\"}")))
                .isEqualTo("We know of no order none.");
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS)).isEqualTo(calls);
    }

    /** 001-19: 5 of 25 are one call each, 20 are refused with 409 and without a call; 001-18: these are the five statuses. */
    @Test
    void doesFiveOfTwentyFiveMovesWherePeoplePayOnDelivery() throws Exception {
        shop.gateway.set("waybill.orders.profile=cod");
        List<String> statuses = List.of("pending", "confirmed", "shipped", "delivered", "cancelled");
        List<String> done = new ArrayList<>();
        String order = shop.order(shop.customer("Nia"));
        try (ConfigurableApplicationContext node = shop.gateway.start()) {
            ConsoleClient cod = shop.gateway.console(node, "cod");
            for (String from : statuses) {
                for (String to : statuses) {
                    was(order, from);
                    long calls = writes();
                    HttpResponse<String> answer = cod.post(status(order), "{\"status\": \"%s\"}".formatted(to));

                    assertThat(answer.statusCode()).as("%s to %s", from, to).isIn(200, 409);
                    assertThat(writes() - calls).as("%s to %s", from, to).isEqualTo(answer.statusCode() == 200 ? 1 : 0);
                    if (answer.statusCode() == 200) {
                        done.add(from + " to " + to);
                    }
                }
            }
        }

        assertThat(done)
                .containsExactly(
                        "pending to confirmed",
                        "pending to cancelled",
                        "confirmed to shipped",
                        "confirmed to cancelled",
                        "shipped to delivered");
    }

    private void was(String order, String status) {
        shop.gateway
                .database
                .jdbc()
                .sql("update order_reference set status = ? where external_order_id = ?")
                .params(status, order)
                .update();
    }

    private long writes() {
        return Stream.of(Operation.CONFIRM_ORDER, Operation.CANCEL_ORDER, Operation.SET_ORDER_STATUS)
                .mapToLong(shop.gateway.erp::calls)
                .sum();
    }

    @Test
    void cancelsByTheOperationForIt() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        long calls = shop.gateway.erp.calls(Operation.CANCEL_ORDER);

        shop.post(status(order), "{\"status\": \"cancelled\", \"reason\": \"Out of stock\"}");

        assertThat(shop.gateway.erp.calls(Operation.CANCEL_ORDER) - calls).isEqualTo(1);
        chao.hears("has been cancelled");
    }

    /** 001-23: what the ERP refused is told to nobody. */
    @Test
    void tellsNobodyWhatTheErpHasNotDone() throws Exception {
        Customer dada = shop.customer("Dada");
        String order = shop.order(dada);
        int before = dada.received().size();
        shop.gateway.erp.faults().times(1, ErpFault.REFUSED_422, "SET_ORDER_STATUS");

        HttpResponse<String> answer = shop.console().post(status(order), "{\"status\": \"shipped\"}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Json.read(answer.body()).path("state").asText()).isEqualTo("refused");
        assertThat(order(order).path("status").asText()).isEqualTo("confirmed");
        assertThat(dada.received()).hasSize(before);
        assertThat(shop.told(order, "shipped")).isEqualTo("nothing");
    }

    @Test
    void doesOnceWhatTwoPeopleAskForAtTheSameMoment() throws Exception {
        Customer eva = shop.customer("Eva");
        String order = shop.order(eva);
        ConsoleClient other = shop.gateway.console(shop.node(), "ben");
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);
        Callable<Integer> ada = () ->
                shop.console().post(status(order), "{\"status\": \"shipped\"}").statusCode();
        Callable<Integer> ben =
                () -> other.post(status(order), "{\"status\": \"shipped\"}").statusCode();

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = both.invokeAll(List.of(ada, ben));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) - calls).isEqualTo(1);
    }

    @Test
    void findsOutWhatBecameOfACallWhoseAnswerWasLost() throws Exception {
        Customer femi = shop.customer("Femi");
        String order = shop.order(femi);
        shop.gateway.erp.faults().times(1, ErpFault.RESET_AFTER, "SET_ORDER_STATUS");

        assertThat(shop.console()
                        .post(status(order), "{\"status\": \"shipped\"}")
                        .statusCode())
                .isIn(200, 202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(order(order).path("status").asText()).isEqualTo("shipped"));
        femi.hears("is on its way");
    }

    /** 002-12: status and message are one commit; whoever breaks off right after the ERP's answer still sends once. */
    @Test
    void tellsItsCustomerOnceWhenItBreaksOffRightAfterTheErpHasDoneIt() throws Exception {
        Customer faraji = shop.customer("Faraji");
        String order = shop.order(faraji);
        var jdbc = shop.gateway.database.jdbc();
        // A sequence goes on though its transaction is rolled back.
        jdbc.sql("create sequence breaks").update();
        jdbc.sql("""
                        create function breaks_once() returns trigger language plpgsql as
                        'begin if nextval(''breaks'') = 1 then raise exception ''broken off''; end if; return new; end'
                        """).update();
        jdbc.sql(
                        "create trigger breaks_once before insert on outbox for each row when (new.contact_id = %d) execute function breaks_once()"
                                .formatted(shop.gateway.database.contactOf(faraji.identity())))
                .update();

        shop.console().post(status(order), "{\"status\": \"shipped\"}");

        faraji.hears("is on its way");
        assertThat(jdbc.sql("select last_value from breaks").query(Long.class).single())
                .as("it has broken off before")
                .isGreaterThan(1);
        assertThat(order(order).path("status").asText()).isEqualTo("shipped");
        assertThat(shop.says(order, "shipped")).isEqualTo("known");
        faraji.says("menu").hears("How can we help you?");
        jdbc.sql("drop function breaks_once cascade").update();
    }

    /** 000-57: whoever asked for a refund cannot approve it. */
    @Test
    void givesMoneyBackWhenSomebodyElseAgrees() throws Exception {
        Customer gul = shop.customer("Gul");
        String order = shop.order(gul);
        String refunds = "/api/v1/orders/%s/refunds".formatted(order);
        assertThat(shop.refused(409, shop.console().post(refunds, "{\"reason\": \"Broken\"}")))
                .isEqualTo("The order is unpaid: only what is paid can be given back.");
        shop.tells("payment.status", "{\"external_order_id\": \"%s\", \"status\": \"paid\"}".formatted(order));

        JsonNode asked = shop.post(refunds, "{\"reason\": \"Broken\"}");

        assertThat(shop.refused(409, shop.console().post(refunds, "{\"reason\": \"Broken\"}")))
                .contains("asked for that already");
        String id = asked.path("id").asText();
        assertThat(shop.refused(403, shop.console().post(refunds + "/" + id + "/approve", "")))
                .contains("Somebody else");
        ConsoleClient other = shop.gateway.console(shop.node(), "ben");
        assertThat(shop.refused(409, other.post(refunds + "/" + id + "/approve", "")))
                .contains("The ERP has no REFUND_PAYMENT");
        assertThat(other.post(refunds + "/" + id + "/deny", "").statusCode()).isEqualTo(204);
        assertThat(shop.get(refunds).at("/refunds/0/state").asText()).isEqualTo("denied");
    }

    /** 001-23, 002-25: a double click is one call and one message, for Processing as for Shipped. */
    @ParameterizedTest
    @CsvSource({"preparing, is being packed now", "shipped, is on its way"})
    void doesOnceWhatIsPostedTwiceUnderOneKey(String status, String told) throws Exception {
        shop.meta.has(
                "packing",
                "en",
                "APPROVED",
                "UTILITY",
                "[{\"type\": \"BODY\", \"text\": \"Order {{1}} is being packed now.\", \"example\": {\"body_text\": [[\"SO-1\"]]}}]");
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.preparing", """
                {"template": "packing", "languages": ["en"], "variables": {"body.1": "order.number"}}
                """);
        Customer hana = shop.customer("Hana");
        String order = shop.order(hana);
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);

        HttpResponse<byte[]> first = asks(order, status, "tap-1");
        HttpResponse<byte[]> again = asks(order, status, "tap-1");
        shop.console().delete("/api/v1/template-mappings/order.preparing");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) - calls).isEqualTo(1);
        assertThat(order(order).path("status").asText()).isEqualTo(status);
        hana.hears(told);
        assertThat(hana.received().stream().filter(message -> message.text().contains(told)))
                .hasSize(1);
    }

    private HttpResponse<byte[]> asks(String order, String status, String key) throws Exception {
        byte[] wish = "{\"status\": \"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
        return shop.console().send("POST", status(order), wish, "Idempotency-Key", key);
    }

    /** 002-28: whoever hands it over says so; after that it goes nowhere. */
    @Test
    void deliversWhatIsShippedAndLetsItGoNowhereFromThere() throws Exception {
        Customer neema = shop.customer("Neema");
        String order = shop.order(neema);
        shop.post(status(order), "{\"status\": \"shipped\"}");
        neema.hears("is on its way");

        shop.post(status(order), "{\"status\": \"delivered\"}");

        neema.hears("has been delivered");
        assertThat(order(order).path("status").asText()).isEqualTo("delivered");
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);
        for (String next : List.of("received", "pending", "confirmed", "preparing", "ready", "shipped", "cancelled")) {
            assertThat(shop.refused(409, shop.console().post(status(order), "{\"status\": \"%s\"}".formatted(next))))
                    .startsWith("The order is delivered: from there it goes nowhere");
        }
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS)).isEqualTo(calls);
        assertThat(order(order).path("status").asText()).isEqualTo("delivered");
    }

    /** 003-31, 003-34: staff see an order before its customer chats, and their button confirms it in the ERP, once. */
    @Test
    void confirmsAnOrderOfTheWebsiteOnceBeforeItsCustomerChats() throws Exception {
        byte[] body = """
                {"customer": {"phone": "+254711900077", "name": "Omari"}, "items": [{"external_product_id": "P-1", "qty": 1}]}
                """.getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> made = shop.console().send("POST", "/api/v1/orders", body, "Idempotency-Key", "omari-1");
        assertThat(made.statusCode()).isEqualTo(201);
        String order = Json.read(new String(made.body(), StandardCharsets.UTF_8))
                .path("external_order_id")
                .asText();
        long calls = shop.gateway.erp.calls(Operation.CONFIRM_ORDER);

        assertThat(order(order).path("status").asText()).isEqualTo("pending");
        assertThat(shop.get("/api/v1/orders?source=website&status=pending").path("orders"))
                .extracting(row -> row.path("externalOrderId").asText())
                .contains(order);
        JsonNode confirm = move(shop.get("/api/v1/orders/%s/moves".formatted(order)), "confirmed");
        assertThat(confirm.path("operation").asText()).isEqualTo("CONFIRM_ORDER");
        assertThat(asks(order, "confirmed", "tap-1").statusCode()).isEqualTo(200);
        assertThat(asks(order, "confirmed", "tap-1").statusCode()).isEqualTo(200);
        assertThat(asks(order, "confirmed", "tap-2").statusCode()).isEqualTo(409);

        assertThat(shop.gateway.erp.calls(Operation.CONFIRM_ORDER) - calls).isEqualTo(1);
        assertThat(order(order).path("status").asText()).isEqualTo("confirmed");
        assertThat(timeline(order)).contains("created pending by ").contains("status confirmed by ada");
    }

    /** 001-23: only what can be asked for now, with what the customer would be told. */
    @Test
    void saysWhatCanBeAskedForNowAndWhatWouldGoOut() throws Exception {
        Customer iman = shop.customer("Iman");
        String order = shop.order(iman);

        JsonNode moves = shop.get("/api/v1/orders/%s/moves".formatted(order));

        assertThat(moves.path("moves").findValuesAsText("status"))
                .containsExactly("preparing", "shipped", "ready", "cancelled");
        JsonNode shipped = move(moves, "shipped");
        assertThat(shipped.path("offered").booleanValue()).isTrue();
        assertThat(shipped.path("operation").asText()).isEqualTo("SET_ORDER_STATUS");
        assertThat(shipped.at("/news/state").asText()).isEqualTo("sends");
        assertThat(shipped.at("/news/template").asText()).isEqualTo("order_shipped");
        assertThat(shipped.at("/news/text").asText()).contains("is on its way");
        assertThat(shipped.at("/news/asTemplate").booleanValue()).isFalse();
        assertThat(move(moves, "preparing").at("/news/state").asText()).isEqualTo("silent");
        assertThat(moves.at("/refund/reason").asText()).contains("only what is paid");
        shop.fallsSilent(iman);
        assertThat(move(shop.get("/api/v1/orders/%s/moves".formatted(order)), "shipped")
                        .at("/news/state")
                        .asText())
                .as("Meta has not approved it, and the customer has been silent for days")
                .isEqualTo("waits");
        assertThat(iman.received())
                .as("nothing of it is sent")
                .noneMatch(message -> message.text().contains("is on its way"));
    }

    /** The second half of 001-23: the message can be tried again apart from the ERP. */
    @Test
    void triesAgainForAPersonWhatDidNotGoOut() throws Exception {
        Customer ivo = shop.customer("Ivo");
        String order = shop.order(ivo);
        shop.fallsSilent(ivo);
        shop.says(order, "shipped");
        assertThat(shop.told(order, "shipped")).isEqualTo("held");
        String retry = "/api/v1/orders/%s/notices/shipped/retry".formatted(order);
        assertThat(shop.post(retry, "").path("state").asText()).isEqualTo("held");

        ivo.says("hello").hears("");
        assertThat(shop.post(retry, "").path("state").asText()).isEqualTo("sent");
        assertThat(shop.post(retry, "").path("state").asText()).isEqualTo("sent");

        ivo.hears("is on its way");
        assertThat(ivo.received().stream().filter(message -> message.text().contains("is on its way")))
                .hasSize(1);
        assertThat(shop.refused(
                        404, shop.console().post("/api/v1/orders/%s/notices/delivered/retry".formatted(order), "")))
                .contains("There was no news");
    }

    /** 001-22: what was ordered, as it was sent, and what the ERP says now. */
    @Test
    void showsWhatIsInAnOrderAsItWasSentAndAsTheErpSays() throws Exception {
        Customer jo = shop.customer("Jo");
        String order = shop.order(jo);

        JsonNode sent = shop.get("/api/v1/orders/%s/contents".formatted(order)).path("sent");
        JsonNode said = shop.get("/api/v1/orders/%s/erp".formatted(order));

        assertThat(sent.path("at").isTextual()).isTrue();
        assertThat(sent.path("address").asText()).contains("Beth House");
        assertThat(sent.at("/items/0/name").asText()).isNotBlank();
        assertThat(sent.at("/items/0/qty").intValue()).isPositive();
        assertThat(sent.at("/items/0/unitPrice").decimalValue()).isPositive();
        assertThat(sent.at("/items/0/amount").decimalValue()).isPositive();
        assertThat(sent.path("total").isNumber()).isTrue();
        assertThat(order(order).path("customer").asText()).isEqualTo("Jo");
        assertThat(order(order).path("phone").asText()).isEqualTo(jo.identity());
        assertThat(said.path("state").asText()).isEqualTo("ok");
        assertThat(said.at("/answer/status").isTextual()).isTrue();
        JsonNode listed = shop.get("/api/v1/orders?q=" + order).at("/orders/0");
        assertThat(listed.at("/items/0/name").asText())
                .isEqualTo(sent.at("/items/0/name").asText());
        shop.gateway.erp.faults().times(3, ErpFault.UNAVAILABLE_503, "GET_ORDER_STATUS");
        JsonNode silent = shop.get("/api/v1/orders/%s/erp".formatted(order));
        shop.gateway.erp.faults().clear();
        assertThat(silent.path("state").asText()).isEqualTo("down");
        assertThat(silent.path("reason").asText()).isNotBlank();
    }

    /** 001-20: the ERP's own orders beside those we know of. */
    @Test
    void listsTheErpsOwnOrders() throws Exception {
        String order = shop.order(shop.customer("Kit"));

        JsonNode orders = shop.get("/api/v1/erp-orders").path("orders");

        assertThat(StreamSupport.stream(orders.spliterator(), false)
                        .filter(row -> row.path("externalOrderId").asText().equals(order)))
                .singleElement()
                .satisfies(row -> assertThat(row.path("known").booleanValue()).isTrue());
    }

    /** 001-21: made today, and not tomorrow. */
    @Test
    void findsOrdersByWhenTheyWereMade() throws Exception {
        String order = shop.order(shop.customer("Lee"));
        Instant now = Instant.now();

        assertThat(shop.get("/api/v1/orders?from=%s&to=%s".formatted(now.minusSeconds(600), now.plusSeconds(600)))
                        .toString())
                .contains(order);
        JsonNode later = shop.get("/api/v1/orders?from=" + now.plusSeconds(600));
        assertThat(later.path("orders")).isEmpty();
        assertThat(later.path("counts")).isEmpty();
    }

    /** 001-32: how many are new, for each person. */
    @Test
    void countsTheOrdersThatSomebodyHasNotSeen() throws Exception {
        ConsoleClient ben = shop.gateway.console(shop.node(), "ben");
        shop.console().post("/api/v1/me/new-orders/seen", "");
        int forBen = count(ben);

        shop.order(shop.customer("Mo"));

        assertThat(count(shop.console())).isEqualTo(1);
        assertThat(count(ben)).isEqualTo(forBen + 1);
        assertThat(ben.post("/api/v1/me/new-orders/seen", "").statusCode()).isEqualTo(204);
        assertThat(count(ben)).isZero();
        assertThat(count(shop.console())).isEqualTo(1);
    }

    private static int count(ConsoleClient console) throws Exception {
        return Json.read(console.get("/api/v1/me/new-orders").body())
                .path("count")
                .intValue();
    }

    private static JsonNode move(JsonNode moves, String status) {
        return StreamSupport.stream(moves.path("moves").spliterator(), false)
                .filter(move -> move.path("status").asText().equals(status))
                .findFirst()
                .orElseThrow();
    }

    private static String status(String order) {
        return "/api/v1/orders/%s/status".formatted(order);
    }

    private JsonNode order(String id) throws Exception {
        return shop.get("/api/v1/orders/" + id).path("order");
    }

    private List<String> timeline(String order) throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/orders/" + order).path("timeline").spliterator(), false)
                .map(step -> "%s %s by %s"
                        .formatted(
                                step.path("kind").asText(),
                                step.path("after").asText(""),
                                step.path("by").asText()))
                .map(text -> text.replace("null", ""))
                .toList();
    }
}
