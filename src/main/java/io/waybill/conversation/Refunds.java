package io.waybill.conversation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who asked for money back for which order, and who decided. One is open for an order at a time. */
final class Refunds {

    private static final String ROW = """
            select id, external_order_id, amount, currency, reason, requested_by, requested_at, state, decided_by, decided_at, action_key
            from refund_request
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Refunds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param state requested, approved or denied
     * @param actionKey of what became of it in the ERP
     */
    record Refund(
            long id,
            String externalOrderId,
            BigDecimal amount,
            String currency,
            String reason,
            String requestedBy,
            Instant requestedAt,
            String state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String actionKey) {}

    /** In the caller's transaction; empty when one is open already. */
    Optional<Refund> request(String externalOrderId, BigDecimal amount, String currency, String reason, String by) {
        return jdbc.sql("""
                        insert into refund_request (external_order_id, amount, currency, reason, requested_by, requested_at, state)
                        values (?, ?, ?, ?, ?, ?, 'requested') on conflict (external_order_id) where state = 'requested' do nothing
                        returning *
                        """)
                .params(externalOrderId, amount, currency, reason, by, Timestamp.from(clock.instant()))
                .query(Refunds::row)
                .optional();
    }

    /** Somebody has asked for money back, and nobody has decided. */
    boolean isOpen(String externalOrderId) {
        return jdbc.sql(
                        "select exists (select 1 from refund_request where external_order_id = ? and state = 'requested')")
                .param(externalOrderId)
                .query(Boolean.class)
                .single();
    }

    /** What is asked for, on its way or given back already: not what was denied, or has certainly not been done. */
    BigDecimal spokenFor(String externalOrderId) {
        return jdbc.sql("""
                        select coalesce(sum(r.amount), 0)
                        from refund_request r
                        left join staff_action s on s.key = r.action_key
                        left join ledger l on l.contact_id = s.contact_id and l.key = s.key
                        where r.external_order_id = ? and r.state <> 'denied' and coalesce(l.state, 'waiting') not in ('refused', 'down')
                        """).param(externalOrderId).query(BigDecimal.class).single();
    }

    Optional<Refund> find(String externalOrderId, long id) {
        return jdbc.sql(ROW + "where external_order_id = ? and id = ?")
                .params(externalOrderId, id)
                .query(Refunds::row)
                .optional();
    }

    List<Refund> of(String externalOrderId) {
        return jdbc.sql(ROW + "where external_order_id = ? order by id")
                .param(externalOrderId)
                .query(Refunds::row)
                .list();
    }

    /** Those that nobody has decided, oldest first. */
    List<Refund> open(int limit) {
        return jdbc.sql(ROW + "where state = 'requested' order by id limit ?")
                .param(limit)
                .query(Refunds::row)
                .list();
    }

    /** In the caller's transaction; false when somebody was quicker. */
    boolean decide(long id, String state, String by) {
        return jdbc.sql("""
                        update refund_request set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'requested'
                        """)
                        .params(state, by, Timestamp.from(clock.instant()), id)
                        .update()
                > 0;
    }

    /** In the caller's transaction. */
    void asked(long id, String actionKey) {
        jdbc.sql("update refund_request set action_key = ? where id = ?")
                .params(actionKey, id)
                .update();
    }

    /** What the order was paid by, as the payment provider calls it. */
    Optional<String> payment(String externalOrderId) {
        return jdbc.sql("""
                        select cast(reply as jsonb) ->> 'payment_id' from ledger
                        where operation = 'REQUEST_PAYMENT' and state = 'ok'
                          and contact_id = (select contact_id from order_reference where external_order_id = :order)
                          and cast(request as jsonb) ->> 'external_order_id' = :order
                        order by opened_at desc limit 1
                        """).param("order", externalOrderId).query(String.class).optional();
    }

    private static Refund row(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Refund(
                row.getLong("id"),
                row.getString("external_order_id"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("state"),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("action_key"));
    }
}
