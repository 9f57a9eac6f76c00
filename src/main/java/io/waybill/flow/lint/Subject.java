package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The flow that is looked at.
 *
 * @param root as written, where pointers lead
 */
record Subject(FlowDefinition flow, JsonNode root, Graph graph, Setup setup) {

    List<Step> steps() {
        return flow.steps();
    }

    JsonNode json(Step step) {
        return root.path("steps").path(step.index());
    }

    static String pointer(Step step) {
        return "/steps/" + step.index();
    }

    /** The languages that texts are written in, the base language not among them. */
    Set<String> translations() {
        Set<String> languages = new LinkedHashSet<>();
        root.path("texts").fieldNames().forEachRemaining(languages::add);
        languages.remove(flow.language());
        return languages;
    }
}
