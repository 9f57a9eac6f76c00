package io.waybill.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What the customers get, as it reaches FakeGraph, in this process or in another. */
public final class GraphFeed implements AutoCloseable {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Consumer<GraphMessage>> listeners = new CopyOnWriteArrayList<>();
    private final HttpURLConnection connection;
    private volatile boolean isClosed;

    private GraphFeed(HttpURLConnection connection) {
        this.connection = connection;
    }

    public static GraphFeed of(FakeGraph graph) {
        var feed = new GraphFeed(null);
        graph.onMessage(feed::heard);
        return feed;
    }

    /** Follows a FakeGraph in another process from its first message on. */
    public static GraphFeed follow(URI graph) throws IOException {
        var feed = new GraphFeed(
                (HttpURLConnection) graph.resolve("/_stream?from=0").toURL().openConnection());
        var lines = new BufferedReader(new InputStreamReader(feed.connection.getInputStream(), StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("graph-feed").start(() -> feed.read(lines));
        return feed;
    }

    public void add(Consumer<GraphMessage> listener) {
        listeners.add(listener);
    }

    public void remove(Consumer<GraphMessage> listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        isClosed = true;
        if (connection != null) {
            connection.disconnect();
        }
    }

    private void read(BufferedReader lines) {
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    heard(message(line));
                }
            }
        } catch (IOException e) {
            if (!isClosed) {
                throw new UncheckedIOException("FakeGraph is gone", e);
            }
        }
    }

    private static GraphMessage message(String line) {
        try {
            return MAPPER.readValue(line, GraphMessage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("FakeGraph streamed a line that is no message: " + line, e);
        }
    }

    private void heard(GraphMessage message) {
        listeners.forEach(listener -> listener.accept(message));
    }
}
