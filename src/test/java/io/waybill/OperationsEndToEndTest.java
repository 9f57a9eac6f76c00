package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.MetaEnvelope.Inbound;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see to when something got stuck. */
class OperationsEndToEndTest extends RunningGateway {

    private static final String FAILED = "/api/v1/failed-messages";
    private static final String LETTERS = "/api/v1/dead-letters";

    private ConsoleClient admin;

    @BeforeEach
    void signIn() throws Exception {
        admin = ConsoleClient.signedIn(port, jdbc, "operator");
    }

    @Test
    void aFailedMessageIsSentAgainByWhoMayAndInOtherWordsByWhoMayAnswerChats() throws Exception {
        Customer amina = customer("Amina Yusuf").says("hello").hearsUntil(1);
        long contact = contact(amina);
        GRAPH.refuses(amina.address(), 400, 131026);
        HttpResponse<String> said = admin.post(
                "/api/v1/conversations/%d/messages".formatted(contact), "{\"text\": \"Oen\", \"pauseBot\": false}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
        String id = Json.read(said.body()).at("/messages/0").asText();
        await().until(() -> failed(admin, id) != null);
        GRAPH.takesAgain(amina.address());

        assertThat(failed(admin, id).path("code").asInt()).isEqualTo(131026);
        assertThat(failed(admin, id).path("customer").asText()).isEqualTo("Amina Yusuf");
        assertThat(failed(admin, id).path("words").asText()).isEqualTo("Oen");
        assertThat(failed(admin, id).path("windowClosed").asBoolean()).isFalse();
        assertThat(admin.get("/api/v1/attention").body()).contains("failed-messages");

        ConsoleClient viewer = ConsoleClient.signedIn(port, jdbc, "onlooker", "VIEWER");
        assertThat(failed(viewer, id).path("words").isNull()).isTrue();
        assertThat(viewer.post(FAILED + "/retry", retry(id)).statusCode()).isEqualTo(403);
        assertThat(viewer.post(FAILED + "/in-other-words", words(id)).statusCode())
                .isEqualTo(403);
        ConsoleClient integrator = ConsoleClient.signedIn(port, jdbc, "mechanic", "INTEGRATOR");
        assertThat(failed(integrator, id).path("customer").isNull()).isTrue();
        assertThat(integrator.post(FAILED + "/in-other-words", words(id)).body())
                .contains("CHATS_ANSWER");
        assertThat(ConsoleClient.signedIn(port, jdbc, "courier", "FULFILMENT")
                        .get(FAILED)
                        .statusCode())
                .isEqualTo(403);

        ConsoleClient seller = ConsoleClient.signedIn(port, jdbc, "seller", "SALES");
        assertThat(seller.post(FAILED + "/retry", retry(id)).statusCode()).isEqualTo(403);
        JsonNode result =
                json(seller.post(FAILED + "/in-other-words", words(id))).at("/results/0");
        assertThat(result.path("outcome").asText()).isEqualTo("sent-again");
        amina.hears("One");
        assertThat(failed(admin, id)).isNull();
        assertThat(json(admin.post(FAILED + "/retry", retry(id)))
                        .at("/results/0/outcome")
                        .asText())
                .isEqualTo("gone");
        assertThat(admin.get("/api/v1/audit?action=message.retry&subject=" + id).body())
                .contains("131026", result.path("as").asText());
        assertThat(json(admin.get("/api/v1/messages/" + id)).path("why").asText())
                .endsWith(
                        "In its place %s was sent.".formatted(result.path("as").asText()));
    }

    @Test
    void refusesWhatItDoesNotUnderstandWithASentence() throws Exception {
        assertThat(admin.get(FAILED + "?after=x").body()).contains("next");
        assertThat(admin.get(FAILED + "?reason=x").statusCode()).isEqualTo(422);
        assertThat(admin.post(FAILED + "/retry", "{\"messages\": []}").statusCode())
                .isEqualTo(422);
        assertThat(admin.post(FAILED + "/retry", "{\"messages\": [{\"id\": \"x\"}]}")
                        .body())
                .contains("such as 12.7");
        assertThat(admin.post(FAILED + "/discard", "{\"messages\": [\"1.1\"]}").body())
                .contains("reason");
        assertThat(admin.post(LETTERS + "/discard", "{\"letters\": [1]}").statusCode())
                .isEqualTo(422);
        assertThat(admin.post(LETTERS + "/again", "{\"letters\": []}").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aMessageThatCouldNotBeAnsweredIsWorkedOnAgainOnce() throws Exception {
        Customer brian = customer("Brian Otieno").says("hello").hearsUntil(1);
        long letter = breaks(brian);
        assertThat(letters()).contains(letter);
        assertThat(json(admin.get("/api/v1/queues")).at("/inbox/dead").asLong()).isPositive();
        int before = brian.received().size();

        assertThat(json(admin.post(LETTERS + "/again", "{\"letters\": [%d]}".formatted(letter)))
                        .path("done"))
                .hasSize(1);
        assertThat(json(admin.post(LETTERS + "/again", "{\"letters\": [%d]}".formatted(letter)))
                        .path("done"))
                .isEmpty();

        brian.hearsUntil(before + 1);
        await().untilAsserted(() -> assertThat(jdbc.sql("select pending from conversation where contact_id = ?")
                        .param(contact(brian))
                        .query(Integer.class)
                        .single())
                .isZero());
        assertThat(brian.received()).hasSize(before + 1);
        assertThat(letters()).doesNotContain(letter);
        assertThat(admin.get("/api/v1/audit?action=dead-letter.again&subject=" + letter)
                        .body())
                .contains("waits");
    }

    @Test
    void aMessageThatCouldNotBeAnsweredIsLetGoOfWithAReason() throws Exception {
        Customer chao = customer("Chao Wanjiku").says("hello").hearsUntil(1);
        long letter = breaks(chao);

        assertThat(json(admin.post(
                                LETTERS + "/discard",
                                "{\"letters\": [%d], \"reason\": \"She called.\"}".formatted(letter)))
                        .path("done"))
                .hasSize(1);

        assertThat(letters()).doesNotContain(letter);
        assertThat(admin.get("/api/v1/audit?action=dead-letter.discard&subject=" + letter)
                        .body())
                .contains("She called.");
        assertThat(chao.received()).hasSize(1);
    }

    @Test
    void saysThatWorkKeepsUp() throws Exception {
        customer("Daudi Mwangi").says("hello").hearsUntil(1);

        await().untilAsserted(() -> {
            JsonNode queues = json(admin.get("/api/v1/queues"));
            assertThat(queues.path("answering").asBoolean()).isTrue();
            assertThat(queues.at("/inbox/received").asLong()).isPositive();
            assertThat(queues.at("/outbox/sent").asLong()).isPositive();
        });
    }

    @Test
    void aCallOfMetaIsTriedWithoutDoingAnything() throws Exception {
        Customer esther = customer("Esther Njeri");
        Inbound first = esther.next(CustomerMessage.text("hello"));
        byte[] body = meta.envelope().of(first);
        assertThat(effects(body)).containsExactly("message taken");
        assertThat(effects(body)).as("nothing was kept").containsExactly("message taken");

        assertThat(meta.post(first)).isEqualTo(200);
        esther.hearsUntil(1);
        Inbound second = esther.next(CustomerMessage.text("menu"));
        assertThat(effects(meta.envelope().of(first, second, second)))
                .containsExactly("message duplicate", "message taken", "message duplicate");

        GraphMessage answer = esther.received().getLast();
        byte[] read = meta.envelope().status(answer, "read");
        assertThat(effects(read)).containsExactly("status taken");
        assertThat(meta.post(read)).isEqualTo(200);
        assertThat(effects(meta.envelope().status(answer, "delivered"))).containsExactly("status duplicate");
        assertThat(effects("{\"object\":\"page\"}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("other aside");
        assertThat(rehearse("no JSON".getBytes(StandardCharsets.UTF_8)).body())
                .contains("It would be refused, and Meta would send it again.");
        assertThat(jdbc.sql("select count(*) from inbox where wamid = ?")
                        .param(second.wamid())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatWasKeptAsideCanBeTriedAgainByWhoMaySeePersonalData() throws Exception {
        ObjectNode call = Json.object();
        call.put("event", "of the future");
        assertThat(meta.post(meta.envelope().change("calls_of_the_future", call)))
                .isEqualTo(200);

        JsonNode aside =
                json(admin.get("/api/v1/webhook-calls/aside?limit=100")).path("updates");
        JsonNode newest = StreamSupport.stream(aside.spliterator(), false)
                .filter(update -> update.path("kind").asText().equals("calls_of_the_future"))
                .findFirst()
                .orElseThrow();
        assertThat(effects(newest.path("body").asText().getBytes(StandardCharsets.UTF_8)))
                .containsExactly("other aside");
        assertThat(ConsoleClient.signedIn(port, jdbc, "mechanic", "INTEGRATOR")
                        .get("/api/v1/webhook-calls/aside")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void countsTheLastDayHourByHour() throws Exception {
        customer("Farah Ali").comesToTheSummary();

        JsonNode hours = json(admin.get("/api/v1/hours")).path("hours");
        assertThat(hours).hasSize(24);
    }

    /** As where the engine breaks on a message. */
    private long breaks(Customer customer) {
        return jdbc.sql("""
                        update inbox set state = 'dead', error = 'java.lang.IllegalStateException: It broke.' where contact_id = ? returning seq
                        """).param(contact(customer)).query(Long.class).single();
    }

    private List<Long> letters() throws Exception {
        return StreamSupport.stream(
                        json(admin.get(LETTERS + "?limit=200")).path("letters").spliterator(), false)
                .map(letter -> letter.path("number").asLong())
                .toList();
    }

    private List<String> effects(byte[] body) throws Exception {
        return StreamSupport.stream(json(rehearse(body)).path("parts").spliterator(), false)
                .map(part ->
                        part.path("kind").asText() + " " + part.path("effect").asText())
                .toList();
    }

    private HttpResponse<String> rehearse(byte[] body) throws Exception {
        ObjectNode asked = Json.object();
        asked.put("body", new String(body, StandardCharsets.UTF_8));
        return admin.post("/api/v1/webhook-calls/rehearse", asked.toString());
    }

    private JsonNode failed(ConsoleClient who, String id) throws Exception {
        return StreamSupport.stream(
                        json(who.get(FAILED + "?limit=200")).path("messages").spliterator(), false)
                .filter(message -> message.path("id").asText().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static String retry(String id) {
        ObjectNode body = Json.object();
        body.putArray("messages").addObject().put("id", id);
        return body.toString();
    }

    private static String words(String id) {
        return Json.object().put("id", id).put("text", "One").toString();
    }

    private long contact(Customer customer) {
        return jdbc.sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
