package io.waybill.chat;

/** Words that WhatsApp would not take, with a sentence that says why and what to do; nothing was sent. */
final class CannotSay extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean passing;

    private CannotSay(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** The words are wrong. */
    static CannotSay wrong(String message) {
        return new CannotSay(message, false);
    }

    /** The words are right, and cannot go as things stand. */
    static CannotSay now(String message) {
        return new CannotSay(message, true);
    }

    boolean passes() {
        return passing;
    }
}
