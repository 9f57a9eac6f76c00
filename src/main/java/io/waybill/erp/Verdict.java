package io.waybill.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import io.waybill.erp.ErpReply.Unknown;
import java.io.IOException;
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

    private Verdict() {}

    static ErpReply of(ErpOperation operation, HttpResult result) {
        return switch (result) {
            case HttpResult.NotSent(String reason) -> new Down(say(operation, reason + LATER));
            case HttpResult.Lost(String reason) -> failed(operation, reason + LATER);
            case HttpResult.TooLarge(int limit) ->
                garbled(
                        operation,
                        "the answer is longer than %,d bytes. Make the ERP answer only what the contract asks for, or lower waybill.erp.page-size."
                                .formatted(limit));
            case HttpResult.Answered answered -> ofStatus(operation, answered);
        };
    }

    private static ErpReply ofStatus(ErpOperation operation, HttpResult.Answered answer) {
        int status = answer.status();
        return switch (status / 100) {
            case 2 -> ofContent(operation, answer);
            case 3 ->
                garbled(
                        operation,
                        "the ERP answers %d, a redirect, which is not followed.".formatted(status) + CHECK_URL);
            case 4 -> ofRefusal(operation, answer);
            default -> {
                String reason = "the ERP answers %d%s.".formatted(status, withMessage(answer)) + LATER;
                yield status == 503 ? new Down(say(operation, reason)) : failed(operation, reason);
            }
        };
    }

    private static ErpReply ofRefusal(ErpOperation operation, HttpResult.Answered answer) {
        int status = answer.status();
        String said = "the ERP answers %d%s.".formatted(status, withMessage(answer));
        return switch (status) {
            case 401 ->
                new Refused(say(operation, said + " It does not accept our credentials: check waybill.erp.* secrets."));
            case 408 -> failed(operation, said + LATER);
            case 429 -> new Down(say(operation, said + " It wants fewer calls: try again later."));
            default -> {
                boolean wrongAddress = message(answer).isEmpty() && (status == 404 || status == 405);
                yield new Refused(say(operation, wrongAddress ? said + CHECK_URL : said));
            }
        };
    }

    private static ErpReply ofContent(ErpOperation operation, HttpResult.Answered answer) {
        if (!answer.isDeclaredJson()) {
            // A page for people: maintenance, a proxy's error, a sign-in. It passes, or it concerns every call.
            return failed(
                    operation,
                    "the ERP answers %d, but not JSON (%s).".formatted(answer.status(), kind(answer)) + CHECK_URL);
        }
        JsonNode json;
        try {
            json = ErpJson.read(answer.body(), answer.charset());
        } catch (JsonProcessingException e) {
            return garbled(
                    operation,
                    "the ERP answers %d, but not JSON: %s.".formatted(answer.status(), where(e)) + CHECK_URL);
        } catch (IOException e) {
            return garbled(operation, "the ERP's answer cannot be read as text." + CHECK_URL);
        }
        Contract contract = Contract.of(operation);
        if (ContractCheck.saysNotFound(contract, json)) {
            return new Empty();
        }
        return ContractCheck.problemOfAnswer(contract, json)
                .map(problem -> uncertain(operation, problem))
                .orElseGet(() -> new Ok(json));
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

    /** Technically failed after it was sent. */
    private static ErpReply failed(ErpOperation operation, String reason) {
        return operation.writes()
                ? new Unknown(say(operation, reason + " It may have been executed."))
                : new Down(say(operation, reason));
    }

    /** Answered, but not in a way we can use; asking again would bring the same. */
    private static ErpReply garbled(ErpOperation operation, String reason) {
        return uncertain(operation, say(operation, reason));
    }

    private static ErpReply uncertain(ErpOperation operation, String sentence) {
        return operation.writes() ? new Unknown(sentence + " It may have been executed.") : new Refused(sentence);
    }

    private static String say(ErpOperation operation, String reason) {
        return operation + ": " + reason;
    }

    private static String withMessage(HttpResult.Answered answer) {
        return message(answer).map(message -> ": \"" + message + "\"").orElse("");
    }

    /** What the ERP says itself, where the usual frameworks put it. */
    static Optional<String> message(HttpResult.Answered answer) {
        if (!answer.isDeclaredJson() || answer.body().length == 0) {
            return Optional.empty();
        }
        JsonNode json;
        try {
            json = ErpJson.read(answer.body(), answer.charset());
        } catch (IOException e) {
            return Optional.empty();
        }
        return Stream.of("/message", "/error/message", "/error", "/detail", "/errors/0/message", "/errors/0", "/title")
                .map(json::at)
                .filter(JsonNode::isTextual)
                .map(text -> text.textValue().strip())
                .filter(text -> !text.isEmpty())
                .map(text -> ContractCheck.shorten(text, 200))
                .findFirst();
    }
}
