package io.waybill.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.order.OrderedItems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ERP was asked to write for an order, as it was sent and answered. Goods, prices and totals stand in the open; the request as
 * a whole, with names, numbers and addresses, is personal.
 */
final class LedgerSource {

    private static final int MOST = 5_000;
    /** Where an address stands in a request. */
    private static final List<String> ADDRESSES = List.of("address_text", "order_note");

    private final JdbcClient jdbc;

    LedgerSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Write(
            String key, String request, @Nullable String reply, List<Fact> facts) {}

    /**
     * By the order's key in requests and answers, which are read here: a text with U+0000 is JSON that PostgreSQL cannot look into.
     *
     * @param from but for the one that made it, which was asked for before anybody knew of the order
     */
    List<Fact> of(String order, @Nullable String clientReference, Long[] contacts, Timestamp from) {
        return jdbc.sql("""
                        select key, operation, request, state, reply, reason, attempts, opened_at, sent_at, closed_at, decided_at, decided_by
                        from ledger where contact_id = any(?) and (opened_at >= ? or key = ?) order by opened_at, key limit ?
                        """).params(contacts, from, clientReference, MOST).query(LedgerSource::write).list().stream()
                .filter(write -> write.key().equals(clientReference) || names(order, write))
                .flatMap(write -> write.facts().stream())
                .toList();
    }

    private static boolean names(String order, Write write) {
        return order.equals(Json.read(write.request()).path("external_order_id").asText())
                || write.reply() != null
                        && order.equals(Json.read(write.reply())
                                .path("external_order_id")
                                .asText());
    }

    private static Write write(ResultSet row, int n) throws SQLException {
        String key = row.getString("key");
        JsonNode request = Json.read(row.getString("request"));
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("ledger", row)
                .texts("operation", "state", "attempts", "decided_by")
                .times("sent_at", "closed_at", "decided_at")
                .value("items", items(request.path("items")))
                .value("totals", request.has("totals") ? Json.write(request.path("totals")) : null)
                .personal("request", "reply", "reason")
                .at(key, "opened_at"));
        addresses(request).forEach((field, address) -> {
            try {
                facts.add(Fact.of("address", row)
                        .texts("operation")
                        .value("field", field)
                        .personally("address", address)
                        .at(key + '.' + field, "opened_at"));
            } catch (SQLException e) {
                throw new IllegalStateException("The ledger's row %s is not readable.".formatted(key), e);
            }
        });
        return new Write(key, row.getString("request"), row.getString("reply"), facts);
    }

    private static Map<String, String> addresses(JsonNode request) {
        Map<String, String> addresses = new TreeMap<>();
        ADDRESSES.stream()
                .filter(field -> request.path(field).isTextual())
                .forEach(field -> addresses.put(field, request.path(field).textValue()));
        return addresses;
    }

    private static @Nullable String items(JsonNode items) {
        if (!items.isArray()) {
            return null;
        }
        return Json.write(OrderedItems.plain(items));
    }
}
