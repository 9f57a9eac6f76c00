package io.waybill.home;

/** The set-up is wrong and the application must not start; the message is one sentence that names what to change. */
public class Misconfigured extends RuntimeException {

    public Misconfigured(String sentence) {
        super(sentence);
    }

    public Misconfigured(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The one that {@code failure} comes from, or else {@code failure} itself. */
    public static RuntimeException in(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Misconfigured sentence) {
                return sentence;
            }
        }
        return failure;
    }

    /** Throws one that says {@code sentence} unless {@code good}. */
    public static void unless(boolean good, String sentence) {
        if (!good) {
            throw new Misconfigured(sentence);
        }
    }
}
