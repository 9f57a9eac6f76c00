package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Faults;
import io.waybill.far.GraphFault;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the gateway, kept by the real process on its real PostgreSQL: killed again and again, with an ERP and a Graph
 * API that fail in every way, orders in the ERP are the confirmed conversations, none twice, none lost, nobody left waiting.
 */
@Tag("crash")
class ExactlyOnceIT {

    private static final int CONVERSATIONS = 200;
    private static final int KILLS = 6;
    private static final long SEED = 20261121;
    private static final String APP_SECRET = "exactly-once-app-secret";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final FakeGraph graph = FakeGraph.start(0, FarSide.ACCESS_TOKEN, FarSide.PHONE_NUMBER_ID);
    private final FakeErp erp = FakeErp.start(0);
    private final Random random = new Random(SEED);
    private int port;
    private URI webhook;
    private volatile ChildProcess gateway;

    @BeforeEach
    void start() throws Exception {
        port = ChildProcess.freePort();
        webhook = URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
        gateway = launch();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        graph.close();
        erp.close();
    }

    @Test
    void createsEachConfirmedOrderOnceWhateverFailsAndWhoeverIsKilled() throws Exception {
        breakEverything();
        CompletableFuture<Void> killer = CompletableFuture.runAsync(this::killAgainAndAgain);

        OrderConversations.Result result = talk(
                CONVERSATIONS,
                Deliveries.Settings.of(webhook, APP_SECRET, BenchTarget.BUSINESS_ACCOUNT_ID, FarSide.PHONE_NUMBER_ID)
                        .disturbed(0.2, 0.1, SEED));
        killer.join();

        assertThat(OrderAudit.findings(result.conversations(), Json.MAPPER.valueToTree(erp.orders())))
                .isEmpty();
        assertThat(result.conversations()).noneMatch(OrderConversations.Ended::unanswered);
        assertThat(result.ordered()).isEqualTo(CONVERSATIONS);
        assertThat(erp.orders()).hasSize(CONVERSATIONS);
        assertThat(erp.complaints()).isEmpty();
        assertThat(graph.refusals().stream().map(GraphMessage::toString)).isEmpty();
    }

    private OrderConversations.Result talk(int conversations, Deliveries.Settings settings) throws Exception {
        var plan = new OrderConversations.Plan(
                1, conversations, 4, 3, Duration.ofMillis(100), Duration.ofSeconds(70), SEED);
        try (var deliveries = new Deliveries(settings)) {
            return OrderConversations.run(plan, deliveries, GraphFeed.of(graph));
        }
    }

    private void breakEverything() {
        erp.faults().seed(SEED);
        for (ErpFault fault : List.of(
                ErpFault.ERROR_500_AFTER,
                ErpFault.SILENCE_AFTER,
                ErpFault.RESET_BEFORE,
                ErpFault.RESET_AFTER,
                ErpFault.UNAVAILABLE_503)) {
            erp.faults().probability(0.01, fault, Faults.ANY);
        }
        // A garbled answer to a read is a refusal, and a person's case by design; to a write it means "unknown".
        for (FakeErp.Operation write : List.of(FakeErp.Operation.CREATE_ORDER, FakeErp.Operation.CONFIRM_ORDER)) {
            erp.faults().probability(0.02, ErpFault.HTML_200, write.name());
            erp.faults().probability(0.02, ErpFault.EMPTY_200, write.name());
        }
        graph.faults().seed(SEED);
        for (GraphFault fault : List.of(
                GraphFault.HTTP_500,
                GraphFault.THROUGHPUT_130429,
                GraphFault.NOT_JSON,
                GraphFault.RESET,
                GraphFault.ACCEPT_THEN_RESET)) {
            graph.faults().probability(0.02, fault, Faults.ANY);
        }
    }

    private void killAgainAndAgain() {
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Deliveries.slept(Duration.ofMillis(2_000 + random.nextInt(5_000)));
                gateway.kill();
                gateway = launch();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The gateway did not come back.", e);
        } finally {
            erp.faults().clear();
            graph.faults().clear();
        }
    }

    private ChildProcess launch() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "WAYBILL_HOME",
                home.toString(),
                "WAYBILL_ERP_BASE_URL",
                erp.uri().toString(),
                "WAYBILL_ERP_PROFILE",
                "canonical",
                "WAYBILL_ERP_RESPONSE_TIMEOUT",
                "1s",
                "WAYBILL_OUTBOX_RECONCILE",
                "5s",
                "WAYBILL_WHATSAPP_BASE_URL",
                graph.uri().toString(),
                "WAYBILL_WHATSAPP_PHONE_NUMBER_ID",
                FarSide.PHONE_NUMBER_ID,
                "WAYBILL_WHATSAPP_ACCESS_TOKEN",
                FarSide.ACCESS_TOKEN,
                "WAYBILL_WHATSAPP_APP_SECRET",
                APP_SECRET));
        environment.put("WAYBILL_WHATSAPP_VERIFY_TOKEN", "exactly-once-verify-token");
        environment.put("WAYBILL_WHATSAPP_MESSAGES_PER_SECOND", "1000");
        ChildProcess process = ChildProcess.start(
                List.of(
                        Java.current(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of(System.getProperty("waybill.jar", "target/waybill.jar"))
                                .toAbsolutePath()
                                .toString()),
                environment,
                Files.createDirectories(home),
                home.resolve("gateway.log"));
        process.awaitOk(
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)), Duration.ofMinutes(1));
        return process;
    }
}
