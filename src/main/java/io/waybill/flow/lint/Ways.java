package io.waybill.flow.lint;

import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How far it is from each step of a flow to one of them. */
public final class Ways {

    private static final int NONE = -1;

    private final FlowDefinition flow;
    private final Graph graph;
    private final int[] distances;
    private final boolean straight;

    /**
     * Commands and news of a payment lead from every question to the same place, and so say nothing about how far it is: they count only
     * where there is no other way from the beginning.
     *
     * @param step id of the step they lead to
     */
    public Ways(FlowDefinition flow, String step) {
        this.flow = flow;
        this.graph = new Graph(flow);
        int end = flow.byId().get(step).index();
        int[] measured = measured(end, this::isStraight);
        this.straight = measured[0] != NONE;
        this.distances = straight ? measured : measured(end, this::isWay);
    }

    /** False: from the beginning only commands and news of a payment lead there. */
    public boolean straight() {
        return straight;
    }

    /**
     * A call that ends otherwise than well.
     *
     * @param needed a call that ends well leads no nearer
     */
    public record Failure(ErpOperation operation, String ending, boolean needed) {}

    /** The number of arrows from each step that has a way. */
    public Map<String, Integer> distances() {
        return flow.steps().stream()
                .filter(step -> distances[step.index()] != NONE)
                .collect(Collectors.toUnmodifiableMap(Step::id, step -> distances[step.index()]));
    }

    /** What the ERP can do so that the conversation comes nearer: what is needed first, then what brings it nearest. */
    public List<Failure> failures() {
        Set<Failure> failures = new LinkedHashSet<>();
        flow.steps().stream()
                .filter(step -> step.call() != null && distances[step.index()] != NONE)
                .flatMap(step -> graph.from(step.index()).stream())
                .filter(edge -> isOfErp(edge.kind()) && comesNearer(edge))
                .sorted(Comparator.comparing((Edge edge) -> !isNeeded(edge))
                        .thenComparing(edge -> distances[edge.to()]))
                .forEach(edge -> failures.add(new Failure(operation(edge), word(edge.kind()), isNeeded(edge))));
        return List.copyOf(failures);
    }

    private boolean comesNearer(Edge edge) {
        return distances[edge.from()] == distances[edge.to()] + 1;
    }

    private boolean isNeeded(Edge failure) {
        return graph.from(failure.from()).stream()
                .noneMatch(
                        edge -> (edge.kind() == Edge.Kind.NEXT || edge.kind() == Edge.Kind.FALL) && comesNearer(edge));
    }

    private static boolean isOfErp(Edge.Kind kind) {
        return kind == Edge.Kind.EMPTY
                || kind == Edge.Kind.REFUSED
                || kind == Edge.Kind.DOWN
                || kind == Edge.Kind.UNKNOWN;
    }

    private ErpOperation operation(Edge edge) {
        Step.Call call = flow.steps().get(edge.from()).call();
        if (call == null) {
            throw new IllegalStateException("Only steps that call the ERP are looked at.");
        }
        return call.operation();
    }

    private static String word(Edge.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Who goes back to a question, or tries again, was there before. */
    private boolean isWay(Edge edge) {
        return graph.isStep(edge.from()) || edge.from() == graph.commands();
    }

    private boolean isStraight(Edge edge) {
        return graph.isStep(edge.from()) && edge.kind() != Edge.Kind.PAYMENT;
    }

    private int[] measured(int end, Predicate<Edge> wanted) {
        int[] measured = new int[graph.nodes()];
        Arrays.fill(measured, NONE);
        Deque<Integer> open = new ArrayDeque<>(List.of(end));
        measured[end] = 0;
        while (!open.isEmpty()) {
            int node = open.remove();
            for (Edge edge : graph.to(node)) {
                if (wanted.test(edge) && measured[edge.from()] == NONE) {
                    measured[edge.from()] = measured[node] + 1;
                    open.add(edge.from());
                }
            }
        }
        return measured;
    }
}
