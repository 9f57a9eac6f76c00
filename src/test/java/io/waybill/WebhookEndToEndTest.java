package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.Json;
import io.waybill.far.MetaEnvelope.Inbound;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where Meta delivers, over HTTP: who is let in, and what is kept. */
class WebhookEndToEndTest extends RunningGateway {

    private static final int THREE_MB = 3 * 1024 * 1024;

    @Test
    void answersTheHandshakeWithTheChallengeAsItCame() throws Exception {
        var answer =
                get("/webhooks/whatsapp?hub.challenge=11584%2B01&hub.mode=subscribe&hub.verify_token=" + VERIFY_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("11584+01");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({
        "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong, 403",
        "hub.mode=subscribe&hub.challenge=1&hub.verify_token=, 403",
        "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=end-to-end-verify-token, 403",
        "hub.mode=subscribe&hub.challenge=1, 400",
        "hub.mode=subscribe&hub.verify_token=end-to-end-verify-token, 400",
        "'', 400"
    })
    void refusesAHandshakeThatIsNotMetas(String query, int status) throws Exception {
        assertThat(get("/webhooks/whatsapp?" + query).statusCode()).isEqualTo(status);
    }

    static Stream<Path> everyKindOfUpdate() throws IOException {
        return Files.list(Path.of("src/test/resources/webhooks")).sorted();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfUpdate")
    void takesEveryKindOfUpdateWhenSignedAndNoneOtherwise(Path file) throws Exception {
        byte[] body = Files.readAllBytes(file);

        assertThat(meta.post(body, null)).isEqualTo(401);
        assertThat(meta.post(body, SignedWebhook.signature("another-secret", body)))
                .isEqualTo(401);
        assertThat(meta.post(body)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha256=zz", "sha1=00", "", "sha256=00112233"})
    void refusesAMalformedSignature(String signature) throws Exception {
        assertThat(meta.post(bytes("{}"), signature)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "no JSON", "{\"object\":}", "[1,2"})
    void refusesWhatIsNotJson(String body) throws Exception {
        assertThat(meta.post(bytes(body))).isEqualTo(400);
    }

    @Test
    void takesNothingFromPaymentProvidersUnlessItIsSetUp() throws Exception {
        String path = "/api/v1/payment-callbacks/0123456789abcdef";
        ConsoleClient nobody = new ConsoleClient(port);

        assertThat(nobody.post(path, "{}").statusCode()).isEqualTo(404);
        assertThat(nobody.withoutToken().post(path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void takesAThousandUpdatesInThreeMegabytesAndKeepsEachOnce() throws Exception {
        String padding = "x".repeat(2_750);
        List<Inbound> updates = IntStream.range(0, 1000)
                .mapToObj(n -> customer("Buyer " + n).next(CustomerMessage.text("hello " + padding)))
                .toList();
        byte[] body = meta.envelope().of(updates);
        assertThat(body.length).isBetween(THREE_MB * 9 / 10, THREE_MB);
        double before = counted("waybill.webhook.messages", "result", "new");

        assertThat(meta.post(body)).isEqualTo(200);
        assertThat(meta.post(body)).isEqualTo(200);

        assertThat(counted("waybill.webhook.messages", "result", "new") - before)
                .isEqualTo(1000);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(updates)
                        .allSatisfy(update -> assertThat(
                                        GRAPH.messagesTo("+" + update.sender().waId()))
                                .hasSize(1)));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void leavesToMetaWhatTheDatabaseDoesNotTake(CapturedOutput output) throws Exception {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/webhooks/another_field.json"));
        jdbc.sql("alter table unhandled_update rename to away").update();
        try {
            assertThat(meta.post(body)).isEqualTo(503);
        } finally {
            jdbc.sql("alter table away rename to unhandled_update").update();
        }
        assertThat(output)
                .contains("A webhook call is refused: the database")
                .doesNotContain("\tat io.waybill.webhook");

        assertThat(meta.post(body)).isEqualTo(200);
    }

    @Test
    void refusesABodyOverThreeMegabytes() throws Exception {
        byte[] body = meta.envelope().of(customer("Farah Ali").next(CustomerMessage.text("x".repeat(THREE_MB))));

        assertThat(meta.post(body)).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"another_object.json", "another_field.json", "entry_missing.json", "number_missing.json"})
    void keepsAndCountsWhatItDoesNotUnderstand(String file) throws Exception {
        long before = unhandled();
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/webhooks", file));

        assertThat(meta.post(body)).isEqualTo(200);

        assertThat(unhandled()).isGreaterThan(before);
        assertThat(get("/actuator/prometheus").body()).contains("waybill_webhook_unhandled_total{kind=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type_of_the_future.json", "type_is_a_number.json", "interactive_without_body.json"})
    void keepsAMessageOfAKindItDoesNotKnowAndAnswersIt(String file) throws Exception {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/webhooks", file));
        String wamid =
                Json.read(body).at("/entry/0/changes/0/value/messages/0/id").asText();

        assertThat(meta.post(body)).isEqualTo(200);

        await().until(() -> jdbc.sql("""
                                select count(*) from inbox i where wamid = ? and state = 'done'
                                    and exists (select 1 from outbox o where o.contact_id = i.contact_id and o.state = 'sent')
                                """).param(wamid).query(Long.class).single() == 1);
        assertThat(get("/actuator/prometheus").body()).contains("waybill_webhook_unhandled_total{kind=\"type\"}");
    }

    @Test
    void keepsAMessageToANumberThatIsNotOursUnanswered() throws Exception {
        Customer grace = customer("Grace Achieng");
        String body = new String(meta.envelope().of(grace.next(CustomerMessage.text("order"))))
                .replace(PHONE_NUMBER_ID, "999999999999999");

        assertThat(meta.post(bytes(body))).isEqualTo(200);

        assertThat(jdbc.sql("select count(*) from unhandled_update where kind = 'number' and payload like ?")
                        .param("%" + grace.sender().waId() + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void answersTheGoodMessagesBesideAPoisonedOne() throws Exception {
        Customer amina = customer("Amina Yusuf");
        Customer brian = customer("Brian Otieno");
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) Json.read(meta.envelope()
                .of(amina.next(CustomerMessage.text("order")), brian.next(CustomerMessage.text("order"))));
        var messages = (com.fasterxml.jackson.databind.node.ArrayNode) body.at("/entry/0/changes/0/value/messages");
        messages.insertObject(1)
                .put("type", "text")
                .put("timestamp", "yesterday")
                .putArray("text")
                .add(7);
        messages.insert(0, "no object");
        long before = unhandled();

        assertThat(meta.post(Json.wire(body))).isEqualTo(200);

        amina.hears("What would you like to order?");
        brian.hears("What would you like to order?");
        assertThat(unhandled() - before).isEqualTo(2);
    }

    @Test
    void answersAMessageOnceHoweverOftenItIsDelivered() throws Exception {
        Customer chao = customer("Chao Wanjiku");
        byte[] body = meta.envelope().of(chao.next(CustomerMessage.text("order")));

        List<CompletableFuture<Integer>> deliveries = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> posted(body)))
                .toList();
        assertThat(deliveries)
                .allSatisfy(delivery -> assertThat(delivery.join()).isEqualTo(200));
        chao.hears("What would you like to order?");
        assertThat(meta.post(body)).isEqualTo(200);

        // What comes later overtakes nothing, so a second answer would stand before this one.
        chao.says("delivery time").hears("We deliver in 1-2 working days.");
    }

    private int posted(byte[] body) {
        try {
            return meta.post(body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long unhandled() {
        return jdbc.sql("select count(*) from unhandled_update")
                .query(Long.class)
                .single();
    }
}
