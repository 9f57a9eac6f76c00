package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.Json;
import io.waybill.order.OrderStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Templates at a Meta that enforces its rules: made, listed, changed, deleted, mapped. */
@TestInstance(Lifecycle.PER_CLASS)
class TemplatesEndToEndTest {

    private static final String TEMPLATES = "/api/v1/templates";
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

    /** 002-13: a fresh install proposes a template for each of five statuses, ready to submit. */
    @Test
    void proposesTheTemplatesOfEachStatusReadyToSubmit() throws Exception {
        List<String> five =
                List.of("order_received", "order_confirmed", "order_shipped", "order_delivered", "order_cancelled");

        for (String name : five) {
            assertThat(shop.template(name, "en").path("status").asText()).isEqualTo("NOT_SUBMITTED");
            assertThat(shop.post(TEMPLATES + "/" + name + "/submit", "{}").path("languages"))
                    .hasSize(2);
            assertThat(shop.template(name, "fr").path("status").asText()).isEqualTo("PENDING");
        }

        assertThat(shop.meta.names())
                .containsAll(five.stream().map(name -> name + ".fr").toList());
        assertThat(events(mapping -> mapping.path("proposed").asBoolean()
                        && !mapping.path("template").isNull()))
                .contains(
                        "order.received",
                        "order.confirmed",
                        "order.shipped",
                        "order.delivered",
                        "order.cancelled",
                        "order.ready");
    }

    /** 003-29: a status that customers are told nothing of is one that somebody has decided so; the others are checked against Meta. */
    @Test
    void hasWordsOrAChosenSilenceForEachStatus() throws Exception {
        Set<String> statuses = Arrays.stream(OrderStatus.values())
                .map(status -> "order." + status.key())
                .collect(Collectors.toSet());

        assertThat(events(mapping -> statuses.contains(mapping.path("event").asText())))
                .containsExactlyInAnyOrderElementsOf(statuses);
        assertThat(events(mapping -> statuses.contains(mapping.path("event").asText())
                        && mapping.path("template").isNull()))
                .containsExactlyInAnyOrder("order.pending", "order.preparing");

        shop.console().delete(MAPPINGS + "/order.pending");
        assertThat(events(mapping -> mapping.path("template").isNull()
                        && !mapping.path("proposed").asBoolean()))
                .as("decided by a person")
                .contains("order.pending");
        assertThat(shop.get(MAPPINGS).path("unready").findValuesAsText("event"))
                .as("silence wants no template")
                .doesNotContain("order.pending", "order.preparing");
    }

    @Test
    void whatIsSubmittedTwiceIsSubmittedOnceAndStandsAsMetaSays() throws Exception {
        String components =
                "[{\"type\": \"BODY\", \"text\": \"Hello {{1}}, your table is free now.\", \"example\": {\"body_text\": [[\"Amina\"]]}}]";
        shop.meta.has("table_free", "en_US", "APPROVED", "UTILITY", components);

        assertThat(shop.console()
                        .post(TEMPLATES, template("table_free", "Hello {{1}}, your table is free now."))
                        .statusCode())
                .isLessThan(300);

        assertThat(shop.template("table_free", "en_US").path("status").asText()).isEqualTo("APPROVED");
        shop.meta.has("table_taken", "en_US", "PENDING", "UTILITY", components);
        assertThat(shop.refused(
                        409,
                        shop.console()
                                .post(TEMPLATES, template("table_taken", "Hello {{1}}, your table is not free now."))))
                .contains("in other words, and is PENDING");
    }

    @Test
    void nobodySavesOverAMappingThatTheyHaveNotSeen() throws Exception {
        String path = MAPPINGS + "/order.delivered";
        int seen = version("order.delivered");
        String mine = "{\"version\": %d, \"template\": \"order_delivered\", \"languages\": [\"en\"], \"variables\": %s}"
                .formatted(seen, variables("order.delivered"));

        assertThat(Json.read(shop.console().put(path, mine).body())
                        .at("/mapping/version")
                        .asInt())
                .isEqualTo(seen + 1);

        assertThat(shop.refused(409, shop.console().put(path, mine)))
                .startsWith("Somebody else has changed what is told of order.delivered meanwhile.");
        assertThat(shop.refused(409, shop.console().delete(path + "?version=" + seen)))
                .endsWith("then save again.");
        assertThat(version("order.delivered")).isEqualTo(seen + 1);
        assertThat(shop.console().delete(path + "?version=" + (seen + 1)).statusCode())
                .isEqualTo(204);
        assertThat(version("order.delivered")).isEqualTo(seen + 2);
    }

    private int version(String event) throws Exception {
        return mapping(event).path("version").asInt();
    }

    private String variables(String event) throws Exception {
        return mapping(event).path("variables").toString();
    }

    private JsonNode mapping(String event) throws Exception {
        for (JsonNode mapping : shop.get(MAPPINGS).path("mappings")) {
            if (mapping.path("event").asText().equals(event)) {
                return mapping;
            }
        }
        throw new AssertionError("There is no event " + event);
    }

    /** 002-34: the notice leads to the template, which has its status and Meta's reason. */
    @Test
    void showsWhyMetaRejectedATemplateAsSoonAsMetaSaysSo() throws Exception {
        shop.post(TEMPLATES, template("hello_again", "Hello {{1}}, here is some news of your order."));
        assertThat(shop.template("hello_again", "en_US").path("status").asText())
                .isEqualTo("PENDING");
        ObjectNode value =
                shop.value("hello_again", "en_US").put("event", "REJECTED").put("reason", "INVALID_FORMAT");
        value.putObject("rejection_info")
                .put("reason", "It reads like advertising.")
                .put("recommendation", "Say less.");
        shop.meta.reviewed("hello_again", "en_US", "REJECTED");

        shop.tells("message_template_status_update", value);

        JsonNode rejected = shop.template("hello_again", "en_US");
        assertThat(rejected.path("status").asText()).isEqualTo("REJECTED");
        assertThat(rejected.path("reason").asText()).isEqualTo("INVALID_FORMAT It reads like advertising. Say less.");
        assertThat(shop.notices("template-status"))
                .anySatisfy(notice -> assertThat(notice)
                        .startsWith(
                                "hello_again.en_US: Meta has rejected the template hello_again.en_US: INVALID_FORMAT"));
        assertThat(shop.get("/api/v1/notices").path("notices").findValuesAsText("link"))
                .contains("/templates/hello_again");
        JsonNode opened = shop.get(TEMPLATES + "/hello_again").at("/versions/0/template");
        assertThat(opened.path("status").asText()).isEqualTo("REJECTED");
        assertThat(opened.path("reason").asText()).contains("It reads like advertising.");
        shop.post(TEMPLATES + "/sync", "{}");
        assertThat(shop.template("hello_again", "en_US").path("reason").asText())
                .contains("Say less.");
    }

    /** 001-34: a marketing template is mapped to no status. */
    @Test
    void takesCategoryAndQualityFromWebhooks() throws Exception {
        shop.meta.has(
                "rated", "en_US", "APPROVED", "UTILITY", "[{\"type\": \"BODY\", \"text\": \"Your parcel is here.\"}]");
        shop.post(TEMPLATES + "/sync", "{}");

        shop.tells(
                "message_template_quality_update", shop.value("rated", "en_US").put("new_quality_score", "YELLOW"));
        shop.tells("template_category_update", shop.value("rated", "en_US").put("new_category", "MARKETING"));

        assertThat(shop.template("rated", "en_US").path("quality").asText()).isEqualTo("YELLOW");
        assertThat(shop.template("rated", "en_US").path("category").asText()).isEqualTo("MARKETING");
        assertThat(shop.notices("template-status"))
                .anyMatch(notice ->
                        notice.startsWith("rated.en_US: Meta has made the template rated.en_US a MARKETING template."));
        assertThat(shop.refused(422, shop.console().put(MAPPINGS + "/order.ready", """
                        {"template": "rated", "languages": ["en_US"], "variables": {}}
                        """)))
                .contains("rated (en_US) is a MARKETING template");
    }

    @Test
    void takesAnEditInWhatsAppManagerFromTheWebhookAndTheRestFromMeta() throws Exception {
        shop.meta.has("edited", "en", "APPROVED", "UTILITY", "[{\"type\": \"BODY\", \"text\": \"It is here.\"}]");
        shop.post(TEMPLATES + "/sync", "{}");
        shop.meta.has("edited", "en", "APPROVED", "UTILITY", """
                [{"type": "BODY", "text": "It is here, {{1}} says so.", "example": {"body_text": [["Ada"]]}}]""");

        shop.tells(
                "message_template_components_update",
                shop.value("edited", "en").put("message_template_element", "It is here, {{1}} says so."));

        assertThat(definition("edited").at("/components/0/text").asText()).isEqualTo("It is here, {{1}} says so.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> definition("edited")
                        .at("/components/0/example/body_text/0/0")
                        .asText()
                        .equals("Ada"));
    }

    /** 004-38: what breaks a rule of Meta never comes to Meta. */
    @Test
    void refusesBeforeMetaIsAskedAndNamesEveryMistake() throws Exception {
        int calls = shop.meta.calls();
        String wrong = template("Bad Name", "{{1}} stands first");

        String sentence = shop.refused(422, shop.console().post(TEMPLATES, wrong));
        JsonNode findings = shop.post(TEMPLATES + "/lint", wrong).path("findings");

        assertThat(sentence).startsWith("Meta would refuse it. name: A name has 1 to 512 characters");
        assertThat(findings.findValuesAsText("field")).contains("name", "body");
        assertThat(shop.meta.calls()).isEqualTo(calls);
    }

    /** 004-38: header, body, footer, buttons and examples at their limits are accepted by a Meta that enforces them. */
    @Test
    void submitsWhatHasEverythingToAMetaThatEnforcesItsLimits() throws Exception {
        String footer = "f".repeat(60);
        shop.post(TEMPLATES, """
                {"name": "has_everything", "language": "en_US", "category": "UTILITY", "components": [
                  {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}", "example": {"header_text": ["SO-1"]}},
                  {"type": "BODY", "text": "Hi {{1}}, %s", "example": {"body_text": [["Amina"]]}},
                  {"type": "FOOTER", "text": "%s"},
                  {"type": "BUTTONS", "buttons": [
                    {"type": "QUICK_REPLY", "text": "abcdefghijklmnopqrstuvwxy"}, {"type": "QUICK_REPLY", "text": "Not today"},
                    {"type": "URL", "text": "Track", "url": "https://shop.test/t/{{1}}", "example": ["SO-1"]}]}]}
                """.formatted("b".repeat(1024 - "Hi {{1}}, ".length()), footer));

        assertThat(shop.template("has_everything", "en_US").path("status").asText())
                .isEqualTo("PENDING");
        assertThat(shop.meta.of("has_everything", "en_US").findValuesAsText("text"))
                .contains("Order {{1}}", footer, "abcdefghijklmnopqrstuvwxy", "Track");
    }

    @Test
    void editsWithinWhatMetaAllows() throws Exception {
        shop.post(TEMPLATES, template("to_edit", "Hello {{1}}, your table is ready for you now."));
        String path = TEMPLATES + "/to_edit/en_US";
        assertThat(shop.refused(409, shop.console().put(path, components("Hello {{1}}, please come to your table."))))
                .contains("to_edit.en_US is PENDING");
        shop.reviewed("to_edit", "en_US", "APPROVED", "NONE");

        assertThat(shop.refused(409, shop.console().put(path, "{\"category\": \"MARKETING\"}")))
                .isEqualTo("The category of an approved template is fixed: it is UTILITY.");
        shop.put(path, components("Hello {{1}}, please come to your table."));
        shop.reviewed("to_edit", "en_US", "APPROVED", "NONE");
        assertThat(shop.refused(409, shop.console().put(path, components("Hello {{1}}, do come to your table."))))
                .contains("once in 24 hours");

        assertThat(shop.meta.of("to_edit", "en_US").at("/components/0/text").asText())
                .isEqualTo("Hello {{1}}, please come to your table.");
    }

    @Test
    void deletesOneLanguageOrAll() throws Exception {
        for (String language : List.of("en", "fr", "es")) {
            shop.meta.has(
                    "to_delete", language, "APPROVED", "UTILITY", "[{\"type\": \"BODY\", \"text\": \"Here it is.\"}]");
        }
        shop.post(TEMPLATES + "/sync", "{}");

        assertThat(shop.console().delete(TEMPLATES + "/to_delete?language=fr").statusCode())
                .isEqualTo(204);
        assertThat(shop.meta.names()).contains("to_delete.en", "to_delete.es").doesNotContain("to_delete.fr");
        assertThat(shop.console().delete(TEMPLATES + "/to_delete").statusCode()).isEqualTo(204);

        assertThat(shop.meta.names()).noneMatch(name -> name.startsWith("to_delete"));
        assertThat(shop.console().get(TEMPLATES + "/to_delete").statusCode()).isEqualTo(404);
    }

    @Test
    void readsEveryPageOfMetasList() throws Exception {
        for (int i = 0; i < 7; i++) {
            shop.meta.has(
                    "page_" + i,
                    "en",
                    "APPROVED",
                    "UTILITY",
                    "[{\"type\": \"BODY\", \"text\": \"Page %d.\"}]".formatted(i));
        }
        shop.meta.pageSize(3);

        shop.post(TEMPLATES + "/sync", "{}");
        shop.meta.pageSize(100);

        for (int i = 0; i < 7; i++) {
            assertThat(shop.template("page_" + i, "en").path("status").asText()).isEqualTo("APPROVED");
        }
    }

    /** 002-20: a mapping with a missing or an extra placeholder is not saved. */
    @Test
    void savesNoMappingThatCouldNotBeSent() throws Exception {
        assertThat(
                        unmapped(
                                "order.ready",
                                "{\"template\": \"order_shipped_tracked\", \"languages\": [\"en\"], \"variables\": {\"body.1\": \"order.number\"}}"))
                .contains("has the placeholder button.0.1, and no variable is mapped to it");
        assertThat(unmapped("order.ready", """
                        {"template": "order_shipped_tracked", "languages": ["en"],
                         "variables": {"body.1": "order.number", "body.2": "order.total", "button.0.1": "order.total"}}"""))
                .contains("has no placeholder body.2: take order.total out")
                .contains("stands in an address, into which order.total does not fit");
        assertThat(unmapped(
                        "order.ready", "{\"template\": \"order_ready\", \"languages\": [\"de\"], \"variables\": {}}"))
                .isEqualTo("There is no template order_ready in de, neither at Meta nor in templates/.");
        assertThat(
                        unmapped(
                                "order.ready",
                                "{\"template\": \"order_ready\", \"languages\": [\"en\"], \"variables\": {\"body.1\": \"weather\"}}"))
                .isEqualTo("There is no variable weather for the placeholder body.1.");
        assertThat(
                        unmapped(
                                "order.ready",
                                "{\"template\": \"order_shipped\", \"languages\": [\"en\"], \"variables\": {\"body.1\": \"order.number\"}}"))
                .isEqualTo(
                        "The template order_shipped tells of order.shipped already: choose another, or take it from there first.");
        assertThat(shop.refused(409, shop.console().delete(MAPPINGS + "/order.cod_confirm")))
                .contains("is said by flows");
    }

    @Test
    void savesNoFallbackThatCouldNotStandWhereItIs() throws Exception {
        String mapping = """
                {"template": "order_shipped_tracked", "languages": ["en"],
                 "variables": {"body.1": "order.number", "button.0.1": "order.tracking_url"}, "fallbacks": %s}""";
        for (String wrong : List.of(
                "\"\"", "\" \"", "null", "\"a\\nb\"", "\"a\\tb\"", "\"a     b\"", '"' + "x".repeat(201) + '"')) {
            assertThat(unmapped("order.ready", mapping.formatted("{\"body.1\": %s}".formatted(wrong))))
                    .startsWith("The fallback of body.1 is one line of 1 to 200 characters");
        }
        assertThat(unmapped("order.ready", mapping.formatted("{\"body.7\": \"soon\"}")))
                .isEqualTo("order_shipped_tracked (en) has no placeholder body.7: take its fallback out.");
        assertThat(unmapped("order.ready", mapping.formatted("{\"button.0.1\": \"soon\"}")))
                .contains("The placeholder button.0.1 stands in an address");
    }

    @Test
    void mapsATemplateWithAFileAsHeaderToAFileOfThatKindOnly() throws Exception {
        for (String format : List.of("IMAGE", "VIDEO", "DOCUMENT")) {
            shop.meta.has(
                    "with_" + format.toLowerCase(Locale.ROOT), "en", "APPROVED", "UTILITY", """
                    [{"type": "HEADER", "format": "%s", "example": {"header_handle": ["4::x"]}}, {"type": "BODY", "text": "It is ready."}]
                    """.formatted(format));
        }
        shop.post(TEMPLATES + "/sync", "{}");

        assertThat(unmapped("order.ready", headed("with_image", "null")))
                .isEqualTo(
                        "with_image (en) has a header of the format IMAGE: give the address of the file in \"header\".");
        for (String wrong : List.of(
                "",
                "http://shop.test/a.png",
                "https:///a.png",
                "https://ada:pw@shop.test/a.png",
                "door.png",
                "/media/../a")) {
            assertThat(unmapped("order.ready", headed("with_image", '"' + wrong + '"')))
                    .startsWith("\"header\" is a public https link");
        }
        assertThat(unmapped("order.ready", headed("with_image", "\"https://shop.test/a.PDF?x=1\"")))
                .isEqualTo("A header of the format IMAGE takes [JPEG, PNG], and https://shop.test/a.PDF?x=1 is a PDF.");
        assertThat(unmapped("order.ready", headed("with_video", "\"https://shop.test/a.png\"")))
                .contains("takes [MP4, THREE_GP]");
        assertThat(unmapped("order.ready", headed("with_document", "\"/media/abc\"")))
                .contains("Waybill keeps pictures only");
        assertThat(unmapped("order.ready", headed("with_image", "\"/media/abc\"")))
                .isEqualTo("There is no uploaded picture /media/abc: upload it by POST /api/v1/images.");
        assertThat(unmapped("order.ready", """
                        {"template": "order_ready", "languages": ["en"], "variables": {"body.1": "order.number"}, "header": "https://shop.test/a.png"}
                        """))
                .contains("order_ready (en) has no picture, film or document as header: take \"header\" out.");

        assertThat(shop.post(MAPPINGS + "/order.ready/preview", headed("with_document", "\"https://shop.test/terms\""))
                        .at("/mapping/header")
                        .asText())
                .isEqualTo("https://shop.test/terms");
    }

    private static String headed(String template, String header) {
        return "{\"template\": \"%s\", \"languages\": [\"en\"], \"header\": %s}".formatted(template, header);
    }

    /** 002-20, 002-16: shows the example, and warns of two messages about one order. */
    @Test
    void showsWhatCustomersWouldReadAndWarnsOfTwoMessagesAboutOneOrder() throws Exception {
        JsonNode rendered = shop.post(MAPPINGS + "/order.received/preview", """
                {"template": "order_received", "languages": ["en"], "variables": {"body.1": "order.number", "body.2": "order.total"}}
                """);

        assertThat(rendered.at("/examples/0/text").asText())
                .startsWith("Thank you, we have received your order SO-1001 of USD 42.50 in total.");
        assertThat(rendered.path("warnings"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.asText()).contains("order_cod_confirm"));
        assertThat(shop.get(MAPPINGS + "/variables").path("variables")).hasSizeGreaterThan(5);
    }

    private String unmapped(String event, String json) throws Exception {
        return shop.refused(422, shop.console().put(MAPPINGS + "/" + event, json));
    }

    private JsonNode definition(String name) throws Exception {
        return shop.get(TEMPLATES + "/" + name).at("/versions/0/definition");
    }

    private List<String> events(Predicate<JsonNode> which) throws Exception {
        return StreamSupport.stream(shop.get(MAPPINGS).path("mappings").spliterator(), false)
                .filter(which)
                .map(mapping -> mapping.path("event").asText())
                .toList();
    }

    private static String template(String name, String body) {
        return """
                {"name": "%s", "language": "en_US", "category": "UTILITY", "components": [
                  {"type": "BODY", "text": "%s", "example": {"body_text": [["Amina"]]}}]}
                """.formatted(name, body);
    }

    private static String components(String body) {
        return "{\"components\": [{\"type\": \"BODY\", \"text\": \"%s\", \"example\": {\"body_text\": [[\"Amina\"]]}}]}"
                .formatted(body);
    }
}
