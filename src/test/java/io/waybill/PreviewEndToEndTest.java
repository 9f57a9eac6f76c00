package io.waybill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.whatsapp.GraphRules;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the simulator of the API shows is what customers get. Compared, byte by byte, are the payload in the simulator's answer, the
 * payload the running gateway put into its outbox, and the body that reached Graph but for the mark the sender adds to it. Ids of
 * sessions are made equal: a conversation of the gateway takes the seed that the simulation is given.
 */
class PreviewEndToEndTest {

    private static final int FLOWS = 25;
    private static final int STEPS = 20;
    private static final String MARK = ",\"biz_opaque_callback_data\":\"[^\"]*\"}$";

    @TempDir
    Path home;

    /** The first session of a gateway has the id of the simulation with seed 1, the second that of seed 2, and so on. */
    @Configuration(proxyBeanMethods = false)
    static class IdsOfSeeds {

        @Bean
        Supplier<String> ids() {
            AtomicLong seed = new AtomicLong();
            return () ->
                    Long.toUnsignedString(new SplittableRandom(seed.incrementAndGet()).nextLong(), Character.MAX_RADIX);
        }
    }

    /** 003-25, 004-37: whatever the text of a step is changed to, its preview is what is sent, for 500 steps. */
    @Test
    void previewsWhatIsSentByteByByteForFiveHundredGeneratedSteps() throws Exception {
        try (FlowGateway gateway = new FlowGateway(home)) {
            GeneratedFlows generated = new GeneratedFlows(new Random(20_261_121));
            List<ObjectNode> flows = new ArrayList<>();
            for (int i = 1; i <= FLOWS; i++) {
                ObjectNode flow = generated.flow("f" + i, STEPS);
                flows.add(flow);
                gateway.write("f" + i, flow.toPrettyString());
            }
            assertThat(generated.kinds()).as("every kind of message").hasSizeGreaterThanOrEqualTo(10);
            int messages = 0;
            try (ConfigurableApplicationContext node = gateway.start(IdsOfSeeds.class)) {
                ConsoleClient console = gateway.console(node, "ada");
                for (int i = 1; i <= FLOWS; i++) {
                    messages += compare(gateway, node, console, flows.get(i - 1), i);
                }
            }
            assertThat(messages).isGreaterThanOrEqualTo(FLOWS * STEPS);
        }
    }

    /** @return how many messages were equal */
    private static int compare(
            FlowGateway gateway, ConfigurableApplicationContext node, ConsoleClient console, ObjectNode flow, int seed)
            throws Exception {
        Customer customer = gateway.customer("Name " + seed, node);
        List<JsonNode> inputs = GeneratedFlows.inputs(flow);
        String preview = simulate(console, flow, seed, customer, inputs);
        JsonNode steps = Json.read(preview).path("steps");
        int expected = 0;
        for (int i = 0; i < inputs.size(); i++) {
            int answers = steps.get(i).path("messages").size();
            assertThat(answers).as("each input is answered: %s", inputs.get(i)).isPositive();
            expected += answers;
            talk(customer, inputs.get(i));
            customer.hearsUntil(expected);
        }
        List<String> stored = gateway.database
                .jdbc()
                .sql("select payload from outbox join contact_identity using (contact_id) where value = ? order by id")
                .param(customer.identity())
                .query(String.class)
                .list();
        assertThat(stored).as("flow %d", seed).hasSize(expected);
        int from = 0;
        for (int i = 0; i < stored.size(); i++) {
            String shown = "\"payload\":" + stored.get(i) + '}';
            int at = preview.indexOf(shown, from);
            assertThat(at)
                    .as("flow %d, message %d is shown as it was stored: %s", seed, i, stored.get(i))
                    .isNotNegative();
            from = at + shown.length();
            GraphMessage sent = customer.received().get(i);
            assertThat(sent.body()).containsPattern(MARK);
            assertThat(sent.body().replaceFirst(MARK, "}")).isEqualTo(stored.get(i));
            assertThat(GraphRules.violations(sent.body())).isEmpty();
        }
        assertThat(preview.indexOf("\"payload\":", from))
                .as("nothing more is shown")
                .isNegative();
        return stored.size();
    }

    private static void talk(Customer customer, JsonNode input) throws Exception {
        if (input.has("say")) {
            customer.says(input.path("say").asText());
        } else {
            customer.taps(input.path("tap").asText());
        }
    }

    private static String simulate(
            ConsoleClient console, ObjectNode flow, int seed, Customer customer, List<JsonNode> inputs)
            throws Exception {
        ObjectNode request = Json.object().put("text", flow.toPrettyString());
        ObjectNode recorded = request.putObject("case").put("seed", seed);
        recorded.putObject("contact").put("phone", customer.identity()).put("name", "Name " + seed);
        inputs.forEach(recorded.putArray("steps")::add);
        HttpResponse<byte[]> answer = console.send(
                "POST", "/api/v1/flows/simulate", request.toString().getBytes(UTF_8));
        String text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode()).as(text).isEqualTo(200);
        assertThat(Json.read(text).path("stopped").isNull()).as(text).isTrue();
        assertThat(console.send(
                                "POST",
                                "/api/v1/flows/simulate",
                                request.toString().getBytes(UTF_8))
                        .body())
                .as("the same seed gives the same bytes")
                .isEqualTo(answer.body());
        return text;
    }
}
