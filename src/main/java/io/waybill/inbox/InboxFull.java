package io.waybill.inbox;

/** Too many deliveries wait to be stored; nothing of this one is, and the sender should come again later. */
public final class InboxFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboxFull() {
        super("Too many deliveries are waiting to be stored.");
    }
}
