package io.waybill.conversation;

import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.World;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which conversation an order was made in and which orders a conversation has made. */
final class Orders {

    private static final String ORDER = """
            select contact_id, key, cast(reply as jsonb) ->> 'external_order_id' as id,
                cast(reply as jsonb) ->> 'order_number' as number,
                cast(request as jsonb) -> 'totals' ->> 'total' as total,
                cast(request as jsonb) -> 'totals' ->> 'currency' as currency, opened_at
            from ledger where operation = 'CREATE_ORDER' and state = 'ok'
            """;

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An order that was made in a chat.
     *
     * @param clientReference our reference for it in the ERP
     * @param total as it was confirmed
     */
    record Order(
            long contactId,
            String clientReference,
            String externalOrderId,
            @Nullable String orderNumber,
            @OnlyFor(Permission.MONEY) @Nullable String total,
            @Nullable String currency,
            Instant orderedAt) {}

    /** Newest first. */
    List<Order> of(long contactId, int limit) {
        return jdbc.sql(ORDER + " and contact_id = ? order by opened_at desc limit ?")
                .params(contactId, limit)
                .query(Orders::order)
                .list();
    }

    /** This order, if this contact has made it, and what became of it here; for a tap that names it. */
    Optional<World.TappedOrder> tapped(long contactId, String externalOrderId) {
        return jdbc.sql("""
                        select coalesce(cast(s.reply as jsonb) ->> 'order_number', cast(o.reply as jsonb) ->> 'order_number') as number,
                            cast(cast(o.request as jsonb) -> 'totals' ->> 'total' as numeric) as total,
                            cast(o.request as jsonb) -> 'totals' ->> 'currency' as currency, s.operation as settled,
                            (select status from order_reference where external_order_id = :order) as stage
                        from ledger o left join lateral (
                            select operation, reply from ledger
                            where contact_id = o.contact_id and operation in ('CONFIRM_ORDER', 'CANCEL_ORDER') and state = 'ok'
                              and cast(request as jsonb) ->> 'external_order_id' = :order
                            order by closed_at desc limit 1
                        ) s on true
                        where o.contact_id = :contact and o.operation = 'CREATE_ORDER' and o.state = 'ok'
                          and cast(o.reply as jsonb) ->> 'external_order_id' = :order
                        limit 1
                        """)
                .param("contact", contactId)
                .param("order", externalOrderId)
                .query((row, n) -> new World.TappedOrder(
                        new World.OrderReference(externalOrderId, row.getString("number")),
                        row.getBigDecimal("total"),
                        row.getString("currency"),
                        row.getString("settled") == null ? null : ErpOperation.valueOf(row.getString("settled")),
                        null,
                        null,
                        row.getString("stage")))
                .optional();
    }

    private static Order order(ResultSet row, int n) throws SQLException {
        return new Order(
                row.getLong("contact_id"),
                row.getString("key"),
                row.getString("id"),
                row.getString("number"),
                row.getString("total"),
                row.getString("currency"),
                row.getTimestamp("opened_at").toInstant());
    }
}
