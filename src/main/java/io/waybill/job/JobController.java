package io.waybill.job;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.catalog.CustomerRows;
import io.waybill.job.JobViews.JobsView;
import io.waybill.live.LiveEvents;
import io.waybill.media.Images;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the ERP's job positions, switches them on and off for WhatsApp, and says by which flow people apply for them. */
@RestController
@RequestMapping("/api/jobs")
@Needs(Permission.JOBS_READ)
class JobController {

    private final ErpJobs jobs;
    private final JobViews views;
    private final HiddenJobs hidden;
    private final JobFlows flows;
    private final JobImages pictures;
    private final Images images;
    private final CustomerRows published;
    private final LiveEvents live;
    private final Audit audit;

    JobController(
            ErpJobs jobs,
            JobViews views,
            HiddenJobs hidden,
            JobFlows flows,
            JobImages pictures,
            Images images,
            CustomerRows published,
            LiveEvents live,
            Audit audit) {
        this.jobs = jobs;
        this.views = views;
        this.hidden = hidden;
        this.flows = flows;
        this.pictures = pictures;
        this.images = images;
        this.published = published;
        this.live = live;
        this.audit = audit;
    }

    /** All that the ERP has, what customers do not see among it. */
    @GetMapping
    JobsView jobs() {
        return jobs.hasJobs() ? views.of(jobs.all()) : new JobsView(false, List.of(), null, null, List.of());
    }

    /** Asks the ERP for its jobs anew. */
    @PostMapping("/refresh")
    @Needs(Permission.JOBS_EDIT)
    JobsView refresh() {
        return jobs.hasJobs() ? views.of(jobs.now()) : jobs();
    }

    @GetMapping("/hidden")
    HiddenJobsView hidden() {
        return new HiddenJobsView(hidden.ids().stream().sorted().toList());
    }

    /** When disabled, this job will not appear in WhatsApp HR menu. */
    @PutMapping("/{externalJobId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.JOBS_EDIT)
    void setVisibility(@PathVariable String externalJobId, @RequestBody JobVisibility visibility, Principal principal) {
        audit.run(
                "job.visibility",
                externalJobId,
                () -> new JobVisibility(!hidden.ids().contains(externalJobId)),
                () -> {
                    if (visibility.visible()) {
                        hidden.show(externalJobId);
                    } else {
                        hidden.hide(externalJobId, principal.getName());
                    }
                });
        live.tell("catalog", Map.of());
    }

    /** From then on a tap on the job starts this flow, with the job chosen; without a flow the list's own goes on. */
    @PutMapping("/{externalJobId}/flow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.JOBS_EDIT)
    void assign(@PathVariable String externalJobId, @RequestBody JobAssignment assignment, Principal principal) {
        String flow = assignment.flow();
        if (flow != null && !published.hasFlow(flow)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "There is no published flow \"%s\": publish it first, or take another. \"flow\" is null for none."
                            .formatted(flow));
        }
        audit.run(
                "job.flow", externalJobId, () -> new JobAssignment(flows.byJob().get(externalJobId)), () -> {
                    if (flow == null) {
                        flows.release(externalJobId);
                    } else {
                        flows.assign(externalJobId, flow, principal.getName());
                    }
                });
        live.tell("catalog", Map.of());
    }

    /** Flows have it as {@code image} of the job. */
    @PutMapping("/{externalJobId}/image")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.JOBS_EDIT)
    void attach(@PathVariable String externalJobId, @RequestBody JobPicture picture, Principal principal) {
        String image = picture.image();
        if (image != null && images.known(List.of(image)).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "There is no picture %s. Upload it first.".formatted(image));
        }
        audit.run("job.image", externalJobId, () -> pictures.byJob().getOrDefault(externalJobId, List.of()), () -> {
            if (image == null) {
                pictures.remove(externalJobId);
            } else {
                pictures.attach(externalJobId, image, principal.getName());
            }
        });
        live.tell("catalog", Map.of());
    }

    @ExceptionHandler
    ProblemDetail notListed(ErpJobs.NotListed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    record JobVisibility(boolean visible) {}

    record JobAssignment(@Nullable String flow) {}

    record JobPicture(@Nullable String image) {}

    record HiddenJobsView(List<String> externalJobIds) {}
}
