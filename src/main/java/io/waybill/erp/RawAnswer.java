package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.HttpResult.Answered;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one HTTP request to the ERP brought, uncut and as it came: not fit to be shown or kept.
 *
 * @param status 0 when no answer came
 * @param mediaType in lower case, without parameters; empty when the ERP named none or no answer came
 * @param json empty when the body is not JSON
 * @param headers of the answer, without cookies
 * @param text of the body, or a sentence why there is none
 */
public record RawAnswer(
        ErpOperation operation,
        Ending ending,
        int status,
        String mediaType,
        Map<String, String> headers,
        @Nullable JsonNode json,
        String text,
        Duration took) {

    /** How the request ended on the wire. */
    public enum Ending {
        ANSWERED,
        /** It never reached the ERP. */
        NOT_SENT,
        TIMED_OUT,
        BROKEN_OFF,
        TOO_LARGE
    }

    static RawAnswer of(ErpOperation operation, HttpResult result, Duration took, Duration timeout) {
        return switch (result) {
            case Answered answered ->
                new RawAnswer(
                        operation,
                        Ending.ANSWERED,
                        answered.status(),
                        answered.mediaType(),
                        answered.headers(),
                        json(answered).orElse(null),
                        new String(answered.body(), answered.charset()),
                        took);
            case HttpResult.NotSent(String reason) -> without(operation, Ending.NOT_SENT, reason, took);
            case HttpResult.Lost(String reason) ->
                without(operation, took.compareTo(timeout) >= 0 ? Ending.TIMED_OUT : Ending.BROKEN_OFF, reason, took);
            case HttpResult.TooLarge(int limit) ->
                without(operation, Ending.TOO_LARGE, "The answer is longer than %,d bytes.".formatted(limit), took);
        };
    }

    private static RawAnswer without(ErpOperation operation, Ending ending, String reason, Duration took) {
        return new RawAnswer(operation, ending, 0, "", Map.of(), null, reason, took);
    }

    private static Optional<JsonNode> json(Answered answer) {
        try {
            return Optional.of(ErpJson.read(answer.body(), answer.charset())).filter(json -> !json.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Without what the ERP answered: it may hold a token or somebody's number. */
    @Override
    public String toString() {
        return "RawAnswer[operation=%s, ending=%s, status=%d, took=%s]".formatted(operation, ending, status, took);
    }
}
