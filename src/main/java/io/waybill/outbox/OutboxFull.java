package io.waybill.outbox;

/** Too many statuses wait to be applied; none of these are, and the sender should come again later. */
public final class OutboxFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutboxFull() {
        super("Too many statuses are waiting to be applied.");
    }
}
