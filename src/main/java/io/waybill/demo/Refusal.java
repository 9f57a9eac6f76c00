package io.waybill.demo;

/** The demo ERP says no; the message goes to the caller as {@code message}. */
final class Refusal extends RuntimeException {

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
