package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Checks the active ERP, one check at a time on each node, and keeps the last report of this node. */
@RestController
@RequestMapping("/api/erp/check")
@Needs(Permission.ERP_READ)
class ErpCheckController {

    private final ErpCheck check;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable ObjectNode last;

    ErpCheckController(ErpCheck check) {
        this.check = check;
    }

    /**
     * @param write whether a test customer, a test order and a test applicant may be made
     * @param product the ERP's id of the product to ask for; without one, the first with a price
     * @param payment whether a payment for the test order may be requested, of nobody's number; null: no
     */
    record ErpCheckRequest(
            boolean write,
            @Nullable String product,
            @Nullable Boolean payment) {

        CheckOptions options() {
            try {
                return CheckOptions.usual()
                        .withWrites(write)
                        .withProduct(product)
                        .withPayment(Boolean.TRUE.equals(payment));
            } catch (IllegalArgumentException e) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
            }
        }
    }

    /** The report; while the check runs the caller waits, a little more than a minute at most. */
    @PostMapping
    @Needs(Permission.ERP_EDIT)
    ObjectNode check(@RequestBody ErpCheckRequest wanted) {
        CheckOptions options = wanted.options();
        if (!running.compareAndSet(false, true)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "A contract check is running on this node already: wait for its end.");
        }
        try {
            ObjectNode report = ReportJson.of(check.check(options));
            last = report;
            return report;
        } finally {
            running.set(false);
        }
    }

    /** The last report of this node; 204 when there is none. */
    @GetMapping
    ResponseEntity<ObjectNode> last() {
        ObjectNode report = last;
        return report == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(report);
    }
}
