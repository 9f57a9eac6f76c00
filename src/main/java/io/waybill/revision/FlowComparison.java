package io.waybill.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two texts of a flow: by step, as a designer thinks, and by line. */
final class FlowComparison {

    /** Of longer texts lines are not compared: in the worst case that takes the square of their number. */
    private static final int MOST_LINES = 10_000;

    private static final int CONTEXT = 3;

    private final FlowLoader loader;

    FlowComparison(FlowLoader loader) {
        this.loader = loader;
    }

    /**
     * @param from its revision
     * @param to its revision
     * @param meaning null: one of the texts is no JSON
     * @param lines a unified diff, empty when the bytes are the same; null: the texts are too long for one
     */
    record Comparison(
            String from,
            String to,
            @Nullable Meaning meaning,
            @Nullable String lines) {}

    /**
     * What differs beside spaces and line ends.
     *
     * @param keys of the flow itself, but for steps and texts
     * @param added ids of steps, as are {@code removed}
     * @param reordered whether steps that are in both stand in another order
     * @param texts language/name of translations
     */
    record Meaning(
            List<String> keys,
            List<String> added,
            List<String> removed,
            List<ChangedStep> changed,
            boolean reordered,
            List<String> texts) {}

    record ChangedStep(String id, List<String> keys) {}

    Comparison of(String from, String to) {
        return new Comparison(
                FlowLoader.revision(from),
                FlowLoader.revision(to),
                tree(from)
                        .flatMap(before -> tree(to).map(after -> meaning(before, after)))
                        .orElse(null),
                lines(from, to));
    }

    private Optional<JsonNode> tree(String text) {
        try {
            return Optional.of(loader.tree(text));
        } catch (FlowRejected e) {
            return Optional.empty();
        }
    }

    private static Meaning meaning(JsonNode before, JsonNode after) {
        Map<String, JsonNode> stepsBefore = steps(before);
        Map<String, JsonNode> stepsAfter = steps(after);
        List<ChangedStep> changed = new ArrayList<>();
        stepsAfter.forEach((id, step) -> {
            JsonNode earlier = stepsBefore.get(id);
            if (earlier != null && !earlier.equals(step)) {
                changed.add(new ChangedStep(id, changedKeys(earlier, step)));
            }
        });
        List<String> keys = new ArrayList<>(changedKeys(before, after));
        keys.removeAll(Set.of("steps", "texts"));
        return new Meaning(
                keys,
                without(stepsAfter.keySet(), stepsBefore.keySet()),
                without(stepsBefore.keySet(), stepsAfter.keySet()),
                changed,
                !common(stepsBefore, stepsAfter).equals(common(stepsAfter, stepsBefore)),
                changedTexts(before.path("texts"), after.path("texts")));
    }

    private static Map<String, JsonNode> steps(JsonNode flow) {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        flow.path("steps").forEach(step -> steps.put(step.path("id").asText(), step));
        return steps;
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(id -> !others.contains(id)).toList();
    }

    private static List<String> common(Map<String, JsonNode> all, Map<String, JsonNode> others) {
        return all.keySet().stream().filter(others::containsKey).toList();
    }

    private static List<String> changedKeys(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .toList();
    }

    private static List<String> changedTexts(JsonNode before, JsonNode after) {
        List<String> changed = new ArrayList<>();
        for (String language : changedKeys(before, after)) {
            changedKeys(before.path(language), after.path(language))
                    .forEach(name -> changed.add(language + '/' + name));
        }
        return changed;
    }

    private static @Nullable String lines(String from, String to) {
        List<String> before = List.of(from.split("\n", -1));
        List<String> after = List.of(to.split("\n", -1));
        if (before.size() > MOST_LINES || after.size() > MOST_LINES) {
            return null;
        }
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        FlowLoader.revision(from),
                        FlowLoader.revision(to),
                        before,
                        DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()),
                        CONTEXT));
    }
}
