package io.waybill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.ConsoleClient;
import io.waybill.WaybillApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The bare checkout: embedded database, demo ERP and the simulated phone, driven through the phone's own API. */
@SpringBootTest(
        classes = WaybillApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "waybill.patience=0s")
@DirtiesContext
@Execution(ExecutionMode.SAME_THREAD)
abstract class SimulatedPhone {

    @TempDir
    static Path home;

    @LocalServerPort
    int port;

    final ObjectMapper json = new ObjectMapper();
    ConsoleClient console;
    String customer;
    private int heard;
    JsonNode last;

    @DynamicPropertySource
    static void emptyHome(DynamicPropertyRegistry properties) {
        properties.add("waybill.home", home::toString);
    }

    @BeforeEach
    void signIn() throws Exception {
        console = new ConsoleClient(port);
        assertThat(console.get("/api/session").body()).contains("\"demo\":true");
        assertThat(console.post("/api/session/demo", "{}").statusCode()).isEqualTo(204);
        // What an earlier test read from the ERP is of no interest here.
        assertThat(console.post("/api/erp/cache/clear", "").statusCode()).isEqualTo(204);
        customer = newCustomer(false);
    }

    String newCustomer(boolean hidden) throws Exception {
        heard = 0;
        return json.readTree(console.post("/api/simulator/customers", "{\"hiddenNumber\":%s}".formatted(hidden))
                        .body())
                .path("id")
                .asText();
    }

    void says(String text) throws Exception {
        sends(json.createObjectNode().put("type", "text").put("text", text));
    }

    void taps(String title) throws Exception {
        last.findValues("reply").stream()
                .filter(reply -> reply.path("title").asText().equals(title))
                .findFirst()
                .ifPresentOrElse(
                        reply -> tap("button_reply", reply),
                        () -> tap(
                                "list_reply",
                                StreamSupport.stream(rows().spliterator(), false)
                                        .filter(row ->
                                                row.path("title").asText().equals(title))
                                        .findFirst()
                                        .orElseThrow()));
    }

    void tapsFirst() {
        tap("list_reply", rows().get(0));
    }

    JsonNode rows() {
        return last.at("/interactive/action/sections/0/rows");
    }

    void confirmsPayment() throws Exception {
        if (last.path("type").asText().equals("template")) {
            sends(json.createObjectNode()
                    .put("type", "quick_reply")
                    .put("payload", "Confirm")
                    .put("text", "Confirm"));
        } else {
            taps("Confirm");
        }
    }

    void tap(String type, JsonNode option) {
        try {
            sends(json.createObjectNode()
                    .put("type", type)
                    .put("id", option.path("id").asText())
                    .put("title", option.path("title").asText()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    void sends(JsonNode input) throws Exception {
        assertThat(console.post("/api/simulator/customers/%s/messages".formatted(customer), input.toString())
                        .statusCode())
                .isEqualTo(202);
    }

    String hears(String part) throws Exception {
        await().atMost(Duration.ofSeconds(20)).until(() -> wires("out").size() > heard);
        last = wires("out").get(heard++);
        assertThat(last.toString()).contains(part);
        return last.toString();
    }

    List<JsonNode> wires(String direction) throws Exception {
        return StreamSupport.stream(phone().path("messages").spliterator(), false)
                .filter(message -> message.path("direction").asText().equals(direction))
                .map(message -> message.path("wire"))
                .toList();
    }

    JsonNode phone() throws Exception {
        return read("/api/simulator/customers/" + customer);
    }

    JsonNode read(String path) throws Exception {
        return json.readTree(console.get(path).body());
    }
}
