package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people may see of a conversation. */
public final class ConversationViews {

    private static final int CALLS = 100;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final JournalWords words;
    private final Sessions sessions;

    ConversationViews(JdbcClient jdbc, Journal journal, JournalWords words, Sessions sessions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.words = words;
        this.sessions = sessions;
    }

    /** The conversation of one person with one of our numbers; empty before the first message. */
    public View of(String phoneNumberId, String userId, @Nullable String phone) {
        Optional<Long> contact = jdbc.sql("""
                        select contact_id from contact_identity
                        where phone_number_id = ? and (kind, value) in (('user', ?), ('phone', ?))
                        order by kind desc limit 1
                        """)
                .params(phoneNumberId, userId, phone)
                .query(Long.class)
                .optional();
        return contact.map(id -> new View(calls(id), session(id))).orElseGet(() -> new View(List.of(), null));
    }

    private List<Call> calls(long contactId) {
        return journal.latest(contactId, "erp", CALLS).stream()
                .flatMap(entry -> calls(entry).stream())
                .toList();
    }

    private List<Call> calls(Journal.Entry entry) {
        JournalWords.ErpCall call = words.erpCall(entry.body());
        List<JournalWords.Exchange> exchanges = call.exchanges();
        if (exchanges.isEmpty()) {
            return List.of(new Call(
                    entry.trace(),
                    entry.at(),
                    call.operation(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    call.outcome(),
                    0,
                    call.detail()));
        }
        return exchanges.stream()
                .map(exchange -> new Call(
                        entry.trace(),
                        entry.at(),
                        call.operation(),
                        exchange.method(),
                        exchange.url(),
                        words.jsonOrText(exchange.request()),
                        exchange.status(),
                        words.jsonOrText(exchange.answer()),
                        call.outcome(),
                        exchange.tookMillis(),
                        call.detail()))
                .toList();
    }

    private @Nullable SessionView session(long contactId) {
        return jdbc.sql("select session from conversation where contact_id = ?")
                .param(contactId)
                .query(String.class)
                .optional()
                .flatMap(sessions::view)
                .orElse(null);
    }

    public record View(List<Call> calls, @Nullable SessionView session) {}

    /**
     * One request to the ERP.
     *
     * @param request JSON where it is, else the text
     * @param answer JSON where it is, else the text
     */
    public record Call(
            String trace,
            Instant at,
            String operation,
            @Nullable String method,
            @Nullable String url,
            @Nullable JsonNode request,
            @Nullable Integer status,
            @Nullable JsonNode answer,
            String outcome,
            long tookMillis,
            @Nullable String detail) {}

    /** Where the conversation stands in a flow. */
    public record SessionView(String flow, String step, JsonNode variables, JsonNode cart) {}
}
