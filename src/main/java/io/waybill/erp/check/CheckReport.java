package io.waybill.erp.check;

import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP behind an endpoint profile does and does not keep of the contract. Fit to be shown and kept.
 *
 * @param wrote whether writes were asked for
 * @param claimed what the profile says of repeated orders
 * @param proved what the ERP showed; null when no test order was made
 * @param leftBehind what the check made in the ERP and could not take back, in sentences
 */
public record CheckReport(
        String profile,
        Instant at,
        boolean wrote,
        List<OperationReport> operations,
        Idempotency claimed,
        @Nullable Idempotency proved,
        List<String> leftBehind) {

    public CheckReport {
        operations = List.copyOf(operations);
        leftBehind = List.copyOf(leftBehind);
    }

    /** The worst of all operations. */
    public Verdict verdict() {
        return has(Verdict.ERROR) ? Verdict.ERROR : has(Verdict.WARNING) ? Verdict.WARNING : Verdict.OK;
    }

    /** Findings of all operations. */
    public Stream<Finding> findings() {
        return operations.stream().flatMap(operation -> operation.findings().stream());
    }

    private boolean has(Verdict verdict) {
        return operations.stream().anyMatch(operation -> operation.verdict() == verdict);
    }
}
