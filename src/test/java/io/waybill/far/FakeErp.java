package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ERP that speaks the canonical contract on loopback, keeps what it was told, and fails on demand.
 *
 * <p>Beside the ten operations it lists orders, finds them by our reference and cancels them. Over HTTP it is looked at and
 * steered by {@code GET /_orders}, {@code GET /_stats}, {@code POST|DELETE /_faults}, {@code POST /_settings} and {@code POST /_reset}.
 */
public final class FakeErp implements AutoCloseable {
    /** What it is hiring for unless told otherwise. */
    public static final List<String> JOBS = List.of("Driver", "Cook", "Cashier", "Accountant");

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Set<ErpFault> ANSWERED = EnumSet.of(ErpFault.REPEATED_PAGE, ErpFault.LATE, ErpFault.TWICE);
    /** An answer that leaves no doubt: whoever hears it may ask for the same again. */
    private static final Set<ErpFault> CLEAR = EnumSet.of(
            ErpFault.UNAUTHORIZED_401, ErpFault.TOO_MANY_429, ErpFault.UNAVAILABLE_503, ErpFault.REFUSED_422);

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** The operations of the contract with their method and path. */
    public enum Operation {
        LIST_PRODUCTS("GET", "/api/products"),
        GET_PRICE("GET", "/api/price"),
        UPSERT_CUSTOMER("POST", "/api/customers"),
        CREATE_ORDER("POST", "/api/orders"),
        CONFIRM_ORDER("POST", "/api/orders/([^/]+)/confirm"),
        SET_ADDRESS("POST", "/api/orders/([^/]+)/address"),
        GET_ORDER_STATUS("GET", "/api/orders/([^/]+)/status"),
        LIST_JOBS("GET", "/api/jobs"),
        CREATE_APPLICANT("POST", "/api/applicants"),
        AUTH("POST", "/api/auth/token"),
        LIST_ORDERS("GET", "/api/orders"),
        FIND_ORDER("GET", "/api/orders/find"),
        CANCEL_ORDER("POST", "/api/orders/([^/]+)/cancel"),
        SET_ORDER_STATUS("POST", "/api/orders/([^/]+)/status"),
        GET_RECEIPT("GET", "/api/orders/([^/]+)/receipt");

        private final String method;
        private final Pattern path;

        Operation(String method, String path) {
            this.method = method;
            this.path = Pattern.compile(path);
        }

        boolean writes() {
            return method.equals("POST") && this != AUTH;
        }
    }

    private record Call(Operation operation, String pathId, Map<String, String> query, JsonNode body, String key) {
        String text(String field) {
            return body.path(field).asText(null);
        }

        String orderId() {
            return pathId != null ? pathId : text("external_order_id");
        }
    }

    private record Answer(int status, JsonNode body) {
        static Answer ok(ObjectNode body) {
            return new Answer(200, body);
        }

        static Answer refused(int status, String reason) {
            return new Answer(status, Json.object().put("error", reason));
        }
    }

    private final HttpSide side;
    private final Faults<ErpFault> faults = new Faults<>();
    private final Map<String, ErpProduct> products = new LinkedHashMap<>();
    private volatile byte[] receipt;
    private final Map<String, ErpOrder> orders = new ConcurrentSkipListMap<>();
    private final Map<String, String> customerIds = new ConcurrentHashMap<>();
    private final Map<String, String> phones = new ConcurrentHashMap<>();
    private final Map<String, Answer> answersByKey = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> applicants = new ConcurrentSkipListMap<>();
    private final Map<String, Long> tokens = new ConcurrentHashMap<>();
    private final Map<Operation, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> sent = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<Consumer<Operation>> listeners = new CopyOnWriteArrayList<>();
    private volatile List<String> jobs = JOBS;
    private volatile Duration latency = Duration.ZERO;
    private volatile Duration late = Duration.ofMillis(1_500);
    private volatile boolean honoursKeys = true;
    private volatile Duration tokenLife;

    private FakeErp(int port) {
        products(ErpProduct.plain(40));
        this.side = HttpSide.listen(port, this::handle);
    }

    /** Listens on the port, or on a free one for 0, with forty products. */
    public static FakeErp start(int port) {
        return new FakeErp(port);
    }

    /** Argument: port. */
    public static void main(String[] args) throws InterruptedException {
        start(Integer.parseInt(args[0]));
        Thread.currentThread().join();
    }

    public URI uri() {
        return side.uri();
    }

    public Faults<ErpFault> faults() {
        return faults;
    }

    /** Hears of each executed request before it is answered, on the thread that executed it. */
    public void onExecuted(Consumer<Operation> listener) {
        listeners.add(listener);
    }

    public void latency(Duration latency) {
        this.latency = latency;
    }

    /** How long after it came a {@link ErpFault#LATE} request is executed. */
    public void late(Duration late) {
        this.late = late;
    }

    /** Whether a repeated {@code Idempotency-Key} gets the first answer; without, each request is executed. */
    public void honoursKeys(boolean honoursKeys) {
        this.honoursKeys = honoursKeys;
    }

    /** From now on every call but AUTH needs a bearer token of this life. */
    public void requireTokens(Duration life) {
        tokenLife = life;
    }

    public void expireTokens() {
        tokens.clear();
    }

    public void products(Collection<ErpProduct> catalogue) {
        synchronized (products) {
            products.clear();
            catalogue.forEach(product -> products.put(product.id(), product));
        }
    }

    /** From now on it is hiring for these. */
    public void jobs(List<String> names) {
        jobs = List.copyOf(names);
    }

    /** Replaces one product, for instance to move its price while a customer decides. */
    public void change(String productId, UnaryOperator<ErpProduct> change) {
        synchronized (products) {
            products.computeIfPresent(productId, (id, product) -> change.apply(product));
        }
    }

    public List<ErpOrder> orders() {
        return List.copyOf(orders.values());
    }

    /** Of a customer it knows. */
    public Optional<String> phone(String customerId) {
        return Optional.ofNullable(phones.get(customerId));
    }

    public List<JsonNode> applicants() {
        return List.copyOf(applicants.values());
    }

    public long calls(Operation operation) {
        var count = calls.get(operation);
        return count == null ? 0 : count.sum();
    }

    /** Writes that came more than once under their key, although the answer before left it open whether they were executed. */
    public List<String> sentTwice() {
        return sent.entrySet().stream()
                .filter(entry -> entry.getValue().sum() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What GET_RECEIPT answers from now on; null: there is none. */
    public void receipts(byte[] pdf) {
        receipt = pdf;
    }

    /** Somebody works on the ERP's orders behind our back: takes one away, adds one or changes one. */
    public void tamper(Consumer<Map<String, ErpOrder>> change) {
        change.accept(orders);
    }

    /** Requests a right gateway never sends: no key, wrong totals, a phone that is not E.164. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Forgets orders, customers, counts and faults; products and settings stay. */
    public void reset() {
        faults.clear();
        List.of(orders, customerIds, phones, answersByKey, applicants, calls, sent)
                .forEach(Map::clear);
        complaints.clear();
    }

    @Override
    public void close() {
        side.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /_orders" -> HttpSide.answer(exchange, 200, orders());
            case "GET /_stats" -> HttpSide.answer(exchange, 200, stats());
            case "POST /_faults" -> {
                faults.add(HttpSide.json(exchange), ErpFault.class);
                HttpSide.answer(exchange, 200, Map.of());
            }
            case "DELETE /_faults" -> {
                faults.clear();
                HttpSide.answer(exchange, 200, Map.of());
            }
            case "POST /_settings" -> settings(exchange);
            case "POST /_reset" -> {
                reset();
                HttpSide.answer(exchange, 200, Map.of());
            }
            default -> operation(exchange);
        }
    }

    private Map<String, Object> stats() {
        var counts = new TreeMap<String, Long>();
        calls.forEach((operation, count) -> counts.put(operation.name(), count.sum()));
        return Map.of("calls", counts, "orders", orders.size(), "complaints", complaints());
    }

    private void settings(HttpExchange exchange) throws IOException {
        var settings = HttpSide.json(exchange);
        settings.fieldNames().forEachRemaining(name -> {
            var value = settings.get(name);
            switch (name) {
                case "latency_ms" -> latency(Duration.ofMillis(value.asLong()));
                case "honours_keys" -> honoursKeys(value.asBoolean());
                case "token_life_seconds" -> requireTokens(value.isNull() ? null : Duration.ofSeconds(value.asLong()));
                case "products" -> products(ErpProduct.plain(value.asInt()));
                case "monsters" ->
                    products(ErpProduct.monsters(
                            value.path("count").asInt(), value.path("seed").asLong()));
                default -> throw new IllegalArgumentException("Unknown setting " + name);
            }
        });
        HttpSide.answer(exchange, 200, Map.of());
    }

    private void operation(HttpExchange exchange) throws IOException {
        var raw = HttpSide.body(exchange);
        var call = call(exchange, raw);
        if (call.isEmpty()) {
            HttpSide.answer(exchange, 404, Map.of("error", "No such operation"));
            return;
        }
        var operation = call.get().operation;
        calls.computeIfAbsent(operation, o -> new LongAdder()).increment();
        var fault = faults.next(operation.name()).orElse(null);
        if (operation.writes() && !CLEAR.contains(fault)) {
            sent.computeIfAbsent(operation + " " + call.get().key, key -> new LongAdder())
                    .increment();
        }
        if (!HttpSide.waited(fault == ErpFault.LATE ? late : latency)) {
            return;
        }
        if (fault != null && !fault.takesEffect) {
            failBefore(exchange, fault);
        } else if (operation != Operation.AUTH && tokenLife != null && !knowsToken(exchange)) {
            HttpSide.answer(exchange, 401, Map.of("error", "token expired or unknown"));
        } else {
            if (fault == ErpFault.TWICE) {
                executed(call.get());
            }
            var answer = executed(fault == ErpFault.REPEATED_PAGE ? firstPage(call.get()) : call.get());
            listeners.forEach(listener -> listener.accept(operation));
            if (fault == null || ANSWERED.contains(fault)) {
                HttpSide.answer(exchange, answer.status, answer.body);
            } else {
                failAfter(exchange, fault, answer);
            }
        }
    }

    private static Optional<Call> call(HttpExchange exchange, byte[] raw) throws IOException {
        var path = exchange.getRequestURI().getPath();
        for (var operation : Operation.values()) {
            if (operation.method.equals(exchange.getRequestMethod())) {
                Matcher matcher = operation.path.matcher(path);
                if (matcher.matches()) {
                    var pathId = matcher.groupCount() == 1 ? matcher.group(1) : null;
                    var body = raw.length == 0 ? Json.object() : Json.read(raw);
                    return Optional.of(new Call(
                            operation,
                            pathId,
                            HttpSide.query(exchange),
                            body,
                            HttpSide.header(exchange, "Idempotency-Key")));
                }
            }
        }
        return Optional.empty();
    }

    private static Call firstPage(Call call) {
        var query = new TreeMap<>(call.query);
        query.put("page", "1");
        return new Call(call.operation, call.pathId, query, call.body, call.key);
    }

    private boolean knowsToken(HttpExchange exchange) {
        var header = HttpSide.header(exchange, "Authorization");
        var expiry = header == null || !header.startsWith("Bearer ") ? null : tokens.get(header.substring(7));
        return expiry != null && expiry > Micros.now();
    }

    private Answer executed(Call call) {
        if (!call.operation.writes() || !honoursKeys || call.key == null) {
            return execute(call);
        }
        var first = new boolean[1];
        var answer = answersByKey.compute(call.operation + " " + call.key, (key, earlier) -> {
            first[0] = earlier == null || earlier.status >= 400;
            return first[0] ? execute(call) : earlier;
        });
        if (!first[0] && call.operation == Operation.CREATE_ORDER) {
            orders.computeIfPresent(answer.body.path("external_order_id").asText(), (id, order) -> order.askedAgain());
        }
        return answer;
    }

    private Answer execute(Call call) {
        return switch (call.operation) {
            case LIST_PRODUCTS -> listProducts(call);
            case GET_PRICE -> price(call);
            case UPSERT_CUSTOMER -> customer(call);
            case CREATE_ORDER -> createOrder(call);
            case CONFIRM_ORDER -> confirmOrder(call);
            case SET_ADDRESS -> onOrder(call, order -> order.addressed(call.body));
            case CANCEL_ORDER -> onOrder(call, ErpOrder::cancelled);
            case GET_RECEIPT -> receipt();
            case SET_ORDER_STATUS -> onOrder(call, order -> order.withStatus(call.text("status")));
            case GET_ORDER_STATUS -> onOrder(call, order -> order);
            case LIST_ORDERS -> listOrders(call);
            case FIND_ORDER -> findOrder(call);
            case LIST_JOBS -> listJobs(call);
            case CREATE_APPLICANT -> createApplicant(call);
            case AUTH -> token(call);
        };
    }

    private Answer listProducts(Call call) {
        List<ErpProduct> wanted;
        synchronized (products) {
            boolean activeOnly = Boolean.parseBoolean(call.query.get("active_only"));
            wanted = products.values().stream()
                    .filter(product -> product.active() || !activeOnly)
                    .toList();
        }
        var items = Json.MAPPER.createArrayNode();
        page(call, wanted).forEach(product -> {
            var item = items.addObject()
                    .put("id", product.id())
                    .put("name", product.name())
                    .put("price", product.price())
                    .put("currency", product.currency())
                    .put("active", product.active());
            if (product.minutes() != null) {
                item.put("kind", "service").put("duration_minutes", product.minutes());
            }
        });
        return Answer.ok(Json.object().set("items", items));
    }

    private static <T> List<T> page(Call call, List<T> all) {
        int page = Integer.parseInt(call.query.getOrDefault("page", "1"));
        int limit = Integer.parseInt(call.query.getOrDefault("limit", "100"));
        int from = Math.min(all.size(), (page - 1) * limit);
        return all.subList(from, Math.min(all.size(), from + limit));
    }

    private Optional<ErpProduct> product(String id) {
        synchronized (products) {
            return Optional.ofNullable(id).map(products::get);
        }
    }

    private Answer price(Call call) {
        return product(call.query.get("external_product_id"))
                .filter(ErpProduct::active)
                .map(product -> Answer.ok(
                        Json.object().put("unit_price", product.price()).put("currency", product.currency())))
                .orElseGet(() -> Answer.refused(404, "No such product"));
    }

    private Answer customer(Call call) {
        var phone = call.text("phone");
        if (phone != null && !E164.matcher(phone).matches()) {
            complaints.add("UPSERT_CUSTOMER with a phone that is not E.164: " + phone);
        }
        if (call.text("name") == null) {
            complaints.add("UPSERT_CUSTOMER without a name");
        }
        var identity = phone != null ? phone : "hidden " + call.key + call.text("name");
        var id = customerIds.computeIfAbsent(identity, unknown -> "C-" + numbers.incrementAndGet());
        if (phone != null) {
            phones.put(id, phone);
        }
        return Answer.ok(Json.object().put("external_customer_id", id));
    }

    private Answer createOrder(Call call) {
        var items = call.body.path("items");
        if (call.text("external_customer_id") == null
                || !customerIds.containsValue(call.text("external_customer_id"))) {
            return Answer.refused(422, "No such customer");
        }
        if (!items.isArray() || items.isEmpty()) {
            return Answer.refused(422, "An order needs items");
        }
        for (var item : items) {
            if (product(item.path("external_product_id").asText()).isEmpty()) {
                return Answer.refused(422, "No such product " + item.path("external_product_id"));
            }
        }
        check(call);
        int number = numbers.incrementAndGet();
        var customerId = call.text("external_customer_id");
        var order = new ErpOrder(
                "O-" + String.format("%07d", number),
                "SO-" + String.format("%06d", number),
                call.key,
                call.text("client_reference"),
                customerId,
                phones.get(customerId),
                items,
                call.body.path("totals"),
                call.text("order_note"),
                null,
                null,
                "pending",
                Micros.now(),
                1,
                0);
        orders.put(order.id(), order);
        return new Answer(
                201,
                Json.object()
                        .put("external_order_id", order.id())
                        .put("order_number", order.number())
                        .put("status", order.status()));
    }

    private void check(Call call) {
        var reference = call.text("client_reference");
        complainUnless(call.key != null, "CREATE_ORDER without Idempotency-Key");
        complainUnless(
                reference != null && !reference.isBlank() && reference.length() <= 32,
                "CREATE_ORDER with client_reference " + reference);
        var sum = BigDecimal.ZERO;
        for (var item : call.body.path("items")) {
            var unit = amount(item.path("unit_price"));
            sum = sum.add(unit.multiply(amount(item.path("qty"))));
            var listed = product(item.path("external_product_id").asText())
                    .map(ErpProduct::price)
                    .orElse(null);
            complainUnless(
                    listed != null && listed.compareTo(unit) == 0,
                    "CREATE_ORDER at " + unit + " while the price is " + listed);
        }
        var totals = call.body.path("totals");
        complainUnless(
                sum.compareTo(amount(totals.path("subtotal"))) == 0,
                "CREATE_ORDER with subtotal " + totals + ", its lines make " + sum);
        complainUnless(
                sum.add(amount(totals.path("delivery"))).compareTo(amount(totals.path("total"))) == 0,
                "CREATE_ORDER whose total is not subtotal and delivery: " + totals);
        complainUnless(!totals.path("currency").asText().isBlank(), "CREATE_ORDER without currency");
    }

    private void complainUnless(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    private static BigDecimal amount(JsonNode node) {
        try {
            return new BigDecimal(node.asText("0"));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private Answer receipt() {
        byte[] pdf = receipt;
        return pdf == null
                ? Answer.refused(404, "No receipt")
                : Answer.ok(
                        Json.object().put("receipt_base64", Base64.getEncoder().encodeToString(pdf)));
    }

    private Answer confirmOrder(Call call) {
        complainUnless(call.body.path("payment_info").isObject(), "CONFIRM_ORDER without payment_info");
        return onOrder(call, order -> order.confirmed(call.body.path("payment_info")));
    }

    private Answer onOrder(Call call, UnaryOperator<ErpOrder> change) {
        if (call.orderId() == null) {
            return Answer.refused(422, "external_order_id is missing");
        }
        var changed = orders.computeIfPresent(call.orderId(), (id, order) -> change.apply(order));
        return changed == null
                ? Answer.refused(404, "No such order")
                : Answer.ok(Json.object().put("status", changed.status()).put("order_number", changed.number()));
    }

    private Answer listOrders(Call call) {
        var since = Optional.ofNullable(call.query.get("changed_since"))
                .map(time -> Instant.parse(time).toEpochMilli() * 1_000)
                .orElse(0L);
        var customer = call.query.get("external_customer_id");
        var status = call.query.get("status");
        var wanted = orders.values().stream()
                .filter(order -> order.createdAt() >= since)
                .filter(order -> customer == null || customer.equals(order.customerId()))
                .filter(order -> status == null || status.equals(order.status()))
                .toList();
        var items = Json.MAPPER.createArrayNode();
        page(call, wanted).forEach(order -> items.add(told(order)));
        return Answer.ok(Json.object().set("items", items));
    }

    private Answer findOrder(Call call) {
        return orders.values().stream()
                .filter(order -> order.number().equals(call.query.get("order_number"))
                        || order.clientReference() != null
                                && order.clientReference().equals(call.query.get("client_reference")))
                .findFirst()
                .map(order -> Answer.ok(told(order)))
                .orElseGet(() -> Answer.ok(Json.object().put("found", false)));
    }

    private static ObjectNode told(ErpOrder order) {
        var told = Json.object()
                .put("external_order_id", order.id())
                .put("order_number", order.number())
                .put("status", order.status())
                .put("external_customer_id", order.customerId())
                .put("client_reference", order.clientReference());
        told.set("total", order.totals().path("total"));
        told.set("currency", order.totals().path("currency"));
        return told;
    }

    private Answer listJobs(Call call) {
        var items = Json.MAPPER.createArrayNode();
        page(call, jobs)
                .forEach(name -> items.addObject()
                        .put("id", "J-" + name.toUpperCase())
                        .put("name", name)
                        .put("active", true)
                        .put("department_name", "Operations"));
        return Answer.ok(Json.object().set("items", items));
    }

    private Answer createApplicant(Call call) {
        complainUnless(call.key != null, "CREATE_APPLICANT without Idempotency-Key");
        for (var field : List.of("name", "email", "role")) {
            if (call.text(field) == null) {
                return Answer.refused(422, field + " is missing");
            }
        }
        var id = "A-" + String.format("%06d", numbers.incrementAndGet());
        applicants.put(id, call.body);
        return new Answer(201, Json.object().put("external_applicant_id", id).put("status", "received"));
    }

    private Answer token(Call call) {
        var life = tokenLife == null ? Duration.ofHours(1) : tokenLife;
        var token = "token-" + numbers.incrementAndGet();
        tokens.put(token, Micros.now() + life.toNanos() / 1_000);
        return Answer.ok(Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", life.toSeconds()));
    }

    private static void failBefore(HttpExchange exchange, ErpFault fault) throws IOException {
        switch (fault) {
            case ERROR_500_BEFORE -> serverError(exchange);
            case UNAUTHORIZED_401 -> HttpSide.answer(exchange, 401, Map.of("error", "token expired"));
            case TOO_MANY_429 -> HttpSide.answer(exchange, 429, Map.of("error", "too many requests"));
            case UNAVAILABLE_503 -> HttpSide.answer(exchange, 503, Map.of("error", "maintenance"));
            case REFUSED_422 -> HttpSide.answer(exchange, 422, Map.of("error", "credit limit exceeded"));
            case SILENCE_BEFORE -> HttpSide.waited(FOR_EVER);
            default -> exchange.close();
        }
    }

    private static void failAfter(HttpExchange exchange, ErpFault fault, Answer answer) throws IOException {
        switch (fault) {
            case ERROR_500_AFTER -> serverError(exchange);
            case SILENCE_AFTER -> HttpSide.waited(FOR_EVER);
            case RESET_AFTER -> exchange.close();
            case HTML_200 ->
                HttpSide.answer(
                        exchange,
                        200,
                        "text/html; charset=utf-8",
                        "<!DOCTYPE html><html><body>Please sign in</body></html>".getBytes(StandardCharsets.UTF_8));
            case EMPTY_200 -> HttpSide.answer(exchange, 200, "application/json", new byte[0]);
            case WRONG_TYPES -> HttpSide.answer(exchange, 200, wrongTypes(answer.body));
            case MISSING_FIELDS -> HttpSide.answer(exchange, 200, withoutFirstFields(answer.body));
            case BARE_ARRAY -> HttpSide.answer(exchange, 200, bareArray(answer.body));
            case HUGE_10_MB -> HttpSide.answer(exchange, 200, "application/json", huge(answer.body));
            default -> throw new IllegalStateException("Not a fault after the effect: " + fault);
        }
    }

    private static void serverError(HttpExchange exchange) throws IOException {
        HttpSide.answer(exchange, 500, Map.of("error", "Internal Server Error"));
    }

    /** Text becomes an object, a number becomes text, a list becomes a word. */
    private static JsonNode wrongTypes(JsonNode node) {
        if (node.isObject()) {
            var wrong = Json.object();
            node.fields().forEachRemaining(field -> wrong.set(field.getKey(), wrongTypes(field.getValue())));
            return wrong;
        }
        if (node.isArray()) {
            var wrong = Json.MAPPER.createArrayNode();
            node.forEach(item -> wrong.add(wrongTypes(item)));
            return wrong.isEmpty() ? Json.MAPPER.getNodeFactory().textNode("none") : wrong;
        }
        if (node.isTextual()) {
            return Json.object().set("value", node);
        }
        return Json.MAPPER.getNodeFactory().textNode(node.isBoolean() ? "maybe" : "about " + node.asText());
    }

    private static JsonNode withoutFirstFields(JsonNode answer) {
        ObjectNode copy = answer.deepCopy();
        if (copy.path("items") instanceof ArrayNode items && !items.isEmpty()) {
            items.forEach(item -> ((ObjectNode) item).remove(item.fieldNames().next()));
        } else {
            copy.remove(answer.fieldNames().next());
        }
        return copy;
    }

    private static JsonNode bareArray(JsonNode answer) {
        return answer.path("items").isArray()
                ? answer.get("items")
                : Json.MAPPER.createArrayNode().add(answer);
    }

    private static byte[] huge(JsonNode answer) {
        var padding = new byte[10 * 1024 * 1024];
        Arrays.fill(padding, (byte) 'x');
        ObjectNode copy = answer.deepCopy();
        copy.put("padding", new String(padding, StandardCharsets.ISO_8859_1));
        return Json.wire(copy);
    }
}
