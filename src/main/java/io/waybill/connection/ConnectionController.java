package io.waybill.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.connection.ConnectionView.ShippedProfile;
import io.waybill.database.SecretBox;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.ReportJson;
import java.security.Principal;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;

/** The ERP screen: what is connected, how it is tried, and what customers are served by. */
@RestController
@RequestMapping("/api/erp/connection")
@Needs(Permission.ERP_READ)
class ConnectionController {

    private final Connections connections;
    private final Switching switching;
    private final Testing testing;

    ConnectionController(Connections connections, Switching switching, Testing testing) {
        this.connections = connections;
        this.switching = switching;
        this.testing = testing;
    }

    /** What is edited and what is live; secrets only as set or not. */
    @GetMapping
    ConnectionView connection() {
        return connections.view();
    }

    /** Profiles to start from. */
    @GetMapping("/profiles")
    List<ShippedProfile> profiles() {
        return connections.shipped();
    }

    /** Saves a new version; customers are served by what is live as before. 409 with what changed when somebody else was quicker. */
    @PutMapping
    @Needs(Permission.ERP_EDIT)
    ConnectionView save(@RequestBody ConnectionChange change, Principal principal) {
        return connections.save(change, principal.getName());
    }

    /** Asks one operation as it was saved last, or only writes the request. */
    @PostMapping("/operations/{operation}/test")
    @Needs(Permission.ERP_EDIT)
    ErpTestView test(@PathVariable ErpOperation operation, @RequestBody ErpTestRequest wanted, Principal principal) {
        if (wanted.dry()) {
            return ErpTestView.of(testing.dry(operation, wanted.request()));
        }
        if (operation.writes() && !Boolean.TRUE.equals(wanted.confirmed())) {
            throw new Changing.Refused(
                    "%s makes or changes something in the ERP: confirm that it may.".formatted(operation));
        }
        return ErpTestView.of(testing.real(operation, wanted.request(), principal.getName()));
    }

    /**
     * @param dry only writes the request
     * @param request with the contract's field names; null: a sample
     * @param confirmed a write may make or change something in the ERP
     */
    record ErpTestRequest(
            boolean dry,
            @Nullable ObjectNode request,
            @Nullable Boolean confirmed) {}

    /** Holds what was saved last against the contract; its report is that of {@code /api/erp/check}. */
    @PostMapping("/check")
    @Needs(Permission.ERP_EDIT)
    ObjectNode check(@RequestBody WantedCheck wanted, Principal principal) {
        return ReportJson.of(testing.check(wanted.write(), principal.getName()));
    }

    /** @param write whether a test customer, a test order and a test applicant may be made */
    record WantedCheck(boolean write) {}

    /** Says what customers are served by. */
    @PutMapping("/live")
    @Needs(Permission.ERP_EDIT)
    ConnectionView live(@RequestBody WantedLive wanted, Principal principal) {
        String by = principal.getName();
        return switch (wanted.wanted()) {
            case null -> throw new Changing.Refused("\"wanted\" is CONSOLE, CONFIGURATION, PAUSE or RESUME.");
            case CONSOLE -> switching.goLive(wanted.version(), by);
            case CONFIGURATION -> switching.useConfigured(by);
            case PAUSE -> switching.pause(by);
            case RESUME -> switching.resume(by);
        };
    }

    /** What shall become of what customers are served by. */
    enum Wish {
        /** By what was saved last. */
        CONSOLE,
        /** By the ERP of the configuration. */
        CONFIGURATION,
        /** Nothing is sent. */
        PAUSE,
        RESUME
    }

    /** @param version that was tested; for CONSOLE only */
    record WantedLive(@Nullable Wish wanted, @Nullable Long version) {}

    @ExceptionHandler
    ProblemDetail refused(Changing.Refused e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notNow(NotNow e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail noKey(SecretBox.NoKey e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    /** {@code changes} says what is another since the version that was given. */
    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("version", e.version());
        problem.setProperty("changes", e.changes());
        return problem;
    }
}
