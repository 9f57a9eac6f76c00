package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What machines may do with an API key, and what not. */
class ApiKeyAccessTest extends AccessGateway {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String STATUS = "/api/v1/orders/none/status";

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from api_key").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void aKeyCallsWhatItsScopeOpensWithoutCsrfTokenAndSession() throws Exception {
        String key = make("orders:read", "orders:write");

        HttpResponse<String> read = call("GET", "/api/v1/orders/none/notices", key, "");
        HttpResponse<String> written = call("POST", STATUS, key, "{\"status\":\"shipped\"}");

        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(written.statusCode()).isEqualTo(404);
        assertThat(detail(written)).isEqualTo("We know of no order none.");
    }

    @Test
    void aKeyThatIsTriedBesideTheConsoleSignsNobodyOut() throws Exception {
        String key = make("orders:read");

        HttpResponse<byte[]> read =
                ada.send("GET", "/api/v1/orders/none/notices", new byte[0], "Authorization", "Bearer " + key);

        assertThat(read.statusCode()).isEqualTo(404);
        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(ada.get("/api/v1/api-keys").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramWritesToCustomersAsFarAsMetaLetsIt() throws Exception {
        HttpResponse<String> answer = call(
                "POST", "/api/v1/messages", make("messages:write"), "{\"to\":\"+254711000999\",\"text\":\"Hello\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(detail(answer)).startsWith("The customer has not written yet");
    }

    @Test
    void namesTheScopeThatAKeyLacks() throws Exception {
        HttpResponse<String> answer = call("POST", STATUS, make("orders:read"), "{\"status\":\"shipped\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(detail(answer)).isEqualTo("This API key lacks the scope orders:write. Make one that has it.");
    }

    @Test
    void aKeyCallsNothingThatIsNotDeclaredForKeys() throws Exception {
        String key = make("orders:read", "orders:write", "messages:write", "messages:read");

        for (String path : new String[] {
            "/api/v1/api-keys", "/api/v1/notices", "/api/v1/nowhere", "/api/erp/circuits", "/api/session", "/api/events"
        }) {
            HttpResponse<String> answer = call("GET", path, key, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(detail(answer)).as(path).isNotBlank();
        }
        assertThat(call("POST", "/api/v1/api-keys", key, wanted("orders:read")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesAWrongRevokedOrExpiredKeyAndSaysWhy() throws Exception {
        String revoked = make("orders:read");
        long id = Json.read(ada.get("/api/v1/api-keys").body().getBytes(StandardCharsets.UTF_8))
                .at("/keys/0/id")
                .asLong();
        assertThat(ada.delete("/api/v1/api-keys/" + id).statusCode()).isEqualTo(204);
        assertThat(ada.delete("/api/v1/api-keys/" + id).statusCode()).isEqualTo(404);
        String expired = make("orders:read");
        jdbc.sql("update api_key set expires_at = now() - interval '1 second' where revoked_at is null")
                .update();

        refused(revoked, "was revoked");
        refused(expired, "expired at");
        refused("wb_live_guessed", "is not known");
    }

    @Test
    void aSignedInBrowserThatOffersAWrongKeyIsRefusedToo() throws Exception {
        assertThat(ada.send("GET", "/api/v1/notices", new byte[0], "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ada.get("/api/v1/notices").statusCode()).isEqualTo(200);
    }

    @Test
    void showsASecretOnceAndListsWhatTheKeyIsFor() throws Exception {
        String secret = make("orders:read", "messages:read");
        call("GET", "/api/v1/orders/none/notices", secret, "");

        String list = ada.get("/api/v1/api-keys").body();

        assertThat(list).doesNotContain(secret);
        JsonNode key = Json.read(list.getBytes(StandardCharsets.UTF_8)).at("/keys/0");
        assertThat(key.path("hint").asText()).isEqualTo(secret.substring(0, 12));
        assertThat(key.path("scopes").toString()).isEqualTo("[\"orders:read\",\"messages:read\"]");
        assertThat(key.path("createdBy").asText()).isEqualTo("ada");
        assertThat(key.path("state").asText()).isEqualTo("valid");
        assertThat(key.path("lastUsedAt").isNull()).isFalse();
    }

    @Test
    void refusesAKeyWithoutNameOrKnownScopesOrInThePast() throws Exception {
        assertThat(ada.post("/api/v1/api-keys", "{\"name\":\" \",\"scopes\":[\"orders:read\"]}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ada.post("/api/v1/api-keys", "{\"name\":\"erp\",\"scopes\":[]}")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> unknown = ada.post("/api/v1/api-keys", wanted("orders:eat"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(detail(unknown)).startsWith("There is no scope orders:eat. There are orders:write, orders:read,");
        assertThat(ada.post(
                                "/api/v1/api-keys",
                                "{\"name\":\"erp\",\"scopes\":[\"orders:read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    private void refused(String key, String why) throws Exception {
        HttpResponse<String> answer = call("GET", "/api/v1/orders/none/notices", key, "");
        assertThat(answer.statusCode()).as(why).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(detail(answer)).contains(why);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private String make(String... scopes) throws Exception {
        HttpResponse<String> made = ada.post("/api/v1/api-keys", wanted(scopes));
        assertThat(made.statusCode()).isEqualTo(201);
        return Json.read(made.body().getBytes(StandardCharsets.UTF_8))
                .path("secret")
                .asText();
    }

    private static String wanted(String... scopes) {
        return "{\"name\":\"ERP\",\"scopes\":[\"%s\"]}".formatted(String.join("\",\"", scopes));
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

    private static String detail(HttpResponse<String> answer) throws Exception {
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("detail")
                .asText();
    }
}
