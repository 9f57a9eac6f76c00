package io.waybill.erp.mapping;

/** A value that cannot stand where the profile puts it; nothing is sent then. The message is a sentence for the operator. */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unfit(String message) {
        // No stack trace: it is an outcome of a call, not a bug.
        super(message, null, false, false);
    }
}
