package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every text of a flow that can be translated, under the name it has in {@code texts}. */
final class Texts {

    private static final Set<String> BESIDE_TEXT =
            Set.of("image", "document", "video", "link", "product", "products", "catalog");

    private Texts() {}

    /** What a text is to WhatsApp. */
    enum Use {
        TITLE,
        MENU,
        MESSAGE,
        CAPTION,
        HEADING,
        QUESTION,
        FOOTER,
        BUTTON,
        OPTION_BUTTON,
        OPTION_ROW,
        LISTED,
        NOTE
    }

    /** @param name its key in {@code texts} */
    record Text(String name, String pointer, String base, Use use) {}

    static List<Text> of(Subject subject) {
        List<Text> texts = new ArrayList<>();
        JsonNode root = subject.root();
        add(root, "title", "title", "", Use.TITLE, texts);
        add(root, "menu", "menu", "", Use.MENU, texts);
        for (int i = 0; i < root.path("commands").size(); i++) {
            add(root.path("commands").get(i), "say", "commands." + i + ".say", "/commands/" + i, Use.MESSAGE, texts);
        }
        subject.steps().forEach(step -> ofStep(step, subject.json(step), texts));
        return texts;
    }

    private static void ofStep(Step step, JsonNode node, List<Text> texts) {
        String pointer = Subject.pointer(step);
        JsonNode ask = node.path("ask");
        said(node, step.id(), pointer, node.has("ask") ? Use.QUESTION : Use.MESSAGE, texts);
        add(ask, "button", step.id() + ".button", pointer + "/ask", Use.BUTTON, texts);
        add(ask, "retry", step.id() + ".retry", pointer + "/ask", Use.QUESTION, texts);
        said(ask.path("remind"), step.id() + ".remind", pointer + "/ask/remind", Use.MESSAGE, texts);
        JsonNode options = ask.path("options");
        String place = pointer + "/ask/options";
        if (options.isObject()) {
            add(options, "title", step.id() + ".options.title", place, Use.LISTED, texts);
            add(options, "note", step.id() + ".options.note", place, Use.LISTED, texts);
        }
        for (int i = 0; options.isArray() && i < options.size(); i++) {
            JsonNode option = options.get(i);
            String name = step.id() + ".options." + option.path("id").asText();
            add(option, "title", name, place + '/' + i, options.size() > 3 ? Use.OPTION_ROW : Use.OPTION_BUTTON, texts);
            add(option, "note", name + ".note", place + '/' + i, Use.NOTE, texts);
        }
    }

    private static void said(JsonNode node, String name, String pointer, Use use, List<Text> texts) {
        JsonNode say = node.path("say");
        if (say.isTextual()) {
            add(node, "say", name + ".say", pointer, use, texts);
        } else {
            boolean captioned = use == Use.MESSAGE && BESIDE_TEXT.stream().anyMatch(say::has);
            add(say, "text", name + ".say", pointer + "/say", captioned ? Use.CAPTION : use, texts);
            add(say.path("link"), "title", name + ".link", pointer + "/say/link", Use.BUTTON, texts);
            add(say.path("products"), "title", name + ".products", pointer + "/say/products", Use.HEADING, texts);
            add(say, "footer", name + ".footer", pointer + "/say", Use.FOOTER, texts);
        }
    }

    private static void add(JsonNode node, String key, String name, String pointer, Use use, List<Text> texts) {
        if (node.path(key).isTextual()) {
            texts.add(new Text(name, pointer + '/' + key, node.path(key).textValue(), use));
        }
    }
}
