package io.waybill.erp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An ERP over HTTP that answers only when it is let. */
final class GatedErp {

    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Function<String, Answer>> answers = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = OPEN;

    record Answer(int status, String json) {}

    GatedErp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Opens the gate, forgets what was asked and how to answer. */
    void reset() {
        open();
        asked.clear();
        answers.clear();
    }

    /** Lets requests come in, but no answer go out. */
    void close() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
        gate = OPEN;
    }

    GatedErp answers(String path, int status, String json) {
        return answers(path, query -> new Answer(status, json));
    }

    GatedErp answers(String path, Function<String, Answer> answer) {
        answers.put(path, query -> {
            Answer made = answer.apply(query);
            return new Answer(made.status(), made.json().replace('\'', '"'));
        });
        return this;
    }

    /** {@code P1} to {@code Pn}, each for 10. */
    GatedErp sells(int count) {
        return answers("/api/products", query -> new Answer(200, page(count, query)));
    }

    private static String page(int count, String query) {
        int page = number(query, "page");
        int limit = number(query, "limit");
        return IntStream.rangeClosed((page - 1) * limit + 1, Math.min(count, page * limit))
                .mapToObj("{'id':'P%1$d','name':'Product %1$d','price':10,'currency':'KES','active':true}"::formatted)
                .collect(Collectors.joining(",", "{'items':[", "]}"));
    }

    private static int number(String query, String name) {
        return Integer.parseInt(query.replaceFirst("(?:.*&)?" + name + "=(\\d+).*", "$1"));
    }

    /** How often {@code path} was asked, answered or not. */
    int asked(String path) {
        return (int) asked.stream().filter(path::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        CountDownLatch closed = gate;
        asked.add(path);
        try (exchange) {
            closed.await();
            Answer answer = answers.getOrDefault(path, query -> new Answer(404, "{}"))
                    .apply(String.valueOf(exchange.getRequestURI().getQuery()));
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
