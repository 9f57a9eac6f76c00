package io.waybill.outbox;

/** Hears what numbers messages really went to. */
public interface KnownNumbers {

    /** A message to this contact went to {@code phone}, which is not the number it was sent to; in the caller's transaction. */
    void reachedAs(long contactId, String phone);
}
