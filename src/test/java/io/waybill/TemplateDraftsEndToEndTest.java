package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What people do with templates in the console: they write drafts, map them, and see what keeps customers from being told. */
@TestInstance(Lifecycle.PER_CLASS)
class TemplateDraftsEndToEndTest {

    private static final String TEMPLATES = "/api/v1/templates";
    private static final String DRAFTS = "/api/v1/template-drafts";
    private static final String MAPPINGS = "/api/v1/template-mappings";

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 004-39: the reason of a rejection is seen five seconds after the webhook at the latest. */
    @Test
    void openBrowsersHearOfARejectionWithinFiveSeconds() throws Exception {
        shop.post(TEMPLATES, template("to_reject", "Hello {{1}}, here is some news of your order."));
        Queue<String> heard = listen();
        await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains("event:template"));
        heard.clear();

        shop.reviewed("to_reject", "en_US", "REJECTED", "TAG_CONTENT_MISMATCH");

        await().atMost(Duration.ofSeconds(5)).until(() -> heard.contains("event:template"));
        JsonNode rejected = shop.template("to_reject", "en_US");
        assertThat(rejected.path("reason").asText()).isEqualTo("TAG_CONTENT_MISMATCH");
        assertThat(rejected.path("statusSince").isTextual()).isTrue();
        assertThat(shop.get("/api/v1/attention/templates").path("items").findValuesAsText("id"))
                .contains("to_reject.en_US");
    }

    @Test
    void nobodySavesOverADraftThatTheyHaveNotSeen() throws Exception {
        JsonNode draft = shop.post(DRAFTS, draft("shared_draft", "Hello {{1}}"));
        String path = DRAFTS + "/" + draft.path("id").asLong();

        shop.put(path, saved(1, "shared_draft", "Hello {{1}}, your table is free now."));

        assertThat(shop.refused(409, shop.console().put(path, saved(1, "shared_draft", "Mine"))))
                .startsWith("ada saved version 2 of this draft at ")
                .endsWith("Nothing was saved: compare with it first.");
        assertThat(shop.refused(409, shop.console().post(path + "/submit", "{\"version\": 1}")))
                .startsWith("ada saved version 2");
        assertThat(shop.meta.names()).doesNotContain("shared_draft.en_US");
        shop.post(path + "/submit", "{\"version\": 2}");
        assertThat(shop.meta
                        .of("shared_draft", "en_US")
                        .at("/components/0/text")
                        .asText())
                .isEqualTo("Hello {{1}}, your table is free now.");
        assertThat(shop.console().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatMetaWouldRefuseStaysADraft() throws Exception {
        JsonNode draft = shop.post(DRAFTS, draft("Bad Name", "{{1}} stands first"));
        String path = DRAFTS + "/" + draft.path("id").asLong();
        int calls = shop.meta.calls();

        assertThat(shop.refused(422, shop.console().post(path + "/submit", "{\"version\": 1}")))
                .startsWith("Meta would refuse it. name:");

        assertThat(shop.meta.calls()).isEqualTo(calls);
        assertThat(shop.get(DRAFTS).path("drafts").findValuesAsText("name")).contains("Bad Name");
        assertThat(shop.console().delete(path).statusCode()).isEqualTo(204);
    }

    @Test
    void twoWhoEditATemplateWorkOnOneDraftOfIt() throws Exception {
        shop.post(TEMPLATES, template("to_word_anew", "Hello {{1}}, your parcel is on its way to you."));
        String edit = "{\"edits\": {\"name\": \"to_word_anew\", \"language\": \"en_US\"}}";
        assertThat(shop.refused(409, shop.console().post(DRAFTS, edit))).contains("is PENDING");
        shop.reviewed("to_word_anew", "en_US", "APPROVED", "NONE");

        long first = shop.post(DRAFTS, edit).path("id").asLong();
        long second = shop.post(DRAFTS, edit).path("id").asLong();
        String path = DRAFTS + "/" + first;

        assertThat(second).isEqualTo(first);
        assertThat(shop.refused(409, shop.console().put(path, saved(1, "other_name", "Hello"))))
                .contains("cannot be changed");
        shop.put(path, saved(1, "to_word_anew", "Hello {{1}}, your parcel comes today, stay at home."));
        assertThat(shop.post(TEMPLATES + "/lint?edits=true", template("to_word_anew", "Hello {{1}}, it comes today."))
                        .path("findings"))
                .isEmpty();
        shop.post(path + "/submit", "{\"version\": 2}");
        assertThat(shop.meta
                        .of("to_word_anew", "en_US")
                        .at("/components/0/text")
                        .asText())
                .isEqualTo("Hello {{1}}, your parcel comes today, stay at home.");
    }

    @Test
    void checksADraftAndShowsItAsAPhoneDoes() throws Exception {
        JsonNode checked = shop.post(TEMPLATES + "/lint", """
                {"name": "shown", "language": "en", "category": "UTILITY", "components": [
                  {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["SO-1"]}},
                  {"type": "BODY", "text": "Hi {{1}}, order {{2}} is on its way to you today.", "example": {"body_text": [["Amina"]]}},
                  {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Thanks"}]}]}
                """);

        assertThat(checked.path("findings").findValuesAsText("field")).containsExactly("body.2");
        assertThat(checked.at("/shown/body").asText())
                .isEqualTo("*Order SO-1*\n\nHi Amina, order - is on its way to you today.");
        assertThat(checked.at("/shown/buttons/0/label").asText()).isEqualTo("Thanks");
        assertThat(checked.path("blanks").findValuesAsText("key")).containsExactly("header.1", "body.1", "body.2");
    }

    @Test
    void handsMetaTheExampleOfAHeaderThatIsAFile() throws Exception {
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

        var taken = shop.console().upload(TEMPLATES + "/samples?format=DOCUMENT", "terms.pdf", pdf);
        var refused = shop.console().upload(TEMPLATES + "/samples?format=IMAGE", "terms.pdf", pdf);

        assertThat(Json.read(taken.body()).path("handle").asText()).isEqualTo("4::sample");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.read(refused.body()).path("detail").asText())
                .endsWith("A header of the format IMAGE takes [JPEG, PNG], and this file is a PDF.");
    }

    @Test
    void saysWhichEventsCustomersCannotAlwaysBeToldOfAndWhatKeepsThem() throws Exception {
        JsonNode unready = unready("order.delivered");
        assertThat(unready.path("why").asText()).isEqualTo("not_submitted");
        assertThat(waiting()).contains("order.delivered");

        shop.approved("order_delivered");

        assertThat(unready("order.delivered").isMissingNode()).isTrue();
        assertThat(waiting()).doesNotContain("order.delivered");
    }

    @Test
    void showsAMappingAsTheCustomerOfARealOrderWouldReadIt() throws Exception {
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        String number =
                shop.get("/api/v1/orders/" + order).at("/order/orderNumber").asText();
        String mapping = """
                {"template": "order_shipped_tracked", "languages": ["en"],
                 "variables": {"body.1": "%s", "button.0.1": "order.number"}}""";

        JsonNode shown = shop.post(MAPPINGS + "/order.ready/preview/" + order, mapping.formatted("order.number"));
        JsonNode lacks = shop.post(MAPPINGS + "/order.ready/preview/" + order, mapping.formatted("order.tracking_url"));

        assertThat(shown.at("/examples/0/text").asText()).contains("order %s ".formatted(number));
        assertThat(shown.at("/examples/0/values/body.1").asText()).isEqualTo(number);
        assertThat(shown.at("/examples/0/shown/buttons/0/target").asText()).endsWith("/" + number);
        assertThat(lacks.at("/examples/0/lacks").asText())
                .startsWith("order.tracking_url has no value that fits the placeholder body.1");
        assertThat(shop.refused(
                        404,
                        shop.console().post(MAPPINGS + "/order.ready/preview/none", mapping.formatted("order.number"))))
                .isEqualTo("There is no order none that was made in a chat.");
    }

    @Test
    void sendsATestAsATemplateThoughThePersonHasJustWritten() throws Exception {
        shop.approved("order_ready");
        Customer brian = shop.customer("Brian");
        brian.says("hi").hearsUntil(1);
        int before = brian.received().size();

        shop.post(
                TEMPLATES + "/order_ready/en/test",
                "{\"to\": \"%s\", \"values\": {\"body.1\": \"SO-77\"}}".formatted(brian.identity()));

        GraphMessage heard = brian.hearsUntil(before + 1).received().getLast();
        assertThat(heard.type()).isEqualTo("template");
        assertThat(heard.text()).startsWith("order_ready SO-77");
        assertThat(shop.refused(
                        409,
                        shop.console()
                                .post(
                                        TEMPLATES + "/order_cancelled/en/test",
                                        "{\"to\": \"%s\"}".formatted(brian.identity()))))
                .startsWith("Meta has not approved the template order_cancelled.en: it is NOT_SUBMITTED.");
    }

    private Queue<String> listen() throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        var stream = shop.console().follow("/api/events").body();
        Thread.ofVirtual().start(() -> stream.forEach(lines::add));
        return lines;
    }

    private List<String> waiting() throws Exception {
        return shop.get("/api/v1/attention/templates").path("items").findValuesAsText("id");
    }

    private JsonNode unready(String event) throws Exception {
        for (JsonNode unready : shop.get(MAPPINGS).path("unready")) {
            if (unready.path("event").asText().equals(event)) {
                return unready;
            }
        }
        return Json.object().path("none");
    }

    private static String draft(String name, String body) {
        return "{\"definition\": %s}".formatted(template(name, body));
    }

    private static String saved(int version, String name, String body) {
        return "{\"version\": %d, \"definition\": %s}".formatted(version, template(name, body));
    }

    private static String template(String name, String body) {
        return """
                {"name": "%s", "language": "en_US", "category": "UTILITY", "components": [
                  {"type": "BODY", "text": "%s", "example": {"body_text": [["Amina"]]}}]}
                """.formatted(name, body);
    }
}
