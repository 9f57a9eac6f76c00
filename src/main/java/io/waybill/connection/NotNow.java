package io.waybill.connection;

/** It cannot be done now; the message says why. */
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotNow(String sentence) {
        super(sentence);
    }
}
