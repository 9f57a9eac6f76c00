package io.waybill.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The flows customers can walk through; immutable. */
public final class Flows {

    private final Map<String, FlowDefinition> byId;

    private Flows(Map<String, FlowDefinition> byId) {
        this.byId = byId;
    }

    /** The text of a flow and where it stands, for error messages. */
    public record Source(String origin, String text) {}

    /**
     * Reads and checks flows.
     *
     * @throws FlowProblems listing every mistake with file, line and path
     */
    public static Flows read(Collection<Source> sources) {
        List<FlowDefinition> flows = new ArrayList<>();
        List<FlowProblems.Problem> problems = new ArrayList<>();
        for (Source source : sources) {
            try {
                flows.add(new FlowReader(source).read());
            } catch (FlowProblems e) {
                problems.addAll(e.problems());
            }
        }
        problems.addAll(FlowLinks.problemsAmong(flows));
        if (!problems.isEmpty()) {
            throw new FlowProblems(problems);
        }
        return new Flows(flows.stream()
                .collect(Collectors.toMap(
                        FlowDefinition::id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new)));
    }

    Optional<FlowDefinition> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The flow that {@code message} starts as a whole; else the one that takes any message. */
    Optional<FlowDefinition> startedBy(String message) {
        return byId.values().stream()
                .filter(flow -> flow.startsWith(message))
                .findFirst()
                .or(() -> byId.values().stream()
                        .filter(FlowDefinition::startsWithAnything)
                        .findFirst());
    }

    /** Flows with a row in the main menu. */
    List<FlowDefinition> menu() {
        return byId.values().stream().filter(flow -> flow.menu() != null).toList();
    }
}
