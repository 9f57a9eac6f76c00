package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.erp.mapping.AnswerTemplate.Join;
import io.waybill.erp.mapping.Parameter.Language;
import io.waybill.erp.mapping.RequestTemplate.BodyKind;
import io.waybill.expression.InvalidExpression;
import io.waybill.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads mapped operations of an endpoint profile that satisfies its JSON Schema. */
public final class MappingParser {

    private static final String LAST = "answer";
    private static final String FIND = "find";

    private final Map<String, Map<String, JsonNode>> words;
    private final Set<JsonNode> nothing;
    private final Map<String, Value> headers;
    private final List<Problem> problems = new ArrayList<>();

    /** A mistake JSON Schema cannot see. */
    public record Problem(JsonNode at, String sentence) {}

    /** @param profile the whole file: its maps, headers and words for nothing hold in every operation */
    public MappingParser(JsonNode profile) {
        words = new HashMap<>();
        profile.path("maps").properties().forEach(map -> words.put(map.getKey(), words(map.getValue())));
        nothing = Set.copyOf(elements(profile.path("nothing")));
        headers = values(profile.path("headers"));
    }

    /** What was found wrong since this was made. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** True when {@code operation} says more than where our own contract is spoken. */
    public static boolean isMapped(JsonNode operation) {
        return operation.has(LAST);
    }

    /**
     * @param flags fields of the answer that are true or false
     * @return a mapping that can be used if there are no {@link #problems()}
     */
    public Mapping operation(JsonNode operation, Set<String> flags) {
        List<Step> steps = operation.has("steps")
                ? elements(operation.path("steps")).stream()
                        .map(step -> step(step, step.path("as").asText("")))
                        .toList()
                : List.of(step(operation, ""));
        nameless(operation.path("steps"), steps);
        return new Mapping(
                steps,
                new AnswerTemplate(
                        readings(operation.path(LAST)),
                        path(operation.path("items")),
                        joins(operation.path("join")),
                        nothing,
                        flags),
                paging(operation.path("paging")));
    }

    /** What cannot be named cannot be kept, and would be done again after a failure of a later step. */
    private void nameless(JsonNode nodes, List<Step> steps) {
        for (int i = 0; i < nodes.size() && steps.size() > 1; i++) {
            Step step = steps.get(i);
            if (step.writes() && !step.repeatable() && step.name().isEmpty()) {
                problems.add(
                        new Problem(
                                nodes.get(i),
                                "a step that writes and is not repeatable needs a name (as), so that it is not done again when a later step fails"));
            }
        }
    }

    /** One request, as for signing in. */
    public Step step(JsonNode step, String name) {
        String method = step.path("method").asText();
        return new Step(
                name,
                !method.equals("GET") && !step.path("reads").asBoolean(),
                step.path("repeatable").asBoolean(),
                step.has("when") ? value(step.get("when")) : null,
                request(step),
                outcomes(step.path("outcomes")),
                path(step.path("fail")),
                path(step.path("take")),
                step.has(FIND) ? find(step.get(FIND)) : null);
    }

    private Step.Find find(JsonNode find) {
        return new Step.Find(step(find, FIND), find.toString().matches("(?s).*\\bkey\\b.*"));
    }

    private RequestTemplate request(JsonNode step) {
        Map<String, Parameter> query = new LinkedHashMap<>();
        step.path("query")
                .properties()
                .forEach(parameter ->
                        parameter(parameter.getValue()).ifPresent(compiled -> query.put(parameter.getKey(), compiled)));
        Map<String, Value> ownHeaders = new LinkedHashMap<>(headers);
        ownHeaders.putAll(values(step.path("headers")));
        BodyKind kind = step.has("form") ? BodyKind.FORM : step.has("multipart") ? BodyKind.MULTIPART : BodyKind.JSON;
        JsonNode body = Stream.of("body", "form", "multipart")
                .filter(step::has)
                .map(step::get)
                .findFirst()
                .orElse(null);
        return new RequestTemplate(
                step.path("method").asText(),
                compiled(step.path("path"), node -> PathTemplate.of(node.asText()))
                        .orElseGet(() -> PathTemplate.of("/")),
                query,
                ownHeaders,
                kind,
                body == null ? null : value(body));
    }

    private Optional<Parameter> parameter(JsonNode parameter) {
        if (parameter.has("json")) {
            return Optional.of(new Parameter.JsonText(value(parameter.get("json"))));
        }
        for (Language language : Language.values()) {
            JsonNode filter = parameter.path(language.name().toLowerCase(Locale.ROOT));
            if (!filter.isMissingNode()) {
                return Optional.of(
                        filter.isArray()
                                ? new Parameter.AllOf(elements(filter).stream()
                                        .map(one -> new Parameter.Filter(language, parts(one)))
                                        .toList())
                                : new Parameter.Filter(language, parts(filter)));
            }
        }
        if (parameter.asText().contains("'{{") || parameter.asText().contains("\"{{")) {
            problems.add(
                    new Problem(
                            parameter,
                            "a quote in the value would end the text around it; write { odata: … }, { sql: … } or { json: … } and leave out the quotes"));
        }
        return Optional.of(new Parameter.Plain(value(parameter)));
    }

    private List<Value> parts(JsonNode filter) {
        if (filter.asText().contains("'{{")) {
            problems.add(new Problem(filter, "leave out the quotes around {{…}}: they are written with the value"));
        }
        return switch (value(filter)) {
            case Value.Text text -> text.parts();
            case Value whole -> List.of(whole);
        };
    }

    /** Values by name. */
    public Map<String, Value> values(JsonNode object) {
        Map<String, Value> texts = new LinkedHashMap<>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), value(entry.getValue())));
        return texts;
    }

    private Map<String, Reading> readings(JsonNode answer) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        answer.properties().forEach(field -> readings.put(field.getKey(), reading(field.getValue())));
        return readings;
    }

    private Reading reading(JsonNode node) {
        if (node.isArray()) {
            return new Reading.FirstOf(
                    elements(node).stream().map(this::reading).toList(), nothing);
        }
        if (node.isObject()) {
            Reading from = reading(node.path("from"));
            JsonNode map = node.path("map");
            return new Reading.Translated(from, map.isTextual() ? named(map) : words(map), node.get("default"));
        }
        if (node.isTextual() && node.textValue().startsWith("$")) {
            Path path = path(node);
            return path == null ? new Reading.Made(new Value.Literal(node)) : new Reading.At(path);
        }
        return new Reading.Made(value(node));
    }

    private Map<String, JsonNode> named(JsonNode name) {
        Map<String, JsonNode> map = words.get(name.textValue());
        if (map == null) {
            problems.add(new Problem(name, "there is no map \"%s\" under maps".formatted(name.textValue())));
            return Map.of();
        }
        return map;
    }

    private static Map<String, JsonNode> words(JsonNode map) {
        return map.properties().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Join> joins(JsonNode joins) {
        Map<String, Join> all = new LinkedHashMap<>();
        joins.properties().forEach(join -> {
            Path rows = path(join.getValue().path("rows"));
            Path key = path(join.getValue().path("key"));
            Path to = path(join.getValue().path("to"));
            if (rows != null && key != null && to != null) {
                all.put(join.getKey(), new Join(rows, key, to));
            }
        });
        return all;
    }

    /** What a status means where it does not mean the usual. */
    public static Map<Integer, Outcome> outcomes(JsonNode outcomes) {
        return outcomes.properties().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> Integer.parseInt(entry.getKey()),
                        entry -> Outcome.valueOf(entry.getValue().asText().toUpperCase(Locale.ROOT))));
    }

    private @Nullable Paging paging(JsonNode paging) {
        return paging.isMissingNode()
                ? null
                : new Paging(
                        paging.has("size") ? paging.get("size").intValue() : null,
                        path(paging.path("next")),
                        path(paging.path("more")),
                        paging.path("stop").asText().equals("empty-page"));
    }

    private @Nullable Path path(JsonNode node) {
        return node.isMissingNode()
                ? null
                : compiled(node, text -> Path.of(text.asText())).orElse(null);
    }

    /** A value with expressions; a mistake in it is one of {@link #problems()}. */
    public Value value(JsonNode node) {
        return compiled(node, Value::compile).orElseGet(() -> new Value.Literal(JsonNodeFactory.instance.nullNode()));
    }

    private <T> Optional<T> compiled(JsonNode node, Function<JsonNode, T> compile) {
        try {
            return Optional.of(compile.apply(node));
        } catch (InvalidExpression e) {
            problems.add(new Problem(node, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
