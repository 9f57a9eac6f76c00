package io.waybill.far;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The templates of one business account at Meta: takes, lists, changes and deletes them as strictly as Meta, and can be told how a review ends. */
public final class FakeTemplates {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z0-9_]+)}}");
    private static final Set<String> CREATED =
            Set.of("name", "language", "category", "parameter_format", "components", "message_send_ttl_seconds");
    private static final Set<String> EDITED = Set.of("category", "components", "message_send_ttl_seconds");

    private final String account;
    private final List<ObjectNode> templates = new ArrayList<>();
    private final Map<String, Integer> edits = new HashMap<>();
    private long ids = 700_000_000_000_000L;
    private int pageSize = 100;
    private int calls;

    FakeTemplates(String account) {
        this.account = account;
    }

    /** What Meta answers in place of doing it. */
    static final class Refused extends RuntimeException {
        final int subcode;

        Refused(int subcode, String sentence) {
            super(sentence, null, false, false);
            this.subcode = subcode;
        }
    }

    /** At most so many in one page, whatever is asked for. */
    public synchronized void pageSize(int most) {
        pageSize = most;
    }

    /** How often Meta was asked for anything. */
    public synchronized int calls() {
        return calls;
    }

    /** How the template stands. */
    public synchronized ObjectNode of(String name, String language) {
        return find(name, language).orElseThrow(() -> new AssertionError("Meta has no " + name + " in " + language));
    }

    public synchronized List<String> names() {
        return templates.stream()
                .map(template -> template.get("name").asText() + "."
                        + template.get("language").asText())
                .sorted()
                .toList();
    }

    /** Somebody makes it in WhatsApp Manager, or a review ended, without our being told. */
    public synchronized void has(String name, String language, String status, String category, String components) {
        find(name, language).ifPresent(templates::remove);
        var template = Json.object();
        template.put("id", Long.toString(++ids)).put("name", name).put("language", language);
        template.put("status", status).put("category", category).put("parameter_format", "POSITIONAL");
        template.set("components", Json.read(components));
        templates.add(template);
    }

    /** A review ends; the webhook that tells of it is the test's to post. */
    public synchronized void reviewed(String name, String language, String status) {
        of(name, language).put("status", status);
    }

    /** Why Meta would not send this {@code template} object of a message; empty: it would. */
    synchronized Optional<GraphJudge.Refusal> refusal(JsonNode sent) {
        var found = find(sent.path("name").asText(), sent.at("/language/code").asText())
                .filter(template -> template.get("status").asText().equals("APPROVED"));
        if (found.isEmpty()) {
            return Optional.of(new GraphJudge.Refusal(132001, "Template name does not exist in the translation"));
        }
        for (var component : found.get().path("components")) {
            var type = component.path("type").asText().toLowerCase(Locale.ROOT);
            var format = component.path("format").asText("TEXT").toLowerCase(Locale.ROOT);
            if (type.equals("header") && !format.equals("text")) {
                if (!hasHeader(sent, format)) {
                    return Optional.of(new GraphJudge.Refusal(132012, "header: Format mismatch, expected " + format));
                }
                continue;
            }
            int wanted = variables(component.path("text").asText()).size();
            if (!type.equals("buttons") && parameters(sent, type) != wanted) {
                return Optional.of(new GraphJudge.Refusal(
                        132000, type + ": number of localizable_params does not match " + wanted));
            }
            for (int i = 0; i < component.path("buttons").size(); i++) {
                boolean needs = !variables(
                                component.at("/buttons/" + i + "/url").asText())
                        .isEmpty();
                if (needs && !hasButton(sent, i)) {
                    return Optional.of(new GraphJudge.Refusal(131008, "Button " + i + " requires a parameter"));
                }
            }
        }
        return Optional.empty();
    }

    private static int parameters(JsonNode sent, String type) {
        for (var component : sent.path("components")) {
            if (component.path("type").asText().equals(type)) {
                return component.path("parameters").size();
            }
        }
        return 0;
    }

    private static boolean hasHeader(JsonNode sent, String format) {
        for (var component : sent.path("components")) {
            if (component.path("type").asText().equals("header")) {
                return component.path("parameters").size() == 1
                        && component.at("/parameters/0/type").asText().equals(format);
            }
        }
        return false;
    }

    private static boolean hasButton(JsonNode sent, int index) {
        for (var component : sent.path("components")) {
            if (component.path("index").asText().equals(Integer.toString(index))) {
                return true;
            }
        }
        return false;
    }

    synchronized boolean hasId(String id) {
        return templates.stream()
                .anyMatch(template -> template.get("id").asText().equals(id));
    }

    /** Answers a call to {@code /{account}/message_templates} or {@code /{template id}}. */
    synchronized void answer(HttpExchange exchange, byte[] body, String id) throws IOException {
        calls++;
        try {
            var query = HttpSide.query(exchange);
            Object answer = switch (exchange.getRequestMethod()) {
                case "GET" -> list(query);
                case "DELETE" -> delete(query);
                case "POST" -> id == null ? create(Json.read(body)) : edit(id, Json.read(body));
                default -> throw new Refused(0, "Unsupported method");
            };
            HttpSide.answer(exchange, 200, answer);
        } catch (Refused e) {
            var error = Json.object();
            error.put("message", "Invalid parameter")
                    .put("type", "OAuthException")
                    .put("code", 100);
            error.put("error_subcode", e.subcode).put("error_user_msg", e.getMessage());
            HttpSide.answer(exchange, 400, Map.of("error", error));
        }
    }

    private ObjectNode list(Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("after", "0"));
        int size = Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "25")));
        int to = Math.min(templates.size(), from + size);
        var answer = Json.object();
        var data = answer.putArray("data");
        templates.subList(Math.min(from, to), to).forEach(template -> data.add(template.deepCopy()));
        var paging = answer.putObject("paging");
        paging.putObject("cursors").put("before", Integer.toString(from)).put("after", Integer.toString(to));
        if (to < templates.size()) {
            paging.put("next", "https://graph.facebook.com/v25.0/" + account + "/message_templates?after=" + to);
        }
        return answer;
    }

    private ObjectNode create(JsonNode wanted) {
        only(wanted, CREATED);
        require(wanted.path("name").asText().matches("[a-z0-9_]{1,512}"), 0, "The name is not valid");
        require(wanted.path("language").asText().matches("[a-z]{2,3}(_[A-Z]{2})?"), 0, "The language is not valid");
        require(
                find(wanted.path("name").asText(), wanted.path("language").asText())
                        .isEmpty(),
                2388024,
                "Content in this language already exists");
        check(wanted);
        var template = (ObjectNode) wanted.deepCopy();
        template.put("id", Long.toString(++ids)).put("status", "PENDING");
        templates.add(template);
        var answer = Json.object();
        answer.put("id", template.get("id").asText()).put("status", "PENDING");
        return answer.put("category", template.get("category").asText());
    }

    private ObjectNode edit(String id, JsonNode change) {
        only(change, EDITED);
        var template = templates.stream()
                .filter(each -> each.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        var status = template.get("status").asText();
        require(Set.of("APPROVED", "REJECTED", "PAUSED").contains(status), 2388025, "It cannot be edited now");
        if (status.equals("APPROVED")) {
            require(!change.has("category"), 2388025, "The category of an approved template is fixed");
            require(edits.merge(id, 1, Integer::sum) == 1, 2388025, "Once in 24 hours");
        }
        var edited = template.deepCopy();
        change.fields().forEachRemaining(field -> edited.set(field.getKey(), field.getValue()));
        check(edited);
        template.setAll(edited);
        template.put("status", "PENDING");
        return Json.object().put("success", true);
    }

    private ObjectNode delete(Map<String, String> query) {
        var id = query.get("hsm_id");
        boolean removed =
                templates.removeIf(template -> template.get("name").asText().equals(query.get("name"))
                        && (id == null || template.get("id").asText().equals(id)));
        require(removed, 2593002, "There is no such template");
        return Json.object().put("success", true);
    }

    private Optional<ObjectNode> find(String name, String language) {
        return templates.stream()
                .filter(template -> template.get("name").asText().equals(name)
                        && template.get("language").asText().equals(language))
                .findFirst();
    }

    private static void check(JsonNode template) {
        require(
                Set.of("UTILITY", "MARKETING", "AUTHENTICATION")
                        .contains(template.path("category").asText()),
                0,
                "The category is not valid");
        boolean body = false;
        for (var component : template.path("components")) {
            var text = component.path("text").asText();
            switch (component.path("type").asText()) {
                case "HEADER" -> require(text.length() <= 60, 2388047, "The header is too long");
                case "BODY" -> {
                    body = true;
                    body(component, text);
                }
                case "FOOTER" ->
                    require(text.length() <= 60 && variables(text).isEmpty(), 2388073, "The footer is not valid");
                case "BUTTONS" -> buttons(component.path("buttons"));
                default -> throw new Refused(0, "Unknown component");
            }
        }
        require(body, 2388072, "There is no body");
    }

    private static void body(JsonNode component, String text) {
        require(!text.isBlank() && text.length() <= 1024, 2388040, "The body is too long or empty");
        require(!text.startsWith("{{") && !text.endsWith("}}"), 2388299, "Variables can't be at the start or end");
        require(!text.contains("}}{{"), 2388072, "Two parameters stand next to each other");
        int examples = component.at("/example/body_text/0").size()
                + component.at("/example/body_text_named_params").size();
        require(examples == variables(text).size(), 2388072, "Each variable needs an example");
    }

    private static void buttons(JsonNode buttons) {
        require(buttons.size() <= 10, 0, "Too many buttons");
        for (var button : buttons) {
            int length = button.path("text").asText().length();
            require(length >= 1 && length <= 25, 0, "The text of a button is not valid");
            var url = button.path("url").asText();
            require(
                    variables(url).isEmpty()
                            || url.endsWith("}}") && button.path("example").isArray(),
                    0,
                    "The variable of a URL is at its end and has an example");
        }
    }

    private static List<String> variables(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static void only(JsonNode object, Set<String> allowed) {
        object.fieldNames()
                .forEachRemaining(field -> require(allowed.contains(field), 0, "Unexpected key \"" + field + "\""));
    }

    private static void require(boolean holds, int subcode, String sentence) {
        if (!holds) {
            throw new Refused(subcode, sentence);
        }
    }
}
