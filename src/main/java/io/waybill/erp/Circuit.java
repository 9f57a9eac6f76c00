package io.waybill.erp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of one operation go on this node.
 *
 * @param calls that were looked at last
 * @param failures among them
 * @param since when it is in this state
 * @param triedAgainAt when the ERP is asked again by itself; null unless open
 */
record Circuit(
        ErpOperation operation,
        State state,
        int calls,
        int failures,
        Instant since,
        @Nullable Failure lastFailure,
        @Nullable Instant triedAgainAt) {

    /** Whether calls are sent. */
    enum State {
        CLOSED,
        /** Some, to see whether the ERP is well again. */
        HALF_OPEN,
        OPEN
    }

    /** @param reason a sentence without secrets and phone numbers */
    record Failure(String reason, Instant at) {}
}
