package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The Graph API for messages on loopback: takes what Meta would take, refuses what Meta would refuse, remembers all of it,
 * and fails on demand.
 *
 * <p>Over HTTP: {@code GET /_messages}, {@code GET /_refusals}, {@code GET /_stream?from=} (accepted messages as lines of JSON
 * while they come, counted from the very first through every reset), {@code POST|DELETE /_faults}, {@code POST /_settings}, {@code POST /_reset}.
 */
public final class FakeGraph implements AutoCloseable {
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration BATCHING = Duration.ofMillis(10);
    private static final Duration WINDOW = Duration.ofHours(24);
    /** Of the tokens. */
    private static final String APP = "990";

    private static final String SAMPLE = "upload:";
    private static final Pattern VERSION = Pattern.compile("v[0-9]+\\.[0-9]+");

    private final String phoneNumberId;
    /** Of each number. */
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private final HttpSide side;
    private final Faults<GraphFault> faults = new Faults<>();
    /** By recipient. */
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** When customers wrote last; whoever is not here has a window of unknown age, which counts as open. */
    private final Map<String, Instant> wrote = new ConcurrentHashMap<>();

    private final AtomicLong wamids = new AtomicLong();
    private final List<Consumer<GraphMessage>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final List<GraphMessage> requests = new ArrayList<>();
    private final List<GraphMessage> accepted = new ArrayList<>();
    /** By account. */
    private final Map<String, FakeTemplates> templates = new ConcurrentHashMap<>();

    private final Map<String, Media> media = new ConcurrentHashMap<>();
    private final GraphUploads uploads = new GraphUploads();
    /** What the upload of a template's example was announced with. */
    private volatile int sampleBytes;

    private final GraphAccounts accounts = new GraphAccounts();
    private int forgotten;
    private volatile Duration latency = Duration.ZERO;
    private volatile PairLimit pairLimit = PairLimit.NONE;
    private volatile Statuses statuses = new Statuses(StatusPlan.NONE, null, Duration.ZERO);

    /** @param announced size that is told, whatever comes */
    private record Media(byte[] bytes, String mime, String sha256, long announced) {}

    /** @param types of messages that are answered so; empty: all */
    private record Answer(int status, int code, List<String> types) {

        boolean isFor(GraphMessage message) {
            return types.isEmpty() || types.contains(message.type());
        }
    }

    private record Statuses(StatusPlan plan, SignedWebhook webhook, Duration pause) {}

    private FakeGraph(int port, String accessToken, String phoneNumberId) {
        this.phoneNumberId = phoneNumberId;
        this.tokens.put(phoneNumberId, accessToken);
        this.side = HttpSide.listen(port, this::handle);
    }

    /** Listens on the port, or on a free one for 0. */
    public static FakeGraph start(int port, String accessToken, String phoneNumberId) {
        return new FakeGraph(port, accessToken, phoneNumberId);
    }

    /** There is this number as well, for who has its token. */
    public void number(String phoneNumberId, String accessToken) {
        tokens.put(phoneNumberId, accessToken);
    }

    /** There is this business account; from now on only templates it has approved are sent. */
    public FakeTemplates account(String businessAccountId) {
        return templates.computeIfAbsent(businessAccountId, FakeTemplates::new);
    }

    /** Arguments: port, access token, phone number id. */
    public static void main(String[] args) throws InterruptedException {
        start(Integer.parseInt(args[0]), args[1], args[2]);
        Thread.currentThread().join();
    }

    public URI uri() {
        return side.uri();
    }

    public Faults<GraphFault> faults() {
        return faults;
    }

    /** From now on every message to this recipient is refused so, whatever faults say. */
    public void refuses(String recipient, int status, int code) {
        answers.put(recipient, new Answer(status, code, List.of()));
    }

    /** From now on images and documents to this recipient are refused so. */
    public void refusesFiles(String recipient, int code) {
        answers.put(recipient, new Answer(400, code, List.of("image", "document")));
    }

    public void takesAgain(String recipient) {
        answers.remove(recipient);
    }

    /** From then on their window is open for 24 hours; after them only templates are taken. */
    public void wrote(String recipient, Instant at) {
        wrote.put(recipient, at);
    }

    /** Refuses with 131056 what this does not allow. */
    public void pairLimit(PairLimit limit) {
        pairLimit = limit;
    }

    public void latency(Duration latency) {
        this.latency = latency;
    }

    /** Posts statuses back for every message accepted from now on, with this pause before each. */
    public void statuses(StatusPlan plan, URI webhook, String appSecret, Duration pause) {
        statuses = new Statuses(plan, new SignedWebhook(webhook, appSecret, "200000000000001", phoneNumberId), pause);
    }

    /** From now on this file can be fetched, by whoever has the token. */
    public void keeps(String mediaId, byte[] bytes, String mime) {
        keeps(mediaId, bytes, mime, sha256(bytes), bytes.length);
    }

    /** A file of which Graph says something else than comes. */
    public void keeps(String mediaId, byte[] bytes, String mime, String sha256, long announced) {
        media.put(mediaId, new Media(bytes, mime, sha256, announced));
    }

    public void forgets(String mediaId) {
        media.remove(mediaId);
    }

    /** As hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files that were handed over. */
    public GraphUploads uploads() {
        return uploads;
    }

    /** What it says when it is asked about set-ups. */
    public GraphAccounts accounts() {
        return accounts;
    }

    /** Hears of each accepted message, in the order of acceptance of its recipient, on the thread that took it. */
    public void onMessage(Consumer<GraphMessage> listener) {
        listeners.add(listener);
    }

    /** Every request to send, whatever became of it. */
    public List<GraphMessage> requests() {
        return copyOf(requests);
    }

    /** What the customers got. */
    public List<GraphMessage> messages() {
        return copyOf(accepted);
    }

    public List<GraphMessage> messagesTo(String recipient) {
        return messages().stream()
                .filter(message -> message.recipient().equals(recipient))
                .toList();
    }

    /** What Meta would have refused; a right gateway leaves this empty. */
    public List<GraphMessage> refusals() {
        return requests().stream()
                .filter(request -> request.outcome().startsWith("refused"))
                .toList();
    }

    /** Callback data that reached a customer more than once, with how often. */
    public Map<String, Integer> doubled() {
        var times = new HashMap<String, Integer>();
        messages().stream()
                .filter(message -> message.callbackData() != null)
                .forEach(message -> times.merge(message.callbackData(), 1, Integer::sum));
        times.values().removeIf(count -> count == 1);
        return times;
    }

    /** Forgets messages, faults and limits; the numbering of wamids goes on. */
    public void reset() {
        faults.clear();
        answers.clear();
        pairLimit = PairLimit.NONE;
        lock.lock();
        try {
            requests.clear();
            forgotten += accepted.size();
            accepted.clear();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        side.close();
    }

    private List<GraphMessage> copyOf(List<GraphMessage> list) {
        lock.lock();
        try {
            return List.copyOf(list);
        } finally {
            lock.unlock();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        long at = Micros.now();
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /_messages" -> HttpSide.answer(exchange, 200, messages());
            case "GET /_refusals" -> HttpSide.answer(exchange, 200, refusals());
            case "GET /_stream" -> stream(exchange);
            case "POST /_faults" -> {
                faults.add(HttpSide.json(exchange), GraphFault.class);
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
            default -> graph(exchange, path.split("/"), at);
        }
    }

    private void settings(HttpExchange exchange) throws IOException {
        var settings = HttpSide.json(exchange);
        if (settings.has("latency_ms")) {
            latency(Duration.ofMillis(settings.get("latency_ms").asLong()));
        }
        if (settings.has("statuses")) {
            var wanted = settings.get("statuses");
            statuses(
                    StatusPlan.valueOf(wanted.path("plan").asText()),
                    URI.create(wanted.path("webhook").asText()),
                    wanted.path("app_secret").asText(),
                    Duration.ofMillis(wanted.path("pause_ms").asLong()));
        }
        HttpSide.answer(exchange, 200, Map.of());
    }

    private void graph(HttpExchange exchange, String[] path, long at) throws IOException {
        var body = HttpSide.body(exchange);
        if (path.length == 3 && path[2].startsWith(SAMPLE)) {
            sample(exchange, body);
        } else if (!isToken(HttpSide.header(exchange, "Authorization"), path)) {
            error(exchange, 401, 190, "Invalid OAuth access token - Cannot parse access token", null);
        } else if (path.length < 3 || !VERSION.matcher(path[1]).matches()) {
            error(exchange, 400, 2500, "Unknown path components: the version comes first, as in /v25.0/", null);
        } else if (path.length == 3 && path[2].equals("app")) {
            HttpSide.answer(exchange, 200, Map.of("id", APP));
        } else if (path.length == 4 && path[2].equals(APP) && path[3].equals("uploads")) {
            sampleBytes = Integer.parseInt(HttpSide.query(exchange).get("file_length"));
            HttpSide.answer(exchange, 200, Map.of("id", SAMPLE + "MTphd?sig=ARZ"));
        } else if (path.length == 4 && path[3].equals("message_templates") && templates.containsKey(path[2])) {
            templates.get(path[2]).answer(exchange, body, null);
        } else if (path.length == 3 && templatesWith(path[2]) != null) {
            templatesWith(path[2]).answer(exchange, body, path[2]);
        } else if (path.length == 4 && GraphAccounts.EDGES.contains(path[3])) {
            account(exchange, path[2], path[3]);
        } else if (media.containsKey(path[2])) {
            media(exchange, path[2], path.length == 4 && path[3].equals("bytes"));
        } else if (!tokens.containsKey(path[2])) {
            error(exchange, 400, 100, "Unsupported request. Object with ID '" + path[2] + "' does not exist", null);
        } else if (path.length == 3 && exchange.getRequestMethod().equals("GET")) {
            HttpSide.answer(exchange, 200, accounts.number(path[2]));
        } else if (path.length == 4
                && path[3].equals("messages")
                && exchange.getRequestMethod().equals("POST")) {
            send(exchange, body, at);
        } else if (path.length == 4
                && path[3].equals("media")
                && exchange.getRequestMethod().equals("POST")) {
            upload(exchange, path[2], body);
        } else {
            error(exchange, 400, 2500, "Unknown path components: " + String.join("/", path), null);
        }
    }

    /** The resumable upload API: another word before the token, and where in the file the bytes begin. */
    private void sample(HttpExchange exchange, byte[] body) throws IOException {
        var right = tokens.values().stream()
                        .anyMatch(token -> ("OAuth " + token).equals(HttpSide.header(exchange, "Authorization")))
                && "0".equals(HttpSide.header(exchange, "file_offset"))
                && "ARZ".equals(HttpSide.query(exchange).get("sig"))
                && body.length == sampleBytes;
        if (right) {
            HttpSide.answer(exchange, 200, Map.of("h", "4::sample"));
        } else {
            error(exchange, 400, 100, "The upload is not as it was announced", null);
        }
    }

    private FakeTemplates templatesWith(String id) {
        return templates.values().stream()
                .filter(templates -> templates.hasId(id))
                .findFirst()
                .orElse(null);
    }

    private Optional<GraphJudge.Refusal> refusal(JsonNode body) {
        return GraphJudge.refusal(body)
                .or(() -> templates.isEmpty() || !body.has("template")
                        ? Optional.empty()
                        : templates.values().iterator().next().refusal(body.get("template")));
    }

    /** Any token will do where the path names no number. */
    private boolean isToken(String authorization, String[] path) {
        String wanted = path.length > 2 ? tokens.get(path[2]) : null;
        return wanted == null
                ? tokens.values().stream().anyMatch(token -> ("Bearer " + token).equals(authorization))
                : ("Bearer " + wanted).equals(authorization);
    }

    private void account(HttpExchange exchange, String id, String edge) throws IOException {
        var answer = accounts.answer(exchange.getRequestMethod(), id, edge);
        if (answer.isPresent()) {
            HttpSide.answer(exchange, 200, answer.get());
        } else {
            error(exchange, 400, 100, "Unsupported request. Object with ID '" + id + "' does not exist", null);
        }
    }

    private void media(HttpExchange exchange, String id, boolean bytes) throws IOException {
        var kept = media.get(id);
        if (bytes) {
            HttpSide.answer(exchange, 200, kept.mime, kept.bytes);
            return;
        }
        HttpSide.answer(
                exchange,
                200,
                Map.of(
                        "messaging_product",
                        "whatsapp",
                        "url",
                        uri() + "/v25.0/" + id + "/bytes?mid=" + id + "&hash=a%2Bb",
                        "mime_type",
                        kept.mime,
                        "sha256",
                        kept.sha256,
                        "file_size",
                        Long.toString(kept.announced),
                        "id",
                        id));
    }

    private void upload(HttpExchange exchange, String number, byte[] body) throws IOException {
        if (!HttpSide.waited(latency)) {
            return;
        }
        switch (uploads.take(number, HttpSide.header(exchange, "Content-Type"), body)) {
            case GraphUploads.Taken(String id) -> HttpSide.answer(exchange, 200, Map.of("id", id));
            case GraphUploads.Refused(int code, String details) ->
                error(exchange, code == 131000 ? 500 : 400, code, "Media upload error", details);
        }
    }

    private void send(HttpExchange exchange, byte[] raw, long at) throws IOException {
        JsonNode body;
        try {
            body = Json.read(raw);
        } catch (IOException e) {
            refuse(
                    exchange,
                    new GraphMessage(
                            0, at, "", "", "", List.of(), null, null, null, new String(raw, StandardCharsets.UTF_8)),
                    new GraphJudge.Refusal(100, "The request body is not JSON"));
            return;
        }
        if (body.path("status").asText().equals("read")) {
            read(exchange, body, raw, at);
            return;
        }
        var recipient = body.has("to")
                ? body.get("to").asText()
                : body.path("recipient").asText();
        var request = GraphMessage.of(at, recipient, body, new String(raw, StandardCharsets.UTF_8));
        var type = HttpSide.header(exchange, "Content-Type");
        var refusal = type == null || !type.startsWith("application/json")
                ? new GraphJudge.Refusal(100, "Content-Type must be application/json, not " + type)
                : refusal(body)
                        .or(() -> uploads.refusal(body))
                        .or(() -> afterTheWindow(request))
                        .orElse(null);
        if (refusal != null) {
            refuse(exchange, request, refusal);
            return;
        }
        var answer = answers.get(recipient);
        if (answer != null && answer.isFor(request)) {
            record(request.ended("answered: " + answer.code, null));
            error(exchange, answer.status, answer.code, "An error of Meta", "What Meta says of it.");
            return;
        }
        var fault = faults.next(recipient).orElseGet(() -> pairLimit.allows(recipient) ? null : GraphFault.PAIR_131056);
        if (!HttpSide.waited(latency)) {
            return;
        }
        if (fault == null) {
            accept(exchange, request);
        } else {
            fail(exchange, request, fault);
        }
    }

    private Optional<GraphJudge.Refusal> afterTheWindow(GraphMessage request) {
        var last = wrote.get(request.recipient());
        return last == null
                        || request.type().equals("template")
                        || Instant.now().isBefore(last.plus(WINDOW))
                ? Optional.empty()
                : Optional.of(new GraphJudge.Refusal(
                        131047, "More than 24 hours have passed since the customer last replied to this number."));
    }

    private void read(HttpExchange exchange, JsonNode body, byte[] raw, long at) throws IOException {
        var request = new GraphMessage(
                0, at, "", "read", "", List.of(), null, null, null, new String(raw, StandardCharsets.UTF_8));
        if (body.path("message_id").asText().isBlank()) {
            refuse(exchange, request, new GraphJudge.Refusal(131008, "message_id is required"));
        } else {
            record(request.ended("read", null));
            HttpSide.answer(exchange, 200, Map.of("success", true));
        }
    }

    private void refuse(HttpExchange exchange, GraphMessage request, GraphJudge.Refusal refusal) throws IOException {
        record(request.ended("refused: " + refusal.code() + " " + refusal.details(), null));
        var title = refusal.code() == 100 ? "Invalid parameter" : "Parameter value is not valid";
        error(exchange, 400, refusal.code(), title, refusal.details());
    }

    private void accept(HttpExchange exchange, GraphMessage request) throws IOException {
        var message = request.ended("accepted", nextWamid());
        record(message);
        postStatuses(message);
        var contact = request.recipient().startsWith("+")
                ? Map.of(
                        "input",
                        request.recipient(),
                        "wa_id",
                        request.recipient().substring(1))
                : Map.of("input", request.recipient(), "user_id", request.recipient());
        HttpSide.answer(
                exchange,
                200,
                Map.of(
                        "messaging_product",
                        "whatsapp",
                        "contacts",
                        List.of(contact),
                        "messages",
                        List.of(Map.of("id", message.wamid()))));
    }

    private void fail(HttpExchange exchange, GraphMessage request, GraphFault fault) throws IOException {
        var ended = request.ended(fault.name(), fault.accepts() ? nextWamid() : null);
        record(ended);
        if (fault.accepts()) {
            postStatuses(ended);
        }
        switch (fault) {
            case SILENCE, ACCEPT_THEN_SILENCE -> HttpSide.waited(FOR_EVER);
            case RESET, ACCEPT_THEN_RESET -> exchange.close();
            case NOT_JSON ->
                HttpSide.answer(
                        exchange,
                        fault.status,
                        "text/html",
                        "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8));
            default -> error(exchange, fault.status, fault.code, fault.title, fault.details);
        }
    }

    private static void error(HttpExchange exchange, int status, int code, String title, String details)
            throws IOException {
        var error = Json.object();
        error.put("message", code == 190 ? title : "(#" + code + ") " + title);
        error.put("type", "OAuthException").put("code", code);
        if (details != null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        }
        error.put("fbtrace_id", "AInventedTraceId0000001");
        HttpSide.answer(exchange, status, Map.of("error", error));
    }

    private String nextWamid() {
        var counter = "waybill-" + (1_000_000_000_000L + wamids.incrementAndGet());
        return "wamid." + Base64.getEncoder().encodeToString(counter.getBytes(StandardCharsets.US_ASCII));
    }

    private void record(GraphMessage request) {
        lock.lock();
        try {
            var numbered = request.numbered(requests.size() + 1L);
            requests.add(numbered);
            if (numbered.isAccepted()) {
                accepted.add(numbered);
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
        if (request.isAccepted()) {
            listeners.forEach(listener -> listener.accept(request));
        }
    }

    private void postStatuses(GraphMessage message) {
        var wanted = statuses;
        var remaining = wanted.plan.statuses;
        if (wanted.plan == StatusPlan.SENT_BEFORE_ANSWER) {
            postStatus(wanted, message, remaining.getFirst());
            remaining = remaining.subList(1, remaining.size());
        }
        var later = remaining;
        if (!later.isEmpty()) {
            Thread.ofVirtual().start(() -> later.forEach(status -> postStatus(wanted, message, status)));
        }
    }

    private static void postStatus(Statuses wanted, GraphMessage message, String status) {
        if (HttpSide.waited(wanted.pause)) {
            wanted.webhook.postUntilTaken(wanted.webhook.envelope().status(message, status), Duration.ofSeconds(60));
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        int next = Integer.parseInt(HttpSide.query(exchange).getOrDefault("from", "0"));
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            // the lines carry the time of arrival, so batching costs the reader no precision
            while (HttpSide.waited(BATCHING)) {
                var batch = messagesFrom(next);
                next = batch.next;
                var lines = new StringBuilder();
                batch.messages.forEach(
                        message -> lines.append(Json.write(message)).append('\n'));
                out.write(
                        batch.messages.isEmpty()
                                ? new byte[] {'\n'}
                                : lines.toString().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Batch(List<GraphMessage> messages, int next) {}

    private Batch messagesFrom(int next) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (forgotten + accepted.size() <= next) {
                arrived.await(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
            }
            int index = Math.max(0, next - forgotten);
            var messages = index >= accepted.size()
                    ? List.<GraphMessage>of()
                    : List.copyOf(accepted.subList(index, accepted.size()));
            return new Batch(messages, Math.max(next, forgotten) + messages.size());
        } finally {
            lock.unlock();
        }
    }
}
