package io.waybill.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The till of the demo shop. A payment is pending until {@link #settle} says that the customer has paid or has not. */
public final class DemoPayments {

    private static final int MOST_SHOWN = 200;

    private final JdbcClient db;

    DemoPayments(JdbcClient db) {
        this.db = db;
    }

    /** The latest payments, newest first. */
    public List<DemoPayment> payments() {
        return db.sql("select * from demo_erp.payments order by id desc limit ?")
                .param(MOST_SHOWN)
                .query((row, n) -> new DemoPayment(
                        "PAY" + row.getLong("id"),
                        "SO-" + row.getLong("order_number"),
                        row.getString("status"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** The customer has paid, or it has failed: which order that is of; empty when the payment is not waiting for that. */
    Optional<String> settle(String paymentId, Settlement how) {
        return db.sql(
                        "update demo_erp.payments set status = ? where id = ? and status = 'pending' returning order_number")
                .params(how.name().toLowerCase(Locale.ROOT), id(paymentId).orElse(-1L))
                .query(String.class)
                .optional();
    }

    /** The customer has paid the whole order in cash; the payment's id. */
    String cash(String orderId) {
        DueOrder order = order(orderId);
        if (order.status().equals("cancelled")) {
            throw new Refusal(409, "Order SO-%d is cancelled.".formatted(order.number()));
        }
        return db.sql("""
                        insert into demo_erp.payments (order_number, status, amount, currency)
                        select number, 'paid', total, currency from demo_erp.orders o
                        where number = ? and not exists (
                            select 1 from demo_erp.payments p where p.order_number = o.number and p.status in ('pending', 'paid'))
                        returning id""")
                .param(order.number())
                .query(Long.class)
                .optional()
                .map(id -> "PAY" + id)
                .orElseThrow(() -> new Refusal(
                        409, "Order SO-%d is paid, or its customer is asked to pay.".formatted(order.number())));
    }

    /** How a pending payment ends. */
    public enum Settlement {
        PAID,
        FAILED
    }

    Wire.PaymentRequested request(String orderId, Wire.NewPayment payment) {
        DueOrder order = order(orderId);
        BigDecimal amount = amount(payment.amount(), payment.currency());
        if (order.status().equals("cancelled")) {
            throw new Refusal(409, "Order SO-%d is cancelled.".formatted(order.number()));
        }
        if (amount.compareTo(order.total()) > 0) {
            throw new Refusal(
                    422,
                    "Order SO-%d is %s %s, not %s."
                            .formatted(order.number(), DemoProduct.CURRENCY, order.total(), amount.toPlainString()));
        }
        String phone = Optional.ofNullable(payment.phone())
                .orElseThrow(() -> new Refusal(422, "Whose phone is to be asked for the payment?"));
        long id = db.sql("""
                        insert into demo_erp.payments (order_number, status, amount, currency, phone)
                        values (?, 'pending', ?, ?, ?) returning id""")
                .params(order.number(), amount, DemoProduct.CURRENCY, phone)
                .query(Long.class)
                .single();
        return new Wire.PaymentRequested("PAY" + id, "pending");
    }

    /** @param paymentId null: the latest of the order */
    Wire.PaymentStatus status(String orderId, @Nullable String paymentId) {
        long order = order(orderId).number();
        return db.sql("""
                        select p.status, case when p.status in ('paid', 'refunded') then p.amount else 0 end
                               - coalesce((select sum(r.amount) from demo_erp.refunds r where r.payment_id = p.id), 0) as paid_amount
                        from demo_erp.payments p where p.order_number = ? and (?::bigint is null or p.id = ?::bigint)
                        order by p.id desc limit 1""")
                .params(order, wanted(paymentId), wanted(paymentId))
                .query(Wire.PaymentStatus.class)
                .optional()
                .orElseThrow(() -> new Refusal(404, "Nobody has been asked to pay order SO-%d.".formatted(order)));
    }

    Wire.Refunded refund(String paymentId, Wire.NewRefund refund) {
        BigDecimal amount = amount(refund.amount(), refund.currency());
        Paid payment = id(paymentId)
                .flatMap(id -> db.sql(
                                "select id, order_number, status, amount from demo_erp.payments where id = ? for update")
                        .param(id)
                        .query(Paid.class)
                        .optional())
                .filter(paid -> String.valueOf(paid.orderNumber()).equals(refund.externalOrderId()))
                .orElseThrow(() ->
                        new Refusal(404, "Order %s has no payment %s.".formatted(refund.externalOrderId(), paymentId)));
        if (!payment.status().equals("paid")) {
            throw new Refusal(
                    409, "The payment %s is %s, so nothing can be refunded.".formatted(paymentId, payment.status()));
        }
        BigDecimal left = payment.amount().subtract(refunded(payment.id()));
        if (amount.compareTo(left) > 0) {
            throw new Refusal(409, "Of the payment %s only %s is left to refund.".formatted(paymentId, left));
        }
        long id = db.sql("insert into demo_erp.refunds (payment_id, amount, reason) values (?, ?, ?) returning id")
                .param(payment.id())
                .param(amount)
                .param(refund.reason())
                .query(Long.class)
                .single();
        if (amount.compareTo(left) == 0) {
            db.sql("update demo_erp.payments set status = 'refunded' where id = ?")
                    .param(payment.id())
                    .update();
        }
        return new Wire.Refunded("R" + id, "refunded");
    }

    private BigDecimal refunded(long payment) {
        return db.sql("select coalesce(sum(amount), 0) from demo_erp.refunds where payment_id = ?")
                .param(payment)
                .query(BigDecimal.class)
                .single();
    }

    private DueOrder order(String orderId) {
        return db.sql("select number, status, total from demo_erp.orders where number = ?")
                .param(DemoErp.number(orderId))
                .query(DueOrder.class)
                .optional()
                .orElseThrow(() -> new Refusal(404, "There is no order %s.".formatted(orderId)));
    }

    private static BigDecimal amount(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null || amount.signum() <= 0 || !DemoProduct.CURRENCY.equals(currency)) {
            throw new Refusal(422, "An amount is more than nothing, and in %s.".formatted(DemoProduct.CURRENCY));
        }
        return amount;
    }

    private static @Nullable Long wanted(@Nullable String paymentId) {
        return paymentId == null ? null : id(paymentId).orElse(-1L);
    }

    private static Optional<Long> id(String paymentId) {
        return paymentId.matches("PAY\\d{1,18}")
                ? Optional.of(Long.parseLong(paymentId.substring("PAY".length())))
                : Optional.empty();
    }

    private record DueOrder(long number, String status, BigDecimal total) {}

    private record Paid(long id, long orderNumber, String status, BigDecimal amount) {}
}
