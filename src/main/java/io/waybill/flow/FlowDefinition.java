package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow, read, checked and compiled; immutable.
 *
 * @param revision fingerprint of the file's text; a session stays on the revision it began with
 * @param start words that start it; {@code @any} starts it with any message
 * @param menu its row in the main menu; absent means it is not there
 * @param vars variables at the beginning
 * @param on where all steps go for an outcome, unless they say otherwise
 * @param texts translations: language, then {@code step.property}
 */
record FlowDefinition(
        String id,
        String revision,
        String title,
        String lang,
        List<String> start,
        @Nullable String menu,
        ObjectNode vars,
        List<Command> commands,
        Map<Outcome, String> on,
        List<Step> steps,
        Map<String, Map<String, Value>> texts) {

    private static final String ANY = "@any";

    /** Where a flow begins. */
    Step first() {
        return steps.getFirst();
    }

    Step step(String stepId) {
        return find(stepId).orElseThrow(() -> new IllegalStateException("%s has no step %s.".formatted(id, stepId)));
    }

    Optional<Step> find(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    /** The step after {@code step} in the file; empty after the last. */
    Optional<Step> after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? Optional.of(steps.get(next)) : Optional.empty();
    }

    boolean startsWithAnything() {
        return start.contains(ANY);
    }

    boolean startsWith(String message) {
        return start.stream().anyMatch(word -> Words.same(word, message));
    }

    /** The translation of {@code property} for {@code language}, else the flow's own words. */
    Value words(String language, String property, Value own) {
        return texts.getOrDefault(base(language), Map.of()).getOrDefault(property, own);
    }

    private static String base(String language) {
        int end = language.indexOf('-');
        return end < 0 ? language : language.substring(0, end);
    }

    /**
     * Words that are understood at any question.
     *
     * @param to where they lead; absent: the question is asked again after the answer
     * @param say the answer
     */
    record Command(
            List<String> words,
            @Nullable String to,
            @Nullable Value say) {

        boolean matches(String message) {
            return words.stream().anyMatch(word -> Words.same(word, message));
        }
    }
}
