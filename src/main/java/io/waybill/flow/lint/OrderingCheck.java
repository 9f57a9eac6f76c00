package io.waybill.flow.lint;

import io.waybill.erp.ErpOperation;
import io.waybill.flow.Ask;
import io.waybill.flow.CartChange;
import io.waybill.flow.Step;
import io.waybill.flow.Target;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** E9: whatever way leads to CREATE_ORDER, the cart was priced, name and place were asked for, the ERP knows the customer, who has confirmed. */
record OrderingCheck() implements Check {

    private static final String CONFIRM = "confirm";

    private enum Fact {
        PRICED("a GET_PRICE for the cart as it is then"),
        NAMED("a question for contact.name where it is not known"),
        CUSTOMER("an UPSERT_CUSTOMER"),
        PLACED("a question for the place to deliver to"),
        CONFIRMED("a choice of the option \"confirm\", asked once the cart is priced");

        private final String words;

        Fact(String words) {
            this.words = words;
        }
    }

    @Override
    public void check(Subject subject, Report report) {
        if (subject.steps().stream().noneMatch(OrderingCheck::orders)) {
            return;
        }
        List<EnumSet<Fact>> facts = facts(subject);
        for (Step step : subject.steps()) {
            EnumSet<Fact> known = facts.get(step.index());
            EnumSet<Fact> missing = known == null ? EnumSet.noneOf(Fact.class) : EnumSet.complementOf(known);
            if (orders(step) && !missing.isEmpty()) {
                report.add(
                        Rule.E9,
                        Subject.pointer(step) + "/call/op",
                        "A way leads to CREATE_ORDER without %s. Put it before step %s on every way.",
                        missing.stream().map(fact -> fact.words).collect(Collectors.joining(" and without ")),
                        step.id());
            }
        }
    }

    private static boolean orders(Step step) {
        return step.call() != null && step.call().operation() == ErpOperation.CREATE_ORDER;
    }

    /** What certainly holds where a step is entered; null where nothing leads. */
    private static List<EnumSet<Fact>> facts(Subject subject) {
        Graph graph = subject.graph();
        @SuppressWarnings("unchecked")
        EnumSet<Fact>[] facts = new EnumSet[graph.nodes()];
        boolean detours = commandsChangeTheCart(subject);
        OrderDetails details = OrderDetails.of(subject);
        facts[0] = given(details);
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int node = open.removeFirst();
            for (Edge edge : graph.from(node)) {
                if (edge.to() == graph.back() || edge.to() == graph.retry()) {
                    continue;
                }
                EnumSet<Fact> carried = carried(facts[node], edge, subject, detours);
                if (graph.isStep(node)) {
                    settle(details, subject.steps().get(node), edge, carried);
                }
                EnumSet<Fact> before = facts[edge.to()];
                if (before == null) {
                    facts[edge.to()] = carried;
                    open.add(edge.to());
                } else if (!carried.containsAll(before)) {
                    before.retainAll(carried);
                    open.add(edge.to());
                }
            }
        }
        return Arrays.asList(facts);
    }

    /** What an order of this flow does not need. */
    private static EnumSet<Fact> given(OrderDetails details) {
        EnumSet<Fact> given = EnumSet.noneOf(Fact.class);
        if (!details.needsName()) {
            given.add(Fact.NAMED);
        }
        if (!details.needsPlace()) {
            given.add(Fact.PLACED);
        }
        return given;
    }

    private static void settle(OrderDetails details, Step step, Edge edge, Set<Fact> facts) {
        if (details.isNamed(step, edge)) {
            facts.add(Fact.NAMED);
        }
        if (details.isPlaced(step, edge)) {
            facts.add(Fact.PLACED);
        }
    }

    private static EnumSet<Fact> carried(Set<Fact> entered, Edge edge, Subject subject, boolean detours) {
        EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
        facts.addAll(entered);
        if (!subject.graph().isStep(edge.from())) {
            return facts;
        }
        Step step = subject.steps().get(edge.from());
        Edge.Reached reached = edge.kind().reached();
        if (reached.compareTo(Edge.Reached.CALLED) >= 0) {
            called(step, facts);
            if (step.ask() != null && detours) {
                facts.remove(Fact.PRICED);
                facts.remove(Fact.CONFIRMED);
            }
        }
        if (reached.compareTo(Edge.Reached.ANSWERED) >= 0 && facts.contains(Fact.PRICED) && confirms(step, edge)) {
            facts.add(Fact.CONFIRMED);
        }
        if (reached == Edge.Reached.CONCLUDED && changes(step.cart())) {
            facts.remove(Fact.PRICED);
            facts.remove(Fact.CONFIRMED);
        }
        if (reached == Edge.Reached.CONCLUDED && step.cart() instanceof CartChange.Pickup) {
            facts.remove(Fact.CONFIRMED);
        }
        return facts;
    }

    private static void called(Step step, Set<Fact> facts) {
        if (step.call() == null) {
            return;
        }
        if (step.call().operation() == ErpOperation.UPSERT_CUSTOMER) {
            facts.add(Fact.CUSTOMER);
        }
        boolean wholeCart = List.of("cart", "lines").equals(step.call().each());
        boolean kept = step.call().save().stream().anyMatch(save -> save.path().equals(List.of("item", "unit_price")));
        if (step.call().operation() == ErpOperation.GET_PRICE && wholeCart && kept) {
            facts.add(Fact.PRICED);
        }
        if (orders(step)) {
            facts.removeAll(EnumSet.of(Fact.PRICED, Fact.CUSTOMER, Fact.CONFIRMED));
        }
    }

    /** True when {@code edge} is taken only by somebody who chose "confirm". */
    private static boolean confirms(Step step, Edge edge) {
        Ask ask = step.ask();
        if (ask == null
                || ask.preset() != null
                || !ask.types().equals(List.of(Ask.Type.CHOICE))
                || !(ask.options() instanceof Ask.Options.Fixed fixed)
                || fixed.options().size() < 2) {
            return false;
        }
        if (edge.kind() == Edge.Kind.OPTION) {
            String index = edge.pointer().replaceAll(".*/options/(\\d+)/to", "$1");
            return fixed.options().get(Integer.parseInt(index)).id().equals(CONFIRM);
        }
        return fixed.options().stream()
                .filter(option -> option.to() == null)
                .allMatch(option -> option.id().equals(CONFIRM));
    }

    /** True when a command, or what a payment event leads to, can change the cart and return to the question that stood. */
    private static boolean commandsChangeTheCart(Subject subject) {
        Graph graph = subject.graph();
        BitSet after = interruptions(graph, edge -> edge.from() != graph.back());
        BitSet before = graph.leadingTo(graph.back(), edge -> true);
        // Where a detour asks something itself, its own questions lead on, not back.
        return subject.steps().stream()
                .anyMatch(step -> changes(step.cart())
                        && !(step.cart() instanceof CartChange.Clear && leavesAtOnce(step))
                        && after.get(step.index())
                        && before.get(step.index())
                        && straight(step, graph));
    }

    /** All that can be reached from a question without an answer to it. */
    private static BitSet interruptions(Graph graph, Predicate<Edge> wanted) {
        BitSet reached = graph.reached(graph.commands(), wanted);
        for (int step = 0; graph.isStep(step); step++) {
            for (Edge edge : graph.from(step)) {
                if (edge.kind() == Edge.Kind.PAYMENT && !reached.get(edge.to())) {
                    reached.or(graph.reached(edge.to(), wanted));
                }
            }
        }
        return reached;
    }

    private static boolean changes(@Nullable CartChange change) {
        return change != null && !(change instanceof CartChange.Seen || change instanceof CartChange.Pickup);
    }

    private static boolean leavesAtOnce(Step step) {
        return step.next().size() == 1 && step.next().getFirst().to() == Target.Known.CANCEL;
    }

    private static boolean straight(Step step, Graph graph) {
        return interruptions(graph, edge -> !graph.waits(edge) && edge.from() != graph.back())
                        .get(step.index())
                && graph.reached(step.index(), edge -> !graph.waits(edge) && edge.from() != graph.back())
                        .get(graph.back());
    }
}
