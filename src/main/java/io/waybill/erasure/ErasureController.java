package io.waybill.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.erasure.People.Erased;
import io.waybill.erasure.People.UnderWay;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives a person what is kept of them, and deletes it. For administrators. */
@RestController
@Needs({Permission.PEOPLE_MANAGE, Permission.PERSONAL_DATA})
class ErasureController {

    private static final int MOST = 500;

    private final People people;
    private final TransactionTemplate transaction;
    private final Audit audit;

    ErasureController(People people, TransactionTemplate transaction, Audit audit) {
        this.people = people;
        this.transaction = transaction;
        this.audit = audit;
    }

    private static String subject(long contactId) {
        return "contact " + contactId;
    }

    record Erasures(List<Erased> erasures) {}

    @GetMapping("/api/v1/contacts/{contactId}/export")
    ResponseEntity<ObjectNode> export(@PathVariable long contactId) {
        mustExist(contactId);
        audit.done("contact.export", subject(contactId), null, null);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"contact-%d.json\"".formatted(contactId))
                .body(people.export(contactId));
    }

    /** @param force although an order is under way */
    @DeleteMapping("/api/v1/contacts/{contactId}")
    Erased erase(
            @PathVariable long contactId,
            @RequestParam(defaultValue = "false") boolean force,
            HttpServletRequest request) {
        mustExist(contactId);
        return Objects.requireNonNull(transaction.execute(tx -> {
            Erased erased = people.erase(contactId, force, request.getRemoteUser());
            audit.done("contact.erase", subject(contactId), null, erased.changes());
            return erased;
        }));
    }

    /** Who was erased, as far as that can be said. */
    @GetMapping("/api/v1/erasures")
    Erasures erasures() {
        return new Erasures(people.erased(MOST));
    }

    @ExceptionHandler
    ProblemDetail underWay(UnderWay e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    private void mustExist(long contactId) {
        if (!people.exists(contactId)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no contact %d, or it was merged into another: ask for that one.".formatted(contactId));
        }
    }
}
