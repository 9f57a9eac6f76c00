package io.waybill;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.bench.Latencies;
import io.waybill.far.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes until customers are told of a change, until people see 10,000 orders or chats, and until a receipt is written. Everything runs
 * in one process: the gateway, PostgreSQL beside it, Graph, and whoever sends the events.
 */
public final class OrderLifeBench {

    private static final int ORDERS = 10_000;
    private static final int CHANGES = 3_000;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int READS = 300;
    private static final List<String> LOOKS = List.of(
            "",
            "?status=pending",
            "?status=shipped&payment=paid",
            "?q=Customer%20777",
            "?flagged=true",
            "?source=website",
            "?before=5000");
    private static final List<String> CHAT_LOOKS = List.of(
            "?filter=all",
            "?filter=mine",
            "?filter=unassigned",
            "?filter=bot",
            "?filter=human&unread=true",
            "?q=Customer%207770",
            "?q=07770",
            "?q=nothing-of-this-kind",
            "/counts");

    private OrderLifeBench() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("waybill-bench");
        try (TemplateGateway shop = new TemplateGateway(home)) {
            fill(shop.gateway.database.jdbc());
            lists(shop);
            chats(shop);
            receipts(shop);
            changes(shop);
        }
    }

    private static void fill(JdbcClient jdbc) {
        jdbc.sql(
                        "insert into contact (id, phone_number_id, phone, name) overriding system value "
                                + "select n, '1', '+2547' || lpad(n::text, 8, '0'), 'Customer ' || n from generate_series(1, ?) n")
                .param(ORDERS)
                .update();
        jdbc.sql("insert into conversation (contact_id, last_message_at) select n, now() from generate_series(1, ?) n")
                .param(ORDERS)
                .update();
        jdbc.sql("""
                        insert into order_reference (external_order_id, order_number, contact_id, source, status, status_at, payment, payment_at,
                            total, currency, flag, created_at, changed_at)
                        select 'B-' || n, 'SO-' || n, n, (array['whatsapp', 'website', 'api'])[1 + n % 3],
                            case when n <= ? then 'confirmed' else (array['pending', 'confirmed', 'shipped', 'delivered', 'cancelled'])[1 + n % 5] end,
                            now() - interval '1 hour', (array['unpaid', 'paid'])[1 + n % 2], now() - interval '1 hour', 100 + n, 'KES',
                            case when n % 97 = 0 then 'Look there.' end, now() - interval '1 hour', now() - interval '1 hour'
                        from generate_series(1, ?) n""").params(CHANGES, ORDERS).update();
        jdbc.sql("""
                        insert into chat_head (contact_id, at, messages, answered, snippet, snippet_at, snippet_by_us, wrote_at, human, flow, step,
                            assignee, team, waiting_since, kind, version)
                        select n, now() - n * interval '1 minute', 20, 20 - n % 3 / 2, 'Where is my order number ' || n || '?',
                            now() - n * interval '1 minute', n % 2 = 0, now() - n * interval '1 minute', n % 5 = 0, 'order', 'qty',
                            case when n % 50 = 0 then 'ada' when n % 25 = 0 then 'ben' end, '',
                            case when n % 5 = 0 and n % 3 = 0 then now() end, 'message', n
                        from generate_series(1, ?) n""").param(ORDERS).update();
        jdbc.sql(
                        "insert into chat_read (username, contact_id, messages) select 'ada', n * 4, 20 from generate_series(1, ? / 4) n")
                .param(ORDERS)
                .update();
        jdbc.sql("analyze").update();
    }

    private static void chats(TemplateGateway shop) throws Exception {
        for (String look : CHAT_LOOKS) {
            Latencies took = new Latencies();
            for (int i = 0; i < READS; i++) {
                long start = System.nanoTime();
                shop.get("/api/v1/conversations" + look);
                took.add((System.nanoTime() - start) / 1_000);
            }
            print("GET /api/v1/conversations%s of %,d".formatted(look, ORDERS), took);
        }
    }

    private static void lists(TemplateGateway shop) throws Exception {
        for (String look : LOOKS) {
            Latencies took = new Latencies();
            for (int i = 0; i < READS; i++) {
                long start = System.nanoTime();
                JsonNode orders = shop.get("/api/v1/orders" + look);
                took.add((System.nanoTime() - start) / 1_000);
                if (orders.path("counts").isEmpty()) {
                    throw new IllegalStateException("Nothing is counted.");
                }
            }
            print("GET /api/v1/orders%s of %,d".formatted(look, ORDERS), took);
        }
    }

    private static void receipts(TemplateGateway shop) throws Exception {
        Latencies took = new Latencies();
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            shop.console().send("GET", "/api/v1/receipt-branding/order/preview?language=en", new byte[0]);
            if (i >= READS / 3) {
                took.add((System.nanoTime() - start) / 1_000);
            }
        }
        print("a receipt", took);
    }

    private static void changes(TemplateGateway shop) throws Exception {
        Map<String, Long> begun = new ConcurrentHashMap<>();
        Latencies took = new Latencies();
        CountDownLatch told = new CountDownLatch(CHANGES);
        shop.gateway.graph.onMessage(message -> {
            Long start = begun.remove(message.recipient());
            if (start != null) {
                took.add((System.nanoTime() - start) / 1_000);
                told.countDown();
            }
        });
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 1; n <= CHANGES; n++) {
                int order = n;
                clock.schedule(
                        () -> callers.submit(() -> ship(shop, order, begun)),
                        PAUSE.toMillis() * n,
                        TimeUnit.MILLISECONDS);
            }
            if (!told.await(PAUSE.toMillis() * CHANGES + 60_000, TimeUnit.MILLISECONDS)) {
                System.out.printf("%d customers were not told.%n", told.getCount());
            }
        }
        print("change to Graph, %d a second".formatted(1_000 / PAUSE.toMillis()), took);
    }

    private static Void ship(TemplateGateway shop, int order, Map<String, Long> begun)
            throws IOException, InterruptedException {
        begun.put("+2547%08d".formatted(order), System.nanoTime());
        String answer = shop.events.tells("""
                        {"type": "order.status", "timestamp": "%s", "data": {"external_order_id": "B-%d", "status": "shipped"}}""".formatted(Instant.now(), order)).body();
        if (!Json.read(answer).path("result").asText().equals("changed")) {
            System.out.println(answer);
        }
        return null;
    }

    private static void print(String what, Latencies took) {
        System.out.printf(
                "%-60s p50 %,7.1f ms   p95 %,7.1f ms   p99 %,7.1f ms   (%d)%n",
                what, took.millis(0.5), took.millis(0.95), took.millis(0.99), took.size());
    }
}
