package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which variables need not be kept: a list of 240 products is stored with every message as long as it is. */
final class Lifetimes {

    private Lifetimes() {}

    /** What a step's call saves and no other part of the flow names, by variable. */
    static Map<String, String> locals(JsonNode root, Collection<Step> steps) {
        Map<String, String> locals = new HashMap<>();
        for (Step step : steps) {
            if (step.call() != null && step.call().each() == null) {
                step.call().save().stream()
                        .map(save -> save.path().getFirst())
                        .filter(name -> !isNamedOutside(name, step, root))
                        .forEach(name -> locals.put(name, step.id()));
            }
        }
        return Map.copyOf(locals);
    }

    /** The variables that hold a list of the ERP's, and which. */
    static Map<String, ErpOperation> lists(Collection<Step> steps) {
        Map<String, ErpOperation> lists = new HashMap<>();
        for (Step step : steps) {
            Step.Call call = step.call();
            if (call != null && call.operation().lists()) {
                call.save().forEach(save -> lists.put(save.path().getFirst(), call.operation()));
            }
        }
        return Map.copyOf(lists);
    }

    private static boolean isNamedOutside(String name, Step step, JsonNode root) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        for (Map.Entry<String, JsonNode> part : root.properties()) {
            if (part.getKey().equals("steps")) {
                for (JsonNode other : part.getValue()) {
                    if (!other.path("id").asText().equals(step.id()) && isNamedIn(other, name, word)) {
                        return true;
                    }
                }
            } else if (isNamedIn(part.getValue(), name, word)) {
                return true;
            }
        }
        return false;
    }

    /** Prose may hold any word; only paths and what can hold an expression count. */
    private static boolean isNamedIn(JsonNode node, String name, Pattern word) {
        if (node.isTextual()) {
            String text = node.textValue();
            return isPathOf(text, name)
                    || (text.startsWith("= ") || text.contains("{{"))
                            && word.matcher(text).find();
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isPathOf(field.getKey(), name)) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (isNamedIn(child, name, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPathOf(String text, String name) {
        return text.equals(name) || text.startsWith(name + ".");
    }
}
