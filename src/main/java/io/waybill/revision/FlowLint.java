package io.waybill.revision;

import io.waybill.erp.ErpGateway;
import io.waybill.flow.lint.Finding;
import io.waybill.flow.lint.Linter;
import io.waybill.flow.lint.Setup;
import io.waybill.whatsapp.Templates;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The linter among the templates, the published flows and the ERP of this gateway. */
final class FlowLint {

    private final Templates templates;
    private final PublishedFlows flows;
    private final ErpGateway erp;

    FlowLint(Templates templates, PublishedFlows flows, ErpGateway erp) {
        this.templates = templates;
        this.flows = flows;
        this.erp = erp;
    }

    /** @param own id of the flow, which may lead to itself */
    List<Finding> lint(String text, String own) {
        Set<String> ids = new HashSet<>(flows.live().definitions().keySet());
        ids.add(own);
        return new Linter(Setup.of(templates, ids).with(erp.available())).lint(text);
    }
}
