package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.InvalidExpression;
import io.waybill.expression.Json;
import io.waybill.expression.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles a flow that satisfies the schema, collecting every problem that a schema cannot see. */
final class FlowParser {

    private static final int USUAL_MENU_ORDER = 100;

    private final JsonNode root;
    private final Problems problems;
    private final Translations translations;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    FlowParser(JsonNode root, Lines lines) {
        this.root = root;
        this.problems = new Problems(lines);
        this.translations = new Translations(root.path("texts"), problems);
    }

    FlowDefinition flow(String revision) {
        StepParser parser = new StepParser(problems, translations);
        int index = 0;
        for (JsonNode node : root.path("steps")) {
            String pointer = "/steps/" + index;
            Step step = parser.step(node, index++, pointer);
            if (steps.put(step.id(), step) != null) {
                problems.add(pointer + "/id", "Another step has the id %s already.".formatted(step.id()));
            }
        }
        List<Command> commands = commands();
        Map<Outcome, Target> on = branches(root.path("on"));
        String language = root.path("lang").textValue();
        Map<String, Set<String>> words = new LinkedHashMap<>();
        Set<String> triggers = new LinkedHashSet<>();
        translations.wordsByLanguage("start", root.path("start"), language).forEach((spoken, starts) -> {
            for (String start : starts) {
                if (start.startsWith("@")) {
                    triggers.add(start);
                } else {
                    words.computeIfAbsent(Words.normalise(start), word -> new HashSet<>())
                            .add(spoken);
                }
            }
        });
        Translated title = translations.text("title", root.path("title"), "/title");
        Translated menu = root.has("menu") ? translations.text("menu", root.path("menu"), "/menu") : null;
        translations.refuseUnused();
        new TargetCheck(problems, steps).check(root, on);
        problems.throwIfAny();
        Set<String> languages = new HashSet<>(translations.languages());
        languages.add(language);
        return new FlowDefinition(
                root.path("id").textValue(),
                title,
                revision,
                language,
                Set.copyOf(languages),
                Map.copyOf(words),
                Set.copyOf(triggers),
                menu,
                root.path("menu_order").asInt(USUAL_MENU_ORDER),
                root.path("vars") instanceof ObjectNode vars ? vars : Json.object(),
                commands,
                Map.copyOf(on),
                List.copyOf(steps.values()),
                Map.copyOf(steps),
                Lifetimes.locals(root, steps.values()),
                Lifetimes.lists(steps.values()));
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (JsonNode node : root.path("commands")) {
            String name = "commands." + commands.size();
            String pointer = "/commands/" + commands.size();
            Set<String> words = new LinkedHashSet<>();
            translations.words(name, node.path("words")).forEach(word -> words.add(Words.normalise(word)));
            Translated say =
                    node.has("say") ? translations.text(name + ".say", node.path("say"), pointer + "/say") : null;
            commands.add(new Command(words, target(node.path("to")), say));
        }
        return List.copyOf(commands);
    }

    static Map<Outcome, Target> branches(JsonNode node) {
        Map<Outcome, Target> branches = new EnumMap<>(Outcome.class);
        node.properties().forEach(field -> {
            Target target = target(field.getValue());
            if (target != null) {
                branches.put(Outcome.named(field.getKey()), target);
            }
        });
        return branches;
    }

    /** The schema has seen to it that the target is one we know. */
    static @Nullable Target target(JsonNode node) {
        return node.isTextual() ? Target.of(node.textValue()).orElse(null) : null;
    }

    /** Every place {@code step} can lead to by name. */
    static List<Target> targetsOf(Step step) {
        List<Target> targets = new ArrayList<>(step.on().values());
        step.next().forEach(branch -> targets.add(branch.to()));
        if (step.ask() != null && step.ask().options() instanceof Ask.Options.Fixed fixed) {
            for (Ask.FixedOption option : fixed.options()) {
                if (option.to() != null) {
                    targets.add(option.to());
                }
            }
        }
        return targets;
    }

    /** Collects what is wrong, with the line it stands on. */
    static final class Problems {

        private final Lines lines;
        private final List<LoadProblem> found = new ArrayList<>();

        Problems(Lines lines) {
            this.lines = lines;
        }

        void add(String pointer, String sentence) {
            add(LoadProblem.Kind.FORM, pointer, sentence);
        }

        void add(LoadProblem.Kind kind, String pointer, String sentence) {
            Lines.Place place = lines.of(pointer);
            found.add(new LoadProblem(kind, place.line(), place.column(), pointer, sentence));
        }

        void throwIfAny() {
            if (!found.isEmpty()) {
                throw new FlowRejected(found.stream()
                        .sorted(Comparator.comparingInt(LoadProblem::line))
                        .toList());
            }
        }
    }

    /** The {@code texts} of a flow: each is fetched by the text it translates, and one that never is has a wrong name. */
    static final class Translations {

        private final Map<String, Map<String, JsonNode>> byKey = new HashMap<>();
        private final Set<String> languages = new LinkedHashSet<>();
        private final Set<String> used = new HashSet<>();
        private final Problems problems;

        Translations(JsonNode texts, Problems problems) {
            this.problems = problems;
            texts.properties().forEach(language -> {
                languages.add(language.getKey());
                language.getValue()
                        .properties()
                        .forEach(text -> byKey.computeIfAbsent(text.getKey(), key -> new LinkedHashMap<>())
                                .put(language.getKey(), text.getValue()));
            });
        }

        Set<String> languages() {
            return languages;
        }

        Translated text(String key, JsonNode base, String pointer) {
            Map<String, Value> others = new LinkedHashMap<>();
            translationsOf(key).forEach((language, text) -> {
                String place = "/texts/" + language + '/' + key;
                if (text.isTextual()) {
                    others.put(language, value(text, place));
                } else {
                    problems.add(place, "This translates one text, so it is one text.");
                }
            });
            return new Translated(value(base, pointer), others);
        }

        /** The words of all languages. */
        List<String> words(String key, JsonNode base) {
            return wordsByLanguage(key, base, "").values().stream()
                    .flatMap(List::stream)
                    .toList();
        }

        /** The words of each language. */
        Map<String, List<String>> wordsByLanguage(String key, JsonNode base, String baseLanguage) {
            Map<String, List<String>> words = new LinkedHashMap<>();
            words.put(baseLanguage, texts(base));
            translationsOf(key).forEach((language, list) -> {
                if (list.isArray()) {
                    words.computeIfAbsent(language, spoken -> new ArrayList<>()).addAll(texts(list));
                } else {
                    problems.add("/texts/" + language + '/' + key, "This translates a list of words, so it is a list.");
                }
            });
            return words;
        }

        private static List<String> texts(JsonNode list) {
            List<String> texts = new ArrayList<>();
            list.forEach(text -> texts.add(text.textValue()));
            return texts;
        }

        Value value(JsonNode node, String pointer) {
            try {
                return Value.compile(node);
            } catch (InvalidExpression e) {
                problems.add(LoadProblem.Kind.EXPRESSION, pointer, e.getMessage());
                return new Value.Literal(node);
            }
        }

        void refuseUnused() {
            byKey.forEach((key, translations) -> {
                if (!used.contains(key)) {
                    translations
                            .keySet()
                            .forEach(language -> problems.add(
                                    "/texts/" + language + '/' + key,
                                    "There is no text named %s in this flow.".formatted(key)));
                }
            });
        }

        private Map<String, JsonNode> translationsOf(String key) {
            used.add(key);
            return byKey.getOrDefault(key, Map.of());
        }
    }
}
