package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.message.FileWanted;
import io.waybill.message.Reply;

/** What the world must do after a step of the engine. */
public sealed interface Effect {

    /** Send this to the customer. */
    record Send(Reply reply) implements Effect {}

    /**
     * Ask the ERP. Calls are the last effects of a turn: either one write, or any number of reads that may run at once.
     *
     * @param key unique for the session and stable on replay, at most 32 characters: our reference at the ERP
     * @param request with the contract's field names
     * @param fresh the ERP itself must be asked, whatever is known already
     */
    record Call(String key, ErpOperation operation, ObjectNode request, boolean fresh) implements Effect {}

    /**
     * Fetch a file that the customer sent, outside of any transaction; the last effect of a turn.
     *
     * @param key of the {@link Event.Fetched} that answers it
     */
    record Fetch(String key, FileWanted file) implements Effect {}

    /** The customer wrote something that nothing here understands: kept for the report on what people ask. */
    record Unmatched(String flow, String step, String text) implements Effect {}

    /** A person takes over; the bot is silent until handed back. */
    record HandOver(String reason) implements Effect {}

    /**
     * The flow came to something that is kept, in the commit of the turn.
     *
     * @param kind what it is, such as {@code feedback}
     * @param values as the step gives them
     */
    record Result(String flow, String revision, String kind, ObjectNode values) implements Effect {}

    /** Something an operator should see: where it happened and what to do. */
    record Incident(String where, String what) implements Effect {}
}
