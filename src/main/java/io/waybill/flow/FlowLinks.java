package io.waybill.flow;

import io.waybill.flow.FlowProblems.Problem;
import io.waybill.flow.Step.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that everything a flow points to exists. */
final class FlowLinks {

    private static final Set<String> TARGETS =
            Set.of("@done", "@cancel", "@human", "@menu", "@back", "@retry", "@pause");
    private static final String FLOW = "@flow:";

    private FlowLinks() {}

    static List<Problem> problemsAmong(List<FlowDefinition> flows) {
        Set<String> ids = flows.stream().map(FlowDefinition::id).collect(Collectors.toSet());
        List<Problem> problems = new ArrayList<>();
        for (FlowDefinition flow : flows) {
            if (flows.stream().filter(other -> other.id().equals(flow.id())).count() > 1) {
                problems.add(new Problem(flow.id(), 1, "/id", "Two flows have the id %s.".formatted(flow.id())));
            }
            check(flow, ids, problems);
        }
        return problems;
    }

    private static void check(FlowDefinition flow, Set<String> flowIds, List<Problem> problems) {
        Set<String> steps = flow.steps().stream().map(Step::id).collect(Collectors.toSet());
        if (steps.size() < flow.steps().size()) {
            problems.add(new Problem(flow.id(), 1, "/steps", "Two steps have the same id."));
        }
        for (Link link : links(flow)) {
            boolean exists = steps.contains(link.target())
                    || TARGETS.contains(link.target())
                    || link.target().startsWith(FLOW)
                            && flowIds.contains(link.target().substring(FLOW.length()));
            if (!exists) {
                problems.add(new Problem(
                        flow.id(),
                        1,
                        link.pointer(),
                        "%s is neither a step of this flow nor one of %s and @flow:<id>."
                                .formatted(
                                        link.target(), TARGETS.stream().sorted().collect(Collectors.joining(", ")))));
            }
        }
    }

    private static List<Link> links(FlowDefinition flow) {
        List<Link> links = new ArrayList<>();
        flow.on().forEach((outcome, to) -> links.add(new Link("/on/" + outcome.word(), to)));
        for (int i = 0; i < flow.commands().size(); i++) {
            add(links, "/commands/%d/to".formatted(i), flow.commands().get(i).to());
        }
        for (int i = 0; i < flow.steps().size(); i++) {
            Step step = flow.steps().get(i);
            String at = "/steps/" + i;
            step.on().forEach((outcome, to) -> links.add(new Link(at + "/on/" + outcome.word(), to)));
            step.next().forEach(jump -> links.add(new Link(at + "/next", jump.to())));
            if (step.ask() != null && step.ask().options() instanceof Options.Fixed fixed) {
                fixed.options().forEach(option -> add(links, at + "/ask/options", option.to()));
            }
        }
        return links;
    }

    private static void add(List<Link> links, String pointer, @org.jspecify.annotations.Nullable String target) {
        if (target != null) {
            links.add(new Link(pointer, target));
        }
    }

    private record Link(String pointer, String target) {}
}
