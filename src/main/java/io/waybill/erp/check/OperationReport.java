package io.waybill.erp.check;

import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one operation.
 *
 * @param calls HTTP requests it took
 * @param p95 of how long they took; null without any
 * @param note why it was not probed; empty otherwise
 */
public record OperationReport(
        ErpOperation operation,
        Verdict verdict,
        int calls,
        @Nullable Duration p95,
        List<FieldReport> fields,
        List<Finding> findings,
        String note) {

    public OperationReport {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
    }

    /** Whether an operation can be used. */
    public enum Verdict {
        OK,
        WARNING,
        ERROR,
        /** The endpoint profile does not have it. */
        UNAVAILABLE,
        SKIPPED;

        /** As it stands in reports. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
