package io.waybill.far;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeGraphTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeGraph graph = FakeGraph.start(0, "token", "300000000000001");

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void answersAcceptedMessagesAsMetaDoesAndRemembersThem() throws Exception {
        var answer = send(text("hello").put("biz_opaque_callback_data", "row-1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body()).at("/contacts/0/wa_id").asText()).isEqualTo("254700000001");
        var message = graph.messagesTo("+254700000001").getFirst();
        assertThat(message.text()).isEqualTo("hello");
        assertThat(message.callbackData()).isEqualTo("row-1");
        assertThat(Json.read(answer.body()).at("/messages/0/id").asText()).isEqualTo(message.wamid());
    }

    @Test
    void refusesWhatMetaWouldRefuse() throws Exception {
        for (var wrong : List.of(
                text("x".repeat(4097)),
                text("  "),
                text("half a \uD83D pair"),
                text("no plus").put("to", "254700000001"),
                text("unknown key").put("colour", "red"),
                buttons("Yes", "Yes"),
                buttons("a title of more than twenty"),
                buttons("1", "2", "3", "4"),
                list(11, "Section"),
                list(3, ""))) {
            var answer = send(wrong);

            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(Json.read(answer.body()).at("/error/code").asInt()).isIn(100, 131008, 131009);
        }
        assertThat(graph.messages()).isEmpty();
        assertThat(graph.refusals()).hasSize(10);
        assertThat(send(buttons("Yes", "No")).statusCode()).isEqualTo(200);
        assertThat(send(list(10, "Section")).statusCode()).isEqualTo(200);
        assertThat(graph.messages().getLast().options()).hasSize(10);
    }

    @Test
    void takesOnlyTemplatesAfterTheTwentyFourHours() throws Exception {
        graph.account("200000000000001")
                .has(
                        "order_ready",
                        "en",
                        "APPROVED",
                        "UTILITY",
                        "[{\"type\": \"BODY\", \"text\": \"Order {{1}} is ready.\"}]");
        graph.wrote("+254700000001", Instant.now().minus(Duration.ofHours(24)));

        assertThat(code(send(text("too late")))).isEqualTo(131047);
        assertThat(code(send(template("order_ready"))))
                .as("a placeholder is empty")
                .isEqualTo(132000);
        assertThat(code(send(template("order_ready", "SO-1", "soon")))).isEqualTo(132000);
        assertThat(code(send(template("order_lost", "SO-1")))).isEqualTo(132001);
        assertThat(graph.messages()).isEmpty();
        assertThat(send(template("order_ready", "SO-1")).statusCode()).isEqualTo(200);

        graph.wrote("+254700000001", Instant.now());
        assertThat(send(text("in time")).statusCode()).isEqualTo(200);
    }

    private static int code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(400);
        return Json.read(answer.body()).at("/error/code").asInt();
    }

    @Test
    void refusesTheTemplatesThatMetaWouldRefuse() throws Exception {
        graph.account("200000000000001");
        String body = "{\"type\": \"BODY\", \"text\": \"%s\"}";
        for (var wrong : List.of(
                "",
                body.formatted(" "),
                body.formatted("x".repeat(1025)),
                body.formatted("{{1}} stands first"),
                body.formatted("Order {{1}} has no example"),
                body.formatted("x") + ", {\"type\": \"HEADER\", \"format\": \"TEXT\", \"text\": \"" + "x".repeat(61)
                        + "\"}",
                body.formatted("x") + ", {\"type\": \"FOOTER\", \"text\": \"" + "x".repeat(61) + "\"}",
                body.formatted("x") + ", {\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"QUICK_REPLY\", \"text\": \""
                        + "x".repeat(26) + "\"}]}")) {
            assertThat(create("order_ready", wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(create("Order Ready", body.formatted("It is ready.")).statusCode())
                .isEqualTo(400);
        assertThat(create("order_ready", body.formatted("It is ready.")).statusCode())
                .isEqualTo(200);
        assertThat(create("order_ready", body.formatted("It is there.")).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> create(String name, String components) throws Exception {
        return post("/v25.0/200000000000001/message_templates", "token", (ObjectNode)
                Json.read("{\"name\": \"%s\", \"language\": \"en\", \"category\": \"UTILITY\", \"components\": [%s]}"
                        .formatted(name, components)));
    }

    @Test
    void refusesAnotherTokenOrNumber() throws Exception {
        assertThat(post("/v25.0/300000000000001/messages", "other", text("a")).statusCode())
                .isEqualTo(401);
        assertThat(post("/v25.0/300000000000009/messages", "token", text("a")).statusCode())
                .isEqualTo(400);
        assertThat(post("/300000000000001/messages", "token", text("a")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesReadReceipts() throws Exception {
        var read = Json.object()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", "wamid.1");

        assertThat(send(read).body()).isEqualTo("{\"success\":true}");
        assertThat(graph.messages()).isEmpty();
    }

    @Test
    void failsAsOftenAsAskedForTheRecipientAsked() throws Exception {
        graph.faults()
                .times(1, GraphFault.THROUGHPUT_130429, "+254700000001")
                .times(1, GraphFault.NOT_JSON, Faults.ANY);

        var limited = send(text("first"));
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(Json.read(limited.body()).at("/error/code").asInt()).isEqualTo(130429);
        assertThat(send(text("second")).body()).startsWith("<html>");
        assertThat(send(text("third")).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsWhatItAcceptedBeforeTheConnectionBroke() {
        graph.faults().times(1, GraphFault.ACCEPT_THEN_RESET, Faults.ANY).times(1, GraphFault.RESET, Faults.ANY);

        assertThatThrownBy(() -> send(text("kept"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> send(text("dropped"))).isInstanceOf(IOException.class);
        assertThat(graph.messages()).extracting(GraphMessage::text).containsExactly("kept");
    }

    @Test
    void canKeepSilent() {
        graph.faults().times(1, GraphFault.ACCEPT_THEN_SILENCE, Faults.ANY);

        assertThatThrownBy(() -> send(text("kept"))).isInstanceOf(HttpTimeoutException.class);
        assertThat(graph.messages()).hasSize(1);
    }

    @Test
    void postsSignedStatusesInTheOrderAsked() throws Exception {
        var posted = new LinkedBlockingQueue<JsonNode>();
        try (var webhook = HttpSide.listen(0, exchange -> {
            var body = HttpSide.body(exchange);
            assertThat(HttpSide.header(exchange, "X-Hub-Signature-256"))
                    .isEqualTo(SignedWebhook.signature("secret", body));
            posted.add(Json.read(body).at("/entry/0/changes/0/value/statuses/0"));
            exchange.sendResponseHeaders(200, -1);
        })) {
            graph.statuses(StatusPlan.OUT_OF_ORDER, webhook.uri(), "secret", Duration.ZERO);
            send(text("hello").put("biz_opaque_callback_data", "row-1"));

            for (var status : List.of("read", "sent", "delivered")) {
                var next = posted.poll(5, TimeUnit.SECONDS);
                assertThat(next.path("status").asText()).isEqualTo(status);
                assertThat(next.path("biz_opaque_callback_data").asText()).isEqualTo("row-1");
            }
        }
    }

    @Test
    void countsWhatReachedACustomerTwice() throws Exception {
        send(text("once").put("biz_opaque_callback_data", "row-1"));
        send(text("once").put("biz_opaque_callback_data", "row-1"));

        assertThat(graph.doubled()).containsOnlyKeys("row-1").containsValue(2);
    }

    private HttpResponse<String> send(ObjectNode message) throws Exception {
        return post("/v25.0/300000000000001/messages", "token", message);
    }

    private HttpResponse<String> post(String path, String token, ObjectNode message) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(graph.uri() + path))
                .timeout(Duration.ofMillis(700))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.wire(message)))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ObjectNode envelope(String type) {
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("to", "+254700000001")
                .put("type", type);
    }

    private static ObjectNode template(String name, String... params) {
        var message = envelope("template");
        var template = message.putObject("template").put("name", name);
        template.putObject("language").put("code", "en");
        if (params.length > 0) {
            var parameters = template.putArray("components")
                    .addObject()
                    .put("type", "body")
                    .putArray("parameters");
            for (var param : params) {
                parameters.addObject().put("type", "text").put("text", param);
            }
        }
        return message;
    }

    private static ObjectNode text(String body) {
        var message = envelope("text");
        message.putObject("text").put("body", body);
        return message;
    }

    private static ObjectNode buttons(String... titles) {
        var message = envelope("interactive");
        var interactive = message.putObject("interactive").put("type", "button");
        interactive.putObject("body").put("text", "Sure?");
        var buttons = interactive.putObject("action").putArray("buttons");
        for (var title : titles) {
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", "b" + buttons.size())
                    .put("title", title);
        }
        return message;
    }

    private static ObjectNode list(int rows, String section) {
        var message = envelope("interactive");
        var interactive = message.putObject("interactive").put("type", "list");
        interactive.putObject("body").put("text", "Which?");
        var action = interactive.putObject("action").put("button", "Open");
        var array =
                action.putArray("sections").addObject().put("title", section).putArray("rows");
        for (int i = 0; i < rows; i++) {
            array.addObject().put("id", "r" + i).put("title", "Row " + i);
        }
        return message;
    }
}
