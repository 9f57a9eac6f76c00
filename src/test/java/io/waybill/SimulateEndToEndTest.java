package io.waybill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.Json;
import io.waybill.flow.FlowLoader;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Trying a flow out by the API, with the flows of the bare checkout published. */
class SimulateEndToEndTest {

    private static final String SIMULATE = "/api/v1/flows/simulate";

    @TempDir
    static Path home;

    private static FlowGateway gateway;
    private static ConfigurableApplicationContext node;

    private ConsoleClient ada;

    @BeforeAll
    static void start() {
        gateway = new FlowGateway(home);
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

    @Test
    void playsTheRecordedCasesAsTheyAre() throws Exception {
        int played = 0;
        for (String flow : List.of("order", "status")) {
            for (Path file : cases(flow)) {
                JsonNode recorded = Json.read(Files.readString(file));
                if (recorded.has("flows") || recorded.path("sample").isTextual()) {
                    continue;
                }
                HttpResponse<String> answer = ada.post(
                        SIMULATE + "/test", "{\"flow\": \"%s\", \"case\": %s}".formatted(flow, Files.readString(file)));
                assertThat(answer.statusCode())
                        .as("%s: %s", file, answer.body())
                        .isEqualTo(200);
                assertThat(Json.read(answer.body()).path("difference").textValue())
                        .as(file.toString())
                        .isNull();
                assertThat(Json.read(answer.body()).path("passed").asBoolean()).isTrue();
                played++;
            }
        }
        assertThat(played).isGreaterThan(10);
    }

    @Test
    void saysWhereACaseGoesOtherwise() throws Exception {
        JsonNode answer = ok(
                ada.post(
                        SIMULATE + "/test",
                        "{\"flow\": \"status\", \"case\": {\"description\": \"x\", \"steps\": [{\"say\": \"status\", \"messages\": [{\"text\": \"Soon.\"}]}]}}"));

        assertThat(answer.path("passed").asBoolean()).isFalse();
        assertThat(answer.path("difference").asText()).contains("step 1", "Soon.", "You have no order with us yet.");
    }

    @Test
    void showsMessagesCallsAndTheSessionAfterEachInput() throws Exception {
        JsonNode answer = ok(ada.post(SIMULATE, """
                {"flow": "order", "case": {
                  "start": "2026-11-21T09:00:00Z", "seed": 7,
                  "failures": [{"operation": "LIST_PRODUCTS", "ending": "down", "call": 2}],
                  "steps": [{"say": "order"}, {"tap": "Gas regulator"}, {"say": "2"}, {"tap": "No such thing"}]}}
                """));

        assertThat(answer.path("revision").asText())
                .isEqualTo(FlowLoader.revision(Files.readString(Path.of("flows/order.flow.json"))));
        JsonNode first = answer.at("/steps/0");
        assertThat(first.path("input").toString()).isEqualTo("{\"say\":\"order\"}");
        assertThat(first.path("now").asText()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(first.at("/calls/0/operation").asText()).isEqualTo("LIST_PRODUCTS");
        assertThat(first.at("/calls/0/outcome").asText()).isEqualTo("ok");
        assertThat(first.at("/messages/0/form").asText()).isEqualTo("list");
        assertThat(first.at("/messages/0/payload/interactive/type").asText()).isEqualTo("list");
        assertThat(answer.at("/steps/2/session/place/flow").asText()).isEqualTo("order");
        assertThat(answer.at("/steps/2/session/cart/lines/0/qty").asInt()).isEqualTo(2);
        assertThat(answer.path("steps")).hasSize(3);
        assertThat(answer.path("stopped").asText()).startsWith("There is no option \"No such thing\" to tap");
    }

    @Test
    void letsTheErpFail() throws Exception {
        JsonNode answer = ok(ada.post(SIMULATE, """
                {"flow": "order", "case": {
                  "failures": [{"operation": "LIST_PRODUCTS", "ending": "down"}], "steps": [{"say": "order"}]}}
                """));

        assertThat(answer.at("/steps/0/calls/0/outcome").asText()).isEqualTo("down");
        assertThat(answer.at("/steps/0/messages/0/text").asText()).isNotEmpty();
    }

    @Test
    void givesTheSameBytesForTheSameSeed() throws Exception {
        byte[] first = simulated(7);

        assertThat(simulated(7)).isEqualTo(first);
        assertThat(simulated(8)).isNotEqualTo(first);
    }

    @Test
    void triesATextThatIsNotSavedAmongThePublishedFlows() throws Exception {
        String text =
                "{\"schema\": 1, \"id\": \"mine\", \"title\": \"M\", \"lang\": \"en\", \"start\": [\"mine\"], \"steps\": [{\"id\": \"a\", \"next\": \"@flow:status\"}]}";

        JsonNode answer = ok(ada.post(SIMULATE, request(text, "{\"say\": \"mine\"}")));

        assertThat(answer.at("/steps/0/messages/0/text").asText()).isEqualTo("You have no order with us yet.");
        assertThat(answer.path("revision").asText()).isEqualTo(FlowLoader.revision(text));
        assertThat(ada.get("/api/v1/flows").body()).doesNotContain("mine");
        HttpResponse<String> refused =
                ada.post(SIMULATE, request(text.replace("status", "nowhere"), "{\"say\": \"mine\"}"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The flow mine leads to @flow:nowhere, which is not there.");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        assertThat(refused("nothing")).contains("The request is not JSON");
        assertThat(refused("{}")).contains("A request has a key \\\"text\\\"");
        assertThat(refused("{\"flow\": \"order\"}")).contains("A request has a key \\\"case\\\"");
        assertThat(refused("{\"text\": \"{\", \"case\": {}}")).contains("The flow does not load.", "\"rule\":\"E1\"");
        assertThat(refused("{\"flow\": \"order\", \"case\": {\"steps\": [{\"sing\": \"la\"}]}}"))
                .contains("\"pointer\":\"/case/steps/0/sing\"");
        assertThat(
                        refused(
                                "{\"flow\": \"order\", \"case\": {\"flows\": [\"/etc/passwd.json\"], \"steps\": [{\"say\": \"x\"}]}}"))
                .contains("leave this key out");
        assertThat(
                        refused(
                                "{\"flow\": \"order\", \"case\": {\"sample\": \"/etc/x.sample.json\", \"steps\": [{\"say\": \"x\"}]}}"))
                .contains("There are no files here");
        assertThat(ada.post(SIMULATE, "{\"flow\": \"none\", \"case\": {}}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsAStepInAConversationThatComesToIt() throws Exception {
        String text = Files.readString(Path.of("flows/order.flow.json"));

        JsonNode quantity = shown(text, "quantity", "fr", null);

        JsonNode last = quantity.at("/simulation/steps")
                .get(quantity.at("/simulation/steps").size() - 1);
        JsonNode message = last.path("messages").get(quantity.path("at").asInt());
        assertThat(message.at("/payload/interactive/type").asText()).isEqualTo("list");
        assertThat(message.path("text").asText()).contains("Gas cylinder 6 kg refill");
        assertThat(quantity.at("/conversation/contact/lang").asText()).isEqualTo("fr");
        JsonNode again = shown(text, "quantity", "fr", quantity.path("conversation"));
        assertThat(again).isEqualTo(quantity);

        for (String step : List.of("browse", "more")) {
            assertThat(shown(text, step, "en", null).path("reached").asBoolean())
                    .as(step)
                    .isTrue();
        }
        String failing = Json.read(text).path("on").path("down").asText();
        JsonNode down = shown(text, failing, "en", null);
        assertThat(down.path("reached").asBoolean()).isTrue();
        assertThat(down.at("/conversation/steps").findValuesAsText("ending")).containsExactly("down");
    }

    @Test
    void showsAStepThatNobodyComesTo() throws Exception {
        String text =
                "{\"schema\": 1, \"id\": \"mine\", \"title\": \"M\", \"lang\": \"en\", \"start\": [\"mine\"], \"steps\": ["
                        + "{\"id\": \"a\", \"say\": \"Hello.\", \"next\": \"@done\"}, {\"id\": \"b\", \"say\": \"Lost {{x}}.\", \"next\": \"@done\"}]}";

        JsonNode lost = shown(text, "b", "en", null);

        assertThat(lost.path("reached").asBoolean()).isFalse();
        assertThat(lost.at("/simulation/steps/0/messages/0/text").asText()).isEqualTo("Lost .");
        assertThat(lost.at("/simulation/revision").asText()).isEqualTo(FlowLoader.revision(text));
        HttpResponse<String> none = ada.post(SIMULATE + "/step", step(text, "c", "en", null));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("The flow has no step c.");
    }

    @Test
    void tellsDesignersTheContractAndTheProblemsOfAllFlows() throws Exception {
        JsonNode operations = ok(ada.get("/api/v1/flow-contract")).path("operations");
        JsonNode products = operations.get(0);
        assertThat(products.path("name").asText()).isEqualTo("LIST_PRODUCTS");
        assertThat(products.path("available").asBoolean()).isTrue();
        assertThat(products.path("answer").get(0).asText()).isEqualTo("items");
        assertThat(products.path("row").toString()).contains("\"price\"");
        assertThat(operations.findValuesAsText("name")).contains("CREATE_ORDER").doesNotContain("AUTH");

        ada.send("POST", "/api/v1/flows", "{\"id\": \"broken\"}".getBytes(UTF_8));
        JsonNode problems = ok(ada.get("/api/v1/flow-problems")).path("flows");
        assertThat(problems.findValuesAsText("flow")).contains("apply", "broken", "order");
        problems.forEach(flow -> {
            if (flow.path("flow").asText().equals("broken")) {
                assertThat(flow.path("errors").asInt()).isPositive();
            }
            if (flow.path("flow").asText().equals("status")) {
                assertThat(flow.path("errors").asInt()).isZero();
            }
        });
        Json.read(ada.get("/api/v1/flows").body()).path("flows").forEach(flow -> {
            if (flow.path("id").asText().equals("order")) {
                assertThat(flow.path("languages").toString()).isEqualTo("[\"en\",\"fr\"]");
            }
        });
    }

    @Test
    void playsWithWhatTheErpSellsNow() throws Exception {
        JsonNode shop = ok(ada.get("/api/v1/flow-sample")).path("sample");
        ObjectNode request = Json.object().put("flow", "order");
        ObjectNode conversation = request.putObject("case");
        conversation.set("sample", shop);
        conversation.putArray("steps").addObject().put("say", "order");

        JsonNode answer = ok(ada.post(SIMULATE, request.toString()));

        List<String> sold = shop.path("products").findValuesAsText("name");
        assertThat(sold).isNotEmpty();
        assertThat(shop.at("/products/0/price").isNumber()).isTrue();
        assertThat(answer.at("/steps/0/messages/0/text").asText() + answer.at("/steps/0/messages/0/options"))
                .contains(sold.getFirst());
        assertThat(gateway.erp.orders()).isEmpty();
    }

    private JsonNode shown(String text, String step, String language, JsonNode known) throws Exception {
        return ok(ada.post(SIMULATE + "/step", step(text, step, language, known)));
    }

    private static String step(String text, String step, String language, JsonNode known) {
        ObjectNode request = Json.object().put("text", text).put("step", step).put("language", language);
        if (known != null) {
            request.set("case", known);
        }
        return request.toString();
    }

    private byte[] simulated(int seed) throws Exception {
        HttpResponse<byte[]> answer = ada.send(
                "POST",
                SIMULATE,
                "{\"flow\": \"order\", \"case\": {\"seed\": %d, \"steps\": [{\"say\": \"order\"}, {\"tap\": \"Gas regulator\"}]}}"
                        .formatted(seed)
                        .getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private String refused(String body) throws Exception {
        HttpResponse<String> answer = ada.post(SIMULATE, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private static String request(String text, String input) {
        ObjectNode request = Json.object().put("text", text);
        request.putObject("case").putArray("steps").add(Json.read(input));
        return request.toString();
    }

    private static List<Path> cases(String flow) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("flows", "tests", flow))) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".sample.json"))
                    .sorted()
                    .toList();
        }
    }
}
