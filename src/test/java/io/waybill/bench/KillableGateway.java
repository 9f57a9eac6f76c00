package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The jar as its own process on one home and one port, through any number of kills. */
final class KillableGateway implements AutoCloseable {
    static final String APP_SECRET = "exactly-once-app-secret";
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Pattern SETUP = Pattern.compile("/setup\\?token=([\\w-]+)");
    private static final Pattern UNRESOLVED = Pattern.compile("(?m)^waybill_ledger_unresolved(?:\\{.*?})? ([0-9.]+)");

    private final Path home;
    private final int port;
    private final Map<String, String> environment;
    private volatile ChildProcess process;

    private KillableGateway(Path home, int port, Map<String, String> environment) {
        this.home = home;
        this.port = port;
        this.environment = environment;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param settle after which nothing it has sent to the ERP can be on its way any more
     * @param more environment variables, which win
     */
    static KillableGateway start(
            Path home, ErpLevel level, Duration settle, FakeErp erp, FakeGraph graph, Map<String, String> more)
            throws Exception {
        int port = ChildProcess.freePort();
        var environment = new HashMap<>(Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "WAYBILL_ERP_BASE_URL",
                erp.uri().toString(),
                "WAYBILL_ERP_PROFILE",
                profile(home, level),
                "WAYBILL_ERP_RESPONSE_TIMEOUT",
                "1s",
                "WAYBILL_ERP_SETTLE",
                settle.toMillis() + "ms",
                "WAYBILL_OUTBOX_RECONCILE",
                "5s"));
        environment.putAll(Map.of(
                "WAYBILL_WHATSAPP_BASE_URL",
                graph.uri().toString(),
                "WAYBILL_WHATSAPP_PHONE_NUMBER_ID",
                FarSide.PHONE_NUMBER_ID,
                "WAYBILL_WHATSAPP_ACCESS_TOKEN",
                FarSide.ACCESS_TOKEN,
                "WAYBILL_WHATSAPP_APP_SECRET",
                APP_SECRET,
                "WAYBILL_WHATSAPP_VERIFY_TOKEN",
                "exactly-once-verify-token",
                "WAYBILL_WHATSAPP_MESSAGES_PER_SECOND",
                "1000"));
        environment.putAll(more);
        var gateway = new KillableGateway(home, port, environment);
        gateway.launch();
        return gateway;
    }

    /** The canonical profile, claiming this level. */
    private static String profile(Path home, ErpLevel level) throws IOException {
        var canonical = Files.readString(Path.of("endpoint-profiles", "canonical.yaml"));
        var folder = Files.createDirectories(home.resolve("endpoint-profiles"));
        Files.writeString(
                folder.resolve(level.word() + ".yaml"),
                canonical.replace("idempotency: keyed", "idempotency: " + level.word()));
        return level.word();
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
    }

    /** As {@code kill -9}; returns when the next process is ready. */
    void killAndRestart() throws Exception {
        process.kill();
        launch();
    }

    /** How many writes there are whose end it does not know. */
    long unresolvedWrites() throws Exception {
        var measured = UNRESOLVED.matcher(
                new ConsoleClient(port).get("/actuator/prometheus").body());
        if (!measured.find()) {
            throw new IllegalStateException("The gateway does not measure its unresolved writes.");
        }
        return (long) Double.parseDouble(measured.group(1));
    }

    /** What it asks people to look up in the ERP; makes the first administrator for it, so it works once. */
    JsonNode doubts() throws Exception {
        var console = new ConsoleClient(port);
        var setUp = console.post(
                "/api/setup",
                Json.object()
                        .put("token", setupToken())
                        .put("username", "auditor")
                        .put("password", "correct horse battery")
                        .toString());
        if (setUp.statusCode() != 204) {
            throw new IllegalStateException("The first administrator was refused: " + setUp.body());
        }
        return Json.read(console.get("/api/erp/doubts?limit=1000").body()).path("doubts");
    }

    private String setupToken() throws IOException {
        return SETUP.matcher(Files.readString(home.resolve("gateway.log")))
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("The log has no link to set up."))
                .group(1);
    }

    /** In its home, which no setting names: profiles and database are found there over every death. */
    private void launch() throws IOException, InterruptedException {
        process = ChildProcess.start(
                List.of(
                        Java.current(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        // It is killed before the second compiler would pay.
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of(System.getProperty("waybill.jar", "target/waybill.jar"))
                                .toAbsolutePath()
                                .toString()),
                environment,
                home,
                home.resolve("gateway.log"));
        try {
            process.awaitOk(
                    URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)), START_PATIENCE);
        } catch (IllegalStateException e) {
            process.kill();
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
