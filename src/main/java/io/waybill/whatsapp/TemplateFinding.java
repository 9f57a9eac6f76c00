package io.waybill.whatsapp;

/**
 * What Meta would refuse in a template, or is known to reject after looking at it.
 *
 * @param field such as {@code name}, {@code body}, {@code body.1} of an example, {@code button 2}
 * @param sentence what is wrong and what to do
 */
public record TemplateFinding(Level level, String field, String sentence) {

    /** Whether it may be sent to Meta all the same. */
    public enum Level {
        ERROR,
        HINT
    }

    public boolean isError() {
        return level == Level.ERROR;
    }
}
