package io.waybill.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is measured: the gateway's jar, or the floor; started as its own process on its own database. */
final class BenchTarget {
    static final String APP_SECRET = "bench-app-secret";
    static final String BUSINESS_ACCOUNT_ID = "200000000000001";
    private static final String VERIFY_TOKEN = "bench-verify-token";
    private static final String NO_PACE = "100000";

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path work;

    private BenchTarget(String name, List<String> command, Map<String, String> environment, Path work) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.work = work;
    }

    /** A started target. */
    record Running(ChildProcess process, URI webhook, double startSeconds) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            process.close();
        }
    }

    static BenchTarget floor(BenchOptions options, Path work) {
        var flags = options.flags(options.isGiven("floor-jvm") ? "floor-jvm" : "jvm");
        var command = Java.command(options.text("java"), flags, FloorGateway.class, List.of());
        return new BenchTarget("floor", command, Map.of("FLOOR_COMMITS", options.text("floor-commits")), work);
    }

    static BenchTarget gateway(BenchOptions options, Path work) {
        var command = new ArrayList<String>();
        command.add(options.text("java"));
        command.addAll(options.flags("jvm"));
        command.addAll(List.of("-jar", options.path("jar").toString()));
        var environment = new HashMap<String, String>();
        options.list("env").forEach(pair -> environment.put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        return new BenchTarget("gateway", command, environment, work);
    }

    String name() {
        return name;
    }

    Running start(FarSide far, BenchDatabase database, String databaseUrl, Path home)
            throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        var all = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "WAYBILL_HOME", home.toString(),
                "WAYBILL_ERP_BASE_URL", far.erpUri().toString(),
                "WAYBILL_ERP_PROFILE", "canonical",
                "SPRING_DATASOURCE_URL", databaseUrl,
                "SPRING_DATASOURCE_USERNAME", database.user(),
                "SPRING_DATASOURCE_PASSWORD", database.password()));
        all.putAll(Map.of(
                "WAYBILL_WHATSAPP_BASE_URL", far.graphUri().toString(),
                "WAYBILL_WHATSAPP_PHONE_NUMBER_ID", FarSide.PHONE_NUMBER_ID,
                "WAYBILL_WHATSAPP_ACCESS_TOKEN", FarSide.ACCESS_TOKEN,
                "WAYBILL_WHATSAPP_APP_SECRET", APP_SECRET,
                "WAYBILL_WHATSAPP_VERIFY_TOKEN", VERIFY_TOKEN,
                "WAYBILL_WHATSAPP_BUSINESS_ACCOUNT_ID", BUSINESS_ACCOUNT_ID,
                "WAYBILL_WHATSAPP_MESSAGES_PER_SECOND", NO_PACE));
        all.putAll(environment);
        var directory = Files.createDirectories(work.resolve(name));
        var process = ChildProcess.start(command, all, directory, work.resolve(name + ".log"));
        var webhook = URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp");
        var handshake =
                URI.create(webhook + "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + VERIFY_TOKEN);
        try {
            return new Running(process, webhook, process.awaitOk(handshake, Duration.ofMinutes(2)));
        } catch (IllegalStateException e) {
            process.kill();
            throw e;
        }
    }
}
