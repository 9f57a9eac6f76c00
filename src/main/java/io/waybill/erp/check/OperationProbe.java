package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpExchange;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.RawAnswer;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks one operation once, or only writes the request, and says of each field of the answer whether it keeps the contract. */
public final class OperationProbe {

    /** As many requests of one call as are shown: a list may take fifty. */
    private static final int SHOWN = 5;

    private static final int ROWS = 20;
    private static final int LONG = 30_000;
    private static final int LONGEST = 300_000;

    private final ErpGateway gateway;
    private final Clock clock;
    private final Supplier<String> ids;

    /** @param ids random, for the references of what is written */
    public OperationProbe(ErpGateway gateway, Clock clock, Supplier<String> ids) {
        this.gateway = gateway;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What was seen of one call.
     *
     * @param sentence why it did not go well; empty when it did
     * @param answer in the contract's names; null when there is none that keeps the contract
     */
    public record Seen(
            Verdict verdict,
            String sentence,
            List<Step> steps,
            List<SeenField> fields,
            List<Finding> findings,
            @Nullable ObjectNode answer) {

        public Seen {
            steps = List.copyOf(steps);
            fields = List.copyOf(fields);
            findings = List.copyOf(findings);
        }
    }

    /**
     * One request, without secrets, and what came back.
     *
     * @param answer as it came, or a sentence why nothing did
     * @param shortened {@code answer} was long: only the first rows of its lists are there
     */
    public record Step(
            ErpOperation operation,
            ErpExchange exchange,
            Map<String, String> requestHeaders,
            Map<String, String> answerHeaders,
            String answer,
            boolean shortened) {}

    /** @param value of the first row in a list; null when there is none */
    public record SeenField(
            String field, FieldReport.State state, @Nullable String value) {}

    /** The request as it would go out. Of an operation of several calls only the first can be written, the others need its answer. */
    public Seen dry(ErpOperation operation, ObjectNode request) {
        Run run = new Run(gateway, CheckOptions.usual(), clock, ids);
        Call call = run.askDry(operation, request, operation.writes() ? run.key() : null);
        List<Step> steps = steps(operation, call).stream().limit(1).toList();
        String why = steps.isEmpty() ? run.shown().reason(Run.reason(call.reply())) : "";
        return new Seen(steps.isEmpty() ? Verdict.ERROR : Verdict.SKIPPED, why, steps, List.of(), List.of(), null);
    }

    /** Sends it; a write makes or changes something in the ERP. */
    public Seen real(ErpOperation operation, ObjectNode request) {
        CheckOptions options = CheckOptions.usual();
        Run run = new Run(gateway, options, clock, ids);
        Call call = ask(run, operation, request);
        OperationReport report = run.tested(operation).report(options.slow());
        List<Finding> findings = new ArrayList<>(report.findings());
        if (report.calls() == 0) {
            // Signing in stood in the way.
            findings.addAll(run.tested(ErpOperation.AUTH).report(options.slow()).findings());
        }
        Verdict verdict = call.went() ? report.verdict() : Verdict.ERROR;
        return new Seen(
                verdict == Verdict.SKIPPED ? Verdict.OK : verdict,
                run.shown().reason(Run.reason(call.reply())),
                steps(operation, call),
                fields(run, operation, report, call),
                findings,
                call.body().orElse(null));
    }

    /** What is wrong stands in the findings, whether there is a point in going on or not. */
    private static Call ask(Run run, ErpOperation operation, ObjectNode request) {
        Call call = run.askOpenly(operation, request, operation.writes() ? run.key() : null);
        if (!call.went()) {
            try {
                run.explain(operation, call);
            } catch (Run.Over over) {
                run.tested(operation).note(String.valueOf(over.getMessage()));
            }
        }
        return call;
    }

    private List<Step> steps(ErpOperation operation, Call call) {
        List<Step> steps = new ArrayList<>();
        List<ErpExchange> exchanges = call.exchanges();
        for (int index = 0; index < Math.min(exchanges.size(), SHOWN); index++) {
            Call.Sent sent = index < call.sent().size() ? call.sent().get(index) : new Call.Sent(operation, Map.of());
            RawAnswer raw = index < call.arrived().size() ? call.arrived().get(index) : null;
            Optional<String> shortened =
                    raw == null || sent.operation() == ErpOperation.AUTH ? Optional.empty() : shortened(raw);
            steps.add(new Step(
                    sent.operation(),
                    exchanges.get(index),
                    sent.headers(),
                    raw == null ? Map.of() : raw.headers(),
                    shortened.orElse(exchanges.get(index).answer()),
                    shortened.isPresent()));
        }
        return steps;
    }

    /** Of a long list the first rows are of more use than half of a JSON; empty when it is not long. */
    private Optional<String> shortened(RawAnswer raw) {
        JsonNode json = raw.json();
        return json == null || raw.text().length() <= LONG
                ? Optional.empty()
                : Optional.of(gateway.withoutSecrets(firstRows(json).toString()))
                        .filter(text -> text.length() <= LONGEST);
    }

    private static JsonNode firstRows(JsonNode json) {
        return switch (json) {
            case ArrayNode list -> {
                ArrayNode rows = JsonNodeFactory.instance.arrayNode();
                list.valueStream().limit(ROWS).map(OperationProbe::firstRows).forEach(rows::add);
                yield rows;
            }
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), firstRows(field.getValue())));
                yield copy;
            }
            default -> json;
        };
    }

    private static List<SeenField> fields(Run run, ErpOperation operation, OperationReport report, Call call) {
        Optional<JsonNode> answer =
                call.understood(operation).stream().findFirst().map(Call.Understood::answer);
        return report.fields().stream()
                .map(field -> new SeenField(
                        field.field(),
                        field.state(),
                        answer.map(json -> value(json, field.field()))
                                .filter(value -> !value.isMissingNode())
                                .map(value -> run.shown().json(value))
                                .orElse(null)))
                .toList();
    }

    private static JsonNode value(JsonNode answer, String field) {
        return field.startsWith("items[].")
                ? answer.path("items").path(0).path(field.substring("items[].".length()))
                : answer.path(field);
    }
}
