package io.waybill.job;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switches jobs on and off for WhatsApp. */
@RestController
@RequestMapping("/api/jobs")
@Needs(Permission.JOBS_READ)
class JobController {

    private final HiddenJobs hidden;
    private final Audit audit;

    JobController(HiddenJobs hidden, Audit audit) {
        this.hidden = hidden;
        this.audit = audit;
    }

    @GetMapping("/hidden")
    HiddenView hidden() {
        return new HiddenView(hidden.ids().stream().sorted().toList());
    }

    /** When disabled, this job will not appear in WhatsApp HR menu. */
    @PutMapping("/{externalJobId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.JOBS_EDIT)
    void setVisibility(@PathVariable String externalJobId, @RequestBody Visibility visibility, Principal principal) {
        audit.run(
                "job.visibility",
                externalJobId,
                () -> new Visibility(!hidden.ids().contains(externalJobId)),
                () -> {
                    if (visibility.visible()) {
                        hidden.show(externalJobId);
                    } else {
                        hidden.hide(externalJobId, principal.getName());
                    }
                });
    }

    record Visibility(boolean visible) {}

    record HiddenView(List<String> externalJobIds) {}
}
