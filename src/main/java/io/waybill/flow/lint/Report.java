package io.waybill.flow.lint;

import io.waybill.flow.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings with the place they stand at. */
final class Report {

    private final Lines lines;
    private final Set<Finding> findings = new LinkedHashSet<>();

    Report(Lines lines) {
        this.lines = lines;
    }

    void add(Rule rule, String pointer, String message, Object... values) {
        Lines.Place place = lines.of(pointer);
        findings.add(
                new Finding(rule, rule.severity(), pointer, place.line(), place.column(), message.formatted(values)));
    }

    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::rule));
        return List.copyOf(sorted);
    }
}
