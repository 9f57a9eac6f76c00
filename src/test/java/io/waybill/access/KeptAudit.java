package io.waybill.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was done, for a test to look at. */
public final class KeptAudit implements Audit {

    /** As action, subject, before and after. */
    public final List<String> kept = new CopyOnWriteArrayList<>();

    @Override
    public <T extends @Nullable Object> T change(
            String action, String subject, Supplier<? extends @Nullable Object> state, Supplier<T> change) {
        Object before = state.get();
        T result = change.get();
        done(action, subject, before, state.get());
        return result;
    }

    @Override
    public void done(String action, String subject, @Nullable Object before, @Nullable Object after) {
        kept.add("%s %s %s %s".formatted(action, subject, before, after));
    }

    @Override
    public void doneBy(String who, String action, String subject) {
        kept.add("%s %s".formatted(action, subject));
    }
}
