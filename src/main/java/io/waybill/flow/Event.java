package io.waybill.flow;

import io.waybill.erp.ErpReply;
import io.waybill.message.FileReply;
import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.util.List;

/** What can move a conversation on. */
public sealed interface Event {

    /** The customer wrote or tapped. */
    record Received(InboundMessage message) implements Event {}

    /** The ERP calls of the last {@link Effect.Call}s ended, one answer for each. */
    record Answered(List<Answer> answers) implements Event {}

    /** The file of the last {@link Effect.Fetch} was looked at. */
    record Fetched(String key, FileReply reply) implements Event {}

    /** The session asked to be woken about now; too early or once more does no harm. */
    record TimePassed() implements Event {}

    /** A payment provider says that something happened to a payment. What is not said here: it is asked, never believed. */
    record PaymentTold() implements Event {}

    /**
     * Somebody of the business wrote to the customer beside the flow.
     *
     * @param until the flow stays silent, unless they write again
     */
    record StaffWrote(Instant until) implements Event {}

    /** Somebody of the business gives the customer back to the flow. */
    record HandedBack(How how) implements Event {}

    /** How the flow goes on with a customer it gets back. */
    enum How {
        /** The question that stood is asked again; where none did, the customer's next message begins something. */
        RESUME,
        /** The flow begins again; where there is none, the main menu is shown. */
        RESTART,
        /** Nothing is said; the customer's next message begins something. */
        END
    }

    /** A cart was left behind: its customer is reminded of it, once, where that fits. */
    record CartLeft() implements Event {}

    /** A cart was left behind for so long that it is thrown away, where nobody works on it. */
    record CartDropped() implements Event {}

    /** Nobody can say any more whether the write {@code key} was executed: a person decides. */
    record GivenUp(String key, String reason) implements Event {}

    /** @param key of the {@link Effect.Call} this answers */
    record Answer(String key, ErpReply reply) {}
}
