package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.expression.Json;
import io.waybill.order.OrderedItems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger without persons: what was ordered and what it cost stays, and the keys by which others find an order. A write whose end is
 * not known is a person's to settle, since it cannot be sent again.
 */
final class ErasedLedger implements KeptOfPeople {

    private static final List<String> KEPT =
            List.of("external_order_id", "order_number", "payment_id", "status", "totals", "amount", "currency");

    private final JdbcClient jdbc;
    private final PersonalRows rows;

    ErasedLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new PersonalRows(
                jdbc,
                "ledger",
                "select key, operation, request, state, reply, reason, opened_at, closed_at from ledger where contact_id = any(:contacts) order by opened_at, key");
    }

    private record Write(
            long contactId,
            String key,
            String request,
            @Nullable String reply) {}

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public List<String> of(List<Long> contacts) {
        return rows.of(contacts);
    }

    @Override
    public int erase(List<Long> contacts) {
        List<Write> writes = jdbc.sql("select contact_id, key, request, reply from ledger where contact_id = any(?)")
                .param(contacts.toArray(Long[]::new))
                .query(Write.class)
                .list();
        return jdbc.sql("""
                        update ledger l
                        set request = e.request, reply = e.reply, reason = null, steps = null,
                            state = case when l.state in ('open', 'unknown') then 'manual' else l.state end
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as e (contact_id, key, request, reply)
                        where l.contact_id = e.contact_id and l.key = e.key
                        """)
                .param(writes.stream().map(Write::contactId).toArray(Long[]::new))
                .param(writes.stream().map(Write::key).toArray(String[]::new))
                .param(writes.stream().map(write -> plain(write.request())).toArray(String[]::new))
                .param(writes.stream()
                        .map(write -> write.reply() == null ? null : plain(write.reply()))
                        .toArray(String[]::new))
                .update();
    }

    private static String plain(String text) {
        JsonNode whole = Json.read(text);
        ObjectNode plain = Json.object();
        KEPT.stream().filter(whole::has).forEach(field -> plain.set(field, whole.get(field)));
        if (whole.path("items").isArray()) {
            plain.set("items", OrderedItems.plain(whole.path("items")));
        }
        return Json.write(plain);
    }
}
