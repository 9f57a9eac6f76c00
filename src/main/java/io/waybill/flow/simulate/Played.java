package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the inputs of a recorded conversation led to. */
public final class Played {

    private final Recorded recorded;
    private final List<Reaction> reactions;
    private final Optional<String> stopped;

    private Played(Recorded recorded, List<Reaction> reactions, Optional<String> stopped) {
        this.recorded = recorded;
        this.reactions = List.copyOf(reactions);
        this.stopped = stopped;
    }

    static Played of(Recorded recorded, FlowSet flows) {
        Simulation simulation = new Simulation(flows, recorded.setup());
        return of(recorded, simulation::take);
    }

    /** @param phone takes the inputs in turn */
    public static Played of(Recorded recorded, Function<Input, Reaction> phone) {
        List<Reaction> reactions = new ArrayList<>();
        for (Recorded.Step step : recorded.given()) {
            try {
                phone.apply(step.input());
            } catch (ImpossibleInput e) {
                String where = "before that, line %d: %s".formatted(step.line(), step.words());
                return new Played(recorded, reactions, Optional.of(where + "\n  " + e.getMessage()));
            }
        }
        for (Recorded.Step step : recorded.steps()) {
            try {
                reactions.add(phone.apply(step.input()));
            } catch (ImpossibleInput e) {
                return new Played(recorded, reactions, Optional.of(String.valueOf(e.getMessage())));
            }
        }
        return new Played(recorded, reactions, Optional.empty());
    }

    /** What the first step that went otherwise than recorded should have led to and did; empty when all went as recorded. */
    public Optional<String> difference() {
        for (int i = 0; i < recorded.steps().size(); i++) {
            if (i == reactions.size()) {
                return stopped.map(reason -> where(reactions.size()) + "\n  " + reason);
            }
            List<String> differences =
                    Expectation.differences(recorded.steps().get(i).json(), reactions.get(i));
            if (!differences.isEmpty()) {
                return Optional.of(where(i) + "\n" + String.join("\n", differences));
            }
        }
        return Optional.empty();
    }

    /** Where this parts from {@code other}, which had the same inputs. */
    public Optional<String> partsFrom(Played other) {
        for (int i = 0; i < recorded.steps().size(); i++) {
            if (i == reactions.size() || i == other.reactions.size()) {
                return i == reactions.size() && i == other.reactions.size()
                        ? Optional.empty()
                        : Optional.of(where(i) + "\n  "
                                + (i == reactions.size() ? stopped : other.stopped.map(reason -> "Before: " + reason))
                                        .orElse(""));
            }
            ObjectNode before = Expectation.of(other.reactions.get(i));
            List<String> differences = Expectation.differences(before, reactions.get(i));
            if (!differences.isEmpty()) {
                return Optional.of(where(i) + "\n" + String.join("\n", differences));
            }
        }
        return Optional.empty();
    }

    /**
     * The file with what happened as what is expected.
     *
     * @throws ImpossibleInput when the conversation cannot be played to its end
     */
    public String asRecorded() {
        if (stopped.isPresent()) {
            throw new ImpossibleInput(where(reactions.size()) + "\n  " + stopped.get());
        }
        ObjectNode root = recorded.root().deepCopy();
        for (int i = 0; i < reactions.size(); i++) {
            ObjectNode step = (ObjectNode) root.path("steps").get(i);
            Expectation.replace(step, reactions.get(i));
        }
        return JsonText.of(root);
    }

    private String where(int index) {
        Recorded.Step step = recorded.steps().get(index);
        return "step %d, line %d: %s".formatted(index + 1, step.line(), step.words());
    }
}
