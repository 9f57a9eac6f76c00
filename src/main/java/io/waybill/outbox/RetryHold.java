package io.waybill.outbox;

import java.util.Optional;

/** Knows whom people may not write to for now; what a flow said is not held. */
@FunctionalInterface
public interface RetryHold {

    /** Why not and what to do, as sentences; in the transaction that would keep the message. */
    Optional<String> on(long contactId);
}
