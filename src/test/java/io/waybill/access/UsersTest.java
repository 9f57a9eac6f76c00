package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are invited, get roles and lose them, and are signed out, on sessions that are open. */
class UsersTest extends AccessGateway {

    private static final String PASSWORD = "quite another battery";

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from app_user").update();
        jdbc.sql("delete from sign_in_attempt").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void whoIsInvitedSetsAPasswordByTheLinkOnceAndIsIn() throws Exception {
        String token = invite("ben", "SALES");
        ConsoleClient ben = new ConsoleClient(port);

        assertThat(json(ben.get("/api/invites/" + token)).path("username").asText())
                .isEqualTo("ben");
        refused(422, accept(ben, token, "short"), "at least 12 characters");
        assertThat(accept(ben, token, PASSWORD).statusCode()).isEqualTo(204);

        JsonNode user = json(ben.get("/api/session")).path("user");
        assertThat(user.path("roles").toString()).isEqualTo("[\"SALES\"]");
        assertThat(user.path("permissions").toString()).contains("ORDERS_SELL").doesNotContain("PEOPLE_MANAGE");
        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(ben.get("/api/v1/users").statusCode()).isEqualTo(403);
        refused(404, accept(new ConsoleClient(port), token, PASSWORD), "Ask an administrator for a new one");
        assertThat(jdbc.sql("select count(*) from app_user_link")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(user("ben").path("state").asText()).isEqualTo("active");
    }

    @Test
    void aLinkIsGoodForAWeekAndUntilThereIsALaterOne() throws Exception {
        String first = invite("ben", "SALES");
        String second = link(json(ada.post("/api/v1/users/ben/link", "{}")));

        assertThat(new ConsoleClient(port).get("/api/invites/" + first).statusCode())
                .isEqualTo(404);
        jdbc.sql("update app_user_link set expires_at = now() + interval '6 days' + interval '23 hours'")
                .update();
        assertThat(new ConsoleClient(port).get("/api/invites/" + second).statusCode())
                .isEqualTo(200);
        jdbc.sql("update app_user_link set expires_at = now()").update();
        assertThat(accept(new ConsoleClient(port), second, PASSWORD).statusCode())
                .isEqualTo(404);
    }

    @Test
    void changedRightsCountOnAnOpenSession() throws Exception {
        ConsoleClient ben = ConsoleClient.signedIn(port, jdbc, "ben", "CATALOG");
        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(403);
        assertThat(ben.get("/api/delivery-charges").statusCode()).isEqualTo(200);

        assertThat(ada.put("/api/v1/users/ben", "{\"roles\":[\"VIEWER\",\"REFUNDS\"],\"money\":false}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(200);
        refused(403, ben.get("/api/v1/refunds"), "MONEY");
        ada.put("/api/v1/users/ben", "{\"roles\":[\"VIEWER\"],\"money\":true}");
        assertThat(ben.get("/api/v1/refunds").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndCannotComeIn() throws Exception {
        ConsoleClient ben = ConsoleClient.signedIn(port, jdbc, "ben", "SALES");
        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(200);

        assertThat(json(ada.post("/api/v1/users/ben/disable", "{}"))
                        .path("state")
                        .asText())
                .isEqualTo("disabled");

        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(401);
        assertThat(signIn("ben").statusCode()).isEqualTo(401);
        refused(409, ada.post("/api/v1/users/ben/link", "{}"), "Enable them first");
        ada.post("/api/v1/users/ben/enable", "{}");
        assertThat(ben.get("/api/v1/orders").statusCode())
                .as("what was open stays over")
                .isEqualTo(401);
        assertThat(signIn("ben").statusCode()).isEqualTo(204);
    }

    @Test
    void whatAnotherNodeChangesCountsWithinSeconds() throws Exception {
        ConsoleClient ben = ConsoleClient.signedIn(port, jdbc, "ben", "SALES");
        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(200);

        jdbc.sql("update app_user set disabled_at = now() where username = 'ben'")
                .update();

        await().atMost(Duration.ofSeconds(5))
                .until(() -> ben.get("/api/v1/orders").statusCode() == 401);
    }

    @Test
    void somebodyIsSignedOutEverywhere() throws Exception {
        ConsoleClient ben = ConsoleClient.signedIn(port, jdbc, "ben", "SALES");
        ConsoleClient elsewhere = ConsoleClient.signedIn(port, jdbc, "ben");

        assertThat(ada.post("/api/v1/users/ben/sign-out", "{}").statusCode()).isEqualTo(204);

        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(401);
        assertThat(elsewhere.get("/api/v1/orders").statusCode()).isEqualTo(401);
    }

    @Test
    void theLastAdministratorWhoCanSignInStaysOne() throws Exception {
        invite("eve", "ADMIN");

        refused(409, ada.post("/api/v1/users/ada/disable", "{}"), "the last administrator");
        refused(409, ada.put("/api/v1/users/ada", "{\"roles\":[\"VIEWER\"]}"), "the last administrator");
        assertThat(ada.get("/api/v1/users").statusCode()).isEqualTo(200);

        ConsoleClient.signedIn(port, jdbc, "zoe");
        assertThat(ada.put("/api/v1/users/ada", "{\"roles\":[\"VIEWER\"]}").statusCode())
                .isEqualTo(200);
        assertThat(ada.get("/api/v1/users").statusCode()).isEqualTo(403);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsOfTheOneWhoChangedIt() throws Exception {
        ConsoleClient ben = ConsoleClient.signedIn(port, jdbc, "ben", "SALES");
        ConsoleClient elsewhere = ConsoleClient.signedIn(port, jdbc, "ben");

        refused(422, password(ben, "wrong horse battery", PASSWORD), "not the password you have");
        refused(422, password(ben, "correct horse battery", "short"), "12 characters");
        assertThat(password(ben, "correct horse battery", PASSWORD).statusCode())
                .isEqualTo(204);

        assertThat(ben.get("/api/v1/orders").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/orders").statusCode()).isEqualTo(401);
        assertThat(signIn("ben").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesNamesThatAreTakenOrUnfitAndRolesThatThereAreNot() throws Exception {
        invite("ben", "SALES");

        refused(409, post("ben", "SALES"), "There is somebody called ben already");
        refused(409, post("BEN", "SALES"), "already");
        refused(422, post("key:erp", "SALES"), "username");
        refused(422, post("demo", "SALES"), "without a password");
        refused(422, post("carl", "KING"), "There is no role KING");
        refused(422, ada.post("/api/v1/users", "{\"username\":\"carl\",\"roles\":[]}"), "at least one of");
        refused(404, ada.post("/api/v1/users/nemo/disable", "{}"), "nobody called nemo");
    }

    @Test
    void tooManyTriesToSignInAreToldWhenTheNextOneCounts() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(new ConsoleClient(port)
                            .post("/api/session", "{\"username\":\"ada\",\"password\":\"guessed %d\"}".formatted(i))
                            .statusCode())
                    .isEqualTo(401);
        }
        jdbc.sql("update sign_in_attempt set open_at = now() + interval '30 seconds'")
                .update();

        HttpResponse<String> answer = signIn("ada");

        refused(429, answer, "Too many tries. The next one counts in ");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(20L, 30L);
    }

    @Test
    void listsPeopleWithoutAnySecretAndTheRolesThereAre() throws Exception {
        String token = invite("ben", "SALES");

        String list = ada.get("/api/v1/users").body();

        assertThat(list).doesNotContain(token, "noop", "bcrypt");
        assertThat(user("ben").path("state").asText()).isEqualTo("invited");
        assertThat(user("ada").path("signedInAt").isTextual()).isTrue();
        JsonNode roles = json(ada.get("/api/v1/users")).path("roles");
        assertThat(roles).hasSize(Role.values().length);
        assertThat(roles.path(0).path("title").asText()).isEqualTo("Administrator");
    }

    private JsonNode user(String name) throws Exception {
        for (JsonNode user : json(ada.get("/api/v1/users")).path("users")) {
            if (user.path("username").asText().equals(name)) {
                return user;
            }
        }
        throw new AssertionError("Nobody called " + name);
    }

    private String invite(String name, String role) throws Exception {
        HttpResponse<String> made = post(name, role);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return link(json(made).path("link"));
    }

    private static String link(JsonNode link) {
        assertThat(link.path("path").asText()).startsWith("/invite?token=");
        return link.path("path").asText().substring("/invite?token=".length());
    }

    private HttpResponse<String> post(String name, String role) throws Exception {
        return ada.post("/api/v1/users", "{\"username\":\"%s\",\"roles\":[\"%s\"]}".formatted(name, role));
    }

    private static HttpResponse<String> accept(ConsoleClient client, String token, String password) throws Exception {
        return client.post("/api/invites/" + token, "{\"password\":\"%s\"}".formatted(password));
    }

    private static HttpResponse<String> password(ConsoleClient client, String current, String password)
            throws Exception {
        return client.put(
                "/api/v1/me/password", "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, password));
    }

    private HttpResponse<String> signIn(String name) throws Exception {
        return new ConsoleClient(port)
                .post("/api/session", "{\"username\":\"%s\",\"password\":\"correct horse battery\"}".formatted(name));
    }

    private static void refused(int status, HttpResponse<String> answer, String why) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).path("detail").asText()).contains(why);
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
