package io.waybill.revision;

import io.waybill.flow.lint.Finding;
import java.util.List;
import java.util.Locale;

/** A finding of the linter, in the words of {@code flow lint --json}. */
record FindingView(String rule, String severity, String pointer, int line, int column, String message) {

    static List<FindingView> of(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new FindingView(
                        finding.rule().name(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.pointer(),
                        finding.line(),
                        finding.column(),
                        finding.message()))
                .toList();
    }
}
