package io.waybill.chat;

import java.util.Optional;

/** Knows whom people and programs may not write to for now; flows are not held. */
@FunctionalInterface
public interface ReplyHold {

    /** In the transaction that would keep the message. */
    Optional<Held> on(long contactId);

    /**
     * @param why what happened and what to do, as sentences
     * @param serviceId the service whose paid time is over
     * @param askToRenew path of the call that asks the customer to renew
     * @param close path of the call that ends the hold
     */
    record Held(String why, long serviceId, String askToRenew, String close) {}
}
