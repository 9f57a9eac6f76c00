package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowParser.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that a flow leads only to steps it has, and never past a write whose end is not known. */
final class TargetCheck {

    private static final String QUEUE = "@queue";

    private final Problems problems;
    private final Map<String, Step> steps;

    TargetCheck(Problems problems, Map<String, Step> steps) {
        this.problems = problems;
        this.steps = steps;
    }

    void check(JsonNode root, Map<Outcome, Target> defaults) {
        branches(root.path("on"), "/on");
        for (int i = 0; i < root.path("commands").size(); i++) {
            target(root.path("commands").get(i).path("to"), "/commands/" + i + "/to");
        }
        for (int i = 0; i < root.path("steps").size(); i++) {
            JsonNode node = root.path("steps").get(i);
            String pointer = "/steps/" + i;
            step(node, pointer);
            Step step = steps.get(node.path("id").textValue());
            if (step != null) {
                unknown(step, defaults.get(Outcome.UNKNOWN), pointer);
            }
        }
    }

    private void step(JsonNode node, String pointer) {
        branches(node.path("on"), pointer + "/on");
        JsonNode next = node.path("next");
        target(next, pointer + "/next");
        for (int i = 0; i < next.size(); i++) {
            target(next.get(i).path("to"), pointer + "/next/" + i + "/to");
        }
        JsonNode options = node.path("ask").path("options");
        for (int i = 0; options.isArray() && i < options.size(); i++) {
            target(options.get(i).path("to"), pointer + "/ask/options/" + i + "/to");
        }
    }

    private void branches(JsonNode on, String pointer) {
        on.properties().forEach(field -> {
            String at = pointer + '/' + field.getKey();
            target(field.getValue(), at);
            if (QUEUE.equals(field.getValue().textValue()) && !field.getKey().equals(Outcome.DOWN.word())) {
                notHere(at);
            }
        });
    }

    private void notHere(String pointer) {
        problems.add(
                LoadProblem.Kind.TARGET,
                pointer,
                "@queue waits for an ERP that does not answer, so it may stand only at on.down.");
    }

    private void target(JsonNode node, String pointer) {
        if (QUEUE.equals(node.textValue()) && !pointer.contains("/on/")) {
            notHere(pointer);
        }
        if (node.isTextual() && !node.textValue().startsWith("@") && !steps.containsKey(node.textValue())) {
            problems.add(LoadProblem.Kind.TARGET, pointer, "There is no step %s.".formatted(node.textValue()));
        }
    }

    private void unknown(Step step, @Nullable Target fallback, String pointer) {
        Target own = step.on().get(Outcome.UNKNOWN);
        Target target = own != null ? own : fallback;
        if (step.call() == null
                || !step.call().operation().writes()
                || mayGoOn(step.call().operation())
                || target == null
                || target == Target.Known.HUMAN) {
            return;
        }
        boolean waits = target instanceof Target.ToStep named
                && (!steps.containsKey(named.id()) || steps.get(named.id()).onlySpeaks());
        if (!waits) {
            problems.add(
                    own != null ? pointer + "/on/unknown" : "/on/unknown",
                    "After %s nobody knows whether it was done; unknown leads to a step that only says so, or to @human."
                            .formatted(step.call().operation()));
        }
    }

    /** Setting an address twice is setting it once, so a flow may leave this one behind unanswered. */
    static boolean mayGoOn(ErpOperation operation) {
        return operation == ErpOperation.SET_ADDRESS;
    }
}
