package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.conversation.Applicants.Application;
import io.waybill.conversation.StaffActions.Action;
import io.waybill.conversation.StaffActions.Progress;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.inbox.Inbox;
import io.waybill.inbox.ShortWait;
import io.waybill.media.CustomerFiles;
import io.waybill.message.PhoneNumbers;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows who applied for a job, and hands over again what the ERP did not take. */
@RestController
@Needs(Permission.JOBS_READ)
class ApplicantController {

    private static final int MOST = 200;
    private static final int KEY_CHARACTERS = 24;

    private final Applicants applicants;
    private final CustomerFiles files;
    private final StaffActions actions;
    private final ErpGateway erp;
    private final Inbox inbox;
    private final Audit audit;

    ApplicantController(
            Applicants applicants,
            CustomerFiles files,
            StaffActions actions,
            ErpGateway erp,
            Inbox inbox,
            Audit audit) {
        this.applicants = applicants;
        this.files = files;
        this.actions = actions;
        this.erp = erp;
        this.inbox = inbox;
        this.audit = audit;
    }

    /** The latest 200; of somebody who applied more than once, the last time. */
    @GetMapping("/api/jobs/{externalJobId}/applicants")
    ApplicantsView applicants(@PathVariable String externalJobId) {
        List<Application> applications = applicants.of(externalJobId, MOST);
        Set<String> kept =
                files.kept(applications.stream().map(Application::file).toList());
        return new ApplicantsView(applications.stream()
                .map(application -> ApplicantView.of(application, kept))
                .toList());
    }

    /** Hands over what the ERP certainly does not have; asked twice it is done once. */
    @PostMapping("/api/jobs/applicants/{contactId}/{key}/retry")
    @Needs(Permission.JOBS_EDIT)
    ApplicantRetry retry(@PathVariable long contactId, @PathVariable String key, Principal principal) {
        Application application = applicants
                .find(contactId, key)
                .filter(found -> !found.job().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no application %s, or the person was erased.".formatted(key)));
        if (!application.isFailed()) {
            throw conflict("This application is not one that failed: it is %s. Reload the page."
                    .formatted(application.state()));
        }
        if (!erp.available().contains(ErpOperation.CREATE_APPLICANT)) {
            throw conflict("The ERP has no CREATE_APPLICANT (endpoint profile \"%s\"): add the applicant there."
                    .formatted(erp.profile().name()));
        }
        if (!application.file().isEmpty()
                && files.kept(List.of(application.file())).isEmpty()) {
            throw conflict("The CV is not kept any more: ask the applicant to apply again.");
        }
        Progress progress = again(application, principal.getName());
        return new ApplicantRetry(progress.state(), progress.reason());
    }

    private Progress again(Application application, String by) {
        String next = Action.key(after(application));
        try {
            actions.ask(new Action(
                    next,
                    application.contactId(),
                    "job " + application.job(),
                    ErpOperation.CREATE_APPLICANT,
                    Json.write(application.request()),
                    by));
            audit.done("applicant.retry", application.key(), null, null);
            inbox.alert();
        } catch (DuplicateKeyException e) {
            // Somebody pressed it before.
            return actions.progress(next).orElseThrow();
        }
        return ShortWait.until(Progress::isOver, () -> actions.progress(next).orElseThrow());
    }

    /** The same for every try to hand over this row anew. */
    private static String after(Application application) {
        String row = "%d %s".formatted(application.contactId(), application.key());
        return UUID.nameUUIDFromBytes(row.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, KEY_CHARACTERS);
    }

    private static ResponseStatusException conflict(String sentence) {
        return new ResponseStatusException(HttpStatus.CONFLICT, sentence);
    }

    record ApplicantsView(List<ApplicantView> applicants) {}

    /** @param state waiting, open, unknown, ok, refused, down or manual */
    record ApplicantRetry(String state, @Nullable String reason) {}

    /** Whether the file they sent is there. */
    enum Cv {
        NONE,
        KEPT,
        GONE
    }

    /**
     * @param key of the hand-over, for another try
     * @param phone only its last digits
     * @param cv whether there was a file, and is one still
     * @param state open or unknown: being found out; ok: the ERP has it; refused or down: it has not; manual: a person has to look
     * @param reason why it has not
     * @param externalApplicantId the ERP's; null: none is known
     */
    record ApplicantView(
            long contactId,
            String key,
            String name,
            String phone,
            Cv cv,
            String filename,
            String state,
            @Nullable String reason,
            @Nullable String externalApplicantId,
            boolean mayRetry,
            Instant at) {

        static ApplicantView of(Application application, Set<String> kept) {
            JsonNode request = application.request();
            String file = application.file();
            return new ApplicantView(
                    application.contactId(),
                    application.key(),
                    request.path("name").asText(""),
                    PhoneNumbers.lastDigits(request.path("phone").asText("")),
                    file.isEmpty() ? Cv.NONE : kept.contains(file) ? Cv.KEPT : Cv.GONE,
                    request.path("resume").path("filename").asText(""),
                    application.state(),
                    application.reason(),
                    application.reply().path("external_applicant_id").textValue(),
                    application.isFailed(),
                    application.at());
        }
    }
}
