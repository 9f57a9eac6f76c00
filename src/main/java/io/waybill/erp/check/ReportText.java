package io.waybill.erp.check;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report for people: a line for each operation, its findings below. */
public final class ReportText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String ROW = "%-20s %-12s %5s %9s  %s";

    private ReportText() {}

    public static List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Contract check of profile \"%s\", %s, %s"
                .formatted(
                        report.profile(), MINUTE.format(report.at()), report.wrote() ? "with writes" : "reads only"));
        lines.add("");
        lines.add(ROW.formatted("OPERATION", "VERDICT", "CALLS", "P95", "").stripTrailing());
        report.operations().forEach(operation -> add(operation, lines));
        lines.add("");
        lines.add("Idempotency: the profile says %s, %s."
                .formatted(
                        Claim.word(report.claimed()),
                        report.proved() == null
                                ? "nothing was proved without a test order"
                                : "the ERP proved " + Claim.word(report.proved())));
        lines.addAll(report.leftBehind());
        lines.add("%d errors, %d warnings.".formatted(count(report, Severity.ERROR), count(report, Severity.WARNING)));
        return lines;
    }

    private static void add(OperationReport operation, List<String> lines) {
        String p95 = operation.p95() == null ? "" : operation.p95().toMillis() + " ms";
        lines.add(ROW.formatted(
                        operation.operation(),
                        operation.verdict(),
                        operation.calls() == 0 ? "" : operation.calls(),
                        p95,
                        operation.note())
                .stripTrailing());
        for (Finding finding : operation.findings()) {
            lines.add("  %-7s %s: %s".formatted(finding.kind().severity(), finding.kind(), finding.sentence()));
            finding.hints().forEach(hint -> lines.add("          " + hint));
        }
    }

    private static long count(CheckReport report, Severity severity) {
        return report.findings()
                .filter(finding -> finding.kind().severity() == severity)
                .count();
    }
}
