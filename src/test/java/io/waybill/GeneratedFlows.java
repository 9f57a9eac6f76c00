package io.waybill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Flows of random steps, each of which says or asks something, and what leads through them. */
final class GeneratedFlows {

    private static final List<String> WORDS = List.of(
            "Hello",
            "Ünïcödé",
            "😀",
            "\"quoted\"",
            "back\\slash",
            "a/b",
            "<b>&amp;</b>",
            "*bold*",
            "line\nbreak",
            "tab\there",
            "{{contact.name}}",
            "{{1.50 + 1}}",
            "{{start.text}}",
            "مرحبا",
            "日本語",
            "é",
            "\u2028",
            "\u00a0",
            "'single'",
            "100%",
            "https://example.com/?a=1&b=2",
            "{{$money(1234.5, 'KES')}}");

    private final Random random;
    private final Set<String> kinds = new TreeSet<>();

    GeneratedFlows(Random random) {
        this.random = random;
    }

    /** What was made so far. */
    Set<String> kinds() {
        return kinds;
    }

    ObjectNode flow(String id, int steps) {
        ObjectNode flow =
                Json.object().put("schema", 1).put("id", id).put("title", id).put("lang", "en");
        flow.putArray("start").add(id);
        flow.putObject("on").put("silence", "@pause").put("invalid", "@human");
        ArrayNode list = flow.putArray("steps");
        for (int i = 0; i < steps; i++) {
            // A step that only says something shares its message with the next question, unless it is a picture or a
            // file.
            list.add(step(i));
        }
        return flow;
    }

    /** The start word, and an answer to each question. */
    static List<JsonNode> inputs(ObjectNode flow) {
        List<JsonNode> inputs = new ArrayList<>();
        inputs.add(Json.object().put("say", flow.path("id").asText()));
        for (JsonNode step : flow.path("steps")) {
            JsonNode ask = step.path("ask");
            if (ask.path("type").asText().equals("choice")) {
                JsonNode options = ask.path("options");
                inputs.add(Json.object()
                        .put(
                                "tap",
                                options.get(options.size() - 1).path("title").asText()));
            } else if (ask.path("type").asText().equals("number")) {
                inputs.add(Json.object().put("say", "7"));
            } else if (ask.has("type")) {
                inputs.add(
                        Json.object().put("say", "Beth House " + step.path("id").asText()));
            }
        }
        return inputs.subList(0, inputs.size() - 1);
    }

    private ObjectNode step(int index) {
        ObjectNode step = Json.object().put("id", "s" + index);
        switch (index % 20 == 19 ? 0 : random.nextInt(10)) {
            case 0 -> text(step, index);
            case 1 -> number(step);
            case 2 -> choice(step, index, 1 + random.nextInt(3), "buttons", false);
            case 3 -> choice(step, index, 4 + random.nextInt(7), "list", false);
            case 4 -> choice(step, index, 4 + random.nextInt(7), "list with notes", true);
            case 5 -> choice(step, index, 2, "buttons with footer", false);
            case 6 -> picture(step);
            case 7 -> document(step);
            case 8 -> template(step, index);
            default -> location(step);
        }
        return step;
    }

    private void text(ObjectNode step, int index) {
        kinds.add("text");
        step.put("say", words(random.nextInt(4) == 0 ? 100 : 6))
                .putObject("ask")
                .put("type", "text");
    }

    private void number(ObjectNode step) {
        kinds.add("number");
        step.put("say", words(6)).putObject("ask").put("type", "number");
    }

    private void choice(ObjectNode step, int index, int count, String kind, boolean notes) {
        kinds.add(kind);
        if (kind.endsWith("footer")) {
            step.putObject("say").put("text", words(6)).put("footer", "Small print é " + index);
        } else {
            step.put("say", words(6));
        }
        ObjectNode ask = step.putObject("ask").put("type", "choice");
        if (kind.startsWith("list") && random.nextBoolean()) {
            ask.put("button", "Pick é \"one\"");
        }
        ArrayNode options = ask.putArray("options");
        for (int i = 0; i < count; i++) {
            ObjectNode option = options.addObject()
                    .put("id", "o" + i)
                    .put("title", "%s %d.%d".formatted(i % 2 == 0 ? "é\"\\" : "T", index, i));
            if (notes) {
                option.put("note", "Note < & > " + i);
            }
        }
    }

    private void picture(ObjectNode step) {
        kinds.add("picture");
        step.putObject("say").put("text", words(5)).put("image", "https://example.com/p%C3%A9.png?a=1&b=2");
        step.putObject("ask").put("type", "text");
    }

    private void document(ObjectNode step) {
        kinds.add("document");
        step.putObject("say")
                .put("text", words(5))
                .put("document", "https://example.com/d.pdf")
                .put("filename", "Préis \"liste\".pdf");
        step.putObject("ask").put("type", "text");
    }

    private void template(ObjectNode step, int index) {
        kinds.add("template");
        step.putObject("say")
                .put("template", "order_cod_confirm")
                .putArray("params")
                .add("SO-é" + index)
                .add("KES \"5\"");
        step.putObject("ask")
                .put("type", "choice")
                .putArray("options")
                .add(Json.object().put("id", "yes").put("title", "Confirm"))
                .add(Json.object().put("id", "no").put("title", "Cancel"));
    }

    private void location(ObjectNode step) {
        kinds.add("location");
        step.put("say", words(6))
                .putObject("ask")
                .putArray("type")
                .add("location")
                .add("text");
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder("Q");
        for (int i = 0; i < count; i++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }
}
