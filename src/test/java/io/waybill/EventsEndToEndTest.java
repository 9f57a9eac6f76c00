package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.bench.Latencies;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.SignedEvents;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ERP tells by itself, and what it says when it is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class EventsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(
                home,
                "waybill.store.country=KE",
                "waybill.delivery.bands[0].min=1",
                "waybill.delivery.bands[0].max=4",
                "waybill.delivery.bands[0].charge=150");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 002-01: the timeline has every event of one order, in order. */
    @Test
    void followsAnOrderThroughItsLifeAndTellsItsCustomerOfEachChangeOnce() throws Exception {
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        assertThat(order(order).path("status").asText()).isEqualTo("confirmed");
        assertThat(order(order).path("source").asText()).isEqualTo("whatsapp");

        shop.says(order, "shipped");
        amina.hears("is on its way");
        shop.says(order, "delivered");
        amina.hears("has been delivered");

        JsonNode timeline = shop.get("/api/v1/orders/" + order).path("timeline");
        assertThat(StreamSupport.stream(timeline.spliterator(), false)
                        .map(step -> step.path("kind").asText() + " "
                                + step.path("after").asText()))
                .containsExactly("created pending", "status confirmed", "status shipped", "status delivered");
        assertThat(order(order).path("moves")).isEmpty();
    }

    @Test
    void takesAnEventOnceHoweverOftenAndInHoweverManyCallsAtOnceItComes() throws Exception {
        Customer brian = shop.customer("Brian");
        String order = shop.order(brian);
        String event = status(order, "shipped", Instant.now());

        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> calls.submit(() -> shop.events.tells("evt_b", event)))
                    .toList();
            int changed = 0;
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
                changed += answer.get().body().contains("\"changed\"") ? 1 : 0;
            }
            assertThat(changed).isEqualTo(1);
        }

        brian.hears("is on its way");
        assertThat(brian.received().stream().map(GraphMessage::text).filter(text -> text.contains("is on its way")))
                .hasSize(1);
    }

    @Test
    void keepsWhatIsNewerWhenEventsComeInAnotherOrder() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        Instant now = Instant.now();

        assertThat(result(status(order, "shipped", now.plusSeconds(60)))).isEqualTo("changed");
        chao.hears("is on its way");
        assertThat(result(status(order, "preparing", now.plusSeconds(30)))).isEqualTo("late");

        assertThat(order(order).path("status").asText()).isEqualTo("shipped");
    }

    @Test
    void believesTheErpAndMarksWhatCannotBeWithoutTellingTheCustomer() throws Exception {
        Customer dada = shop.customer("Dada");
        String order = shop.order(dada);
        shop.says(order, "cancelled");
        dada.hears("cancelled");
        int before = dada.received().size();

        assertThat(shop.says(order, "shipped")).isEqualTo("flagged");

        assertThat(order(order).path("status").asText()).isEqualTo("shipped");
        assertThat(order(order).path("flag").asText()).contains("shipped after cancelled, which cannot be");
        assertThat(shop.get("/api/v1/orders?flagged=true").path("orders").toString())
                .contains(order);
        shop.says(order, "delivered");
        dada.hearsUntil(before + 1);
        assertThat(dada.received().getLast().text()).contains("has been delivered");
    }

    @Test
    void takesNoTextThatCannotBeKept() throws Exception {
        HttpResponse<String> answer = shop.events.tells("evt_nul", """
                {"type": "order.created", "timestamp": "%s",
                 "data": {"external_order_id": "W-0", "order_number": "x\\u0000", "status": "pending", "phone": "0711 800 002"}}
                """.formatted(Instant.now()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("/data/order_number has the character U+0000");
    }

    @Test
    void knowsOrdersThatWereMadeElsewhereAndWhomToTell() throws Exception {
        shop.approved("order_shipped");
        String created = shop.tells("order.created", """
                {"external_order_id": "W-1", "order_number": "WEB-1", "status": "pending", "phone": "0711 800 001",
                 "source": "website", "total": 99.50, "currency": "KES"}
                """);
        assertThat(created).isEqualTo("changed");
        assertThat(order("W-1").path("source").asText()).isEqualTo("website");
        assertThat(order("W-1").path("phone").asText()).isEqualTo("+254711800001");

        shop.says("W-1", "shipped");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.gateway.graph.messagesTo("+254711800001"))
                        .extracting(GraphMessage::text)
                        .containsExactly("order_shipped WEB-1"));
        assertThat(shop.get("/api/v1/orders?source=website&q=WEB-1").path("orders"))
                .hasSize(1);
    }

    @Test
    void chargesDeliveryForAnOrderOfTheWebsiteAndFindsItsCustomerByALocalNumber() throws Exception {
        JsonNode made = posted("w-2", "\"qty\": 2");
        BigDecimal goods = shop.gateway.erp.orders().stream()
                .filter(order ->
                        order.id().equals(made.path("external_order_id").asText()))
                .map(order -> order.totals().path("subtotal").decimalValue())
                .findFirst()
                .orElseThrow();

        assertThat(made.path("total").decimalValue()).isEqualByComparingTo(goods.add(new BigDecimal("150")));
        assertThat(order(made.path("external_order_id").asText()).path("phone").asText())
                .isEqualTo("+254711800002");
        assertThat(posted("w-3", "\"qty\": 2").path("contact_id")).isEqualTo(made.path("contact_id"));
        assertThat(posted("w-4", "\"qty\": 5").path("detail").asText())
                .startsWith("No delivery charge covers a quantity of 5");
        BigDecimal picked = posted("w-5", "\"qty\": 2}], \"pickup\": true, \"x\": [{\"y\": 1")
                .path("total")
                .decimalValue();
        assertThat(picked).isEqualByComparingTo(goods);
    }

    private JsonNode posted(String key, String item) throws Exception {
        String body =
                "{\"customer\": {\"phone\": \"0711 800 002\", \"name\": \"Wafula\"}, \"items\": [{\"external_product_id\": \"P-1\", %s}]}"
                        .formatted(item);
        HttpResponse<byte[]> answer = shop.console()
                .send("POST", "/api/v1/orders", body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", key);
        return Json.read(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** 002-03: a change in the ERP is known at once by its event, else with the next poll. */
    @Test
    void asksTheErpWhereItDoesNotTell() throws Exception {
        Customer eva = shop.customer("Eva");
        String order = shop.order(eva);
        shop.gateway.erp.tamper(orders ->
                orders.replaceAll((key, made) -> made.id().equals(order) ? made.withStatus("shipped") : made));
        shop.gateway
                .database
                .jdbc()
                .sql("update order_reference set poll_at = now() where external_order_id = ?")
                .param(order)
                .update();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(order(order).path("status").asText()).isEqualTo("shipped"));
        eva.hears("is on its way");
    }

    /** 002-09: from the event to the call of Graph, 50 a second; a longer run is OrderLifeBench. */
    @Test
    void tellsNineteenOfTwentyCustomersWithinASecondWhenFiftyOrdersASecondChange() throws Exception {
        int orders = 100;
        shop.gateway.database.jdbc().sql("""
                with made as (
                    insert into contact (phone_number_id, phone, name) select '1', '+2547119' || lpad(n::text, 5, '0'), 'Fast'
                    from generate_series(1, ?) n returning id, phone),
                here as (insert into conversation (contact_id, last_message_at) select id, now() from made)
                insert into order_reference (external_order_id, order_number, contact_id, source, status, status_at, payment, payment_at,
                    created_at, changed_at)
                select phone, phone, id, 'api', 'confirmed', now() - interval '1 hour', 'unpaid', now(), now(), now() from made
                """).param(orders).update();
        Map<String, Long> begun = new ConcurrentHashMap<>();
        Latencies took = new Latencies();
        shop.gateway.graph.onMessage(message -> {
            Long start = begun.remove(message.recipient());
            if (start != null) {
                took.add((System.nanoTime() - start) / 1_000);
            }
        });
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 1; n <= orders; n++) {
                String phone = "+2547119%05d".formatted(n);
                Callable<String> changes = () -> {
                    begun.put(phone, System.nanoTime());
                    return result(status(phone, "shipped", Instant.now()));
                };
                clock.schedule(() -> calls.submit(changes), 20L * n, TimeUnit.MILLISECONDS);
            }
            await().atMost(PATIENCE).until(() -> took.size() == orders);
        }

        assertThat(took.millis(0.95)).isLessThan(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "moon.changed", "data": {}}                                                     | "type" is order.status, payment.status
            {"data": {}}                                                                             | An event has "type" and "data"
            {"type": "order.status", "timestamp": "2026-01-01T00:00:00Z", "data": {"status": "x"}}   | "data.external_order_id" is missing.
            {"type": "order.status", "data": {"external_order_id": "1", "status": "x"}}              | "timestamp" is missing
            {"type": "order.status", "timestamp": "2099-01-01T00:00:00Z", "data": {"external_order_id": "1", "status": "x"}} | is in the future
            {"type": "order.status", "timestamp": "2026-01-01T00:00:00Z", "data": {"external_order_id": "1", "status": "x", "tracking_url": "javascript:x"}} | is no http or https address
            {"type": "order.created", "timestamp": "2026-01-01T00:00:00Z", "data": {"external_order_id": "1", "status": "x", "phone": "12"}} | "phone": That is neither
            not json                                                                                 | The body is no event in JSON
            """)
    void saysWhatIsWrongWithAnEvent(String body, String reason) throws Exception {
        HttpResponse<String> answer = shop.events.tells(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Json.read(answer.body()).path("detail").asText()).contains(reason);
    }

    @Test
    void believesOnlyWhoKnowsTheSecretNow() throws Exception {
        String body = "{\"type\": \"job.changed\", \"data\": {}}";
        long now = Instant.now().getEpochSecond();
        String right = SignedEvents.signature("evt_s", now, body);

        assertThat(shop.events.post("evt_s", now, body + " ", right).statusCode())
                .isEqualTo(401);
        assertThat(shop.events.post("evt_x", now, body, right).statusCode()).isEqualTo(401);
        long old = now - 400;
        HttpResponse<String> late = shop.events.post("evt_s", old, body, SignedEvents.signature("evt_s", old, body));
        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(late.body()).contains("more than 5 minutes away");
        assertThat(shop.events.post("evt_s", now, body, "v1,AAAA " + right).statusCode())
                .isEqualTo(200);
    }

    private String result(String event) throws Exception {
        return Json.read(shop.events.tells(event).body()).path("result").asText();
    }

    private static String status(String order, String status, Instant at) {
        return "{\"type\": \"order.status\", \"timestamp\": \"%s\", \"data\": {\"external_order_id\": \"%s\", \"status\": \"%s\"}}"
                .formatted(at, order, status);
    }

    private JsonNode order(String id) throws Exception {
        return shop.get("/api/v1/orders/" + id).path("order");
    }
}
