package io.waybill.bench;

import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar as its own process on one home and one port, through any number of kills. */
final class KillableGateway implements AutoCloseable {
    static final String APP_SECRET = "exactly-once-app-secret";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Path home;
    private final int port = ChildProcess.freePort();
    private final Map<String, String> environment;
    private volatile ChildProcess process;

    /** Starts it and waits until it is ready. */
    KillableGateway(Path home, FakeErp erp, FakeGraph graph, Map<String, String> more) throws Exception {
        this.home = Files.createDirectories(home);
        this.environment = new HashMap<>(more);
        environment.putAll(Map.of(
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
        launch();
    }

    URI webhook() {
        return URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
    }

    /** As {@code kill -9}; returns when the next process is ready. */
    void killAndRestart() throws Exception {
        process.kill();
        launch();
    }

    private void launch() throws IOException, InterruptedException {
        process = ChildProcess.start(
                List.of(
                        Java.current(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of(System.getProperty("waybill.jar", "target/waybill.jar"))
                                .toAbsolutePath()
                                .toString()),
                environment,
                home,
                home.resolve("gateway.log"));
        process.awaitOk(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)), START_PATIENCE);
    }

    @Override
    public void close() throws Exception {
        process.close();
    }
}
