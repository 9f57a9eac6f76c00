package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.checkout.Wanted;
import io.waybill.erp.Sellable;
import io.waybill.order.OrderContents;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads from the ledger what orders were sent with. */
final class SentOrders implements OrderContents {

    /** How the shipped flow writes a note; another flow's note is taken as it is. */
    private static final Pattern NOTE =
            Pattern.compile("(Deliver to|Livrer à|Pick-up|Retrait)\\s?: ?(.*)", Pattern.DOTALL);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Function<String, Optional<Wanted>> placed;

    /** @param placed what somebody wanted who made an order here for its customer, by its key in the ledger; empty for a flow's */
    SentOrders(JdbcClient jdbc, ObjectMapper json, Function<String, Optional<Wanted>> placed) {
        this.jdbc = jdbc;
        this.json = json;
        this.placed = placed;
    }

    /** @param address null: nobody said */
    private record Handover(@Nullable String address, boolean pickup) {}

    @Override
    public Optional<Contents> of(String externalOrderId) {
        return jdbc.sql("""
                        select l.key, l.request, l.opened_at,
                            (select cast(a.request as jsonb) ->> 'address_text' from ledger a
                             where a.contact_id = l.contact_id and a.operation = 'SET_ADDRESS'
                               and cast(a.request as jsonb) ->> 'external_order_id' = :order
                             order by a.opened_at desc limit 1) as address,
                            (select p.reply from ledger p
                             where p.contact_id = l.contact_id and p.operation = 'REQUEST_PAYMENT' and p.state = 'ok'
                               and cast(p.request as jsonb) ->> 'external_order_id' = :order
                             order by p.opened_at desc limit 1) as payment
                        from ledger l
                        where l.operation = 'CREATE_ORDER' and l.state = 'ok' and cast(l.reply as jsonb) ->> 'external_order_id' = :order
                        order by l.opened_at desc limit 1
                        """)
                .param("order", externalOrderId)
                .query((row, n) -> {
                    JsonNode sent = read(row.getString("request"));
                    String address = row.getString("address");
                    return contents(
                            sent,
                            row.getTimestamp("opened_at").toInstant(),
                            placed.apply(row.getString("key"))
                                    .map(SentOrders::handover)
                                    .orElseGet(() -> handover(sent, address)),
                            read(Objects.requireNonNullElse(row.getString("payment"), "{}")));
                })
                .optional();
    }

    /** What is in each of these, by the ERP's ids of them; without those that were made elsewhere. */
    Map<String, List<Item>> items(Collection<String> externalOrderIds) {
        Map<String, List<Item>> items = new HashMap<>();
        jdbc.sql("""
                        select cast(reply as jsonb) ->> 'external_order_id' as id, request from ledger
                        where operation = 'CREATE_ORDER' and state = 'ok' and cast(reply as jsonb) ->> 'external_order_id' = any(?)
                        order by opened_at
                        """).param(externalOrderIds.toArray(String[]::new)).query(row -> {
            items.put(row.getString("id"), items(read(row.getString("request")).path("items")));
        });
        return items;
    }

    private static Contents contents(JsonNode sent, Instant sentAt, Handover handover, JsonNode payment) {
        JsonNode totals = sent.path("totals");
        return new Contents(
                items(sent.path("items")),
                amount(totals.path("subtotal")),
                totals.path("delivery").isNumber() ? amount(totals.path("delivery")) : null,
                amount(totals.path("total")),
                totals.path("currency").asText(),
                handover.address(),
                handover.pickup(),
                payment.path("payment_id").asText(null),
                payment.path("method").asText(null),
                sentAt);
    }

    private static Handover handover(Wanted wanted) {
        return new Handover(wanted.address() == null ? null : wanted.address().text(), wanted.pickup());
    }

    /** A flow says it in the note alone, unless the ERP takes an address of its own. */
    private static Handover handover(JsonNode sent, @Nullable String address) {
        String note = sent.path("order_note").asText("");
        Matcher known = NOTE.matcher(note);
        boolean pickup = known.matches()
                && !known.group(1).startsWith("Deliver")
                && !known.group(1).startsWith("Livrer");
        String place = known.matches() ? known.group(2) : note;
        return new Handover(address != null ? address : place.isEmpty() ? null : place, pickup);
    }

    private static List<Item> items(JsonNode sent) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : sent) {
            List<String> options = new ArrayList<>();
            item.path("options")
                    .properties()
                    .forEach(option -> options.add(
                            option.getKey() + ": " + option.getValue().asText()));
            items.add(new Item(
                    item.path("external_product_id").asText(),
                    item.path("name").asText(),
                    options,
                    item.path("qty").asInt(),
                    amount(item.path("unit_price")),
                    Sellable.duration(item).orElse(null)));
        }
        return items;
    }

    private static BigDecimal amount(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request in the ledger is not readable.", e);
        }
    }
}
