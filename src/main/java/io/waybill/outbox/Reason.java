package io.waybill.outbox;

import io.waybill.message.Problem;
import io.waybill.whatsapp.SendFailure;
import org.jspecify.annotations.Nullable;

/**
 * Why a message did not go out, or did not arrive.
 *
 * @param code Meta's
 * @param details Meta's own explanation
 * @param advice one sentence for an operator
 */
record Reason(@Nullable Integer code, @Nullable String details, String advice) {

    static Reason of(SendFailure failure) {
        return new Reason(failure.code(), failure.details(), failure.advice());
    }

    /** What a {@code failed} status says. */
    static Reason of(Problem problem) {
        return of(SendFailure.of(problem));
    }

    static Reason ours(String advice) {
        return new Reason(null, null, advice);
    }
}
