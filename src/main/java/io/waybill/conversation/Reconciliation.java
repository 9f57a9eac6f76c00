package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds the orders of our ledger against those of the ERP: each confirmed order must be there, once, with the total confirmed. */
final class Reconciliation {

    private final JdbcClient jdbc;
    private final ErpGateway erp;
    private final ObjectMapper json;

    Reconciliation(JdbcClient jdbc, ErpGateway erp, ObjectMapper json) {
        this.jdbc = jdbc;
        this.erp = erp;
        this.json = json;
    }

    /**
     * What was found.
     *
     * @param ordered writes of the ledger that made an order
     * @param inDoubt writes of which it is not known
     * @param sharedOrders orders of the ERP that several of our writes were answered with
     * @param erp null when the ERP has no LIST_ORDERS, or does not answer; then {@code note} says which
     */
    record ReconciliationReport(
            Instant since,
            long ordered,
            long inDoubt,
            List<String> sharedOrders,
            @Nullable OrderComparison erp,
            @Nullable String note) {}

    /**
     * What the ERP's own list says.
     *
     * @param missing our references whose order the ERP does not list
     * @param doubled our references that the ERP has several orders for
     * @param unknown references of ours on the ERP's list that the ledger has no order for
     * @param totals orders whose total is not the one the customer confirmed
     */
    record OrderComparison(
            int listed,
            List<String> missing,
            List<String> doubled,
            List<String> unknown,
            List<ReconciledTotal> totals) {}

    /** A total that differs. */
    record ReconciledTotal(String key, String orderNumber, BigDecimal confirmed, BigDecimal inErp) {}

    private record Ours(
            String key,
            String state,
            @Nullable String orderId,
            @Nullable String number,
            @Nullable BigDecimal total) {}

    ReconciliationReport since(Instant since) {
        List<Ours> ours = ours(since);
        List<Ours> ordered =
                ours.stream().filter(order -> order.state().equals("ok")).toList();
        long inDoubt =
                ours.stream().filter(order -> !order.state().equals("ok")).count();
        List<String> shared = ordered.stream()
                .filter(order -> order.orderId() != null)
                .collect(Collectors.groupingBy(order -> String.valueOf(order.orderId()), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!erp.available().contains(ErpOperation.LIST_ORDERS)) {
            return new ReconciliationReport(
                    since, ordered.size(), inDoubt, shared, null, "The endpoint profile has no LIST_ORDERS.");
        }
        var request = json.createObjectNode().put("changed_since", since.toString());
        return switch (erp.call(ErpOperation.LIST_ORDERS, request, null).reply()) {
            case ErpReply.Ok(JsonNode body) ->
                new ReconciliationReport(
                        since, ordered.size(), inDoubt, shared, compared(ordered, ours, body.path("items")), null);
            case ErpReply.Empty empty ->
                new ReconciliationReport(
                        since, ordered.size(), inDoubt, shared, compared(ordered, ours, json.createArrayNode()), null);
            case ErpReply.Refused(String reason) ->
                new ReconciliationReport(since, ordered.size(), inDoubt, shared, null, reason);
            case ErpReply.Down(String reason) ->
                new ReconciliationReport(since, ordered.size(), inDoubt, shared, null, reason);
            case ErpReply.Unknown(String reason) ->
                new ReconciliationReport(since, ordered.size(), inDoubt, shared, null, reason);
        };
    }

    private OrderComparison compared(List<Ours> ordered, List<Ours> ours, JsonNode listed) {
        Map<String, JsonNode> byId = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (JsonNode order : listed) {
            byId.put(order.path("external_order_id").asText(), order);
            if (order.hasNonNull("client_reference")) {
                times.merge(order.path("client_reference").asText(), 1, Integer::sum);
            }
        }
        Set<String> strange = new TreeSet<>(times.keySet());
        ours.forEach(order -> strange.remove(order.key()));
        strange.removeAll(earlier(strange));
        List<ReconciledTotal> totals = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Ours order : ordered) {
            JsonNode theirs = byId.get(order.orderId());
            if (theirs == null) {
                missing.add(order.key());
            } else {
                differing(order, theirs).ifPresent(totals::add);
            }
        }
        return new OrderComparison(
                listed.size(),
                missing,
                times.entrySet().stream()
                        .filter(entry -> entry.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                List.copyOf(strange),
                totals);
    }

    private static Optional<ReconciledTotal> differing(Ours order, JsonNode theirs) {
        JsonNode total = theirs.path("total");
        return order.total() != null && total.isNumber() && total.decimalValue().compareTo(order.total()) != 0
                ? Optional.of(new ReconciledTotal(
                        order.key(), String.valueOf(order.number()), order.total(), total.decimalValue()))
                : Optional.empty();
    }

    /** Those of our orders from before the period: the ERP lists what has changed in it, too. */
    private List<String> earlier(Set<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select key from ledger
                        where operation = 'CREATE_ORDER' and key = any(?) and state in ('ok', 'open', 'unknown', 'manual')
                        """)
                        .param(keys.toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    private List<Ours> ours(Instant since) {
        return jdbc.sql("""
                        select key, state, request, reply from ledger
                        where operation = 'CREATE_ORDER' and opened_at >= ? and state in ('ok', 'open', 'unknown', 'manual')
                        order by opened_at
                        """)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> ours(
                        row.getString("key"), row.getString("state"), row.getString("request"), row.getString("reply")))
                .list();
    }

    private Ours ours(String key, String state, String request, @Nullable String reply) {
        try {
            JsonNode answer = reply == null ? json.missingNode() : json.readTree(reply);
            JsonNode total = json.readTree(request).path("totals").path("total");
            return new Ours(
                    key,
                    state,
                    answer.path("external_order_id").textValue(),
                    answer.path("order_number").textValue(),
                    total.isNumber() ? total.decimalValue() : null);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
