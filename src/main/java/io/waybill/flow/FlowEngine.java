package io.waybill.flow;

/** Says what comes next in a conversation. Pure: the same session, event and world give the same turn. */
public final class FlowEngine {

    /** Moves {@code session} on by {@code event} until it waits for the customer, for the ERP, or ends. */
    public Turn advance(Session session, Event event, World world) {
        throw new UnsupportedOperationException();
    }
}
