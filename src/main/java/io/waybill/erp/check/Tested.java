package io.waybill.erp.check;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.RawAnswer;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What gathers about one operation while it is probed. */
final class Tested {

    private final ErpOperation operation;
    private final FieldCheck fields;
    private final List<Duration> took = new ArrayList<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private String note = "This check does not probe it.";

    Tested(ErpOperation operation, Shown shown) {
        this.operation = operation;
        this.fields = new FieldCheck(operation, shown);
    }

    void timed(Call call) {
        call.arrived(operation).stream().map(RawAnswer::took).forEach(took::add);
    }

    void look(Call call) {
        call.understood(operation).forEach(seen -> fields.look(seen.answer(), seen.raw()));
    }

    /** Keeps the first of a kind at a field. */
    void add(Finding finding) {
        findings.putIfAbsent(finding.kind() + " " + finding.field(), finding);
    }

    void note(String sentence) {
        note = sentence;
    }

    boolean hasError() {
        return all().stream().anyMatch(finding -> finding.kind().severity() == Severity.ERROR);
    }

    OperationReport report(Duration slow) {
        Duration p95 = p95();
        // What failed has other worries.
        if (p95 != null && p95.compareTo(slow) > 0 && !hasError()) {
            add(Finding.of(
                    FindingKind.SLOW,
                    "95 of 100 calls take up to %d ms, more than the %d ms that are called slow. Customers wait that long: make the ERP quicker."
                            .formatted(p95.toMillis(), slow.toMillis())));
        }
        List<Finding> all = all();
        Verdict verdict = took.isEmpty() && all.isEmpty() ? Verdict.SKIPPED : verdict(all);
        return new OperationReport(
                operation, verdict, took.size(), p95, fields.fields(), all, verdict == Verdict.SKIPPED ? note : "");
    }

    private List<Finding> all() {
        List<Finding> all = new ArrayList<>(fields.findings());
        all.addAll(findings.values());
        return all;
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.kind().severity())
                .min(Severity::compareTo)
                .map(worst -> switch (worst) {
                    case ERROR -> Verdict.ERROR;
                    case WARNING -> Verdict.WARNING;
                    case INFO -> Verdict.OK;
                })
                .orElse(Verdict.OK);
    }

    private @Nullable Duration p95() {
        List<Duration> sorted = took.stream().sorted().toList();
        return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
