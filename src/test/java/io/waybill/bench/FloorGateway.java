package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The least that an echo gateway can be and still lose nothing: the baseline of the benchmark.
 *
 * <p>Checks the signature, keeps the message (commit 1), answers 200, asks the ERP for a price, keeps session and reply (commit 2),
 * sends, keeps the WhatsApp id (commit 3). Contacts in parallel, the messages of one in order. No flow, no retries, and
 * its backlog waits in memory.
 */
public final class FloorGateway {
    private static final int TURNS_AT_ONCE = 256;
    private static final Duration FAR_TIMEOUT = Duration.ofSeconds(10);
    private static final String TABLES = """
            create table if not exists inbox (wamid text primary key, contact text not null, body text not null,
                received_at timestamptz not null default now(), done boolean not null default false);
            create table if not exists session (contact text primary key, turns bigint not null, last_text text not null);
            create table if not exists outbox (id bigint generated always as identity primary key, contact text not null,
                body text not null, wamid text, sent_at timestamptz);
            """;
    private static final String KEEP_MESSAGE =
            "insert into inbox (wamid, contact, body) values (?, ?, ?) on conflict do nothing";
    private static final String KEEP_TURN = """
            with turn as (
                insert into session (contact, turns, last_text) values (?, 1, ?)
                on conflict (contact) do update set turns = session.turns + 1, last_text = excluded.last_text),
            done as (update inbox set done = true where wamid = ?)
            insert into outbox (contact, body) values (?, ?) returning id""";
    private static final String MARK_SENT = "update outbox set wamid = ?, sent_at = now() where id = ?";

    private final Map<String, String> settings;
    private final int commits;
    private final HikariDataSource database;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Semaphore turns = new Semaphore(TURNS_AT_ONCE);
    private final Map<String, Queue<JsonNode>> waiting = new HashMap<>();

    private FloorGateway(Map<String, String> settings) throws SQLException {
        this.settings = settings;
        this.commits = Integer.parseInt(settings.getOrDefault("FLOOR_COMMITS", "3"));
        this.database = commits == 0 ? null : database();
    }

    /** Takes the environment variables of the gateway, and {@code FLOOR_COMMITS} (0, 1 or 3). */
    public static void main(String[] args) throws Exception {
        start(System.getenv());
        Thread.currentThread().join();
    }

    static HttpSide start(Map<String, String> settings) throws SQLException {
        var floor = new FloorGateway(settings);
        return HttpSide.listen(Integer.parseInt(settings.get("SERVER_PORT")), floor::handle);
    }

    private HikariDataSource database() throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.get("SPRING_DATASOURCE_URL"));
        config.setUsername(settings.get("SPRING_DATASOURCE_USERNAME"));
        config.setPassword(settings.get("SPRING_DATASOURCE_PASSWORD"));
        config.setMaximumPoolSize(16);
        config.setMinimumIdle(16);
        config.setConnectionTimeout(60_000);
        var pool = new HikariDataSource(config);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        return pool;
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            verify(exchange);
            return;
        }
        var body = HttpSide.body(exchange);
        if (!isSigned(exchange, body)) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        try {
            for (var message : messages(Json.read(body))) {
                if (keep(message)) {
                    enqueue(message);
                }
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (SQLException e) {
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private void verify(HttpExchange exchange) throws IOException {
        var query = HttpSide.query(exchange);
        if (settings.get("WAYBILL_WHATSAPP_VERIFY_TOKEN").equals(query.get("hub.verify_token"))) {
            HttpSide.answer(
                    exchange, 200, "text/plain", query.get("hub.challenge").getBytes(StandardCharsets.UTF_8));
        } else {
            exchange.sendResponseHeaders(403, -1);
        }
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
        var expected = SignedWebhook.signature(settings.get("WAYBILL_WHATSAPP_APP_SECRET"), body);
        return signature != null && MessageDigest.isEqual(expected.getBytes(), signature.getBytes());
    }

    private static List<JsonNode> messages(JsonNode webhook) {
        var messages = new ArrayList<JsonNode>();
        for (var entry : webhook.path("entry")) {
            for (var change : entry.path("changes")) {
                change.at("/value/messages").forEach(messages::add);
            }
        }
        return messages;
    }

    private boolean keep(JsonNode message) throws SQLException {
        if (commits == 0) {
            return true;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(KEEP_MESSAGE)) {
            insert.setString(1, message.path("id").asText());
            insert.setString(2, message.path("from").asText());
            insert.setString(3, Json.write(message));
            return insert.executeUpdate() == 1;
        }
    }

    /** A contact with a queue has a thread that works it off; the queue goes when it is empty. */
    private void enqueue(JsonNode message) {
        var contact = message.path("from").asText();
        synchronized (waiting) {
            var queue = waiting.get(contact);
            if (queue != null) {
                queue.add(message);
                return;
            }
            waiting.put(contact, new ArrayDeque<>(List.of(message)));
        }
        Thread.ofVirtual().start(() -> workOff(contact));
    }

    private void workOff(String contact) {
        for (var message = next(contact); message != null; message = next(contact)) {
            turns.acquireUninterruptibly();
            try {
                turn(contact, message);
            } catch (IOException | SQLException e) {
                System.err.println("Turn failed: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                turns.release();
            }
        }
    }

    private JsonNode next(String contact) {
        synchronized (waiting) {
            var message = waiting.get(contact).poll();
            if (message == null) {
                waiting.remove(contact);
            }
            return message;
        }
    }

    private void turn(String contact, JsonNode message) throws IOException, InterruptedException, SQLException {
        var text = message.at("/text/body").asText();
        var reply = Json.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", "+" + contact)
                .put("type", "text");
        reply.putObject("text").put("body", text + " " + price().toPlainString());
        long id = keepTurn(contact, text, message.path("id").asText(), Json.write(reply));
        reply.put(
                "biz_opaque_callback_data",
                "floor:" + (id == 0 ? message.path("id").asText() : id));
        var wamid = send(Json.wire(reply));
        if (commits == 3) {
            markSent(id, wamid);
        }
    }

    private BigDecimal price() throws IOException, InterruptedException {
        var uri = settings.get("WAYBILL_ERP_BASE_URL") + "/api/price?external_product_id="
                + URLEncoder.encode("P-1", StandardCharsets.UTF_8) + "&qty=1";
        var request =
                HttpRequest.newBuilder(URI.create(uri)).timeout(FAR_TIMEOUT).build();
        return Json.read(answer(request)).path("unit_price").decimalValue();
    }

    private String send(byte[] message) throws IOException, InterruptedException {
        var uri = settings.get("WAYBILL_WHATSAPP_BASE_URL") + "/v25.0/"
                + settings.get("WAYBILL_WHATSAPP_PHONE_NUMBER_ID") + "/messages";
        var request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(FAR_TIMEOUT)
                .header("Authorization", "Bearer " + settings.get("WAYBILL_WHATSAPP_ACCESS_TOKEN"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(message))
                .build();
        return Json.read(answer(request)).at("/messages/0/id").asText();
    }

    private byte[] answer(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + response.statusCode());
        }
        return response.body();
    }

    private long keepTurn(String contact, String text, String inboundWamid, String reply) throws SQLException {
        if (commits < 3) {
            return 0;
        }
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP_TURN)) {
            keep.setString(1, contact);
            keep.setString(2, text);
            keep.setString(3, inboundWamid);
            keep.setString(4, contact);
            keep.setString(5, reply);
            try (var row = keep.executeQuery()) {
                row.next();
                return row.getLong("id");
            }
        }
    }

    private void markSent(long id, String wamid) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(MARK_SENT)) {
            update.setString(1, wamid);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }
}
