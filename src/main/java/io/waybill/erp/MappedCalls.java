package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import io.waybill.erp.SentFiles.SentFile;
import io.waybill.erp.Verdict.Heard;
import io.waybill.erp.mapping.Mapping;
import io.waybill.erp.mapping.Outcome;
import io.waybill.erp.mapping.Paging;
import io.waybill.erp.mapping.Step;
import io.waybill.erp.mapping.Unfit;
import io.waybill.expression.ExpressionFailure;
import io.waybill.expression.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does operations that an ERP has in words of its own: request after request, and our answer made of theirs. */
final class MappedCalls {

    private final ErpLine line;
    private final Verdict verdict;
    private final FileFields files;
    private final SecretFields secrets;
    private final ObjectNode constants;
    private final Set<String> operations;
    private final Clock clock;

    /** @param available what flows can ask for, so that {@code $erp} says the same here */
    MappedCalls(
            ErpLine line,
            Verdict verdict,
            FileFields files,
            SecretFields secrets,
            Set<ErpOperation> available,
            ObjectNode constants,
            Clock clock) {
        this.line = line;
        this.verdict = verdict;
        this.files = files;
        this.secrets = secrets;
        this.constants = constants;
        this.operations = available.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * @param attempt of a write; null for a read
     * @param page of a list; null when the operation is none
     */
    ErpReply call(
            ErpOperation operation,
            Mapping mapping,
            ObjectNode fields,
            @Nullable Attempt attempt,
            @Nullable PageRequest page,
            List<ErpExchange> exchanges) {
        ObjectNode names = ErpJson.object();
        ObjectNode in = (ObjectNode) ErpJson.clean(fields.deepCopy());
        Map<String, SentFile> sent = files.describe(Contract.of(operation), in);
        names.set("in", in);
        names.set("const", constants);
        names.put("now", clock.instant().toString());
        if (attempt != null) {
            names.put("key", attempt.key());
            names.setAll(attempt.finished());
        }
        if (page != null) {
            names.putObject("page")
                    .put("number", page.number())
                    .put("offset", page.offset())
                    .put("size", page.size());
        }
        return new Run(operation, mapping, names, sent, attempt, page, exchanges).go();
    }

    /** One try of one operation. */
    private final class Run {

        private final ErpOperation operation;
        private final Mapping mapping;
        private final ObjectNode names;
        private final FieldScope scope;
        private final Map<String, SentFile> sent;
        private final @Nullable Attempt attempt;
        private final @Nullable PageRequest page;
        private final List<ErpExchange> exchanges;
        private final ObjectNode finished;
        private JsonNode last = MissingNode.getInstance();
        /** Something of this operation is or may be in the ERP: no failure after that is certain. */
        private boolean wrote;

        Run(
                ErpOperation operation,
                Mapping mapping,
                ObjectNode names,
                Map<String, SentFile> sent,
                @Nullable Attempt attempt,
                @Nullable PageRequest page,
                List<ErpExchange> exchanges) {
            this.operation = operation;
            this.mapping = mapping;
            this.names = names;
            this.scope = new FieldScope(names, operations);
            this.sent = sent;
            this.attempt = attempt;
            this.page = page;
            this.exchanges = exchanges;
            this.finished =
                    attempt == null ? ErpJson.object() : attempt.finished().deepCopy();
            this.wrote = !finished.isEmpty();
        }

        ErpReply go() {
            try {
                for (Step step : mapping.steps()) {
                    ErpReply failure = finished.has(step.name()) ? known(step) : take(step);
                    if (failure != null) {
                        return wrote ? uncertain(failure) : failure;
                    }
                }
                return answer();
            } catch (Unfit | ExpressionFailure e) {
                return stopped("%s: %s.".formatted(operation, withoutStop(e.getMessage())));
            }
        }

        /** What stands in the way of the operation, before anything of it was sent or after. */
        private ErpReply stopped(String sentence) {
            return wrote
                    ? new Unknown(sentence + " A part of it is in the ERP already.")
                    : new Refused(sentence + " It was not sent.");
        }

        private static String withoutStop(@Nullable String sentence) {
            String text = String.valueOf(sentence);
            return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        }

        private @Nullable ErpReply known(Step step) {
            last = finished.get(step.name());
            return null;
        }

        /** Null when the step is done or has nothing to do. */
        private @Nullable ErpReply take(Step step) {
            if (step.when() != null && !step.when().holds(scope)) {
                return null;
            }
            Step.Find find = step.find();
            if (find != null && (isAgain() || !find.byReference())) {
                Heard looked = exchange(find.step());
                if (looked instanceof Heard.Ended(ErpReply reply)) {
                    return notFoundOut(reply);
                }
                JsonNode hit = part(find.step(), looked);
                if (Verdict.says(hit)) {
                    wrote = true;
                    return done(step, hit);
                }
                if (attempt != null && attempt.kind() == Attempt.Kind.LOOK) {
                    return new Unknown("%s: not in the ERP yet; it is looked for again.".formatted(where(step)));
                }
            }
            return send(step);
        }

        /** That the ERP cannot be asked says nothing about what was sent before. */
        private ErpReply notFoundOut(ErpReply reply) {
            return isAgain() ? uncertain(reply) : reply;
        }

        private boolean isAgain() {
            return attempt != null && attempt.kind() != Attempt.Kind.FIRST;
        }

        private @Nullable ErpReply send(Step step) {
            Heard heard = exchange(step);
            switch (heard) {
                case Heard.Ended(ErpReply reply) -> {
                    return reply;
                }
                case Heard.Nothing(Outcome why)
                when why == Outcome.CONFLICT -> {
                    return found(step);
                }
                default -> {
                    wrote |= step.writes();
                    return done(step, part(step, heard));
                }
            }
        }

        /** The ERP says that there is one with our reference: that one is ours. */
        private @Nullable ErpReply found(Step step) {
            Step.Find find = step.find();
            if (find == null) {
                return new Refused("%s: the ERP says that there is one already.".formatted(where(step)));
            }
            wrote = true;
            Heard looked = exchange(find.step());
            JsonNode hit = looked instanceof Heard.Ended ? MissingNode.getInstance() : part(find.step(), looked);
            return Verdict.says(hit)
                    ? done(step, hit)
                    : new Unknown(
                            "%s: the ERP says that there is one already, but it is not found.".formatted(where(step)));
        }

        private @Nullable ErpReply done(Step step, JsonNode value) {
            last = value;
            if (!step.name().isEmpty()) {
                names.set(step.name(), value.isMissingNode() ? ErpJson.nothing() : value);
                if (step.writes() && attempt != null && mapping.steps().size() > 1) {
                    finished.set(step.name(), names.get(step.name()));
                    attempt.progress().accept(finished.deepCopy());
                }
            }
            return null;
        }

        private Heard exchange(Step step) {
            SecretFields.Filled filled = secrets.at(names.path("now"));
            Scope sending = filled.in(scope);
            int first = exchanges.size();
            ErpLine.Draft draft = (base, pass) -> page != null
                            && page.next() != null
                            && step == mapping.steps().getFirst()
                    ? NextPage.request(base, page.next(), step.request(), sending, pass)
                    : RequestWriter.mapped(base, step.request(), sending, sent, pass);
            ErpLine.Sent result = line.send(operation, draft, exchanges);
            filled.hide(exchanges, first);
            Heard heard = switch (result) {
                case ErpLine.Sent.NotSent(ErpReply why) -> new Heard.Ended(why);
                case ErpLine.Sent.Done(HttpResult http) ->
                    failedInside(step, verdict.hear(where(step), step.writes(), http, step.outcomes()));
            };
            return heard instanceof Heard.Ended(ErpReply reply) ? new Heard.Ended(filled.hide(reply)) : heard;
        }

        /** Some ERPs answer 200 and say in the body that it failed. */
        private Heard failedInside(Step step, Heard heard) {
            if (step.fail() == null || !(heard instanceof Heard.Json(JsonNode json))) {
                return heard;
            }
            JsonNode failure = step.fail().read(json, scope);
            if (!Verdict.says(failure)) {
                return heard;
            }
            String said = failure.isTextual()
                    ? failure.textValue()
                    : verdict.message(json).orElseGet(() -> ErpJson.write(failure));
            return new Heard.Ended(
                    new Refused("%s: the ERP says: \"%s\".".formatted(where(step), ContractCheck.shorten(said, 200))));
        }

        private JsonNode part(Step step, Heard heard) {
            JsonNode json = heard instanceof Heard.Json(JsonNode body) ? body : MissingNode.getInstance();
            return step.take() == null ? json : step.take().read(json, scope);
        }

        private String where(Step step) {
            return step.name().isEmpty() ? operation.name() : "%s (step %s)".formatted(operation, step.name());
        }

        private ErpReply answer() {
            if (operation.mayFindNothing() && (last.isMissingNode() || last.isNull())) {
                return new ErpReply.Empty();
            }
            ObjectNode answer = mapping.answer().read(last, scope);
            ErpReply held = Verdict.held(operation, answer);
            if (page != null && held instanceof Ok) {
                goesOn(answer, page);
            }
            return held;
        }

        private void goesOn(ObjectNode answer, PageRequest page) {
            Paging paging = mapping.paging();
            if (paging == null) {
                answer.put("has_more", false);
            } else if (paging.next() != null) {
                JsonNode next = paging.next().read(last, scope);
                answer.put("has_more", next.isTextual() && !next.textValue().isBlank());
                answer.set(Pages.NEXT, next);
            } else if (paging.more() != null) {
                answer.put("has_more", Verdict.says(paging.more().read(last, scope)));
            } else if (paging.untilEmpty()) {
                answer.put("has_more", !answer.path("items").isEmpty());
            }
        }
    }

    private static ErpReply uncertain(ErpReply reply) {
        return switch (reply) {
            case Refused(String reason) -> new Unknown(reason);
            case Down(String reason) -> new Unknown(reason);
            case Unknown unknown -> unknown;
            case Ok ok -> ok;
            case ErpReply.Empty empty -> empty;
        };
    }
}
