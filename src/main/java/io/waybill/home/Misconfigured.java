package io.waybill.home;

/** The set-up is wrong and the application must not start; the message is one sentence that names what to change. */
public class Misconfigured extends RuntimeException {

    public Misconfigured(String sentence) {
        super(sentence);
    }

    public Misconfigured(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
