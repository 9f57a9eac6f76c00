package io.waybill.flow.lint;

import io.waybill.flow.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** E3, E4, E12 and W3: where the ways of a flow lead. */
record PathCheck() implements Check {

    @Override
    public void check(Subject subject, Report report) {
        Graph graph = subject.graph();
        BitSet reached = graph.reached(0, edge -> edge.from() != graph.retry() && edge.from() != graph.back());
        BitSet leaving = graph.leadingTo(graph.outside(), edge -> !edge.kind().isFailure());
        for (Step step : subject.steps()) {
            if (!reached.get(step.index())) {
                report.add(
                        Rule.E3,
                        Subject.pointer(step),
                        "Nothing leads to step %s. Lead to it by \"next\", \"to\" or \"on\", or take it out.",
                        step.id());
            } else if (!leaving.get(step.index())) {
                report.add(
                        Rule.E4,
                        Subject.pointer(step),
                        "From step %s there is no way out. Lead somewhere on to @done, @cancel, @human or @menu.",
                        step.id());
            }
            fallsAndBranches(step, graph, report);
        }
        circles(subject, report);
    }

    private static void fallsAndBranches(Step step, Graph graph, Report report) {
        List<Edge> ways = graph.to(step.index());
        boolean fallen = ways.stream().anyMatch(edge -> edge.kind() == Edge.Kind.FALL);
        boolean branched = ways.stream()
                .anyMatch(edge -> edge.kind() == Edge.Kind.NEXT
                        || edge.kind() == Edge.Kind.OPTION
                        || edge.from() == graph.commands());
        if (fallen && branched) {
            report.add(
                    Rule.W3,
                    Subject.pointer(step),
                    "Step %s follows the one above and is led to as well. Give the one above a \"next\" to say it is meant.",
                    step.id());
        }
    }

    /** Takes away, again and again, what nothing leads to within the turn; what is left stands in or behind a circle. */
    private static void circles(Subject subject, Report report) {
        Graph graph = subject.graph();
        int nodes = graph.nodes();
        int[] ways = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            graph.from(node).stream().filter(edge -> inTurn(edge, subject)).forEach(edge -> ways[edge.to()]++);
        }
        BitSet left = new BitSet(nodes);
        left.set(0, nodes);
        List<Integer> free = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            if (ways[node] == 0) {
                free.add(node);
            }
        }
        while (!free.isEmpty()) {
            int node = free.removeLast();
            left.clear(node);
            for (Edge edge : graph.from(node)) {
                if (inTurn(edge, subject) && --ways[edge.to()] == 0) {
                    free.add(edge.to());
                }
            }
        }
        BitSet named = new BitSet(nodes);
        for (int node = left.nextSetBit(0); node >= 0; node = left.nextSetBit(node + 1)) {
            if (graph.isStep(node) && !named.get(node)) {
                circle(node, subject, report, named);
            }
        }
    }

    private static void circle(int start, Subject subject, Report report, BitSet named) {
        Graph graph = subject.graph();
        BitSet after = graph.reached(start, edge -> inTurn(edge, subject));
        BitSet before = graph.leadingTo(start, edge -> inTurn(edge, subject));
        after.and(before);
        Edge closing = null;
        for (int node = after.nextSetBit(0); node >= 0; node = after.nextSetBit(node + 1)) {
            for (Edge edge : graph.from(node)) {
                if (inTurn(edge, subject) && edge.to() == start) {
                    closing = edge;
                }
            }
        }
        if (closing == null) {
            return;
        }
        named.or(after);
        report.add(
                Rule.E12,
                closing.pointer(),
                "Step %s is come back to without a question in between, so the flow could run in a circle. Put an \"ask\" into the circle.",
                subject.steps().get(start).id());
    }

    /** A way taken without the customer; one that the engine itself never takes twice in a turn is none. */
    private static boolean inTurn(Edge edge, Subject subject) {
        Graph graph = subject.graph();
        if (graph.waits(edge) || edge.from() == graph.back() || edge.from() == graph.commands()) {
            return false;
        }
        if (edge.kind() == Edge.Kind.REFUSED) {
            return subject.steps().get(edge.from()).call() != null;
        }
        return edge.kind() != Edge.Kind.UNKNOWN
                || !subject.steps().get(edge.from()).call().operation().writes();
    }
}
