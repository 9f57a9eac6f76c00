package io.waybill.setup;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last check of this node found. */
final class LastCheck {

    private volatile @Nullable SetupReport report;

    Optional<SetupReport> report() {
        return Optional.ofNullable(report);
    }

    void keep(SetupReport found) {
        report = found;
    }
}
