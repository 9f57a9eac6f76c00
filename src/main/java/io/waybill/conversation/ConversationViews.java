package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** What happened beside the messages, newest first; {@code before} is the id of the last one of an earlier page. */
    public List<Happened> happened(long contactId, long before, int limit) {
        return journal.before(contactId, before, limit).stream()
                .map(entry -> happened(entry.id(), entry.entry()))
                .toList();
    }

    private Happened happened(long id, Journal.Entry entry) {
        JsonNode body = words.jsonOrText(entry.body());
        JsonNode read = body == null ? JsonNodeFactory.instance.objectNode() : body;
        long took = 0;
        for (JsonNode exchange : read.path("exchanges")) {
            took += exchange.path("tookMillis").asLong();
        }
        return new Happened(
                id,
                entry.at(),
                entry.trace(),
                entry.kind(),
                read.path("operation").textValue(),
                read.path("outcome").textValue(),
                Stream.of("detail", "reason", "what")
                        .map(name -> read.path(name).textValue())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                took);
    }

    /** Where the turns with these traces ended, by trace. */
    public Map<String, Place> places(long contactId, Collection<String> traces) {
        return journal.marks(contactId, traces).entrySet().stream()
                .flatMap(turn -> Place.in(turn.getValue()).map(place -> Map.entry(turn.getKey(), place)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How a conversation stands now. */
    public State state(long contactId) {
        SessionView session = session(contactId);
        List<CartLine> cart = new ArrayList<>();
        if (session != null) {
            session.cart()
                    .path("lines")
                    .forEach(line -> cart.add(new CartLine(
                            line.at("/product/name")
                                    .asText(line.at("/product/id").asText()),
                            line.path("qty").asInt())));
        }
        return new State(
                customerId(contactId),
                session == null ? null : session.flow(),
                session == null ? null : session.step(),
                cart);
    }

    private @Nullable String customerId(long contactId) {
        return jdbc.sql("""
                        select cast(reply as jsonb) ->> 'external_customer_id' from ledger
                        where contact_id = ? and operation = 'UPSERT_CUSTOMER' and state = 'ok' order by opened_at desc limit 1
                        """)
                .param(contactId)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(Function.identity())
                .orElse(null);
    }

    /**
     * @param externalCustomerId who they are in the ERP, as far as it said so
     * @param flow null: in none
     */
    public record State(
            @Nullable String externalCustomerId,
            @Nullable String flow,
            @Nullable String step,
            List<CartLine> cart) {}

    public record CartLine(String name, int qty) {}

    /**
     * An ERP call, an incident or a hand-over.
     *
     * @param detail why it ended so, or what happened
     */
    public record Happened(
            long id,
            Instant at,
            String trace,
            String kind,
            @Nullable String operation,
            @Nullable String outcome,
            @Nullable String detail,
            long tookMillis) {}

    /** A step of a flow. */
    public record Place(String flow, String step) {

        private static final Pattern PLACE = Pattern.compile("\"in\":\"([^\"@]+)@[^\"]*\",\"step\":\"([^\"]+)\"");

        static Optional<Place> in(String marks) {
            Matcher found = PLACE.matcher(marks);
            return found.find() ? Optional.of(new Place(found.group(1), found.group(2))) : Optional.empty();
        }
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
