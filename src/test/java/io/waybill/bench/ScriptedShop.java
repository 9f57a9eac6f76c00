package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop that sells by rote, in memory: enough of a gateway to try the order conversations and their audit on. */
final class ScriptedShop implements AutoCloseable {
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");

    private final URI graph;
    private final URI erp;
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpSide side = HttpSide.listen(0, this::handle);
    private final Map<String, Talk> talks = new ConcurrentHashMap<>();
    private final Set<String> wamids = new HashSet<>();
    private final AtomicInteger callbacks = new AtomicInteger();
    private volatile boolean createsTwice;
    private volatile int refusals;

    private static final class Talk {
        private int step;
        private String product;
        private String name;
        private String orderId;
    }

    ScriptedShop(URI graph, URI erp) {
        this.graph = graph;
        this.erp = erp;
    }

    URI webhook() {
        return side.uri().resolve("/webhooks/whatsapp");
    }

    /** Every order is created under two keys, the mistake the audit is for. */
    void createTwice() {
        createsTwice = true;
    }

    /** The next webhooks are answered with 503. */
    void refuse(int webhooks) {
        refusals = webhooks;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var value = HttpSide.json(exchange).at("/entry/0/changes/0/value");
        synchronized (this) {
            if (refusals > 0) {
                refusals--;
                exchange.sendResponseHeaders(503, -1);
                return;
            }
        }
        exchange.sendResponseHeaders(200, -1);
        var message = value.at("/messages/0");
        var talk = talks.computeIfAbsent(message.path("from").asText(), phone -> new Talk());
        synchronized (talk) {
            if (isNew(message.path("id").asText())) {
                turn(
                        talk,
                        "+" + message.path("from").asText(),
                        message,
                        value.at("/contacts/0/profile/name").asText(null));
            }
        }
    }

    private boolean isNew(String wamid) {
        synchronized (wamids) {
            return wamids.add(wamid);
        }
    }

    private void turn(Talk talk, String phone, JsonNode message, String profileName) throws IOException {
        var reply = message.at("/interactive/list_reply/id").asText();
        switch (talk.step++) {
            case 0 -> list(phone, "What would you like to order?", products());
            case 1 -> {
                talk.product = reply;
                list(phone, "How many?", NUMBERS);
            }
            case 2 -> buttons(phone, "Your cart: " + reply, "Add more", "Checkout");
            case 3 -> {
                talk.name = profileName;
                if (profileName == null) {
                    text(phone, "What name should we put on the order?");
                } else {
                    talk.step++;
                    text(phone, "Where should we deliver? Send the full address.");
                }
            }
            case 4 -> {
                talk.name = message.at("/text/body").asText();
                text(phone, "Where should we deliver? Send the full address.");
            }
            case 5 -> buttons(phone, "Please check your order", "Confirm", "Cancel");
            case 6 -> {
                var number = order(talk, phone, "a");
                if (createsTwice) {
                    order(talk, phone, "b");
                }
                buttons(phone, "Pay " + number + " in cash?", "Confirm", "Cancel");
            }
            default -> {
                var confirmed = erp(
                        "/api/orders/" + talk.orderId + "/confirm",
                        "confirm" + phone,
                        Json.object().set("payment_info", Json.object()));
                text(
                        phone,
                        "Thank you " + talk.name + "! Order "
                                + confirmed.path("order_number").asText() + " is confirmed.");
            }
        }
    }

    private List<String> products() throws IOException {
        var answer = call(HttpRequest.newBuilder(erp.resolve("/api/products?active_only=true&limit=9")));
        return answer.path("items").findValuesAsText("id");
    }

    private String order(Talk talk, String phone, String attempt) throws IOException {
        var customer = erp(
                "/api/customers",
                "customer" + phone,
                Json.object().put("phone", phone).put("name", talk.name));
        var price = call(HttpRequest.newBuilder(erp.resolve("/api/price?qty=1&external_product_id=" + talk.product)))
                .path("unit_price");
        var order = Json.object().put("client_reference", attempt + phone);
        order.set("external_customer_id", customer.path("external_customer_id"));
        order.putArray("items")
                .addObject()
                .put("external_product_id", talk.product)
                .put("qty", 1)
                .set("unit_price", price);
        var totals = order.putObject("totals").put("delivery", 0).put("currency", "KES");
        totals.set("subtotal", price);
        totals.set("total", price);
        var created = erp("/api/orders", attempt + phone, order);
        talk.orderId = created.path("external_order_id").asText();
        return created.path("order_number").asText();
    }

    private void text(String phone, String body) throws IOException {
        var message = message(phone, "text");
        message.putObject("text").put("body", body);
        send(message);
    }

    private void buttons(String phone, String body, String... titles) throws IOException {
        var message = message(phone, "interactive");
        var interactive = message.putObject("interactive").put("type", "button");
        interactive.putObject("body").put("text", body);
        var buttons = interactive.putObject("action").putArray("buttons");
        for (var title : titles) {
            buttons.addObject()
                    .put("type", "reply")
                    .putObject("reply")
                    .put("id", "s1:" + title)
                    .put("title", title);
        }
        send(message);
    }

    private void list(String phone, String body, List<String> rows) throws IOException {
        var message = message(phone, "interactive");
        var interactive = message.putObject("interactive").put("type", "list");
        interactive.putObject("body").put("text", body);
        var action = interactive.putObject("action").put("button", "See");
        var section =
                action.putArray("sections").addObject().put("title", "All").putArray("rows");
        rows.forEach(row -> section.addObject().put("id", row).put("title", row));
        send(message);
    }

    private ObjectNode message(String phone, String type) {
        return Json.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", phone)
                .put("type", type)
                .put("biz_opaque_callback_data", "shop:" + callbacks.incrementAndGet());
    }

    private void send(ObjectNode message) throws IOException {
        call(HttpRequest.newBuilder(graph.resolve("/v25.0/" + FarSide.PHONE_NUMBER_ID + "/messages"))
                .header("Authorization", "Bearer " + FarSide.ACCESS_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.wire(message))));
    }

    private JsonNode erp(String path, String key, JsonNode body) throws IOException {
        return call(HttpRequest.newBuilder(erp.resolve(path))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.wire(body))));
    }

    private JsonNode call(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IOException(new String(answer.body()));
            }
            return Json.read(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        side.close();
    }
}
