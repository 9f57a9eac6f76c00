package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;

/** A report for programs; {@code docs/erp-check.md} has the shape. */
public final class ReportJson {

    private ReportJson() {}

    public static ObjectNode of(CheckReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("profile", report.profile())
                .put("at", report.at().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("wrote", report.wrote())
                .put("verdict", report.verdict().toString());
        json.putObject("idempotency")
                .put("claimed", Claim.word(report.claimed()))
                .put("proved", report.proved() == null ? null : Claim.word(report.proved()));
        ArrayNode operations = json.putArray("operations");
        report.operations().forEach(operation -> write(operation, operations.addObject()));
        ArrayNode left = json.putArray("left_behind");
        report.leftBehind().forEach(left::add);
        return json;
    }

    private static void write(OperationReport operation, ObjectNode json) {
        json.put("operation", operation.operation().name())
                .put("verdict", operation.verdict().toString())
                .put("calls", operation.calls())
                .put("p95_ms", operation.p95() == null ? null : operation.p95().toMillis());
        if (!operation.note().isEmpty()) {
            json.put("note", operation.note());
        }
        ArrayNode fields = json.putArray("fields");
        operation
                .fields()
                .forEach(field -> fields.addObject()
                        .put("field", field.field())
                        .put("state", field.state().toString()));
        ArrayNode findings = json.putArray("findings");
        operation.findings().forEach(finding -> write(finding, findings.addObject()));
    }

    private static void write(Finding finding, ObjectNode json) {
        json.put("kind", finding.kind().toString())
                .put("severity", finding.kind().severity().toString())
                .put("field", finding.field())
                .put("sentence", finding.sentence());
        ArrayNode hints = json.putArray("hints");
        finding.hints().forEach(hints::add);
    }
}
