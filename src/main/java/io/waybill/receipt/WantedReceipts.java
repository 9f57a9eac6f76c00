package io.waybill.receipt;

import io.waybill.order.PaidOrders;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps which orders need a receipt, and which have one: one for each payment, however often it is told of. */
final class WantedReceipts implements PaidOrders {

    private final JdbcClient jdbc;

    WantedReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Wanted(long id, String externalOrderId, Instant paidAt) {}

    /** @param state wanted, sent or failed */
    record Made(
            long id,
            Instant paidAt,
            String state,
            @Nullable String reason,
            @Nullable String fileId,
            @Nullable Instant sentAt) {}

    @Override
    public void paid(String externalOrderId, Instant at) {
        jdbc.sql("""
                        insert into receipt (external_order_id, payment_key, paid_at, state, due_at) values (?, 'order', ?, 'wanted', ?)
                        on conflict (external_order_id, payment_key) do nothing
                        """)
                .params(externalOrderId, Timestamp.from(at), Timestamp.from(at))
                .update();
    }

    /** Those whose time has come; nobody else gets them until {@code leased}. */
    List<Wanted> due(Instant now, Instant leased, int limit) {
        return jdbc.sql("""
                        update receipt set due_at = ?
                        where id in (select id from receipt where state = 'wanted' and due_at <= ?
                                     order by due_at limit ? for update skip locked)
                        returning id, external_order_id, paid_at
                        """)
                .params(Timestamp.from(leased), Timestamp.from(now), limit)
                .query((row, n) -> new Wanted(
                        row.getLong("id"),
                        row.getString("external_order_id"),
                        row.getTimestamp("paid_at").toInstant()))
                .list();
    }

    void later(long id, Instant at, String reason) {
        jdbc.sql("update receipt set due_at = ?, reason = ? where id = ? and state = 'wanted'")
                .params(Timestamp.from(at), reason, id)
                .update();
    }

    void giveUp(long id, String reason) {
        jdbc.sql("update receipt set state = 'failed', reason = ? where id = ? and state = 'wanted'")
                .params(reason, id)
                .update();
    }

    /** In the caller's transaction; false when it was sent before. */
    boolean sent(long id, @Nullable String fileId, @Nullable Integer branding, Instant at) {
        return jdbc.sql("""
                        update receipt set state = 'sent', reason = null, file_id = ?, branding_version = ?, sent_at = ?
                        where id = ? and state = 'wanted'
                        """).params(fileId, branding, Timestamp.from(at), id).update() > 0;
    }

    List<Made> of(String externalOrderId) {
        return jdbc.sql(
                        "select id, paid_at, state, reason, file_id, sent_at from receipt where external_order_id = ? order by id")
                .param(externalOrderId)
                .query((row, n) -> new Made(
                        row.getLong("id"),
                        row.getTimestamp("paid_at").toInstant(),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("file_id"),
                        row.getTimestamp("sent_at") == null
                                ? null
                                : row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
