package io.waybill.setup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Until when Meta answers to a version of the Graph API, as announced in November 2026. */
final class GraphVersions {

    private static final int SOON = 90;
    /** Without an end yet, as all that come later. */
    private static final int NEWEST = 26;

    private static final Map<Integer, LocalDate> ENDS = Map.of(
            20, LocalDate.of(2026, 9, 24),
            21, LocalDate.of(2027, 1, 21),
            22, LocalDate.of(2027, 5, 20),
            23, LocalDate.of(2027, 10, 8),
            24, LocalDate.of(2028, 2, 18),
            25, LocalDate.of(2028, 7, 29));

    private GraphVersions() {}

    /** @param version such as v25.0 */
    static void check(String version, LocalDate today, Lines lines) {
        int major = Integer.parseInt(version.substring(1, version.indexOf('.')));
        String todo =
                "Set waybill.whatsapp.graph-version to v%d.0, and try it on the simulator first.".formatted(NEWEST);
        LocalDate end = ENDS.get(major);
        if (major >= NEWEST) {
            lines.ok(Check.VERSION, "Meta has named no end of Graph %s.".formatted(version));
        } else if (end == null || !today.isBefore(end)) {
            lines.error(Check.VERSION, "Meta has ended Graph %s.".formatted(version), todo);
        } else if (ChronoUnit.DAYS.between(today, end) <= SOON) {
            lines.warning(Check.VERSION, "Meta ends Graph %s on %s.".formatted(version, end), todo);
        } else {
            lines.ok(Check.VERSION, "Graph %s is answered until %s.".formatted(version, end));
        }
    }
}
