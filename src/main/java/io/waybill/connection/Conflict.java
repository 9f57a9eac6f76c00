package io.waybill.connection;

import io.waybill.connection.Differences.Difference;
import java.util.List;

/** Somebody else was quicker. */
final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long version;
    private final transient List<Difference> changes;

    private Conflict(Edited now, String by, List<Difference> changes) {
        super("Somebody else has saved the connection meanwhile: version %d, by %s.".formatted(now.version(), by));
        this.version = now.version();
        this.changes = changes;
    }

    static Conflict between(Edited seen, Edited now) {
        Saved saved = now.saved();
        return new Conflict(now, saved == null ? "the configuration" : saved.by(), Differences.between(seen, now));
    }

    /** What is saved now. */
    long version() {
        return version;
    }

    List<Difference> changes() {
        return changes;
    }
}
