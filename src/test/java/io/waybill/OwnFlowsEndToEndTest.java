package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.database.TestDatabase;
import io.waybill.far.CustomerMessage;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import io.waybill.far.MetaEnvelope.Inbound;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Installations with flows of their own: impatient ones, and one that runs in a circle. */
class OwnFlowsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FLOW = """
            {
              "schema": 1, "id": "colour", "title": "Colour", "lang": "en", "start": ["go", "patient", "template"],
              "on": {"silence": "bye"},
              "steps": [
                {"id": "which", "next": [{"when": "= start.text = 'template'", "to": "order"}, {"when": "= start.text = 'patient'", "to": "size"}]},
                {"id": "colour", "say": "Which colour?",
                 "ask": {"type": "choice", "options": [{"id": "red", "title": "Red"}, {"id": "blue", "title": "Blue"}],
                         "remind": {"after": "3s", "say": "Still there?"}, "wait": "8s", "save": "colour"}},
                {"id": "thanks", "say": "Thank you for {{colour}}.", "next": "@done"},
                {"id": "size", "say": "Which size?",
                 "ask": {"type": "number", "remind": {"after": "2s", "say": "Still there?"}, "wait": "5m", "save": "size"}},
                {"id": "good", "say": "Thank you for {{size}}.", "next": "@done"},
                {"id": "bye", "say": "We close this now.", "next": "@done"},
                {"id": "order",
                 "say": {"template": "order_cod_confirm", "params": ["SO-1", "KES 5"]},
                 "ask": {"type": "choice", "options": [{"id": "yes", "title": "Confirm"}, {"id": "no", "title": "Cancel"}],
                         "remind": {"after": "1s", "say": {"template": "order_cod_reminder", "params": ["SO-1"]}}, "wait": "7s"}}
              ]
            }
            """;

    private static final String CIRCLE = """
            {"schema": 1, "id": "circle", "title": "Circle", "lang": "en", "start": ["round"],
             "steps": [{"id": "a", "call": {"op": "LIST_PRODUCTS", "fresh": true}, "next": "a"}]}
            """;

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.migrated();
    private final FakeGraph graph = FakeGraph.start(0, "token", "1");
    private final FakeErp erp = FakeErp.start(0);

    @BeforeEach
    void writeTheFlow() throws IOException {
        Path flows = Files.createDirectories(home.resolve("flows"));
        Files.writeString(flows.resolve("colour.flow.json"), FLOW);
        Files.writeString(flows.resolve("circle.flow.json"), CIRCLE);
    }

    @AfterEach
    void close() {
        assertThat(graph.refusals()).isEmpty();
        graph.close();
        erp.close();
    }

    /** 001-17: two nodes remind once, and nobody who answered. */
    @Test
    void remindsOnceHoweverManyNodesThereAreAndNobodyWhoAnswered() throws Exception {
        try (ConfigurableApplicationContext one = start();
                ConfigurableApplicationContext other = start()) {
            Customer amina = Customer.named("Amina", graph, meta(one));
            amina.says("go").hears("Which colour?");
            amina.taps("Red").hears("Thank you for red.");
            Customer brian = Customer.named("Brian", graph, meta(other));
            brian.says("go").hears("Which colour?");
            Customer chao = Customer.named("Chao", graph, meta(one));
            chao.says("patient").hears("Which size?");

            assertThat(brian.hears("Still there?").options())
                    .extracting(GraphMessage.Option::title)
                    .containsExactly("Red", "Blue");
            brian.hears("We close this now.");
            chao.hears("Still there?");
            chao.says("7").hears("Thank you for 7.");

            Customer daudi = Customer.named("Daudi", graph, meta(other));
            daudi.says("go").hears("Which colour?");
            daudi.hears("Still there?");
            daudi.hears("We close this now.");
            assertThat(List.of(
                            amina.received().size(),
                            brian.received().size(),
                            chao.received().size(),
                            daudi.received().size()))
                    .containsExactly(2, 3, 3, 3);
            await().atMost(PATIENCE).until(() -> wakeUps() == 0);
        }
    }

    @Test
    void endsAFlowThatAsksTheErpForEver() throws Exception {
        try (ConfigurableApplicationContext gateway = start()) {
            Customer amina = Customer.named("Amina", graph, meta(gateway));

            amina.says("round").hears("Sorry, something went wrong on our side.");

            assertThat(incidents()).singleElement().asString().contains("it runs in a circle");
            assertThat(erp.calls(FakeErp.Operation.LIST_PRODUCTS)).isEqualTo(100);
        }
    }

    @Test
    void remindsAfterARestart() throws Exception {
        Customer amina;
        try (ConfigurableApplicationContext first = start()) {
            amina = Customer.named("Amina", graph, meta(first));
            amina.says("patient").hears("Which size?");
        }
        try (ConfigurableApplicationContext second = start()) {
            amina.at(meta(second)).hears("Still there?");
            assertThat(amina.received()).hasSize(2);
        }
    }

    /** 001-17: outside the 24 hours the reminder is a template. */
    @Test
    void remindsByTemplateOfWhatTheCustomerWroteLongAgo() throws Exception {
        try (ConfigurableApplicationContext gateway = start()) {
            Customer amina = Customer.named("Amina", graph, meta(gateway));
            graph.wrote(amina.address(), Instant.now().minus(Duration.ofHours(30)));
            assertThat(meta(gateway).post(yesterday(amina.next(CustomerMessage.text("template")))))
                    .isEqualTo(200);
            amina.hears("order_cod_confirm SO-1");

            GraphMessage reminder = amina.hears("order_cod_reminder SO-1");
            assertThat(reminder.options()).hasSize(2);
            await().atMost(PATIENCE).until(() -> tooLate().size() == 1);
            assertThat(tooLate().getFirst()).contains("Answer with a template.");
            assertThat(amina.received()).hasSize(2);
        }
    }

    private static Inbound yesterday(Inbound message) {
        return new Inbound(
                message.sender(),
                message.wamid(),
                message.epochSeconds() - Duration.ofHours(30).toSeconds(),
                message.contextId(),
                message.message());
    }

    private long wakeUps() {
        return database.jdbc()
                .sql("select count(*) from conversation where wakes_at is not null")
                .query(Long.class)
                .single();
    }

    private List<String> tooLate() {
        return database.jdbc()
                .sql("select error from outbox where state = 'dead' and error_code = 131047")
                .query(String.class)
                .list();
    }

    private List<String> incidents() {
        return database.jdbc()
                .sql("select body from journal where kind = 'incident'")
                .query(String.class)
                .list();
    }

    private static SignedWebhook meta(ConfigurableApplicationContext gateway) {
        int port = ((ServletWebServerApplicationContext) gateway).getWebServer().getPort();
        return new SignedWebhook(
                URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port)), "secret", "2", "1");
    }

    private ConfigurableApplicationContext start() {
        return Installation.of(database, graph, erp)
                .properties("waybill.home=" + home)
                .run("--server.port=0");
    }
}
