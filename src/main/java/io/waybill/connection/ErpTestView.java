package io.waybill.connection;

import io.waybill.erp.ErpExchange;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.Finding;
import io.waybill.erp.check.OperationProbe.Seen;
import io.waybill.erp.check.OperationProbe.SeenField;
import io.waybill.erp.check.OperationProbe.Step;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test.
 *
 * @param verdict ok, warning or error; skipped: a dry run, nothing was sent
 * @param sentence why it did not go well; empty when it did
 * @param steps each request and its answer, without secrets
 * @param fields how each field of the answer keeps the contract
 */
record ErpTestView(
        String verdict,
        String sentence,
        List<ErpStepView> steps,
        List<ErpFieldView> fields,
        List<ErpFindingView> findings) {

    static ErpTestView of(Seen seen) {
        return new ErpTestView(
                seen.verdict().toString(),
                seen.sentence(),
                seen.steps().stream().map(ErpStepView::of).toList(),
                seen.fields().stream().map(ErpFieldView::of).toList(),
                seen.findings().stream().map(ErpFindingView::of).toList());
    }

    /**
     * @param body null when only the URL says it all
     * @param status null when no answer came
     * @param answer as it came, or a sentence why nothing came
     * @param shortened the answer was long: only the first rows of its lists are there
     */
    record ErpStepView(
            ErpOperation operation,
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable Integer status,
            Map<String, String> answerHeaders,
            String answer,
            boolean shortened,
            long tookMillis) {

        static ErpStepView of(Step step) {
            ErpExchange exchange = step.exchange();
            return new ErpStepView(
                    step.operation(),
                    exchange.method(),
                    exchange.url(),
                    step.requestHeaders(),
                    exchange.request(),
                    exchange.status(),
                    step.answerHeaders(),
                    step.answer(),
                    step.shortened(),
                    exchange.took().toMillis());
        }
    }

    /**
     * @param field of the contract; items[].name in a list
     * @param state ok, absent, extra, number-as-text, wrong-type, null or missing
     * @param value short; of the first row in a list
     */
    record ErpFieldView(
            String field, String state, @Nullable String value) {

        static ErpFieldView of(SeenField field) {
            return new ErpFieldView(field.field(), field.state().toString(), field.value());
        }
    }

    /**
     * @param kind such as missing or not-json
     * @param severity error, warning or info
     * @param field empty when the whole answer is meant
     * @param hints where in the raw answer a value stands that would fit
     */
    record ErpFindingView(String kind, String severity, String field, String sentence, List<ErpHintView> hints) {

        static ErpFindingView of(Finding finding) {
            return new ErpFindingView(
                    finding.kind().toString(),
                    finding.kind().severity().toString(),
                    finding.field(),
                    finding.sentence(),
                    finding.hints().stream().flatMap(ErpHintView::of).toList());
        }
    }

    /** @param place of the value in the answer, as a JSONPath */
    record ErpHintView(String place, String sentence) {

        private static final Pattern PLACE = Pattern.compile("^`([^`]+)`");

        static Stream<ErpHintView> of(String sentence) {
            Matcher place = PLACE.matcher(sentence);
            return place.find() ? Stream.of(new ErpHintView(place.group(1), sentence)) : Stream.empty();
        }
    }
}
