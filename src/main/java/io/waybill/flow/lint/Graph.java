package io.waybill.flow.lint;

import io.waybill.expression.Value;
import io.waybill.flow.Ask;
import io.waybill.flow.Command;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Outcome;
import io.waybill.flow.Step;
import io.waybill.flow.Target;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation can go in a flow. The nodes are the steps by index, then five places that are no steps: the commands, the
 * interrupted question, the failed step, the pause, and outside.
 */
final class Graph {

    private final FlowDefinition flow;
    private final List<List<Edge>> out = new ArrayList<>();
    private final List<List<Edge>> in = new ArrayList<>();
    private final int size;

    Graph(FlowDefinition flow) {
        this.flow = flow;
        this.size = flow.steps().size();
        for (int i = 0; i < size + 5; i++) {
            out.add(new ArrayList<>());
            in.add(new ArrayList<>());
        }
        flow.steps().forEach(this::addStep);
        for (int i = 0; i < flow.commands().size(); i++) {
            Command command = flow.commands().get(i);
            if (command.to() != null) {
                add(commands(), command.to(), Edge.Kind.JUMP, "/commands/" + i + "/to", Set.of());
            }
        }
    }

    int commands() {
        return size;
    }

    int back() {
        return size + 1;
    }

    int retry() {
        return size + 2;
    }

    int pause() {
        return size + 3;
    }

    int outside() {
        return size + 4;
    }

    int nodes() {
        return size + 5;
    }

    boolean isStep(int node) {
        return node < size;
    }

    List<Edge> from(int node) {
        return out.get(node);
    }

    List<Edge> to(int node) {
        return in.get(node);
    }

    /** Every node that can be reached from {@code start} over edges that {@code wanted} lets pass. */
    BitSet reached(int start, Predicate<Edge> wanted) {
        BitSet seen = new BitSet(nodes());
        List<Integer> open = new ArrayList<>(List.of(start));
        seen.set(start);
        while (!open.isEmpty()) {
            for (Edge edge : out.get(open.removeLast())) {
                if (wanted.test(edge) && !seen.get(edge.to())) {
                    seen.set(edge.to());
                    open.add(edge.to());
                }
            }
        }
        return seen;
    }

    /** Every node from which {@code end} can be reached over edges that {@code wanted} lets pass. */
    BitSet leadingTo(int end, Predicate<Edge> wanted) {
        BitSet seen = new BitSet(nodes());
        List<Integer> open = new ArrayList<>(List.of(end));
        seen.set(end);
        while (!open.isEmpty()) {
            for (Edge edge : in.get(open.removeLast())) {
                if (wanted.test(edge) && !seen.get(edge.from())) {
                    seen.set(edge.from());
                    open.add(edge.from());
                }
            }
        }
        return seen;
    }

    /** True when the customer does something, or time passes, before {@code edge} is taken. */
    boolean waits(Edge edge) {
        if (!isStep(edge.from())) {
            return edge.kind().waits();
        }
        Ask ask = flow.steps().get(edge.from()).ask();
        // A question whose answer is known already is not asked; what a flow starts with is taken once only.
        boolean passed = ask != null && ask.preset() != null && !isOfStart(ask.preset());
        return edge.kind().waits() && !(passed && edge.kind() == Edge.Kind.OPTION)
                || edge.kind().reached() == Edge.Reached.CONCLUDED && ask != null && !passed;
    }

    private static boolean isOfStart(Value preset) {
        return preset instanceof Value.Typed typed
                && typed.expression().path() instanceof List<String> path
                && path.getFirst().equals("start");
    }

    private void addStep(Step step) {
        String pointer = Subject.pointer(step);
        if (step.when() != null) {
            add(step.index(), following(step), Edge.Kind.SKIP, pointer, Conditions.known(step.when(), false));
        }
        Set<Outcome> outcomes = Outcomes.possible(step);
        // An expression can fail in any step.
        outcomes.add(Outcome.REFUSED);
        outcomes.forEach(outcome -> addOutcome(step, outcome, pointer));
        if (step.ask() != null) {
            addOutcome(step, Outcome.PAYMENT, pointer);
            addAnswers(step, step.ask(), pointer);
        }
        addNext(step, pointer);
        if (step.call() != null) {
            link(new Edge(retry(), step.index(), Edge.Kind.JUMP, pointer, Set.of()));
        }
    }

    private void addAnswers(Step step, Ask ask, String pointer) {
        link(new Edge(step.index(), commands(), Edge.Kind.COMMAND, pointer, Set.of()));
        link(new Edge(back(), step.index(), Edge.Kind.JUMP, pointer, Set.of()));
        if (ask.options() instanceof Ask.Options.Fixed fixed) {
            for (int i = 0; i < fixed.options().size(); i++) {
                Target to = fixed.options().get(i).to();
                if (to != null) {
                    add(step.index(), to, Edge.Kind.OPTION, pointer + "/ask/options/" + i + "/to", Set.of());
                }
            }
        }
    }

    private void addOutcome(Step step, Outcome outcome, String pointer) {
        Target own = step.on().get(outcome);
        Target target = own != null ? own : flow.on().get(outcome);
        if (target != null) {
            String word = Outcomes.word(outcome);
            add(
                    step.index(),
                    target,
                    Edge.Kind.valueOf(outcome.name()),
                    own != null ? pointer + "/on/" + word : "/on/" + word,
                    Set.of());
        }
    }

    private void addNext(Step step, String pointer) {
        if (alwaysLeavesByOption(step)) {
            return;
        }
        Set<String> otherwise = new HashSet<>();
        boolean written = step.next().size() == 1 && step.next().getFirst().when() == null;
        for (int i = 0; i < step.next().size(); i++) {
            Step.Branch branch = step.next().get(i);
            Set<String> known = new HashSet<>(otherwise);
            known.addAll(Conditions.known(branch.when(), true));
            add(
                    step.index(),
                    branch.to(),
                    Edge.Kind.NEXT,
                    written ? pointer + "/next" : pointer + "/next/" + i + "/to",
                    known);
            if (branch.when() == null) {
                return;
            }
            otherwise.addAll(Conditions.known(branch.when(), false));
        }
        add(step.index(), following(step), Edge.Kind.FALL, pointer, otherwise);
    }

    private static boolean alwaysLeavesByOption(Step step) {
        return step.ask() != null
                && step.ask().types().equals(List.of(Ask.Type.CHOICE))
                && step.ask().options() instanceof Ask.Options.Fixed fixed
                && fixed.options().stream().allMatch(option -> option.to() != null);
    }

    private Target following(Step step) {
        return step.index() + 1 < size
                ? new Target.ToStep(flow.steps().get(step.index() + 1).id())
                : Target.Known.DONE;
    }

    private void add(int from, Target target, Edge.Kind kind, String pointer, Set<String> known) {
        link(new Edge(from, node(target), kind, pointer, Set.copyOf(known)));
    }

    private void link(Edge edge) {
        out.get(edge.from()).add(edge);
        in.get(edge.to()).add(edge);
    }

    private int node(Target target) {
        return switch (target) {
            case Target.ToStep named -> flow.byId().get(named.id()).index();
            case Target.ToFlow other -> outside();
            case Target.Known known ->
                switch (known) {
                    // Goes on at the step it stands at, whose ways are here already.
                    case DONE, CANCEL, HUMAN, MENU, QUEUE -> outside();
                    case BACK, STAY -> back();
                    case RETRY -> retry();
                    case PAUSE -> pause();
                };
        };
    }

    /** What a condition tells about names by {@code $exists}. */
    static final class Conditions {

        private Conditions() {}

        /** Names that have a value when {@code condition} is {@code holds}. */
        static Set<String> known(@Nullable Value condition, boolean holds) {
            return condition instanceof Value.Typed typed
                    ? Reading.existing(typed.expression().source(), holds)
                    : Set.of();
        }
    }
}
