package io.waybill.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which ERP is asked.
 *
 * @param change grows with each change of this
 * @param revision of what was connected in the console; null: the ERP of the configuration
 * @param by who said so; empty while nobody has
 * @param pause while nothing is sent to it
 */
record Live(
        long change,
        @Nullable Long revision,
        String by,
        @Nullable Instant at,
        @Nullable Pause pause) {

    /** As it is until somebody says otherwise. */
    static final Live CONFIGURED = new Live(0, null, "", null, null);

    record Pause(String by, Instant at) {

        /** Why nothing is sent, for those who wait for it. */
        String sentence() {
            return "%s has paused the ERP in the console.".formatted(by);
        }
    }

    /** Why nothing is sent; null: it is. */
    @Nullable
    String closed() {
        return pause == null ? null : pause.sentence();
    }
}
