package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow, checked and compiled; made by {@link FlowLoader}.
 *
 * @param revision the first 16 hex digits of the SHA-256 of the file's text
 * @param languages those it has texts in, the base language among them
 * @param startWords normalised, with the languages each is a word of
 * @param triggers {@code @any}, {@code @product} and their like
 * @param menu its row in the main menu; null: not in the menu
 * @param menuOrder where that row stands: lower first
 * @param locals variable to step: saved by that step's call and named by no other step, so it is kept only while the step stands
 * @param lists variables that hold a list of the ERP, by the operation that gave it
 */
public record FlowDefinition(
        String id,
        Translated title,
        String revision,
        String language,
        Set<String> languages,
        Map<String, Set<String>> startWords,
        Set<String> triggers,
        @Nullable Translated menu,
        int menuOrder,
        ObjectNode vars,
        List<Command> commands,
        Map<Outcome, Target> on,
        List<Step> steps,
        Map<String, Step> byId,
        Map<String, String> locals,
        Map<String, ErpOperation> lists) {

    /** Its name for people, in its base language. */
    public String name() {
        return title.base() instanceof Value.Literal literal ? literal.value().asText() : id;
    }

    /** The command that {@code text} is, if it is one. */
    Optional<Command> command(String text) {
        String words = Words.normalise(text);
        return commands.stream().filter(known -> known.words().contains(words)).findFirst();
    }

    /** Whether a step of it calls {@code operation}. */
    public boolean calls(ErpOperation operation) {
        return steps.stream().map(Step::call).anyMatch(call -> call != null && call.operation() == operation);
    }

    Step first() {
        return steps.getFirst();
    }

    Optional<Step> step(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The step after {@code step} in the file, if any. */
    Optional<Step> after(Step step) {
        return step.index() + 1 < steps.size() ? Optional.of(steps.get(step.index() + 1)) : Optional.empty();
    }

    @Nullable
    Target branch(Step step, Outcome outcome) {
        Target own = step.on().get(outcome);
        return own != null ? own : on.getOrDefault(outcome, outcome == Outcome.SILENCE ? Target.Known.PAUSE : null);
    }

    /** The language of this flow to speak to somebody who prefers {@code wanted}. */
    String languageFor(String wanted) {
        if (languages.contains(wanted)) {
            return wanted;
        }
        int dash = wanted.indexOf('-');
        String primary = dash < 0 ? wanted : wanted.substring(0, dash);
        return languages.contains(primary) ? primary : language;
    }
}
