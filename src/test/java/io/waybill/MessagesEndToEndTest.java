package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.MetaEnvelope.Inbound;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What staff find out about messages, and what a customer sees whom one did not reach. */
class MessagesEndToEndTest {

    @TempDir
    Path home;

    private FlowGateway gateway;
    private ConfigurableApplicationContext node;
    private ConsoleClient console;

    @BeforeEach
    void open() throws Exception {
        gateway = new FlowGateway(home, "waybill.whatsapp.reopen-template=conversation_reopen");
        gateway.write("repair", """
                {"schema": 1, "id": "repair", "title": "Repairs", "menu": "Repairs", "lang": "en", "start": ["repair"],
                 "steps": [{"id": "name", "say": "Who are you?", "ask": {"type": "text", "save": "name"}},
                           {"id": "hello", "say": "Hello {{name}}.", "next": "@done"}]}
                """);
        node = gateway.start();
        console = gateway.console(node, "staff");
    }

    @AfterEach
    void close() {
        node.close();
        gateway.close();
    }

    @Test
    void showsEachMessageOfAConversationWithWhatBecameOfIt() throws Exception {
        Customer amina = gateway.customer("Amina Yusuf", node);
        amina.says("repair").hears("Who are you?");
        GraphMessage hello = amina.says("Amina, call +254722000002").hears("Hello Amina");
        assertThat(FlowGateway.meta(node).post(FlowGateway.meta(node).envelope().status(hello, "delivered")))
                .isEqualTo(200);
        String contact = hello.callbackData().split("\\.")[0];

        JsonNode messages = json("/api/v1/conversations/%s/messages?limit=1".formatted(contact))
                .path("messages");
        assertThat(messages).hasSize(1);
        JsonNode newest = messages.get(0);
        assertThat(newest.path("id").asText()).isEqualTo(hello.callbackData());
        assertThat(newest.path("type").asText()).isEqualTo("text");
        assertThat(newest.path("text").asText()).startsWith("Hello Amina, call").doesNotContain("722000");
        assertThat(newest.path("state").asText()).isEqualTo("sent");
        assertThat(newest.path("why").asText()).startsWith("It was delivered at ");
        assertThat(json("/api/v1/conversations/%s/messages?before=%s"
                                .formatted(contact, hello.callbackData().split("\\.")[1]))
                        .path("messages"))
                .hasSize(1);
        assertThat(json("/api/v1/messages/" + hello.callbackData())).isEqualTo(newest);
    }

    @Test
    void findsWhatWasNeverSentBecauseTheCustomerWroteTooLongAgo() throws Exception {
        Customer brian = gateway.customer("Brian Otieno", node);
        Inbound now = brian.next(CustomerMessage.text("repair"));
        assertThat(FlowGateway.meta(node)
                        .post(new Inbound(
                                now.sender(),
                                now.wamid(),
                                Instant.now().minus(Duration.ofHours(25)).getEpochSecond(),
                                null,
                                now.message())))
                .isEqualTo(200);

        await().until(() -> json("/api/v1/undelivered").path("messages").size() == 1);
        JsonNode late = json("/api/v1/undelivered").path("messages").get(0);
        assertThat(late.path("text").asText()).isEqualTo("Who are you?");
        assertThat(late.path("state").asText()).isEqualTo("dead");
        assertThat(late.path("attempts").get(0).path("code").asInt()).isEqualTo(131047);
        assertThat(late.path("why").asText()).startsWith("It was not sent: The customer wrote more than 24 hours ago");
        assertThat(gateway.graph.requests()).isEmpty();
    }

    @Test
    void asksACustomerWhoWasNotReachedToWriteAgainAndShowsWhereTheyWere() throws Exception {
        Customer chao = gateway.customer("Chao Wanjiku", node);
        GraphMessage question = chao.says("repair").hears("Who are you?");
        for (int times = 0; times < 2; times++) {
            assertThat(FlowGateway.meta(node)
                            .post(FlowGateway.meta(node).envelope().status(question, "failed", 131047)))
                    .isEqualTo(200);
        }

        GraphMessage template = chao.hears("conversation_reopen");
        assertThat(template.json().at("/template/language/code").asText()).isEqualTo("en");
        assertThat(json("/api/v1/messages/" + question.callbackData())
                        .path("why")
                        .asText())
                .endsWith("In its place %s was sent.".formatted(template.callbackData()));

        chao.sends(CustomerMessage.templateButton("go-on", "Go on")).hears("Who are you?");
        chao.says("Chao").hears("Hello Chao.");
        assertThat(chao.received()).hasSize(4);
    }

    @Test
    void refusesWithASentenceAndOnlyAnswersWhoIsSignedIn() throws Exception {
        HttpResponse<String> unknown = console.get("/api/v1/messages/7.8");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("There is no message 7.8.");
        HttpResponse<String> limit = console.get("/api/v1/conversations/7/messages?limit=0");
        assertThat(limit.statusCode()).isEqualTo(422);
        assertThat(limit.body()).contains("limit is 1 to 500, not 0.");
        assertThat(console.get("/api/v1/undelivered?from=2026-11-21T00:00:00Z&to=2026-11-20T00:00:00Z")
                        .body())
                .contains("A period begins before it ends.");
        assertThat(json("/api/v1/conversations/7/messages").path("messages")).isEmpty();
        ConsoleClient stranger = new ConsoleClient(FlowGateway.port(node));
        for (String path : new String[] {"conversations/7/messages", "messages/7.8", "undelivered"}) {
            assertThat(stranger.get("/api/v1/" + path).statusCode()).isEqualTo(401);
        }
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = console.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
