package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.FakeTemplates;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.SignedWebhook;
import io.waybill.far.StatusPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** From a number that is just configured to one with every check green. */
class SetupEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private FlowGateway gateway;
    private ConfigurableApplicationContext node;
    private ConsoleClient console;

    @BeforeEach
    void open() throws Exception {
        gateway = new FlowGateway(home, "waybill.whatsapp.business-account-id=2");
        gateway.graph.accounts().account("2", "1");
        templates()
                .has(
                        "hello_world",
                        "en_US",
                        "APPROVED",
                        "UTILITY",
                        "[{\"type\": \"BODY\", \"text\": \"Hello World\"}]");
        node = gateway.start();
        console = gateway.console(node, "Ada");
    }

    @AfterEach
    void close() {
        node.close();
        gateway.close();
    }

    /** 003-07: green only once a test message has come back round. */
    @Test
    void becomesGreenStepByStep() throws Exception {
        assertThat(console.get("/api/v1/whatsapp/check").statusCode()).isEqualTo(204);
        JsonNode first = check("{}");
        assertThat(first.path("state").asText()).isEqualTo("error");
        assertThat(state(first, "subscription")).isEqualTo("error");
        assertThat(state(first, "handshake")).isEqualTo("warning");
        assertThat(state(first, "webhook")).isEqualTo("warning");
        assertThat(state(first, "signature")).isEqualTo("unknown");
        assertThat(state(first, "round-trip")).isEqualTo("warning");
        assertThat(state(first, "templates")).isEqualTo("warning");

        handshake("another word");
        assertThat(state(check("{\"fix\": true}"), "handshake")).isEqualTo("error");
        handshake("word");
        assertThat(webhook("not the secret")
                        .post(Customer.named("Amina", gateway.graph, meta()).next(hello())))
                .isEqualTo(401);
        JsonNode wronglySigned = check("{}");
        assertThat(state(wronglySigned, "handshake")).isEqualTo("ok");
        assertThat(state(wronglySigned, "signature")).isEqualTo("error");
        assertThat(sentence(wronglySigned, "signature"))
                .contains("all wrongly signed (1 since yesterday")
                .endsWith("waybill.whatsapp.app-secret is not that of the app.");

        approveAllThatIsMapped();
        assertThat(meta().post(meta().envelope().change("calls", Json.object())))
                .isEqualTo(200);
        JsonNode almost = check("{}");
        assertThat(almost.path("lines")
                        .valueStream()
                        .filter(line -> !line.path("state").asText().equals("ok"))
                        .map(line -> line.path("check").asText()))
                .as("all but the test message")
                .containsExactly("round-trip");
        assertThat(almost.path("state").asText()).isEqualTo("warning");

        gateway.graph.statuses(StatusPlan.IN_ORDER, webhookUrl(), "secret", Duration.ZERO);
        JsonNode asked = Json.read(console.post("/api/v1/whatsapp/test", "{\"to\": \"+254 711 000 999\"}")
                .body());
        await().atMost(PATIENCE).until(() -> test().path("state").asText().equals("arrived"));

        assertThat(gateway.graph.messagesTo("+254711000999"))
                .singleElement()
                .extracting(GraphMessage::type)
                .isEqualTo("template");
        assertThat(test().path("message").asText())
                .isEqualTo(asked.path("message").asText());
        JsonNode green = check("{}");
        assertThat(green.path("state").asText()).as(green.toString()).isEqualTo("ok");
        assertThat(sentence(green, "stock")).startsWith("Stock is looked at at checkout");
        assertThat(console.get("/api/v1/whatsapp/check").body()).isEqualTo(green.toString());
        assertThat(Json.read(console.get("/api/v1/costs").body())
                        .at("/countries/KE/billable")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsWhatCannotBeToldByTemplates() throws Exception {
        JsonNode line = line(check("{}"), "templates");
        assertThat(line.path("state").asText()).isEqualTo("warning");
        assertThat(line.path("sentence").asText())
                .startsWith("9 of 9 mapped events cannot always be told.")
                .contains("order.shipped: order_shipped.en is NOT_SUBMITTED, order_shipped.fr is NOT_SUBMITTED.");
        assertThat(line.path("todo").asText())
                .startsWith("Submit the template by POST /api/v1/templates/{name}/submit: order.received, ");

        approveAllThatIsMapped();
        assertThat(sentence(check("{}"), "templates"))
                .isEqualTo("Meta has approved the templates of all 9 mapped events.");

        templates().reviewed("order_shipped", "en", "PAUSED");
        console.post("/api/v1/templates/sync", "{}");
        assertThat(state(check("{}"), "templates"))
                .as("in French it can be told")
                .isEqualTo("ok");
        templates().reviewed("order_shipped", "fr", "REJECTED");
        templates().reviewed("order_ready", "en", "PENDING");
        templates().reviewed("order_ready", "fr", "PENDING");
        console.post("/api/v1/templates/sync", "{}");
        line = line(check("{}"), "templates");
        assertThat(line.path("state").asText()).isEqualTo("warning");
        assertThat(line.path("sentence").asText())
                .startsWith("2 of 9 mapped events")
                .contains("order.shipped: order_shipped.en is PAUSED, order_shipped.fr is REJECTED.");
        assertThat(line.path("todo").asText())
                .isEqualTo(
                        "Wait for Meta's review: order.ready. Word the template differently by PUT /api/v1/templates/{name}/{language}: order.shipped.");

        templates()
                .has("order_ready", "en", "APPROVED", "UTILITY", "[{\"type\": \"BODY\", \"text\": \"It is ready.\"}]");
        console.post("/api/v1/templates/sync", "{}");
        line = line(check("{}"), "templates");
        assertThat(line.path("state").asText()).isEqualTo("error");
        assertThat(line.path("sentence").asText())
                .contains("order.ready: order_ready (en) has no placeholder body.1: take order.number out.");
        assertThat(line.path("todo").asText())
                .startsWith(
                        "Map again by PUT /api/v1/template-mappings/{event}, or word the template as it was: order.ready.");
    }

    @Test
    void sendsATextToWhomMayBeWrittenTo() throws Exception {
        Customer amina = gateway.customer("Amina", node);
        amina.says("hi").hears("");
        int heard = amina.received().size();

        JsonNode asked = Json.read(console.post("/api/v1/whatsapp/test", "{\"to\": \"%s\"}".formatted(amina.address()))
                .body());

        await().atMost(PATIENCE).until(() -> amina.received().size() > heard);
        assertThat(amina.received().getLast().text())
                .contains("Waybill test " + asked.path("code").asText());
        assertThat(test().path("state").asText()).isEqualTo("waiting");

        amina.says("here");
        await().atMost(PATIENCE).until(() -> test().path("state").asText().equals("arrived"));
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(console.post("/api/v1/whatsapp/test", "{\"to\": \"0711\"}").body())
                .contains("with plus and country code");
        assertThat(console.post("/api/v1/whatsapp/test", "{\"to\": \"+254711000999\", \"number\": \"west\"}")
                        .body())
                .contains("There is no number \\\"west\\\"");
        assertThat(console.get("/api/v1/whatsapp/test").statusCode()).isEqualTo(404);
        assertThat(console.get("/api/v1/costs?from=2026-11-02&to=2026-11-01").statusCode())
                .isEqualTo(422);
    }

    private void approveAllThatIsMapped() throws Exception {
        for (JsonNode mapping :
                Json.read(console.get("/api/v1/template-mappings").body()).path("mappings")) {
            String name = mapping.path("template").asText();
            if (!mapping.path("template").isNull()) {
                console.post("/api/v1/templates/%s/submit".formatted(name), "{}");
                mapping.path("languages")
                        .forEach(language -> templates().reviewed(name, language.asText(), "APPROVED"));
            }
        }
        assertThat(console.post("/api/v1/templates/sync", "{}").statusCode()).isEqualTo(200);
    }

    private FakeTemplates templates() {
        return gateway.graph.account("2");
    }

    private void handshake(String token) throws Exception {
        console.get(
                "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=7&hub.verify_token=" + token.replace(" ", "%20"));
    }

    private static CustomerMessage hello() {
        return CustomerMessage.text("hi");
    }

    private SignedWebhook meta() {
        return FlowGateway.meta(node);
    }

    private URI webhookUrl() {
        return URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(FlowGateway.port(node)));
    }

    private SignedWebhook webhook(String secret) {
        return new SignedWebhook(webhookUrl(), secret, "2", "1");
    }

    private JsonNode check(String request) throws Exception {
        return Json.read(console.post("/api/v1/whatsapp/check", request).body());
    }

    private JsonNode test() throws IOException, InterruptedException {
        return Json.read(console.get("/api/v1/whatsapp/test").body());
    }

    private static String state(JsonNode report, String check) {
        return line(report, check).path("state").asText();
    }

    private static String sentence(JsonNode report, String check) {
        return line(report, check).path("sentence").asText();
    }

    private static JsonNode line(JsonNode report, String check) {
        for (JsonNode line : report.path("lines")) {
            if (line.path("check").asText().equals(check)) {
                return line;
            }
        }
        throw new AssertionError("No line %s in %s".formatted(check, report));
    }
}
