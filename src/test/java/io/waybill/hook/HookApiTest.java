package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.WaybillApplication;
import io.waybill.database.TestDatabase;
import io.waybill.far.Json;
import io.waybill.hook.HookReceiver.Received;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole gateway, an integrator who sets hooks up, and the integrator's server. */
@SpringBootTest(
        classes = WaybillApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "waybill.hooks.private-hosts=127.0.0.1")
@Execution(ExecutionMode.SAME_THREAD)
class HookApiTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HookEvents events;

    private final HookReceiver shop = new HookReceiver();
    private ConsoleClient ada;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("waybill.secrets.key", () -> "a-key-of-thirty-two-characters-!");
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("truncate hook, hook_event, api_key cascade").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anIntegratorHearsOfWhatIsPublished() throws Exception {
        JsonNode made = ok(ada.post("/api/v1/hooks", wanted(shop.url(), "order.created", "order.status")), 201);
        String secret = made.path("secret").asText();

        publish(HookEventType.ORDER_STATUS, "11");
        publish(HookEventType.PAYMENT_STATUS, "11");
        publish(HookEventType.ORDER_CREATED, "12");

        await().atMost(PATIENCE).until(() -> shop.calls().size() == 2);
        for (Received call : shop.calls()) {
            assertThat(call.isSignedBy(secret)).isTrue();
        }
        String deliveries = "/api/v1/hooks/%s/deliveries".formatted(made.at("/hook/id"));
        await().atMost(PATIENCE)
                .until(() -> ok(ada.get(deliveries + "?state=waiting"), 200)
                        .path("deliveries")
                        .isEmpty());
        JsonNode newest =
                ok(ada.get(deliveries + "?state=delivered&limit=1"), 200).at("/deliveries/0");
        assertThat(newest.path("type").asText()).isEqualTo("order.created");
        assertThat(newest.at("/attempts/0/status").asInt()).isEqualTo(204);
        JsonNode older = ok(ada.get(deliveries + "?before=" + newest.path("id")), 200);
        assertThat(older.path("deliveries")).hasSize(1);
        assertThat(older.at("/deliveries/0/type").asText()).isEqualTo("order.status");
    }

    @Test
    void showsASecretWhenItIsMadeAndNotAgain() throws Exception {
        JsonNode made = ok(ada.post("/api/v1/hooks", wanted(shop.url(), "order.status")), 201);
        String path = "/api/v1/hooks/" + made.at("/hook/id");

        JsonNode rotated = ok(ada.post(path + "/rotate-secret", ""), 200);

        assertThat(rotated.path("secret").asText())
                .startsWith("whsec_")
                .isNotEqualTo(made.path("secret").asText());
        assertThat(jdbc.sql("select secret, old_secret from hook")
                        .query()
                        .singleRow()
                        .values())
                .as("sealed in the database")
                .hasSize(2)
                .doesNotContainNull()
                .noneMatch(stored -> stored.toString().contains("whsec_"));
        assertThat(ada.get(path).body()).doesNotContain("whsec_");
        assertThat(ada.get("/api/v1/hooks").body()).doesNotContain("whsec_").contains("\"feedback.given\"");
        assertThat(ada.put(path, wanted(shop.url(), "order.created")).body()).doesNotContain("whsec_");
    }

    @Test
    void aHookCanBeTriedOutReplayedSwitchedOffAndRemoved() throws Exception {
        JsonNode made = ok(ada.post("/api/v1/hooks", wanted(shop.url(), "order.status")), 201);
        String path = "/api/v1/hooks/" + made.at("/hook/id");

        JsonNode ping = ok(ada.post(path + "/test", ""), 202);
        await().atMost(PATIENCE).until(() -> shop.calls().size() == 1);
        assertThat(shop.bodies().getFirst()).startsWith("{\"type\":\"ping\",").endsWith("\"data\":{}}");

        await().atMost(PATIENCE)
                .until(() -> ada.post(path + "/replay", "{\"delivery\":%s}".formatted(ping.path("delivery")))
                                .statusCode()
                        == 202);
        await().atMost(PATIENCE).until(() -> shop.calls().size() == 2);
        assertThat(shop.calls().get(1).id()).isEqualTo(shop.calls().get(0).id());
        assertThat(ada.post(path + "/replay", "{\"delivery\":0}").statusCode()).isEqualTo(404);
        assertThat(ada.post(path + "/replay", "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);

        String off = wanted(shop.url(), "order.status").replace("}", ",\"enabled\":false}");
        assertThat(ok(ada.put(path, off), 200).path("state").asText()).isEqualTo("off");
        assertThat(ada.post(path + "/test", "").statusCode()).isEqualTo(409);
        assertThat(ada.delete(path).statusCode()).isEqualTo(204);
        assertThat(ada.get(path).statusCode()).isEqualTo(404);
        assertThat(ada.get(path + "/deliveries").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatCannotBeCalledAndEventsThatThereAreNot() throws Exception {
        refused(wanted("http://localhost/", "order.status"), "localhost is inside a private network");
        refused(wanted("https://169.254.169.254/", "order.status"), "169.254.169.254 is inside a private network");
        refused(wanted("http://1.1.1.1/", "order.status"), "\\\"url\\\" begins with https");
        refused(wanted("https://1.1.1.1/{{waybill.erp.access-token}}", "order.status"), "no address");
        refused(wanted(shop.url(), "order.eaten"), "There is no event order.eaten. There are order.created,");
        refused(wanted(shop.url(), "ping"), "There is no event ping.");
        refused("{\"url\":\"%s\"}".formatted(shop.url()), "lists what to send");
        assertThat(DATABASE.count("hook")).isZero();
    }

    @Test
    void aKeySetsUpHooksForWhatItMaySeeOnly() throws Exception {
        String key = key("hooks:manage", "orders:read");
        JsonNode orders = ok(call("POST", "/api/v1/hooks", key, wanted(shop.url(), "order.status")), 201);
        JsonNode payments = ok(ada.post("/api/v1/hooks", wanted(shop.url(), "payment.status")), 201);

        HttpResponse<String> refused = call("POST", "/api/v1/hooks", key, wanted(shop.url(), "payment.status"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("lacks the scope payments:read");
        assertThat(orders.at("/hook/createdBy").asText()).isEqualTo("key:ERP");
        for (String path : List.of("", "/deliveries")) {
            assertThat(call("GET", "/api/v1/hooks/%s%s".formatted(payments.at("/hook/id"), path), key, "")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(call("POST", "/api/v1/hooks/%s/rotate-secret".formatted(payments.at("/hook/id")), key, "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(call("PUT", "/api/v1/hooks/" + payments.at("/hook/id"), key, wanted(shop.url(), "order.status"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ok(call("GET", "/api/v1/hooks", key, ""), 200).path("hooks")).hasSize(1);
        assertThat(call("GET", "/api/v1/hooks", key("orders:read"), "").statusCode())
                .isEqualTo(403);
    }

    /** 000-48: a key without payments:read receives no payment event. */
    @Test
    void aKeyWithoutTheScopeForPaymentsReceivesNoPaymentEvent() throws Exception {
        String key = key("hooks:manage", "orders:read");
        ok(call("POST", "/api/v1/hooks", key, wanted(shop.url(), "order.status")), 201);

        publish(HookEventType.PAYMENT_STATUS, "O-1");
        publish(HookEventType.ORDER_STATUS, "O-1");

        await().atMost(PATIENCE).until(() -> !shop.calls().isEmpty());
        assertThat(shop.bodies()).singleElement().asString().contains("order.status");
    }

    private void publish(HookEventType type, String subject) {
        transaction.executeWithoutResult(
                tx -> events.publish(HookEvent.of(type, subject, null, null, Instant.now(), "{\"n\":1}")));
    }

    private void refused(String wanted, String why) throws Exception {
        HttpResponse<String> answer = ada.post("/api/v1/hooks", wanted);
        assertThat(answer.statusCode()).as(wanted).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    private static String wanted(String url, String... types) {
        return "{\"url\":\"%s\",\"eventTypes\":[\"%s\"]}".formatted(url, String.join("\",\"", types));
    }

    private String key(String... scopes) throws Exception {
        return ok(
                        ada.post(
                                "/api/v1/api-keys",
                                "{\"name\":\"ERP\",\"scopes\":[\"%s\"]}".formatted(String.join("\",\"", scopes))),
                        201)
                .path("secret")
                .asText();
    }

    private HttpResponse<String> call(String method, String path, String key, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
