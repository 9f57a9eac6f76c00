package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Fake Graph and fake ERP, each in its own process, so that their processor time is not the gateway's nor the driver's. */
final class FarSide implements AutoCloseable {
    static final String ACCESS_TOKEN = "bench-access-token";
    static final String PHONE_NUMBER_ID = "300000000000001";

    /** The second compiler and more carrier threads would only take processor time from what is measured. */
    private static final List<String> FLAGS = List.of(
            "-Xmx640m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.virtualThreadScheduler.parallelism=1");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ChildProcess graph;
    private final ChildProcess erp;
    private final URI graphUri;
    private final URI erpUri;

    private FarSide(ChildProcess graph, ChildProcess erp, URI graphUri, URI erpUri) {
        this.graph = graph;
        this.erp = erp;
        this.graphUri = graphUri;
        this.erpUri = erpUri;
    }

    static FarSide start(Path work) throws IOException, InterruptedException {
        int graphPort = ChildProcess.freePort();
        int erpPort = ChildProcess.freePort();
        var graph = fake(
                FakeGraph.class,
                List.of(Integer.toString(graphPort), ACCESS_TOKEN, PHONE_NUMBER_ID),
                work,
                "graph.log");
        var erp = fake(FakeErp.class, List.of(Integer.toString(erpPort)), work, "erp.log");
        var far = new FarSide(
                graph, erp, URI.create("http://127.0.0.1:" + graphPort), URI.create("http://127.0.0.1:" + erpPort));
        graph.awaitOk(far.graphUri.resolve("/_messages"), Duration.ofSeconds(30));
        erp.awaitOk(far.erpUri.resolve("/_stats"), Duration.ofSeconds(30));
        return far;
    }

    private static ChildProcess fake(Class<?> main, List<String> arguments, Path work, String log) throws IOException {
        var command = Java.command(Java.current(), FLAGS, main, arguments);
        return ChildProcess.start(command, Map.of(), work, work.resolve(log));
    }

    URI graphUri() {
        return graphUri;
    }

    URI erpUri() {
        return erpUri;
    }

    void erpLatency(Duration latency) throws IOException, InterruptedException {
        post(erpUri.resolve("/_settings"), Map.of("latency_ms", latency.toMillis()));
    }

    /** Forgets messages and orders of the phase before. */
    void reset() throws IOException, InterruptedException {
        post(graphUri.resolve("/_reset"), Map.of());
        post(erpUri.resolve("/_reset"), Map.of());
    }

    JsonNode orders() throws IOException, InterruptedException {
        return get(erpUri.resolve("/_orders"));
    }

    JsonNode erpStats() throws IOException, InterruptedException {
        return get(erpUri.resolve("/_stats"));
    }

    JsonNode refusals() throws IOException, InterruptedException {
        return get(graphUri.resolve("/_refusals"));
    }

    double cpuSeconds() {
        return ProcessCost.cpuSeconds(graph.pid()) + ProcessCost.cpuSeconds(erp.pid());
    }

    private JsonNode get(URI uri) throws IOException, InterruptedException {
        return Json.read(http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body());
    }

    private void post(URI uri, Object json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.wire(json)))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(uri + " answered " + status);
        }
    }

    @Override
    public void close() throws Exception {
        graph.close();
        erp.close();
    }
}
