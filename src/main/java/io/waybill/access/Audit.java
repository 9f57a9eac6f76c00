package io.waybill.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps who changed what. What is said of before and after is kept as JSON, so nothing secret and nothing of a customer may be
 * in it.
 */
public interface Audit {

    /**
     * Makes a change, and keeps in its transaction how the thing was and is then; where that is the same, nothing is kept.
     *
     * @param action such as user.change
     * @param subject what was changed, by its name or id
     * @param state how it is at the moment of asking
     */
    <T extends @Nullable Object> T change(
            String action, String subject, Supplier<? extends @Nullable Object> state, Supplier<T> change);

    /** The same for a change that answers nothing. */
    default void run(String action, String subject, Supplier<? extends @Nullable Object> state, Runnable change) {
        change(action, subject, state, () -> {
            change.run();
            return subject;
        });
    }

    /** Keeps what the one who calls did, in the caller's transaction where there is one. */
    void done(String action, String subject, @Nullable Object before, @Nullable Object after);

    /** The same for somebody who is not signed in, or not yet. */
    void doneBy(String who, String action, String subject);
}
