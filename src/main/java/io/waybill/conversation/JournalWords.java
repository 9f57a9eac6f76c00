package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.erp.ErpExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that journal entries hold. */
final class JournalWords {

    private final ObjectMapper json;

    JournalWords(ObjectMapper json) {
        this.json = json;
    }

    String erp(String operation, String outcome, @Nullable String detail, List<ErpExchange> exchanges) {
        return text(new ErpCall(
                operation,
                outcome,
                detail,
                exchanges.stream()
                        .map(exchange -> new Exchange(
                                exchange.method(),
                                exchange.url(),
                                exchange.request(),
                                exchange.status(),
                                exchange.answer(),
                                exchange.took().toMillis()))
                        .toList()));
    }

    String incident(String where, String what) {
        return text(new Incident(where, what));
    }

    String handOver(String reason) {
        return text(new HandOver(reason));
    }

    String unmatched(String flow, String step, String text) {
        return text(new Unmatched(flow, step, text));
    }

    String seen(Seen seen) {
        return text(seen);
    }

    ErpCall erpCall(String body) {
        try {
            return json.readValue(body, ErpCall.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A journal entry is not readable.", e);
        }
    }

    /** JSON where {@code text} is JSON, else the text as it is. */
    @Nullable
    JsonNode jsonOrText(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.getNodeFactory().textNode(text);
        }
    }

    private String text(Record entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A journal entry cannot be written.", e);
        }
    }

    /** @param detail why it ended so, for people; absent when all went well */
    record ErpCall(
            String operation, String outcome, @Nullable String detail, List<Exchange> exchanges) {}

    /** One HTTP exchange; {@code request} and {@code answer} are text as sent, cut to a bound. */
    record Exchange(
            String method,
            String url,
            @Nullable String request,
            @Nullable Integer status,
            @Nullable String answer,
            long tookMillis) {}

    record Incident(String where, String what) {}

    record HandOver(String reason) {}

    /** @param flow empty at the main menu, as is {@code step} */
    record Unmatched(String flow, String step, String text) {}
}
