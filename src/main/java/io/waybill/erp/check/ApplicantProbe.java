package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.util.List;
import java.util.Optional;

/** Applies for the first open position, without a resume. */
final class ApplicantProbe {

    private final Run run;

    ApplicantProbe(Run run) {
        this.run = run;
    }

    /** The ERP's id of the applicant. */
    Optional<String> apply(List<ObjectNode> jobs) {
        Optional<String> job = jobs.stream()
                .filter(Rows::isActive)
                .flatMap(row -> Rows.id(row).stream())
                .findFirst();
        if (job.isEmpty()) {
            run.tested(ErpOperation.CREATE_APPLICANT).note("There is no open position to apply for.");
            return Optional.empty();
        }
        ObjectNode request = Run.request()
                .put("name", TestOrder.MARK)
                // A top-level domain that never exists.
                .put("email", "contract-check@waybill.invalid")
                .put("role", job.get())
                .put("phone", run.options().phone());
        return run.ask(ErpOperation.CREATE_APPLICANT, request, run.key())
                .body()
                .map(body -> body.get("external_applicant_id").textValue());
    }
}
