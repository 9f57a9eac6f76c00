package io.waybill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import io.waybill.flow.FlowLoader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Drafts, publications and the way back, with customers in the middle of it. Each test has a flow of its own. */
class FlowVersionsEndToEndTest {

    private static final String FLOWS = "/api/v1/flows";

    @TempDir
    static Path home;

    private static FlowGateway gateway;
    private static ConfigurableApplicationContext node;

    private ConsoleClient ada;

    @BeforeAll
    static void start() throws IOException {
        gateway = new FlowGateway(home);
        gateway.write(
                "shop",
                flow("shop", "Which colour?", "Thank you.").replace("\"steps\"", "\"menu\": \"Shop\",\n  \"steps\""));
        node = gateway.start();
    }

    @AfterAll
    static void stop() {
        node.close();
        gateway.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        ada = gateway.console(node, "ada");
    }

    // Drafts and publishing

    @Test
    void letsACustomerFinishWhatHeBeganAndGivesTheNextOneTheNewRevision() throws Exception {
        publish("colour", flow("colour", "Which colour?", "Thank you."));
        Customer amina = gateway.customer("Amina", node);
        amina.says("colour").hears("Which colour?");
        Customer brian = gateway.customer("Brian", node);
        brian.says("colour").hears("Which colour?");

        JsonNode answer = publish("colour", flow("colour", "What colour would you like?", "Thanks a lot."));

        assertThat(answer.at("/published/version").asInt()).isEqualTo(2);
        assertThat(answer.at("/published/author").asText()).isEqualTo("ada");
        assertThat(answer.at("/older/sessions").asInt()).isEqualTo(2);
        assertThat(answer.at("/older/revisions")).hasSize(1);
        assertThat(answer.at("/older/revisions/0/revision").asText())
                .isEqualTo(FlowLoader.revision(flow("colour", "Which colour?", "Thank you.")));
        assertThat(answer.at("/older/revisions/0/steps/0/step").asText()).isEqualTo("ask");
        assertThat(answer.at("/older/revisions/0/steps/0/sessions").asInt()).isEqualTo(2);
        amina.taps("Red").hears("Thank you.");
        Customer chao = gateway.customer("Chao", node);
        chao.says("colour").hears("What colour would you like?");
        chao.taps("Blue").hears("Thanks a lot.");
        amina.says("colour").hears("What colour would you like?");
        assertThat(list("colour").at("/sessions").asInt()).isEqualTo(2);
        assertThat(list("colour").at("/olderSessions").asInt()).isEqualTo(1);
    }

    @Test
    void refusesAFlowWithErrorsAndChangesNothing() throws Exception {
        String good = flow("errors", "Which colour?", "Thank you.");
        publish("errors", good);
        String bad = good.replace("\"to\": \"end\"", "\"to\": \"nowhere\"");
        String draft = draft("errors", bad, good);

        HttpResponse<String> refused = post("errors/publish", wish(draft));

        assertThat(refused.statusCode()).isEqualTo(422);
        JsonNode finding = Json.read(refused.body()).at("/findings/0");
        assertThat(finding.path("rule").asText()).isEqualTo("E2");
        assertThat(finding.path("pointer").asText()).isEqualTo("/steps/0/ask/options/1/to");
        assertThat(finding.path("line").asInt()).isPositive();
        assertThat(text("errors", "published")).isEqualTo(good);
        assertThat(text("errors", "draft")).isEqualTo(bad);
        assertThat(history("errors").at("/versions")).hasSize(1);
        Customer amina = gateway.customer("Amina", node);
        amina.says("errors").hears("Which colour?");
    }

    @Test
    void refusesTheTextOfAnotherFlow() throws Exception {
        String text = flow("mine", "Which colour?", "Thank you.");
        String draft = draft("other", text, null);

        HttpResponse<String> refused = post("other/publish", wish(draft));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The id is mine, but this is the flow other");
    }

    @Test
    void asksForAMessage() throws Exception {
        String draft = draft("silent", flow("silent", "Which colour?", "Thank you."), null);

        HttpResponse<String> refused =
                post("silent/publish", "{\"revision\": \"%s\", \"message\": \" \"}".formatted(draft));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say in a message");
    }

    @Test
    void losesNoDraftToSomebodyWhoDidNotSeeIt() throws Exception {
        String first = flow("two", "First", "Thank you.");
        String seen = draft("two", first, null);
        ConsoleClient bob = gateway.console(node, "bob");

        HttpResponse<byte[]> late =
                bob.send("PUT", FLOWS + "/two/draft", bytes(flow("two", "Bob's", "Thank you.")), "If-None-Match", "*");

        assertThat(late.statusCode()).isEqualTo(412);
        JsonNode problem = Json.read(new String(late.body(), UTF_8));
        assertThat(problem.path("detail").asText()).startsWith("ada saved another draft at ");
        assertThat(problem.path("current").asText()).isEqualTo(seen);
        assertThat(text("two", "draft")).isEqualTo(first);
        assertThat(bob.send("PUT", FLOWS + "/two/draft", bytes("{}")).statusCode())
                .as("without a word of what it replaces")
                .isEqualTo(428);
        assertThat(bob.send("DELETE", FLOWS + "/two/draft", bytes(""), "If-Match", "\"old\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(bob.send("PUT", FLOWS + "/two/draft", bytes("{}"), "If-Match", '"' + seen + '"')
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = post("two/publish", wish(seen));
        assertThat(stale.statusCode()).as("the draft she saw is gone").isEqualTo(412);
        assertThat(stale.body()).contains("bob saved another draft");
    }

    @Test
    void publishesNothingOverWhatTheAuthorDidNotKnowOf() throws Exception {
        String base = flow("race", "Base", "Thank you.");
        publish("race", base);
        String hers = draft("race", flow("race", "Hers", "Thank you."), base);
        String bobs = flow("race", "Bob's", "Thank you.");
        keep("race", bobs);
        gateway.console(node, "bob").post(FLOWS + "/race/publish", wish(FlowLoader.revision(bobs)));

        HttpResponse<String> refused = post("race/publish", wish(hers));

        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body())
                .contains("bob published version 2")
                .contains("\"current\":\"%s\"".formatted(FlowLoader.revision(bobs)));
        String aware = "{\"revision\": \"%s\", \"message\": \"Mine\", \"replaces\": \"%s\"}"
                .formatted(hers, FlowLoader.revision(bobs));
        assertThat(post("race/publish", aware).statusCode()).isEqualTo(200);
    }

    @Test
    void goesBackByPublishingTheOldBytesOnceMore() throws Exception {
        String one = flow("back", "One", "Thank you.");
        publish("back", one);
        publish("back", flow("back", "Two", "Thank you."));
        Customer amina = gateway.customer("Amina", node);
        amina.says("back").hears("Two");

        HttpResponse<String> answer = post("back/rollback", wish(FlowLoader.revision(one)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body()).at("/published/version").asInt()).isEqualTo(3);
        assertThat(Json.read(answer.body()).at("/older/sessions").asInt()).isEqualTo(1);
        assertThat(text("back", "published")).isEqualTo(one);
        assertThat(history("back").at("/versions").findValuesAsText("version")).containsExactly("3", "2", "1");
        amina.taps("Red").hears("Thank you.");
        amina.says("back").hears("One");
        assertThat(post("back/rollback", wish("0000000000000000")).statusCode()).isEqualTo(404);
        assertThat(post("back/rollback", wish(FlowLoader.revision(one))).statusCode())
                .as("it is published already")
                .isEqualTo(409);
    }

    @Test
    void neverLeavesAFlowThatLeadsToNothing() throws Exception {
        publish("goal", flow("goal", "Goal", "Thank you."));
        publish("leads", flow("leads", "Leads", "Thank you.").replace("\"@done\"", "\"@flow:goal\""));

        HttpResponse<String> refused = post("goal/withdraw", "{\"message\": \"No longer\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The flow leads leads to @flow:goal, which is not there.");
        assertThat(post("leads/withdraw", "{\"message\": \"No longer\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("goal/withdraw", "{\"message\": \"No longer\"}").statusCode())
                .isEqualTo(200);
        assertThat(get("goal/revisions/published").statusCode()).isEqualTo(404);
        String old = FlowLoader.revision(flow("leads", "Leads", "Thank you.").replace("\"@done\"", "\"@flow:goal\""));
        assertThat(post("leads/rollback", wish(old)).statusCode()).isEqualTo(422);
        Customer amina = gateway.customer("Amina", node);
        amina.says("goal").hears("How can we help you?");
    }

    // Bytes

    @Test
    void givesBackTheSameBytes() throws Exception {
        String text = flow("bytes", "Ünïcödé 😀 \\u0041", "Thank you.")
                        .replace("\n", "\r\n")
                        .replace("\"title\"", "\t   \"title\"")
                + "  ";
        byte[] sent = bytes(text);

        HttpResponse<byte[]> imported = ada.send("POST", FLOWS, sent);

        assertThat(imported.statusCode()).isEqualTo(201);
        assertThat(imported.headers().firstValue("Location")).contains(FLOWS + "/bytes/revisions/draft");
        assertThat(read("bytes/revisions/draft").body()).isEqualTo(sent);
        String revision = FlowLoader.revision(text);
        assertThat(post("bytes/publish", wish(revision)).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> exported = read("bytes/revisions/%s?download=true".formatted(revision));
        assertThat(exported.body()).isEqualTo(sent);
        assertThat(exported.headers().firstValue("ETag")).contains('"' + revision + '"');
        assertThat(exported.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"bytes.flow.json\"");
        assertThat(ada.send(
                                "GET",
                                FLOWS + "/bytes/revisions/published",
                                bytes(""),
                                "If-None-Match",
                                '"' + revision + '"')
                        .statusCode())
                .isEqualTo(304);
        assertThat(read("shop/revisions/file").body())
                .isEqualTo(Files.readAllBytes(home.resolve("flows/shop.flow.json")));
    }

    @Test
    void refusesWhatIsNoTextOfAFlow() throws Exception {
        byte[] marked = bytes("\uFEFF" + flow("marked", "Hi", "Thank you."));

        assertThat(new String(ada.send("POST", FLOWS, marked).body(), UTF_8)).contains("begins with a byte order mark");
        assertThat(ada.send("POST", FLOWS, new byte[] {'{', (byte) 0xC3, '}'}).statusCode())
                .isEqualTo(422);
        assertThat(ada.send("POST", FLOWS, bytes("{\"title\": 1}")).statusCode())
                .isEqualTo(422);
        assertThat(ada.send("PUT", FLOWS + "/nul/draft", bytes("{\0}"), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(422);
        assertThat(ada.send("PUT", FLOWS + "/big/draft", bytes(" ".repeat(1_000_001)), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(413);
        assertThat(ada.send("POST", FLOWS + "/lint", new byte[4_000_001]).statusCode())
                .isEqualTo(413);
        assertThat(ada.send("PUT", FLOWS + "/no.id/draft", bytes("{}"), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void keepsADraftThatIsNoJsonYet() throws Exception {
        draft("half", "{ \"schema\": 1, \"id\": \"ha", null);

        assertThat(text("half", "draft")).isEqualTo("{ \"schema\": 1, \"id\": \"ha");
        JsonNode findings = Json.read(
                ada.post(FLOWS + "/lint", "{ \"schema\": 1, \"id\": \"ha").body());
        assertThat(findings.at("/findings/0/message").asText()).startsWith("This is not JSON");
        assertThat(list("half").path("published").isNull()).isTrue();
    }

    @Test
    void comparesByStepAndByLine() throws Exception {
        String one = flow("compare", "One", "Thank you.");
        publish("compare", one);
        String two = one.replace("\"say\": \"One\"", "\"say\": \"Two\"")
                .replace("\"id\": \"blue\"", "\"id\": \"green\"")
                .replace("\"title\": \"T\"", "\"title\": \"Tea\"")
                .replace("\"steps\"", "\"texts\": {\"fr\": {\"ask.say\": \"Deux\"}},\n  \"steps\"")
                .replace("\"id\": \"end\"", "\"id\": \"finish\"")
                .replace("\"to\": \"end\"", "\"to\": \"finish\"");
        draft("compare", two, one);

        JsonNode comparison = Json.read(get("compare/compare").body());

        assertThat(comparison.path("from").asText()).isEqualTo(FlowLoader.revision(one));
        assertThat(comparison.at("/meaning/keys").toString()).isEqualTo("[\"title\"]");
        assertThat(comparison.at("/meaning/added").toString()).isEqualTo("[\"finish\"]");
        assertThat(comparison.at("/meaning/removed").toString()).isEqualTo("[\"end\"]");
        assertThat(comparison.at("/meaning/changed").toString())
                .isEqualTo("[{\"id\":\"ask\",\"keys\":[\"say\",\"ask\"]}]");
        assertThat(comparison.at("/meaning/texts").toString()).isEqualTo("[\"fr/ask.say\"]");
        assertThat(comparison.path("lines").asText())
                .contains("@@ -", "-  \"title\": \"T\",", "+  \"title\": \"Tea\",");
        JsonNode same =
                Json.read(get("compare/compare?from=published&to=published").body());
        assertThat(same.path("lines").asText()).isEmpty();
    }

    // Nodes and restarts

    @Test
    void countsOnEveryNodeWithinTwoSecondsAndAfterARestart() throws Exception {
        publish("nodes", flow("nodes", "One", "Thank you."));
        try (ConfigurableApplicationContext other = gateway.start()) {
            Customer amina = gateway.customer("Amina", node);
            amina.says("nodes").hears("One");
            publish("nodes", flow("nodes", "Two", "Thanks."));

            await().atMost(Duration.ofSeconds(2)).until(() -> {
                Customer somebody = gateway.customer("Somebody", other);
                return somebody.says("nodes").hears("").text().equals("Two");
            });
            amina.at(FlowGateway.meta(other)).taps("Red").hears("Thank you.");
        }
        try (ConfigurableApplicationContext again = gateway.start()) {
            Customer brian = gateway.customer("Brian", again);
            brian.says("nodes").hears("Two");
        }
    }

    @Test
    void letsAMessageWaitWhenTheRevisionItNeedsCannotBeReadNow() throws Exception {
        publish("unread", flow("unread", "One", "Thank you."));
        Customer amina = gateway.customer("Amina", node);
        amina.says("unread").hears("One");
        publish("unread", flow("unread", "Two", "Thanks."));
        try (ConfigurableApplicationContext other = gateway.start()) {
            gateway.database
                    .jdbc()
                    .sql("alter table flow_revision rename to away")
                    .update();
            Customer there = amina.at(FlowGateway.meta(other));
            try {
                there.taps("Red");
                await().atMost(Duration.ofSeconds(20)).until(FlowVersionsEndToEndTest::somebodyWaits);
            } finally {
                gateway.database
                        .jdbc()
                        .sql("alter table away rename to flow_revision")
                        .update();
            }
            there.hears("Thank you.");
        }
    }

    @Test
    void needsASessionAndATokenForEveryChange() throws Exception {
        ConsoleClient stranger = new ConsoleClient(FlowGateway.port(node));
        assertThat(stranger.get(FLOWS).statusCode()).isEqualTo(401);
        assertThat(stranger.post(FLOWS + "/simulate", "{}").statusCode()).isEqualTo(401);
        assertThat(ada.withoutToken().post(FLOWS + "/shop/withdraw", "{}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void reportsWhatWasNotUnderstoodInAPeriod() throws Exception {
        Customer amina = gateway.customer("Amina", node);
        amina.says("Do you sell zebras?").hears("");
        amina.says("do you sell  zebras").hears("");

        JsonNode report = Json.read(ada.get("/api/v1/unmatched").body());

        JsonNode group = null;
        for (JsonNode one : report.path("groups")) {
            group = one.path("text").asText().contains("zebras") ? one : group;
        }
        assertThat(group).isNotNull();
        assertThat(group.path("times").asInt()).isEqualTo(2);
        assertThat(group.path("customers").asInt()).isEqualTo(1);
        assertThat(Json.read(ada.get("/api/v1/unmatched?to=2020-01-01T00:00:00Z")
                                .body())
                        .path("groups"))
                .isEmpty();
        assertThat(ada.get("/api/v1/unmatched?limit=0").statusCode()).isEqualTo(422);
    }

    private static String flow(String id, String question, String thanks) {
        return """
                {
                  "schema": 1,
                  "id": "%s",
                  "title": "T",
                  "lang": "en",
                  "start": ["%s"],
                  "steps": [
                    {
                      "id": "ask",
                      "say": "%s",
                      "ask": { "type": "choice", "options": [{ "id": "red", "title": "Red" }, { "id": "blue", "title": "Blue", "to": "end" }] },
                      "next": "end",
                      "on": { "invalid": "@human", "silence": "@pause" }
                    },
                    { "id": "end", "say": "%s", "next": "@done" }
                  ]
                }
                """.formatted(id, id, question, thanks);
    }

    private JsonNode publish(String flow, String text) throws Exception {
        HttpResponse<byte[]> published = read(flow + "/revisions/published");
        String draft = draft(flow, text, published.statusCode() == 200 ? new String(published.body(), UTF_8) : null);
        HttpResponse<String> answer = post(flow + "/publish", wish(draft));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    /** Its revision. */
    private String draft(String flow, String text, String replaced) throws Exception {
        HttpResponse<byte[]> saved = ada.send(
                "PUT",
                "%s/%s/draft".formatted(FLOWS, flow),
                bytes(text),
                replaced == null ? "If-None-Match" : "If-Match",
                replaced == null ? "*" : '"' + FlowLoader.revision(replaced) + '"');
        assertThat(saved.statusCode()).as(new String(saved.body(), UTF_8)).isEqualTo(200);
        return Json.read(new String(saved.body(), UTF_8)).path("revision").asText();
    }

    private static String wish(String revision) {
        return "{\"revision\": \"%s\", \"message\": \"Because.\"}".formatted(revision);
    }

    private JsonNode list(String flow) throws Exception {
        for (JsonNode view : Json.read(ada.get(FLOWS).body()).path("flows")) {
            if (view.path("id").asText().equals(flow)) {
                return view;
            }
        }
        throw new AssertionError("There is no " + flow);
    }

    private JsonNode history(String flow) throws Exception {
        return Json.read(get(flow).body());
    }

    private String text(String flow, String revision) throws Exception {
        return new String(read("%s/revisions/%s".formatted(flow, revision)).body(), UTF_8);
    }

    private HttpResponse<byte[]> read(String path) throws Exception {
        return ada.send("GET", FLOWS + '/' + path, bytes(""));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ada.get(FLOWS + '/' + path);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return ada.post(FLOWS + '/' + path, body);
    }

    /** As a start does with a file that is not to be published. */
    private static void keep(String flow, String text) {
        gateway.database
                .jdbc()
                .sql("insert into flow_revision values (?, ?, ?, 'bob', now())")
                .params(flow, FlowLoader.revision(text), text)
                .update();
    }

    /** Given back by a worker, for later. */
    private static boolean somebodyWaits() {
        return gateway.database
                .jdbc()
                .sql(
                        "select exists (select from conversation where lease is null and lease_until > now() and pending > 0)")
                .query(Boolean.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
