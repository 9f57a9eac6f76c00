package io.waybill.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Words that WhatsApp would not take, with a sentence that says why and what to do; nothing was sent. */
final class CannotSay extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final boolean passing;
    private final transient ReplyHold.@Nullable Held held;

    private CannotSay(String message, boolean passing, ReplyHold.@Nullable Held held) {
        super(message);
        this.passing = passing;
        this.held = held;
    }

    /** The words are wrong. */
    static CannotSay wrong(String message) {
        return new CannotSay(message, false, null);
    }

    /** The words are right, and cannot go as things stand. */
    static CannotSay now(String message) {
        return new CannotSay(message, true, null);
    }

    /** The words are right, and nobody may write to this customer for now. */
    static CannotSay held(ReplyHold.Held held) {
        return new CannotSay(held.why(), true, held);
    }

    Optional<ReplyHold.Held> hold() {
        return Optional.ofNullable(held);
    }

    boolean passes() {
        return passing;
    }
}
