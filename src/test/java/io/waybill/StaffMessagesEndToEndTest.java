package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People and machines write to customers through the API. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffMessagesEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home, "waybill.store.country=KE");
        for (String template : new String[] {"order_confirmed", "order_ready", "order_delivered"}) {
            shop.approved(template);
        }
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void sendsWhatStaffTypeAndKeepsTheFlowSilentFromThenOn() throws Exception {
        Customer amina = comes("Amina");

        JsonNode said = shop.post(conversation(amina), "{\"text\": \"Hello Amina, this is Ada.\"}");

        GraphMessage heard = amina.hears("this is Ada");
        assertThat(heard.type()).isEqualTo("text");
        assertThat(heard.callbackData()).isEqualTo(said.at("/messages/0").asText());
        awaitWorkedOff(amina);
        int before = amina.received().size();
        amina.says("And now?");
        awaitWorkedOff(amina);
        assertThat(amina.received()).hasSize(before);
        assertThat(shop.get("/api/v1/conversations/" + id(amina))
                        .path("entries")
                        .toString())
                .contains("ada, as message " + heard.callbackData());
    }

    @Test
    void letsTheFlowGoOnWhereAskedTo() throws Exception {
        Customer brian = comes("Brian");

        shop.post(conversation(brian), "{\"text\": \"Your parcel left.\", \"pauseBot\": false}");

        brian.hears("Your parcel left.");
        brian.says("menu").hearsUntil(3);
    }

    @Test
    void saysTheSameOnceForAKey() throws Exception {
        Customer chao = comes("Chao");
        byte[] body = "{\"text\": \"Only once.\"}".getBytes(StandardCharsets.UTF_8);

        HttpResponse<byte[]> first = shop.console().send("POST", conversation(chao), body, "Idempotency-Key", "k-1");
        HttpResponse<byte[]> again = shop.console().send("POST", conversation(chao), body, "Idempotency-Key", "k-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        chao.hears("Only once.");
        shop.post(conversation(chao), "{\"text\": \"And this.\"}");
        chao.hears("And this.");
        assertThat(chao.received().stream().filter(message -> message.text().equals("Only once.")))
                .hasSize(1);
    }

    @Test
    void sendsPicturesPlacesAndReactionsToo() throws Exception {
        Customer dada = comes("Dada");

        shop.post(
                conversation(dada),
                "{\"location\": {\"latitude\": -1.2921, \"longitude\": 36.8219, \"name\": \"Shop\"}}");
        shop.post(conversation(dada), "{\"reaction\": {\"messageId\": \"wamid.x\", \"emoji\": \"👍\"}}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dada.received())
                        .extracting(GraphMessage::type)
                        .endsWith("location", "reaction"));
    }

    @Test
    void refusesTextAfterTheTwentyFourHoursAndSendsATemplate() throws Exception {
        Customer eva = comes("Eva");
        shop.fallsSilent(eva);
        int before = eva.received().size();

        assertThat(shop.refused(409, shop.console().post(conversation(eva), "{\"text\": \"Hello?\"}")))
                .startsWith("The customer wrote last at ")
                .contains("WhatsApp takes only a template");
        shop.post(conversation(eva), template("order_ready", "SO-9"));

        GraphMessage told = eva.hearsUntil(before + 1).received().getLast();
        assertThat(told.text()).isEqualTo("order_ready SO-9");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | {"text": " "}                                                          | "text" is missing or empty
            422 | {}                                                                     | not 0 of them
            422 | {"text": "a", "location": {"latitude": 1, "longitude": 1}}             | not 2 of them
            422 | {"image": {"link": "ftp://x"}}                                         | "link" is an https address
            422 | {"template": {"name": "nobody_has_it"}}                                | There is no template nobody_has_it
            422 | {"template": {"name": "order_ready", "language": "de"}}                | is not in de, but in en, fr
            422 | {"template": {"name": "order_ready"}}                                  | has 1 placeholders (body.1), and 0 values
            422 | {"template": {"name": "order_ready", "params": [" "]}}                 | The value for body.1
            422 | {"template": {"name": "order_ready", "params": ["x"], "header": "https://x.test/y.png"}} | is no file, and "header" is given
            409 | {"template": {"name": "order_shipped", "params": ["SO-1"]}}            | Meta has not approved the template order_shipped.en: it is NOT_SUBMITTED.
            """)
    void refusesWithAReasonWhatMetaWouldNotTake(int status, String body, String reason) throws Exception {
        Customer femi = comes("Femi");
        shop.fallsSilent(femi);

        assertThat(shop.refused(status, shop.console().post(conversation(femi), body)))
                .contains(reason);
    }

    @Test
    void sendsNoMarketingToThoseWhoStoppedIt() throws Exception {
        shop.meta.has(
                "sale", "en", "APPROVED", "MARKETING", "[{\"type\": \"BODY\", \"text\": \"All half price today.\"}]");
        shop.post("/api/v1/templates/sync", "{}");
        Customer gul = comes("Gul");
        shop.gateway
                .database
                .jdbc()
                .sql("update contact set marketing_stopped_at = now() where id = ?")
                .param(id(gul))
                .update();

        assertThat(shop.refused(409, shop.console().post(conversation(gul), template("sale"))))
                .contains("asked for no more marketing");
    }

    @Test
    void writesToANumberOfTheStoresCountryAsItsPeopleWriteIt() throws Exception {
        shop.post("/api/v1/messages", """
                {"to": "0711 900 123", "template": {"name": "order_ready", "params": ["SO-7"]}}
                """);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.gateway.graph.messagesTo("+254711900123"))
                        .extracting(GraphMessage::text)
                        .containsExactly("order_ready SO-7"));
        assertThat(shop.refused(422, shop.console().post("/api/v1/messages", "{\"to\": \"12345\", \"text\": \"x\"}")))
                .isEqualTo("That is neither a phone number with plus and country code nor one of KE.");
        assertThat(shop.refused(
                        409, shop.console().post("/api/v1/messages", "{\"to\": \"+254711900124\", \"text\": \"x\"}")))
                .startsWith("The customer has not written yet");
    }

    @Test
    void holdsATemplateThatMetaPausesBeforeItsTurnAndSendsItOnceItIsApprovedAgain() throws Exception {
        Customer hadi = comes("Hadi");
        shop.fallsSilent(hadi);
        int before = hadi.received().size();
        CountDownLatch paused = new CountDownLatch(1);
        shop.gateway.graph.onMessage(message -> {
            if (message.text().equals("order_delivered SO-1")) {
                await().atMost(PATIENCE).until(() -> paused.getCount() == 0);
            }
        });
        shop.post(conversation(hadi), template("order_delivered", "SO-1"));
        String name = shop.post(conversation(hadi), template("order_confirmed", "SO-1"))
                .at("/messages/0")
                .asText();

        shop.reviewed("order_confirmed", "en", "PAUSED", "QUALITY");
        paused.countDown();

        await().atMost(PATIENCE)
                .until(() -> shop.get("/api/v1/messages/" + name)
                        .path("state")
                        .asText()
                        .equals("held"));
        assertThat(shop.get("/api/v1/messages/" + name).path("why").asText())
                .contains("Meta has not approved the template order_confirmed.en: it is PAUSED.");
        assertThat(shop.notices("template-holds")).singleElement().asString().contains("order_confirmed.en");
        assertThat(hadi.received()).hasSize(before + 1);

        shop.reviewed("order_confirmed", "en", "APPROVED", "NONE");

        assertThat(hadi.hearsUntil(before + 2).received().getLast().text()).isEqualTo("order_confirmed SO-1");
        await().atMost(PATIENCE).until(() -> shop.notices("template-holds").isEmpty());
    }

    private Customer comes(String name) throws Exception {
        Customer customer = shop.customer(name);
        customer.says("hi").hearsUntil(1);
        return customer;
    }

    private long id(Customer customer) {
        return shop.gateway
                .database
                .jdbc()
                .sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private String conversation(Customer customer) {
        return "/api/v1/conversations/%d/messages".formatted(id(customer));
    }

    private static String template(String name, String... params) {
        return Json.object()
                .set("template", Json.object().put("name", name).set("params", Json.MAPPER.valueToTree(params)))
                .toString();
    }

    private void awaitWorkedOff(Customer customer) {
        await().atMost(PATIENCE).until(() -> pending(customer) == 0);
    }

    private int pending(Customer customer) {
        return shop.gateway
                .database
                .jdbc()
                .sql("select count(*) from inbox where contact_id = ? and state = 'pending'")
                .param(id(customer))
                .query(Integer.class)
                .single();
    }
}
