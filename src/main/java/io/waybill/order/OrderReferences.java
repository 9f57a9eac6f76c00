package io.waybill.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the orders we know of, each once. */
final class OrderReferences {

    private static final String ROW = """
            select id, external_order_id, order_number, client_reference, contact_id, source, status, status_at, payment, payment_at,
                erp_status, erp_payment, tracking_url, total, currency, given_back, assignee, flag, created_at, changed_at, poll_at
            from order_reference
            """;

    private final JdbcClient jdbc;

    OrderReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction; false when it is known already. */
    boolean add(NewOrder order, OrderStatus status, @Nullable Instant pollAt) {
        Timestamp at = Timestamp.from(order.at());
        return jdbc.sql("""
                        insert into order_reference (external_order_id, order_number, client_reference, contact_id, source, status, status_at,
                            payment, payment_at, erp_status, total, currency, created_at, changed_at, poll_at, forgotten_at)
                        values (:order, :number, :reference, :contact, :source, :status, :at, 'unpaid', :at, :word, :total, :currency, :at, :at, :poll, :forgotten)
                        on conflict (external_order_id) do nothing
                        """)
                        .param("order", order.externalOrderId())
                        .param("number", order.orderNumber(), Types.VARCHAR)
                        .param("reference", order.clientReference(), Types.VARCHAR)
                        .param("contact", order.contactId())
                        .param("source", order.source().key())
                        .param("status", status.key())
                        .param("at", at)
                        .param("word", order.status())
                        .param("total", order.total(), Types.NUMERIC)
                        .param("currency", order.currency(), Types.VARCHAR)
                        .param("poll", timestamp(pollAt), Types.TIMESTAMP)
                        .param("forgotten", timestamp(order.forgottenAt()), Types.TIMESTAMP)
                        .update()
                > 0;
    }

    /** Somebody has come to its chat, in the caller's transaction; false when somebody had before. */
    boolean opened(String externalOrderId) {
        return jdbc.sql(
                                "update order_reference set forgotten_at = null where external_order_id = ? and forgotten_at is not null")
                        .param(externalOrderId)
                        .update()
                > 0;
    }

    Optional<OrderReference> find(String externalOrderId) {
        return jdbc.sql(ROW + "where external_order_id = ?")
                .param(externalOrderId)
                .query(OrderReferences::row)
                .optional();
    }

    /** Those of {@code externalOrderIds} that we know of. */
    Set<String> known(Collection<String> externalOrderIds) {
        return jdbc.sql("select external_order_id from order_reference where external_order_id = any(?)")
                .param(externalOrderIds.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    /** Nobody else changes it until the caller's transaction ends. */
    Optional<OrderReference> lock(String externalOrderId) {
        return jdbc.sql(ROW + "where external_order_id = ? for update")
                .param(externalOrderId)
                .query(OrderReferences::row)
                .optional();
    }

    /** Writes all that can change, in the caller's transaction. */
    void save(OrderReference order) {
        jdbc.sql("""
                        update order_reference
                        set order_number = :number, status = :status, status_at = :statusAt, payment = :payment, payment_at = :paymentAt,
                            erp_status = :erpStatus, erp_payment = :erpPayment, tracking_url = :tracking, given_back = :back, flag = :flag,
                            changed_at = :changed, poll_at = :poll
                        where id = :id
                        """)
                .param("number", order.orderNumber(), Types.VARCHAR)
                .param("status", order.status().key())
                .param("statusAt", Timestamp.from(order.statusAt()))
                .param("payment", order.payment().key())
                .param("paymentAt", Timestamp.from(order.paymentAt()))
                .param("erpStatus", order.erpStatus(), Types.VARCHAR)
                .param("erpPayment", order.erpPayment(), Types.VARCHAR)
                .param("tracking", order.trackingUrl(), Types.VARCHAR)
                .param("back", order.givenBack())
                .param("flag", order.flag(), Types.VARCHAR)
                .param("changed", Timestamp.from(order.changedAt()))
                .param("poll", timestamp(order.pollAt()), Types.TIMESTAMP)
                .param("id", order.id())
                .update();
    }

    /** In the caller's transaction. */
    void assign(String externalOrderId, @Nullable String assignee) {
        jdbc.sql("update order_reference set assignee = ? where external_order_id = ?")
                .params(assignee, externalOrderId)
                .update();
    }

    /** All of this customer's that are not over and that nobody has, by the ERP's ids of them; in the caller's transaction. */
    List<String> assignLoose(long contactId, String assignee) {
        return jdbc.sql("""
                        update order_reference set assignee = ?
                        where contact_id = ? and assignee is null and status not in ('delivered', 'cancelled')
                        returning external_order_id
                        """).params(assignee, contactId).query(String.class).list();
    }

    /** Orders that the ERP is to be asked about now; nobody else gets them until {@code leased}. */
    List<OrderReference> due(Instant now, Instant leased, int limit) {
        List<Long> ids = jdbc.sql("""
                        update order_reference set poll_at = ?
                        where id in (
                            select id from order_reference where poll_at <= ? order by poll_at limit ? for update skip locked)
                        returning id
                        """)
                .params(Timestamp.from(leased), Timestamp.from(now), limit)
                .query(Long.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(ROW + "where id = any(?)")
                        .param(ids.toArray(Long[]::new))
                        .query(OrderReferences::row)
                        .list();
    }

    /** When the ERP is asked about it next, where it is asked at all; it counts how often in a row nobody answered. */
    void askNext(long id, Instant at, boolean answered) {
        jdbc.sql("""
                        update order_reference set poll_at = ?, polls_failed = case when ? then 0 else polls_failed + 1 end
                        where id = ? and poll_at is not null
                        """).params(Timestamp.from(at), answered, id).update();
    }

    int pollsFailed(long id) {
        return jdbc.sql("select polls_failed from order_reference where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update order_reference set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
        jdbc.sql("update order_notice set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    static OrderReference row(ResultSet row, int n) throws SQLException {
        return new OrderReference(
                row.getLong("id"),
                row.getString("external_order_id"),
                row.getString("order_number"),
                row.getString("client_reference"),
                row.getLong("contact_id"),
                NewOrder.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                OrderStatus.of(row.getString("status")),
                row.getTimestamp("status_at").toInstant(),
                PaymentStatus.of(row.getString("payment")).orElseThrow(),
                row.getTimestamp("payment_at").toInstant(),
                row.getString("erp_status"),
                row.getString("erp_payment"),
                row.getString("tracking_url"),
                row.getBigDecimal("total"),
                row.getString("currency"),
                row.getBigDecimal("given_back"),
                row.getString("assignee"),
                row.getString("flag"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                instant(row.getTimestamp("poll_at")));
    }
}
