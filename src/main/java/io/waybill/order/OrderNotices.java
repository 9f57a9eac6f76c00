package io.waybill.order;

import io.waybill.order.OrderNotice.State;
import io.waybill.outbox.Unsaid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which news of an order there was: each status of an order once. */
final class OrderNotices {

    private static final String ROW =
            "select external_order_id, status, contact_id, at, tracking_url, state, waiting_for, reason from order_notice ";

    private static final int MOST = 50;

    private final JdbcClient jdbc;

    OrderNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the caller's transaction; false when the order came to this status before. */
    boolean add(OrderNotice notice) {
        return jdbc.sql("""
                        insert into order_notice (external_order_id, status, contact_id, at, tracking_url, state, waiting_for, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(notice.externalOrderId(), notice.status().key(), notice.contactId())
                        .params(
                                Timestamp.from(notice.at()),
                                notice.trackingUrl(),
                                notice.state().key())
                        .params(notice.waitingFor(), notice.reason())
                        .update()
                > 0;
    }

    /** In the caller's transaction; false when it does not wait any more. */
    boolean end(OrderNotice held, State state, @Nullable String reason) {
        return jdbc.sql("""
                        update order_notice set state = ?, waiting_for = null, reason = ?
                        where external_order_id = ? and status = ? and state = 'held'
                        """)
                        .params(
                                state.key(),
                                reason,
                                held.externalOrderId(),
                                held.status().key())
                        .update()
                > 0;
    }

    /** In the caller's transaction; false when somebody else has changed {@code before} meanwhile. */
    boolean replace(OrderNotice before, OrderNotice now) {
        return jdbc.sql("""
                        update order_notice set state = ?, waiting_for = ?, reason = ?
                        where external_order_id = ? and status = ? and state = ?
                        """)
                        .params(now.state().key(), now.waitingFor(), now.reason())
                        .params(
                                before.externalOrderId(),
                                before.status().key(),
                                before.state().key())
                        .update()
                > 0;
    }

    void waitsFor(OrderNotice held, String waitingFor, String reason) {
        jdbc.sql("""
                        update order_notice set waiting_for = ?, reason = ?
                        where external_order_id = ? and status = ? and state = 'held'
                        """)
                .params(
                        waitingFor,
                        reason,
                        held.externalOrderId(),
                        held.status().key())
                .update();
    }

    /** What news wait for: templates, as name.language, and events whose mapping does not fit. */
    List<String> waitedFor() {
        return jdbc.sql("select distinct waiting_for from order_notice where state = 'held'")
                .query(String.class)
                .list();
    }

    /** Those that wait for it, oldest first. */
    List<OrderNotice> held(String waitingFor, int limit) {
        return jdbc.sql(ROW + "where state = 'held' and waiting_for = ? order by at, external_order_id, status limit ?")
                .params(waitingFor, limit)
                .query(OrderNotices::notice)
                .list();
    }

    boolean isWaitedFor(String waitingFor) {
        return jdbc.sql("select exists (select 1 from order_notice where state = 'held' and waiting_for = ?)")
                .param(waitingFor)
                .query(Boolean.class)
                .single();
    }

    /** What this customer was not told of orders, the newest first. */
    List<Unsaid.News> unsaidTo(long contactId) {
        return jdbc
                .sql(ROW + "where contact_id = ? and state in ('held', 'dropped', 'expired') order by at desc limit ?")
                .params(contactId, MOST)
                .query(OrderNotices::notice)
                .list()
                .stream()
                .map(notice -> new Unsaid.News(
                        notice.at(),
                        "order %s is %s"
                                .formatted(
                                        notice.externalOrderId(),
                                        notice.status().key()),
                        String.valueOf(notice.reason())))
                .toList();
    }

    /** In the order in which they came. */
    List<OrderNotice> of(String externalOrderId) {
        return jdbc.sql(ROW + "where external_order_id = ? order by at, status")
                .param(externalOrderId)
                .query(OrderNotices::notice)
                .list();
    }

    private static OrderNotice notice(ResultSet row, int n) throws SQLException {
        return new OrderNotice(
                row.getString("external_order_id"),
                OrderStatus.of(row.getString("status")),
                row.getLong("contact_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("tracking_url"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("waiting_for"),
                row.getString("reason"));
    }
}
