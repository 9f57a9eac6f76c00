package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.command.EvidenceCommand;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What happens once an order is there: its customer is asked how it was, it can be proven, and the customer can be forgotten. */
@TestInstance(Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class AfterDeliveryEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ADDRESS = "Beth House, 12 Garden Street, house 5";

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home, "waybill.feedback.after=0s", "waybill.hooks.private-hosts=127.0.0.1");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 002-29, 002-19, 002-01: one survey of each order; its score goes to others and into the table. */
    @Test
    void asksOnceWithinTheWindowKeepsTheFirstAnswerAndTellsOthers() throws Exception {
        List<JsonNode> heard = new CopyOnWriteArrayList<>();
        try (HttpSide integrator = HttpSide.listen(0, exchange -> {
            heard.add(HttpSide.json(exchange));
            HttpSide.answer(exchange, 200, Json.object());
        })) {
            shop.post("/api/v1/hooks", """
                    {"url": "%s/waybill", "eventTypes": ["feedback.given"]}
                    """.formatted(integrator.uri()));
            Customer amina = shop.customer("Amina");
            String order = shop.order(amina);
            wroteLast(amina, "1 hour");

            shop.says(order, "delivered");
            shop.says(order, "delivered");
            amina.hears("has been delivered. Was everything");
            GraphMessage question = amina.hears("How did we do, from 0 (badly) to 10 (very well)?");
            assertThat(question.options())
                    .extracting(GraphMessage.Option::title)
                    .startsWith("10", "9")
                    .hasSize(10);

            amina.taps("9").hears("what made it a 9?");
            amina.says("The driver was friendly").hears("Thank you for your answer.");
            amina.sends(CustomerMessage.listReply(question.options().get(9).id(), "1"))
                    .hears("we have your 9 of 10");

            await().atMost(PATIENCE).until(() -> heard.size() == 2);
            assertThat(heard.getFirst().at("/data/rating").asInt()).isEqualTo(9);
            assertThat(heard.getLast().at("/data/comment").asText()).isEqualTo("The driver was friendly");
            JsonNode answer = answer(order);
            assertThat(answer.path("askedBy").asText()).isEqualTo("message");
            assertThat(answer.path("rating").asInt()).isEqualTo(9);
            assertThat(answer.path("comment").asText()).isEqualTo("The driver was friendly");
            assertThat(answer.path("flow").asText()).startsWith("feedback@");
            assertThat(shop.console().get("/api/v1/feedback?format=csv").body())
                    .startsWith("order,orderNumber,contactId")
                    .contains("The driver was friendly");
            JsonNode timeline = shop.get("/api/v1/orders/" + order).path("timeline");
            assertThat(timeline.findValuesAsText("detail"))
                    .containsSubsequence(
                            "The customer is asked how it was.",
                            "The customer rates it 9 of 10.",
                            "The customer wrote a comment.");
        }
    }

    @Test
    void asksByTheTemplateOutsideTheWindowAndTakesAWrittenNumber() throws Exception {
        shop.approved("order_feedback");
        shop.approved("order_delivered");
        Customer brian = shop.customer("Brian");
        String order = shop.order(brian);
        shop.fallsSilent(brian);
        int before = brian.received().size();

        shop.says(order, "delivered");
        GraphMessage question = brian.hearsUntil(before + 2).received().getLast();
        assertThat(question.text()).startsWith("order_feedback SO-");
        assertThat(question.options()).extracting(GraphMessage.Option::title).hasSize(2);

        brian.says("10").hears("what made it a 10?");
        brian.says("All fine").hears("Thank you for your answer.");
        JsonNode answer = answer(order);
        assertThat(answer.path("askedBy").asText()).isEqualTo("template");
        assertThat(answer.path("rating").asInt()).isEqualTo(10);
    }

    /** 003-05, 000-40: the order and its chat are one record, which can be proven afterwards. */
    @Test
    void provesWhatWasSaidAndDoneAndStillDoesOnceTheCustomerIsForgotten(@TempDir Path folder) throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        long contact = shop.gateway.database.contactOf(chao.identity());

        String evidence = shop.console()
                .get("/api/v1/orders/%s/evidence".formatted(order))
                .body();
        JsonNode document = Json.read(evidence);
        assertThat(document.path("entries").findValuesAsText("kind"))
                .contains(
                        "order",
                        "flow",
                        "message.in",
                        "message.out",
                        "message.status",
                        "quote",
                        "ledger",
                        "address",
                        "event");
        assertThat(addresses(document)).anyMatch(address -> address.contains(ADDRESS));
        JsonNode verdict = shop.post("/api/v1/evidence/verify", evidence);
        assertThat(verdict.at("/document/intact").asBoolean()).isTrue();
        assertThat(verdict.path("sealedHere").asBoolean()).isTrue();
        assertThat(verdict.path("sealsSince").asInt(-1)).isZero();
        String kept = shop.get("/api/v1/evidence/head").path("seal").asText();
        assertThat(shop.post("/api/v1/evidence/verify-seals?seal=" + kept, "")
                        .path("stands")
                        .asBoolean())
                .isTrue();
        assertThat(shop.post("/api/v1/evidence/verify-seals?seal=" + "1".repeat(64), "")
                        .path("stands")
                        .asBoolean(true))
                .isFalse();
        assertThat(shop.post("/api/v1/evidence/verify", "{\"format\": \"waybill-evidence-2\", \"entries\": {}}")
                        .at("/document/intact")
                        .asBoolean(true))
                .isFalse();
        assertThat(verified(folder, evidence)).startsWith("0 ").contains("which fit together");
        assertThat(verified(folder, evidence.replaceFirst("Chao", "Ciao")))
                .startsWith("1 ")
                .contains("is not what was entered");

        String refused = shop.refused(409, shop.console().delete("/api/v1/contacts/" + contact));
        assertThat(refused)
                .isEqualTo("Order %s is confirmed. Settle that first, or erase them all the same with force=true."
                        .formatted(order));
        assertThat(shop.console()
                        .get("/api/v1/contacts/%d/export".formatted(contact))
                        .body())
                .contains(ADDRESS, "Chao");
        shop.says(order, "delivered");
        await().atMost(PATIENCE).until(() -> isAtRest(contact));
        String figures = figures();
        assertThat(shop.console().delete("/api/v1/contacts/" + contact).statusCode())
                .isEqualTo(200);
        assertThat(figures()).isEqualTo(figures);

        for (String path : List.of(
                "contacts/%d/export".formatted(contact),
                "orders/%s/evidence".formatted(order),
                "conversations/" + contact,
                "conversations/%d/messages".formatted(contact),
                "orders/" + order)) {
            assertThat(shop.console().get("/api/v1/" + path).body())
                    .as(path)
                    .doesNotContain("Chao", "Garden Street", chao.identity().substring(1));
        }
        assertThat(everywhere(chao.identity().substring(1))).isEmpty();
        JsonNode after = shop.post(
                "/api/v1/evidence/verify",
                shop.console()
                        .get("/api/v1/orders/%s/evidence".formatted(order))
                        .body());
        assertThat(after.at("/document/intact").asBoolean())
                .as(after.toString())
                .isTrue();
        assertThat(after.at("/document/erased").asInt()).isPositive();
        assertThat(shop.get("/api/v1/erasures").at("/erasures/0/contactId").asLong())
                .isEqualTo(contact);
        assertThat(shop.get("/api/v1/orders/" + order).at("/order/total").isNumber())
                .isTrue();
        int heard = chao.received().size();
        assertThat(chao.says("hello").hearsUntil(heard + 1).received().getLast().text())
                .contains("How can we help you?");
        assertThat(shop.says(order, "cancelled")).as("the ERP speaks on").isEqualTo("flagged");
    }

    @Test
    void forgetsACustomerWithAnOpenOrderOnlyWhenForcedAndLeavesAWriteInDoubtToAPerson() throws Exception {
        Customer daudi = shop.customer("Daudi");
        shop.order(daudi);
        long contact = shop.gateway.database.contactOf(daudi.identity());
        await().atMost(PATIENCE).until(() -> isAtRest(contact));
        shop.gateway.database.jdbc().sql("""
                        insert into ledger (contact_id, key, operation, request, state, opened_at, next_attempt_at)
                        values (?, 'x.1', 'CREATE_ORDER', '{"phone": "+254700000000"}', 'unknown', now(), now() + interval '1 day')
                        """).param(contact).update();

        String refused = shop.refused(409, shop.console().delete("/api/v1/contacts/" + contact));
        assertThat(refused).contains("How CREATE_ORDER ended in the ERP is not known (unknown).", "force=true");
        assertThat(shop.console()
                        .delete("/api/v1/contacts/%d?force=true".formatted(contact))
                        .statusCode())
                .isEqualTo(200);

        assertThat(shop.gateway
                        .database
                        .jdbc()
                        .sql("select state || request from ledger where contact_id = ? and key = 'x.1'")
                        .param(contact)
                        .query(String.class)
                        .single())
                .isEqualTo("manual{}");
        assertThat(shop.get("/api/v1/erasures").at("/erasures/0/forced").asBoolean())
                .isTrue();
        assertThat(shop.refused(404, shop.console().delete("/api/v1/contacts/999999")))
                .contains("There is no contact 999999");
    }

    private boolean isAtRest(long contact) {
        return shop.gateway
                .database
                .jdbc()
                .sql("""
                        select lease_until < now() and not exists (select 1 from outbox o where o.contact_id = c.contact_id and o.state = 'queued')
                        from conversation c where contact_id = ?
                        """)
                .param(contact)
                .query(Boolean.class)
                .single();
    }

    /** What reports count. */
    private String figures() throws Exception {
        StringBuilder figures = new StringBuilder();
        for (String report : List.of("funnel", "responses", "drop-off", "status-questions", "daily")) {
            figures.append(shop.console()
                    .get("/api/v1/numbers/%s?format=csv".formatted(report))
                    .body());
        }
        return figures.toString();
    }

    /** Tables of ours in which a text still stands. */
    private List<String> everywhere(String text) {
        var jdbc = shop.gateway.database.jdbc();
        return jdbc
                .sql("select tablename from pg_tables where schemaname = 'public' and tablename not like 'simulator%'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql(
                                "select exists (select 1 from %s t where position(? in t::text) > 0)".formatted(table))
                        .param(text)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private static List<String> addresses(JsonNode document) {
        return document.findValues("address").stream()
                .map(part -> part.path("text").asText())
                .toList();
    }

    private static String verified(Path folder, String evidence) throws Exception {
        Path file = Files.writeString(folder.resolve("evidence.json"), evidence);
        StringWriter out = new StringWriter();
        int code = EvidenceCommand.run(new PrintWriter(out), new PrintWriter(out), "verify", file.toString());
        return code + " " + out;
    }

    private JsonNode answer(String order) throws Exception {
        for (JsonNode answer : shop.get("/api/v1/feedback").path("answers")) {
            if (answer.path("order").asText().equals(order)) {
                return answer;
            }
        }
        throw new AssertionError("No feedback of " + order);
    }

    private void wroteLast(Customer customer, String ago) {
        shop.gateway.database.jdbc().sql("""
                        update conversation set last_message_at = last_message_at - cast(? as interval)
                        where contact_id = (select contact_id from contact_identity where value = ?)
                        """).params(ago, customer.identity()).update();
    }
}
