package io.waybill.erp;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import io.waybill.erp.mapping.Outcome;
import io.waybill.erp.mapping.Path;
import io.waybill.expression.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an answer, or its absence, means for an operation.
 *
 * <p>The one rule behind all of it: a write of which we do not know for certain that it was not executed is unknown.
 */
final class Verdict {

    private static final String LATER = " Try again later; if it stays so, tell whoever runs the ERP.";
    private static final String CHECK_URL = " Check waybill.erp.base-url and the path in the endpoint profile.";
    private static final List<JsonPointer> USUAL = Stream.of(
                    "/message", "/error/message", "/error", "/detail", "/errors/0/message", "/errors/0", "/title")
            .map(JsonPointer::compile)
            .toList();

    private final List<Path> message;
    private final Map<Integer, Outcome> outcomes;

    /**
     * @param message where the ERP's error answers say what is wrong, before the usual places
     * @param outcomes what a status means to this ERP
     */
    Verdict(List<Path> message, Map<Integer, Outcome> outcomes) {
        this.message = message;
        this.outcomes = outcomes;
    }

    /** What an answer says before it is held against the contract. */
    sealed interface Heard {

        /** It went well; {@code MissingNode} when nothing came with it. */
        record Json(JsonNode body) implements Heard {}

        /** It went well and there is nothing: it was so already, or it is not there, or somebody else has our reference. */
        record Nothing(Outcome why) implements Heard {}

        /** It did not go well. */
        record Ended(ErpReply reply) implements Heard {}
    }

    /** The meaning for an operation in our own words. */
    ErpReply of(ErpOperation operation, HttpResult result) {
        return switch (hear(operation.name(), operation.writes(), result, Map.of())) {
            case Heard.Json(JsonNode json) -> held(operation, json);
            case Heard.Nothing nothing ->
                new Refused(operation + ": the ERP answers with a status that its profile takes for nothing there.");
            case Heard.Ended(ErpReply reply) -> reply;
        };
    }

    /** {@code json} brought into the contract's types, or what is wrong with it. */
    static ErpReply held(ErpOperation operation, JsonNode json) {
        Contract contract = Contract.of(operation);
        if (ContractCheck.saysNotFound(contract, json)) {
            return new Empty();
        }
        return ContractCheck.problemOfAnswer(contract, json)
                .map(problem -> uncertain(operation.writes(), problem))
                .orElseGet(() -> new Ok(json));
    }

    /**
     * @param what was asked, for sentences
     * @param writes whether the ERP may have changed by it
     * @param own outcomes that win over those of the ERP
     */
    Heard hear(String what, boolean writes, HttpResult result, Map<Integer, Outcome> own) {
        return new Hearing(what, writes, own).of(result);
    }

    /** True unless {@code value} is nothing, false, or empty. */
    static boolean says(JsonNode value) {
        return io.waybill.expression.Json.truthy(value) || value.isObject() && !value.isEmpty();
    }

    private final class Hearing {

        private final String what;
        private final boolean writes;
        private final Map<Integer, Outcome> own;

        Hearing(String what, boolean writes, Map<Integer, Outcome> own) {
            this.what = what;
            this.writes = writes;
            this.own = own;
        }

        Heard of(HttpResult result) {
            return switch (result) {
                case HttpResult.NotSent(String reason) -> ended(new Down(say(reason + LATER)));
                case HttpResult.Lost(String reason) -> ended(failed(reason + LATER));
                case HttpResult.TooLarge(int limit) ->
                    ended(garbled(
                            "the answer is longer than %,d bytes. Make the ERP answer only what the contract asks for, or lower waybill.erp.page-size."
                                    .formatted(limit)));
                case HttpResult.Answered answered -> ofStatus(answered);
            };
        }

        private Heard ofStatus(HttpResult.Answered answer) {
            Outcome outcome = own.getOrDefault(answer.status(), outcomes.get(answer.status()));
            return switch (outcome) {
                case null -> ofUsual(answer);
                case OK -> ofContent(answer);
                case ABSENT, DONE, CONFLICT -> new Heard.Nothing(outcome);
                case REFUSED -> ended(new Refused(say(answered(answer))));
                case DOWN -> ended(new Down(say(answered(answer) + LATER)));
            };
        }

        private Heard ofUsual(HttpResult.Answered answer) {
            int status = answer.status();
            return switch (status / 100) {
                case 2 -> ofContent(answer);
                case 3 ->
                    ended(garbled(
                            "the ERP answers %d, a redirect, which is not followed.".formatted(status) + CHECK_URL));
                case 4 -> ended(ofRefusal(answer));
                default -> {
                    String reason = answered(answer) + LATER;
                    yield ended(status == 503 ? new Down(say(reason)) : failed(reason));
                }
            };
        }

        private ErpReply ofRefusal(HttpResult.Answered answer) {
            int status = answer.status();
            String said = answered(answer);
            return switch (status) {
                case 401 ->
                    new Refused(say(said + " It does not accept our credentials: check waybill.erp.* secrets."));
                case 408 -> failed(said + LATER);
                case 429 -> new Down(say(said + " It wants fewer calls: try again later."));
                default -> {
                    boolean wrongAddress = message(answer).isEmpty() && (status == 404 || status == 405);
                    yield new Refused(say(wrongAddress ? said + CHECK_URL : said));
                }
            };
        }

        private Heard ofContent(HttpResult.Answered answer) {
            if (answer.status() == 204) {
                return new Heard.Json(MissingNode.getInstance());
            }
            if (!answer.isDeclaredJson()) {
                // A page for people: maintenance, a proxy's error, a sign-in. It passes, or it concerns every call.
                return ended(failed(
                        "the ERP answers %d, but not JSON (%s).".formatted(answer.status(), kind(answer)) + CHECK_URL));
            }
            try {
                return new Heard.Json(ErpJson.read(answer.body(), answer.charset()));
            } catch (JsonProcessingException e) {
                return ended(garbled(
                        "the ERP answers %d, but not JSON: %s.".formatted(answer.status(), where(e)) + CHECK_URL));
            } catch (IOException e) {
                return ended(garbled("the ERP's answer cannot be read as text." + CHECK_URL));
            }
        }

        private String answered(HttpResult.Answered answer) {
            return "the ERP answers %d%s."
                    .formatted(
                            answer.status(),
                            message(answer)
                                    .map(message -> ": \"" + message + "\"")
                                    .orElse(""));
        }

        /** Technically failed after it was sent. */
        private ErpReply failed(String reason) {
            return writes ? new Unknown(say(reason + " It may have been executed.")) : new Down(say(reason));
        }

        /** Answered, but not in a way we can use; asking again would bring the same. */
        private ErpReply garbled(String reason) {
            return uncertain(writes, say(reason));
        }

        private String say(String reason) {
            return what + ": " + reason;
        }

        private static Heard ended(ErpReply reply) {
            return new Heard.Ended(reply);
        }
    }

    private static ErpReply uncertain(boolean writes, String sentence) {
        return writes ? new Unknown(sentence + " It may have been executed.") : new Refused(sentence);
    }

    private static String kind(HttpResult.Answered answer) {
        return answer.mediaType().equals("text/html") ? "an HTML page" : answer.mediaType();
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "it cannot be read"
                : "line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** What the ERP says itself, where its profile or the usual frameworks put it. */
    private Optional<String> message(HttpResult.Answered answer) {
        if (!answer.isDeclaredJson() || answer.body().length == 0) {
            return Optional.empty();
        }
        try {
            return message(ErpJson.read(answer.body(), answer.charset()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What {@code answer} says is wrong. */
    Optional<String> message(JsonNode answer) {
        return Stream.concat(
                        message.stream().map(path -> path.read(answer, Scope.NONE)),
                        USUAL.stream().map(answer::at))
                .filter(JsonNode::isTextual)
                .map(text -> unwrapped(text.textValue().strip()))
                .filter(text -> !text.isEmpty())
                .map(text -> ContractCheck.shorten(text, 200))
                .findFirst();
    }

    /** Frappe puts a list of messages into a text as JSON, and each of them as JSON again; the last is why it failed. */
    private String unwrapped(String text) {
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return text;
        }
        try {
            return switch (ErpJson.read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)) {
                case ArrayNode list
                when !list.isEmpty() -> unwrapped(list.get(list.size() - 1).asText());
                case ObjectNode object -> message(object).orElse(text);
                default -> text;
            };
        } catch (IOException e) {
            return text;
        }
    }
}
