package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** WhatsApp's limits, written from Meta's documentation without a look at our own rendering: the strict judge of every test. */
public final class GraphRules {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}(\\.ENT)?\\.[A-Za-z0-9]{1,256}");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern PARAMETER_BREAK = Pattern.compile("[\\n\\r\\t]| {4,}");

    private final List<String> broken = new ArrayList<>();

    private GraphRules() {}

    /** What Graph would refuse about a body posted to {@code /messages}; empty when it would take it. */
    public static List<String> violations(String json) {
        GraphRules rules = new GraphRules();
        try {
            rules.message(JSON.readTree(json));
        } catch (Exception e) {
            rules.broken.add("not JSON: " + e.getMessage());
        }
        return rules.broken;
    }

    private void message(JsonNode body) {
        if (body.has("status")) {
            only(body, "messaging_product", "status", "message_id", "typing_indicator");
            text(body, "message_id", 10_000);
            return;
        }
        String type = body.path("type").asText();
        only(
                body,
                "messaging_product",
                "recipient_type",
                "to",
                "recipient",
                "type",
                "context",
                "biz_opaque_callback_data",
                type);
        check("whatsapp".equals(body.path("messaging_product").asText()), "messaging_product is not whatsapp");
        check("individual".equals(body.path("recipient_type").asText()), "recipient_type is not individual");
        check(body.has("to") != body.has("recipient"), "needs exactly one of to and recipient");
        check(!body.has("to") || E164.matcher(body.path("to").asText()).matches(), "to is not + and digits");
        check(
                !body.has("recipient")
                        || USER_ID.matcher(body.path("recipient").asText()).matches(),
                "recipient is no user id");
        check(body.path("biz_opaque_callback_data").asText().length() <= 512, "callback data over 512");
        JsonNode content = body.path(type);
        check(content.isObject() || type.equals("contacts") && content.isArray(), "no object for type " + type);
        noForbiddenCharacters(body);
        switch (type) {
            case "text" -> {
                only(content, "preview_url", "body");
                text(content, "body", 4096);
            }
            case "image", "video" -> file(content, "caption");
            case "audio" -> file(content, "voice");
            case "sticker" -> file(content);
            case "document" -> {
                text(content, "filename", 255);
                file(content, "caption", "filename");
            }
            case "location" -> location(content);
            case "contacts" -> contacts(content);
            case "reaction" -> {
                only(content, "message_id", "emoji");
                text(content, "message_id", 512);
                check(
                        content.path("emoji").isTextual()
                                && content.path("emoji").asText().length() <= 64,
                        "emoji");
            }
            case "interactive" -> interactive(content);
            case "template" -> template(content);
            default -> broken.add("unexpected type " + type);
        }
    }

    private void file(JsonNode content, String... more) {
        Set<String> allowed = new HashSet<>(Set.of(more));
        allowed.addAll(Set.of("id", "link"));
        only(content, allowed);
        check(content.has("id") != content.has("link"), "needs exactly one of id and link");
        if (content.has("link")) {
            link(content, "link");
        } else {
            text(content, "id", 256);
        }
        optionalText(content, "caption", 1024);
    }

    private void link(JsonNode node, String field) {
        check(LINK.matcher(node.path(field).asText()).matches(), field + " is no web address");
    }

    private void location(JsonNode content) {
        only(content, "latitude", "longitude", "name", "address");
        degrees(content, "latitude", 90);
        degrees(content, "longitude", 180);
        optionalText(content, "name", 1000);
        optionalText(content, "address", 1000);
    }

    private void degrees(JsonNode content, String field, int limit) {
        check(content.path(field).isNumber() && Math.abs(content.path(field).asDouble()) <= limit, field);
    }

    private void contacts(JsonNode contacts) {
        check(!contacts.isEmpty() && contacts.size() <= 257, "%d contacts".formatted(contacts.size()));
        for (JsonNode contact : contacts) {
            only(contact, "name", "phones", "emails");
            only(contact.path("name"), "formatted_name", "first_name");
            text(contact.path("name"), "formatted_name", 1024);
            text(contact.path("name"), "first_name", 1024);
            contact.path("phones").forEach(phone -> text(phone, "phone", 200));
            contact.path("emails").forEach(email -> text(email, "email", 200));
        }
    }

    private void interactive(JsonNode it) {
        only(it, "type", "header", "body", "footer", "action");
        if (it.has("body") || !it.path("type").asText().equals("product")) {
            only(it.path("body"), "text");
            text(it.path("body"), "text", 1024);
        }
        if (it.has("footer")) {
            only(it.path("footer"), "text");
            text(it.path("footer"), "text", 60);
        }
        JsonNode action = it.path("action");
        switch (it.path("type").asText()) {
            case "button" -> {
                header(it, "text", "image", "video", "document");
                buttons(action);
            }
            case "list" -> {
                header(it, "text");
                list(action);
            }
            case "cta_url" -> {
                header(it, "text", "image", "video", "document");
                parameters(action, "cta_url", "display_text", "url");
                oneLine(action.path("parameters"), "display_text", 20);
                link(action.path("parameters"), "url");
            }
            case "flow" -> {
                header(it, "text", "image", "video", "document");
                form(action);
            }
            case "product" -> {
                header(it);
                only(action, "catalog_id", "product_retailer_id");
                text(action, "catalog_id", 256);
                text(action, "product_retailer_id", 256);
            }
            case "product_list" -> {
                check(it.has("header"), "no header");
                header(it, "text");
                products(action);
            }
            case "catalog_message" -> {
                header(it);
                only(action, "name", "parameters");
                check(action.path("name").asText().equals("catalog_message"), "action is not catalog_message");
                if (action.has("parameters")) {
                    only(action.path("parameters"), "thumbnail_product_retailer_id");
                    text(action.path("parameters"), "thumbnail_product_retailer_id", 256);
                }
            }
            case "location_request_message" -> named(it, action, "send_location");
            case "request_contact_info" -> named(it, action, "request_contact_info");
            default -> broken.add("unexpected interactive type " + it.path("type"));
        }
    }

    private void named(JsonNode it, JsonNode action, String name) {
        only(action, "name");
        check(action.path("name").asText().equals(name), "action is not " + name);
        check(!it.has("footer") && !it.has("header"), "no header or footer here");
    }

    private void header(JsonNode it, String... kinds) {
        if (!it.has("header")) {
            return;
        }
        JsonNode header = it.path("header");
        String kind = header.path("type").asText();
        check(Set.of(kinds).contains(kind), "no header of type " + kind + " here");
        only(header, "type", kind);
        if (kind.equals("text")) {
            oneLine(header, "text", 60);
        } else {
            file(header.path(kind), "filename");
        }
    }

    private void parameters(JsonNode action, String name, String... fields) {
        only(action, "name", "parameters");
        check(action.path("name").asText().equals(name), "action is not " + name);
        only(action.path("parameters"), fields);
    }

    private void form(JsonNode action) {
        parameters(
                action,
                "flow",
                "flow_message_version",
                "flow_id",
                "flow_cta",
                "flow_token",
                "flow_action",
                "flow_action_payload");
        JsonNode form = action.path("parameters");
        check(form.path("flow_message_version").asText().equals("3"), "flow version");
        text(form, "flow_id", 256);
        text(form, "flow_token", 256);
        oneLine(form, "flow_cta", 20);
        check(form.has("flow_action") == form.has("flow_action_payload"), "flow action and payload");
        check(
                !form.has("flow_action_payload")
                        || form.at("/flow_action_payload/screen").isTextual(),
                "flow screen");
    }

    private void products(JsonNode action) {
        only(action, "catalog_id", "sections");
        text(action, "catalog_id", 256);
        JsonNode sections = action.path("sections");
        check(!sections.isEmpty() && sections.size() <= 10, "%d sections".formatted(sections.size()));
        int items = 0;
        for (JsonNode section : sections) {
            only(section, "title", "product_items");
            oneLine(section, "title", 24);
            check(!section.path("product_items").isEmpty(), "a section without products");
            items += section.path("product_items").size();
            section.path("product_items").forEach(item -> text(item, "product_retailer_id", 256));
        }
        check(items <= 30, "%d products".formatted(items));
    }

    private void buttons(JsonNode action) {
        only(action, "buttons");
        JsonNode buttons = action.path("buttons");
        check(buttons.size() >= 1 && buttons.size() <= 3, "%d buttons".formatted(buttons.size()));
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        for (JsonNode button : buttons) {
            only(button, "type", "reply");
            only(button.path("reply"), "id", "title");
            check(button.path("type").asText().equals("reply"), "a button is not of type reply");
            id(button.path("reply"), 256, ids);
            title(button.path("reply"), 20, titles);
        }
    }

    private void list(JsonNode action) {
        only(action, "button", "sections");
        oneLine(action, "button", 20);
        JsonNode sections = action.path("sections");
        check(sections.size() >= 1 && sections.size() <= 10, "%d sections".formatted(sections.size()));
        Set<String> ids = new HashSet<>();
        Set<String> titles = new HashSet<>();
        int rows = 0;
        for (JsonNode section : sections) {
            only(section, "title", "rows");
            oneLine(section, "title", 24);
            check(!section.path("rows").isEmpty(), "a section without rows");
            for (JsonNode row : section.path("rows")) {
                rows++;
                only(row, "id", "title", "description");
                id(row, 200, ids);
                title(row, 24, titles);
                optionalText(row, "description", 72);
            }
        }
        check(rows >= 1 && rows <= 10, "%d rows".formatted(rows));
    }

    private void template(JsonNode it) {
        only(it, "name", "language", "components");
        check(it.path("name").asText().matches("[a-z0-9_]{1,512}"), "template name");
        only(it.path("language"), "code", "policy");
        check(it.path("language").path("code").asText().matches("[a-z]{2,3}(_[A-Z]{2})?"), "language code");
        check(!it.has("components") || !it.path("components").isEmpty(), "empty components");
        for (JsonNode component : it.path("components")) {
            boolean button = component.path("type").asText().equals("button");
            check(button || component.path("type").asText().equals("body"), "component type");
            check(button == component.has("index") && button == component.has("sub_type"), "button component");
            check(!component.path("parameters").isEmpty(), "component without parameters");
            int length = 0;
            for (JsonNode parameter : component.path("parameters")) {
                String field = button ? "payload" : "text";
                only(parameter, "type", field);
                check(parameter.path("type").asText().equals(field), "parameter type");
                text(parameter, field, 1024);
                length += parameter.path(field).asText().length();
                check(!PARAMETER_BREAK.matcher(parameter.path(field).asText()).find(), "parameter with line break");
            }
            check(length <= 1024, "template over 1024 when filled");
        }
    }

    private void id(JsonNode node, int max, Set<String> seen) {
        String id = text(node, "id", max);
        check(id.equals(id.strip()), "id with space at an end");
        check(seen.add(id), "id twice: " + id);
    }

    private void title(JsonNode node, int max, Set<String> seen) {
        String title = oneLine(node, "title", max);
        check(seen.add(title.toLowerCase(Locale.ROOT)), "title twice: " + title);
    }

    private String oneLine(JsonNode node, String field, int max) {
        String value = text(node, field, max);
        check(value.equals(value.strip()), field + " with space at an end");
        check(value.lines().count() <= 1, field + " with line break");
        return value;
    }

    private void optionalText(JsonNode node, String field, int max) {
        if (node.has(field)) {
            text(node, field, max);
        }
    }

    private String text(JsonNode node, String field, int max) {
        JsonNode value = node.path(field);
        check(value.isTextual(), field + " is missing");
        String text = value.asText();
        check(text.length() <= max, "%s has %d characters, %d are allowed".formatted(field, text.length(), max));
        check(
                text.codePoints()
                        .anyMatch(c -> !Character.isWhitespace(c)
                                && !Character.isSpaceChar(c)
                                && !Character.isISOControl(c)
                                && Character.getType(c) != Character.FORMAT),
                field + " is blank");
        return text;
    }

    private void noForbiddenCharacters(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            for (int at = 0; at < text.length(); ) {
                int character = text.codePointAt(at);
                at += Character.charCount(character);
                if (Character.isISOControl(character) && character != '\n' && character != '\t') {
                    broken.add("control character in " + text);
                }
                if (Character.getType(character) == Character.SURROGATE) {
                    broken.add("half a surrogate pair in " + text);
                }
            }
        }
        check(!node.isNull(), "null");
        node.forEach(this::noForbiddenCharacters);
    }

    private void only(JsonNode node, String... fields) {
        only(node, Set.of(fields));
    }

    private void only(JsonNode node, Set<String> allowed) {
        node.fieldNames().forEachRemaining(name -> check(allowed.contains(name), "unknown field " + name));
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }
}
