package io.waybill.checkout;

/** An order that cannot be made like that, with a sentence for whoever asked; the ERP has not heard of it. */
final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private Unfit(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** It never can. */
    static Unfit wrong(String message) {
        return new Unfit(message, false);
    }

    /** It cannot be as things are now. */
    static Unfit now(String message) {
        return new Unfit(message, true);
    }

    boolean isPassing() {
        return passing;
    }
}
