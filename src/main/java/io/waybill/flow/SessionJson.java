package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a session. Keys are short and absent values left out: it is written with every message. */
final class SessionJson {

    private SessionJson() {}

    static String write(Session session) {
        return Json.write(json(session));
    }

    private static ObjectNode json(Session session) {
        ObjectNode json = Json.object();
        json.put("id", session.id());
        json.put("n", session.visit());
        Session.Place place = session.place();
        if (place != null) {
            json.putObject("at")
                    .put("flow", place.flow())
                    .put("rev", place.revision())
                    .put("step", place.step());
        }
        json.set("wait", waiting(session.waiting()));
        if (!session.variables().isEmpty()) {
            json.set("vars", session.variables());
        }
        if (!session.cart().equals(Cart.empty())) {
            json.set("cart", cart(session.cart()));
        }
        if (!session.start().equals(Start.NOTHING)) {
            json.set("start", start(session.start()));
        }
        if (session.silences() > 0) {
            json.put("quiet", session.silences());
        }
        put(json, "lang", session.language());
        if (session.interrupted() != null) {
            json.set("back", waiting(session.interrupted()));
        }
        if (session.failure() != null) {
            json.putObject("fail")
                    .put("step", session.failure().step())
                    .put("why", session.failure().reason());
        }
        if (session.queuedSince() != null) {
            json.put("queue", session.queuedSince().toEpochMilli());
        }
        if (session.beside() != null) {
            json.set("beside", json(session.beside()));
        }
        return json;
    }

    static Session read(String text) {
        return session(Json.read(text));
    }

    private static Session session(JsonNode json) {
        JsonNode at = json.get("at");
        JsonNode fail = json.get("fail");
        return new Session(
                json.path("id").asText(),
                json.path("n").intValue(),
                at == null
                        ? null
                        : new Session.Place(
                                at.path("flow").asText(),
                                at.path("rev").asText(),
                                at.path("step").asText()),
                waiting(json.path("wait")),
                json.get("vars") instanceof ObjectNode variables ? variables : Json.object(),
                cart(json.path("cart")),
                start(json.path("start")),
                json.path("quiet").intValue(),
                json.path("lang").textValue(),
                json.has("back") ? question(json.path("back")) : null,
                fail == null
                        ? null
                        : new Session.Failure(
                                fail.path("step").asText(), fail.path("why").asText()),
                json.has("queue") ? instant(json.path("queue")) : null,
                json.has("beside") ? session(json.path("beside")) : null);
    }

    private static ObjectNode start(Start start) {
        ObjectNode json = Json.object();
        put(json, "text", start.text());
        put(json, "product", start.product());
        put(json, "job", start.job());
        if (start.qty() != null) {
            json.put("qty", start.qty());
        }
        if (start.cart() != null) {
            json.set("cart", start.cart());
        }
        if (start.order() != null) {
            json.set("order", start.order());
        }
        return json;
    }

    private static Start start(JsonNode json) {
        return new Start(
                json.path("text").textValue(),
                json.path("product").textValue(),
                json.path("job").textValue(),
                json.has("qty") ? json.path("qty").intValue() : null,
                json.get("cart") instanceof ArrayNode cart ? cart : null,
                json.get("order") instanceof ObjectNode order ? order : null);
    }

    private static ObjectNode waiting(Waiting waiting) {
        ObjectNode json = Json.object();
        switch (waiting) {
            case Waiting.Idle idle -> json.put("for", "idle");
            case Waiting.HandedOver(Instant until, Waiting.Question question) -> {
                json.put("for", "person");
                if (until != null) {
                    json.put("end", until.toEpochMilli());
                }
                if (question != null) {
                    json.set("question", waiting(question));
                }
            }
            case Waiting.MainMenu menu ->
                json.put("for", "menu").put("n", menu.visit()).put("page", menu.page());
            case Waiting.Question question -> {
                json.put("for", "answer")
                        .put("step", question.step())
                        .put("n", question.visit())
                        .put("page", question.page())
                        .put("misses", question.misses());
                if (question.silence() != null) {
                    Instant remindAt = question.silence().remindAt();
                    if (remindAt != null) {
                        json.put("remind", remindAt.toEpochMilli());
                    }
                    json.put("end", question.silence().endsAt().toEpochMilli());
                }
            }
            case Waiting.Calls calls -> {
                json.put("for", "erp")
                        .put("step", calls.step())
                        .put("op", calls.operation().name());
                ArrayNode keys = json.putArray("keys");
                calls.keys().forEach(keys::add);
            }
            case Waiting.Checking checking ->
                json.put("for", "check")
                        .put("step", checking.step())
                        .put("op", checking.operation().name())
                        .put("key", checking.key());
            case Waiting.Queued queued -> json.put("for", "turn").put("step", queued.step());
            case Waiting.File file ->
                json.put("for", "file").put("key", file.key()).set("question", waiting(file.question()));
            case Waiting.Paused paused -> {
                json.put("for", "message").put("step", paused.step());
                if (paused.question() != null) {
                    json.set("question", waiting(paused.question()));
                }
            }
            case Waiting.Returning returning ->
                json.put("for", "return")
                        .put("n", returning.visit())
                        .put("said", returning.said())
                        .set("question", waiting(returning.question()));
            case Waiting.Leaving leaving ->
                json.put("for", "leave")
                        .put("n", leaving.visit())
                        .put("flow", leaving.flow())
                        .<ObjectNode>set("start", start(leaving.start()))
                        .set("question", waiting(leaving.question()));
            case Waiting.Looking looking -> {
                json.put("for", "look").put("said", looking.said());
                ArrayNode keys = json.putArray("keys");
                looking.keys().forEach(keys::add);
            }
        }
        return json;
    }

    private static Waiting waiting(JsonNode json) {
        String step = json.path("step").asText();
        return switch (json.path("for").asText()) {
            case "idle" -> new Waiting.Idle();
            case "person" ->
                new Waiting.HandedOver(
                        json.has("end") ? Instant.ofEpochMilli(json.path("end").longValue()) : null,
                        json.has("question") ? question(json.path("question")) : null);
            case "menu" ->
                new Waiting.MainMenu(
                        json.path("n").intValue(), json.path("page").intValue());
            case "answer" -> question(json);
            case "erp" -> new Waiting.Calls(step, operation(json), keys(json));
            case "check" ->
                new Waiting.Checking(step, operation(json), json.path("key").asText());
            case "turn" -> new Waiting.Queued(step);
            case "file" ->
                new Waiting.File(
                        question(json.path("question")), json.path("key").asText());
            case "message" -> new Waiting.Paused(step, json.has("question") ? question(json.path("question")) : null);
            case "return" ->
                new Waiting.Returning(
                        json.path("n").intValue(),
                        question(json.path("question")),
                        json.path("said").asText());
            case "leave" ->
                new Waiting.Leaving(
                        json.path("n").intValue(),
                        question(json.path("question")),
                        json.path("flow").asText(),
                        start(json.path("start")));
            case "look" -> new Waiting.Looking(json.path("said").asText(), keys(json));
            default -> throw new IllegalArgumentException("A session waits for something unknown: " + json);
        };
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.path("keys").forEach(key -> keys.add(key.textValue()));
        return keys;
    }

    private static Waiting.Question question(JsonNode json) {
        return new Waiting.Question(
                json.path("step").asText(),
                json.path("n").intValue(),
                json.path("page").intValue(),
                json.path("misses").intValue(),
                json.has("end")
                        ? new Waiting.Silence(
                                json.has("remind") ? instant(json.path("remind")) : null, instant(json.path("end")))
                        : null);
    }

    private static Instant instant(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue());
    }

    private static ErpOperation operation(JsonNode json) {
        return ErpOperation.valueOf(json.path("op").asText());
    }

    private static ObjectNode cart(Cart cart) {
        ObjectNode json = Json.object();
        put(json, "cur", cart.currency());
        if (cart.submitted()) {
            json.put("sent", true);
        }
        if (cart.pickup()) {
            json.put("pickup", true);
        }
        ArrayNode lines = json.putArray("lines");
        for (Cart.Line line : cart.lines()) {
            ObjectNode node = lines.addObject();
            node.set("product", line.product());
            if (line.options() != null) {
                node.set("options", line.options());
            }
            node.put("qty", line.qty());
            if (line.unitPrice() != null) {
                node.put("price", line.unitPrice());
            }
            if (line.quotedFor() != 0) {
                node.put("for", line.quotedFor());
            }
            if (line.seenPrice() != null) {
                node.put("seen", line.seenPrice());
            }
            if (line.stock() != null) {
                node.put("stock", line.stock());
            }
        }
        return json;
    }

    private static Cart cart(JsonNode json) {
        if (json.isMissingNode()) {
            return Cart.empty();
        }
        List<Cart.Line> lines = new ArrayList<>();
        for (JsonNode node : json.path("lines")) {
            lines.add(new Cart.Line(
                    (ObjectNode) node.path("product"),
                    node.get("options"),
                    node.path("qty").intValue(),
                    decimal(node.get("price")),
                    node.path("for").intValue(),
                    decimal(node.get("seen")),
                    decimal(node.get("stock"))));
        }
        return new Cart(
                lines,
                json.path("cur").textValue(),
                json.path("sent").asBoolean(),
                json.path("pickup").asBoolean());
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode number) {
        return number == null ? null : number.decimalValue();
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
