package io.waybill.checkout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.PersonalRows;
import io.waybill.expression.Json;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders without persons: what was ordered and what it came to stays, since the same key must not order again. What has not come to the ERP
 * does not any more; what may have is a person's to settle.
 */
final class ErasedPlacements implements KeptOfPeople {

    private final JdbcClient jdbc;
    private final PersonalRows rows;

    ErasedPlacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new PersonalRows(jdbc, "placed_order", """
                select id, source, wanted, outcome, reason, customer_id, external_order_id, order_number, placed_at from placed_order
                where contact_id = any(:contacts) order by placed_at
                """);
    }

    private record Row(String id, String wanted) {}

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
        List<Row> orders = jdbc.sql("select id, wanted from placed_order where contact_id = any(?) for update")
                .param(contacts.toArray(Long[]::new))
                .query(Row.class)
                .list();
        return jdbc.sql("""
                        update placed_order p
                        set wanted = e.wanted, customer_id = case when p.customer_id is null then null else '' end, reason = null, next_step = null,
                            remind_at = null, outcome = case when p.outcome in ('pending', 'unknown') then 'manual' else p.outcome end
                        from unnest(?::text[], ?::text[]) as e (id, wanted) where p.id = e.id
                        """)
                .param(orders.stream().map(Row::id).toArray(String[]::new))
                .param(orders.stream().map(order -> plain(order.wanted())).toArray(String[]::new))
                .update();
    }

    /** Read here and not by PostgreSQL, which cannot look into JSON with U+0000 in it. */
    private static String plain(String text) {
        ObjectNode wanted = (ObjectNode) Json.read(text);
        wanted.put("phone", "").put("name", "").putNull("address").putNull("note");
        for (JsonNode line : wanted.path("quote").path("lines")) {
            ((ObjectNode) line).putObject("options");
        }
        return Json.write(wanted);
    }
}
