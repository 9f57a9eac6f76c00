package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An ERP that answers exactly the contract and nothing beside it, until a {@link Defect} is put into it. */
final class CanonicalErp implements AutoCloseable {

    static final int PRODUCTS = 7;

    /** Changes what goes out. */
    interface Defect {

        Defect NONE = (asked, healthy) -> healthy;

        Answer spoil(Asked asked, Answer healthy) throws InterruptedException;
    }

    /** The operations by the end of their paths. */
    enum Op {
        PRODUCTS,
        PRICE,
        CUSTOMERS,
        ORDERS,
        FIND,
        CONFIRM,
        ADDRESS,
        STATUS,
        CANCEL,
        JOBS,
        APPLICANTS,
        /** By GET where an order is made by POST. */
        LISTED,
        RECEIPT,
        RESERVATIONS,
        RELEASE,
        PAYMENT,
        /** By GET where a payment is requested by POST. */
        PAID,
        TOKEN;

        static Op of(HttpExchange exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            Op op = valueOf(path[path.length - 1].toUpperCase());
            boolean reads = exchange.getRequestMethod().equals("GET");
            return reads && op == ORDERS ? LISTED : reads && op == PAYMENT ? PAID : op;
        }
    }

    /** @param nth of its operation, from 1 */
    record Asked(Op op, int nth, Map<String, String> query, JsonNode body, String key, String token) {

        int page() {
            return Integer.parseInt(query.getOrDefault("page", "1"));
        }
    }

    /** @param status 0: the connection is closed without an answer */
    record Answer(int status, String type, String body) {

        static Answer json(JsonNode body) {
            return new Answer(200, "application/json", body.toString());
        }

        ObjectNode object() {
            return (ObjectNode) Json.read(body);
        }
    }

    private final HttpSide side = HttpSide.listen(0, this::handle);
    private final Map<Op, Integer> counts = new EnumMap<>(Op.class);
    private final Map<String, String> orders = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private volatile Defect defect = Defect.NONE;

    String url() {
        return side.uri().toString();
    }

    synchronized void become(Defect defect) {
        this.defect = defect;
        List.of(counts, orders).forEach(Map::clear);
        cancelled.clear();
    }

    synchronized List<String> cancelled() {
        return List.copyOf(cancelled);
    }

    synchronized int calls(Op op) {
        return counts.getOrDefault(op, 0);
    }

    synchronized int writes() {
        return counts.entrySet().stream()
                .filter(entry -> !List.of(Op.PRODUCTS, Op.PRICE, Op.STATUS, Op.JOBS, Op.FIND, Op.LISTED)
                        .contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Override
    public void close() {
        side.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = HttpSide.body(exchange);
        Op op = Op.of(exchange);
        int nth;
        synchronized (this) {
            nth = counts.merge(op, 1, Integer::sum);
        }
        Asked asked = new Asked(
                op,
                nth,
                HttpSide.query(exchange),
                body.length == 0 ? Json.object() : Json.read(body),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"));
        try {
            send(exchange, defect.spoil(asked, healthy(asked)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        HttpSide.answer(exchange, answer.status(), answer.type(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private Answer healthy(Asked asked) {
        return Answer.json(
                switch (asked.op()) {
                    case PRODUCTS -> page(asked);
                    case JOBS -> jobs();
                    case PRICE ->
                        Json.object().put("unit_price", new BigDecimal("10.50")).put("currency", "KES");
                    case CUSTOMERS -> Json.object().put("external_customer_id", "C1");
                    case ORDERS -> order(asked);
                    case FIND -> found(asked);
                    case CONFIRM -> Json.object().put("status", "confirmed").put("order_number", "SO-1");
                    case ADDRESS -> Json.object().put("status", "pending");
                    case STATUS -> Json.object().put("status", "pending").put("order_number", "SO-1");
                    case CANCEL -> cancel(asked);
                    case APPLICANTS ->
                        Json.object().put("external_applicant_id", "A1").put("status", "received");
                    case LISTED -> listed(asked);
                    case RECEIPT ->
                        Json.object().put("receipt_base64", "JVBERi0=").put("filename", "SO-1.pdf");
                    case RESERVATIONS -> Json.object().put("reservation_id", "R1");
                    case RELEASE -> Json.object().put("status", "released");
                    case PAYMENT -> Json.object().put("payment_id", "PAY1").put("status", "pending");
                    case PAID -> Json.object().put("status", "pending");
                    case TOKEN ->
                        Json.object().put("access_token", "token-4711").put("expires_in", 3600);
                });
    }

    private static ObjectNode page(Asked asked) {
        int limit = Integer.parseInt(asked.query().get("limit"));
        int from = (asked.page() - 1) * limit;
        ObjectNode page = Json.object();
        ArrayNode items = page.putArray("items");
        for (int i = from; i < Math.min(from + limit, PRODUCTS); i++) {
            items.addObject()
                    .put("id", "P" + i)
                    .put("name", "Product " + i)
                    .put("price", new BigDecimal("10.50"))
                    .put("currency", "KES")
                    .put("active", true);
        }
        return page.put("has_more", from + limit < PRODUCTS);
    }

    private static ObjectNode jobs() {
        ObjectNode page = Json.object();
        page.putArray("items")
                .addObject()
                .put("id", "J1")
                .put("name", "Driver")
                .put("active", true)
                .put("department_name", "Fleet");
        return page.put("has_more", false);
    }

    private synchronized ObjectNode order(Asked asked) {
        String id = orders.computeIfAbsent(asked.key(), key -> "O" + (orders.size() + 1));
        return Json.object()
                .put("external_order_id", id)
                .put("order_number", id.replace("O", "SO-"))
                .put("status", "pending")
                .set("total", asked.body().at("/totals/total"));
    }

    private synchronized ObjectNode found(Asked asked) {
        String number = asked.query().getOrDefault("order_number", "").replace("SO-", "O");
        String id =
                orders.containsValue(number) ? number : orders.get(asked.query().get("client_reference"));
        return id == null
                ? Json.object().put("found", false)
                : Json.object()
                        .put("external_order_id", id)
                        .put("order_number", id.replace("O", "SO-"))
                        .put("status", "pending");
    }

    /** What was made, and one order of somebody else. */
    private synchronized ObjectNode listed(Asked asked) {
        ObjectNode page = Json.object().put("has_more", false);
        ArrayNode items = page.putArray("items");
        String customer = asked.query().get("external_customer_id");
        if (customer == null || customer.equals("C0")) {
            row(items, "O0", "C0");
        }
        if (customer == null || customer.equals("C1")) {
            Set.copyOf(orders.values()).forEach(id -> row(items, id, "C1"));
        }
        return page;
    }

    private static void row(ArrayNode items, String id, String customer) {
        items.addObject()
                .put("external_order_id", id)
                .put("order_number", id.replace("O", "SO-"))
                .put("status", "pending")
                .put("total", new BigDecimal("10.50"))
                .put("currency", "KES")
                .put("external_customer_id", customer);
    }

    private synchronized ObjectNode cancel(Asked asked) {
        cancelled.add(asked.body().path("external_order_id").asText());
        return Json.object().put("status", "cancelled");
    }
}
