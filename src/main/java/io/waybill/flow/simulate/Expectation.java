package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expectations of a step as JSON, made of what happened or held against it. */
final class Expectation {

    private static final List<String> KEYS =
            List.of("messages", "calls", "hand_over", "incidents", "results", "unmatched");

    private Expectation() {}

    // Recording

    /** Puts what happened in the place of what was expected; whole payloads stay where there were any. */
    static void replace(ObjectNode step, Reaction reaction) {
        JsonNode before = step.path("messages");
        ObjectNode now = of(reaction);
        for (int i = 0; i < Math.min(before.size(), reaction.messages().size()); i++) {
            if (before.get(i).has("payload")) {
                ((ObjectNode) now.path("messages").get(i))
                        .set("payload", reaction.messages().get(i).payload());
            }
        }
        step.remove(KEYS);
        step.setAll(now);
    }

    /** All that can be expected, but payloads. */
    static ObjectNode of(Reaction reaction) {
        ObjectNode json = Json.object();
        if (!reaction.messages().isEmpty()) {
            ArrayNode messages = json.putArray("messages");
            reaction.messages().forEach(message -> messages.add(message(message)));
        }
        if (!reaction.calls().isEmpty()) {
            ArrayNode calls = json.putArray("calls");
            for (Reaction.Called call : reaction.calls()) {
                ObjectNode node =
                        calls.addObject().put("operation", call.operation().name());
                node.set("request", call.request());
                node.put("outcome", call.outcome());
            }
        }
        put(json, "hand_over", reaction.handOver());
        putAll(json, "incidents", reaction.incidents());
        if (!reaction.results().isEmpty()) {
            reaction.results().forEach(json.putArray("results")::add);
        }
        putAll(json, "unmatched", reaction.unmatched());
        return json;
    }

    private static ObjectNode message(ShownMessage message) {
        ObjectNode json = Json.object();
        if (!message.form().equals("text")) {
            json.put("form", message.form());
        }
        put(json, "template", message.template());
        put(json, "link", message.link());
        if (!message.after().isZero()) {
            json.put("after", Durations.text(message.after()));
        }
        json.put("text", message.text());
        put(json, "footer", message.footer());
        put(json, "button", message.button());
        if (!message.options().isEmpty()) {
            ArrayNode options = json.putArray("options");
            for (ShownMessage.Option option : message.options()) {
                if (option.note() == null) {
                    options.add(option.title());
                } else {
                    options.addObject().put("title", option.title()).put("note", option.note());
                }
            }
        }
        return json;
    }

    private static void putAll(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(json.putArray(name)::add);
        }
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    // Comparing

    static List<String> differences(ObjectNode expected, Reaction reaction) {
        List<String> found = new ArrayList<>();
        messages(expected.path("messages"), reaction.messages(), found);
        calls(expected.path("calls"), reaction.calls(), found);
        value("hand_over", expected.get("hand_over"), text(reaction.handOver()), found);
        texts("incidents", expected.path("incidents"), reaction.incidents(), found);
        results(expected.path("results"), reaction.results(), found);
        texts("unmatched", expected.path("unmatched"), reaction.unmatched(), found);
        return found;
    }

    private static void results(JsonNode expected, List<ObjectNode> got, List<String> found) {
        ArrayNode all = Json.array();
        got.forEach(all::add);
        value("results", expected.isEmpty() ? null : expected, all.isEmpty() ? null : all, found);
    }

    private static void texts(String name, JsonNode expected, List<String> got, List<String> found) {
        ArrayNode all = Json.array();
        got.forEach(all::add);
        value(name, expected.isEmpty() ? null : expected, all.isEmpty() ? null : all, found);
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : Json.nodes().textNode(text);
    }

    private static void messages(JsonNode expected, List<ShownMessage> got, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
            String name = "message " + (i + 1);
            if (i >= got.size()) {
                found.add("  %s is missing:\n%s"
                        .formatted(
                                name, lines("- ", expected.get(i).path("text").asText())));
            } else if (i >= expected.size()) {
                found.add("  %s is not expected:\n%s"
                        .formatted(name, lines("+ ", got.get(i).text())));
            } else {
                message(name, expected.get(i), got.get(i), found);
            }
        }
    }

    private static void message(String name, JsonNode expected, ShownMessage message, List<String> found) {
        ObjectNode got = message(message);
        got.set("form", text(message.form()));
        got.set("payload", message.payload());
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!field.getKey().equals("options")) {
                value(name + ", " + field.getKey(), field.getValue(), got.get(field.getKey()), found);
            }
        }
        options(name, expected.path("options"), message.options(), found);
    }

    private static void options(String name, JsonNode expected, List<ShownMessage.Option> got, List<String> found) {
        boolean equal = expected.size() == got.size();
        for (int i = 0; equal && i < got.size(); i++) {
            JsonNode option = expected.get(i);
            equal = title(option).equals(got.get(i).title())
                    && (!option.has("note")
                            || option.path("note").asText().equals(got.get(i).note()));
        }
        if (!equal) {
            StringBuilder before = new StringBuilder();
            expected.forEach(option -> before.append(before.isEmpty() ? "" : "\n")
                    .append(row(title(option), option.path("note").textValue())));
            StringBuilder now = new StringBuilder();
            got.forEach(option -> now.append(now.isEmpty() ? "" : "\n").append(row(option.title(), option.note())));
            found.add("  %s, options:\n%s".formatted(name, diff(before.toString(), now.toString())));
        }
    }

    private static String title(JsonNode option) {
        return option.isTextual() ? option.asText() : option.path("title").asText();
    }

    private static String row(String title, @Nullable String note) {
        return note == null ? title : title + " | " + note;
    }

    private static void calls(JsonNode expected, List<Reaction.Called> got, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), got.size()); i++) {
            String name = "call " + (i + 1);
            if (i >= got.size()) {
                found.add("  %s is missing: %s"
                        .formatted(name, expected.get(i).path("operation").asText()));
                continue;
            }
            Reaction.Called call = got.get(i);
            if (i >= expected.size()) {
                found.add("  %s is not expected: %s %s".formatted(name, call.operation(), call.request()));
                continue;
            }
            JsonNode wanted = expected.get(i);
            value(
                    name + ", operation",
                    wanted.get("operation"),
                    text(call.operation().name()),
                    found);
            if (wanted.has("outcome")) {
                value(name + ", outcome", wanted.get("outcome"), text(call.outcome()), found);
            }
            if (wanted.has("request")) {
                subset(name + ", request", wanted.path("request"), call.request(), found);
            }
        }
    }

    /** Every field of {@code expected} must be there; amounts are equal by value, {@code 2} is {@code 2.00}. */
    private static void subset(String name, JsonNode expected, JsonNode got, List<String> found) {
        if (expected.isObject() && got.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                subset(name + '.' + field.getKey(), field.getValue(), got.path(field.getKey()), found);
            }
        } else if (expected.isArray() && got.isArray() && expected.size() == got.size()) {
            for (int i = 0; i < expected.size(); i++) {
                subset(name + '[' + i + ']', expected.get(i), got.get(i), found);
            }
        } else {
            value(name, expected, got, found);
        }
    }

    private static void value(String name, @Nullable JsonNode expected, @Nullable JsonNode got, List<String> found) {
        JsonNode wanted = expected == null ? Json.nodes().missingNode() : expected;
        JsonNode is = got == null ? Json.nodes().missingNode() : got;
        boolean equal = wanted.isNumber() && is.isNumber()
                ? wanted.decimalValue().compareTo(is.decimalValue()) == 0
                : wanted.equals(is);
        if (!equal) {
            found.add("  %s:\n%s".formatted(name, diff(words(wanted), words(is))));
        }
    }

    private static String words(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.isMissingNode() ? "(nothing)" : Json.write(node);
    }

    /** Lines that both have are shown once; what only one has is marked, expected with -, got with +. */
    private static String diff(String expected, String got) {
        List<String> before = List.of(expected.split("\n", -1));
        List<String> now = List.of(got.split("\n", -1));
        int head = 0;
        int shorter = Math.min(before.size(), now.size());
        while (head < shorter && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<String> lines = new ArrayList<>();
        before.subList(0, head).forEach(line -> lines.add("      " + line));
        before.subList(head, before.size() - tail).forEach(line -> lines.add("    - " + line));
        now.subList(head, now.size() - tail).forEach(line -> lines.add("    + " + line));
        before.subList(before.size() - tail, before.size()).forEach(line -> lines.add("      " + line));
        return String.join("\n", lines);
    }

    private static String lines(String mark, String text) {
        return "    " + mark + text.replace("\n", "\n    " + mark);
    }
}
