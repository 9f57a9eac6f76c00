package io.waybill.receipt;

import io.waybill.order.PaidOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what needs a receipt, and what has one: one for each payment, however often it is told of. */
public final class WantedReceipts implements PaidOrders {

    /** Who taps twice means it once. */
    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    WantedReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has not gone yet. */
    record Wanted(long id, Subject subject, Instant paidAt) {}

    /** What it is of. */
    sealed interface Subject {

        record Order(String externalOrderId) implements Subject {}

        record Payment(StandalonePayment payment) implements Subject {}
    }

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

    /** In the caller's transaction; false when its receipt is known already. */
    public boolean paid(StandalonePayment payment) {
        return jdbc.sql("""
                        insert into receipt (payment_key, contact_id, amount, currency, description, method, paid_at, state, due_at)
                        values (:payment, :contact, :amount, :currency, :description, :method, :at, 'wanted', :at)
                        on conflict (payment_key) where external_order_id is null do nothing
                        """)
                        .param("payment", payment.paymentId())
                        .param("contact", payment.contactId())
                        .param("amount", payment.amount())
                        .param("currency", payment.currency())
                        .param("description", payment.description())
                        .param("method", payment.method())
                        .param("at", Timestamp.from(payment.paidAt()))
                        .update()
                > 0;
    }

    /** Those whose time has come; nobody else gets them until {@code leased}. */
    List<Wanted> due(Instant now, Instant leased, int limit) {
        return jdbc.sql("""
                        update receipt set due_at = ?
                        where id in (select id from receipt where state = 'wanted' and due_at <= ?
                                     order by due_at limit ? for update skip locked)
                        returning id, external_order_id, paid_at, payment_key, contact_id, amount, currency, description, method
                        """)
                .params(Timestamp.from(leased), Timestamp.from(now), limit)
                .query(WantedReceipts::wanted)
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

    /** Takes one that was sent, to be sent once more; false when that was less than a moment before {@code now}. */
    boolean again(long id, Instant now) {
        return jdbc.sql("update receipt set sent_at = ? where id = ? and state = 'sent' and sent_at <= ?")
                        .params(Timestamp.from(now), id, Timestamp.from(now.minus(MOMENT)))
                        .update()
                > 0;
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

    private static Wanted wanted(ResultSet row, int n) throws SQLException {
        Instant paidAt = row.getTimestamp("paid_at").toInstant();
        String order = row.getString("external_order_id");
        return new Wanted(
                row.getLong("id"),
                order != null
                        ? new Subject.Order(order)
                        : new Subject.Payment(new StandalonePayment(
                                row.getString("payment_key"),
                                row.getLong("contact_id"),
                                row.getBigDecimal("amount"),
                                row.getString("currency"),
                                row.getString("description"),
                                row.getString("method"),
                                paidAt)),
                paidAt);
    }
}
