package io.waybill.setup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** All that was looked at, number by number. */
public record SetupReport(Instant at, List<Line> lines) {

    /** The worst of all; {@link State#OK} only when everything is known to be right. */
    public State state() {
        return lines.stream().map(Line::state).max(Comparator.naturalOrder()).orElse(State.UNKNOWN);
    }
}
