package io.waybill.revision;

import io.waybill.flow.lint.Finding;
import io.waybill.flow.lint.Linter;
import io.waybill.flow.lint.Setup;
import io.waybill.whatsapp.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The linter among the templates and the published flows of this gateway. */
final class FlowLint {

    private final Templates templates;
    private final PublishedFlows flows;

    FlowLint(Templates templates, PublishedFlows flows) {
        this.templates = templates;
        this.flows = flows;
    }

    /** @param own id of the flow, which may lead to itself */
    List<Finding> lint(String text, String own) {
        Set<String> ids = new HashSet<>(flows.live().definitions().keySet());
        ids.add(own);
        return new Linter(Setup.of(templates, ids)).lint(text);
    }
}
