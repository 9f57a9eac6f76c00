package io.waybill.demo;

import io.waybill.demo.DemoPayments.Settlement;
import java.util.Locale;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** What people of the demo shop do at its till and in its store; the gateway hears of it by events. */
public final class DemoStaff {

    private final DemoErp erp;
    private final DemoPayments payments;
    private final DemoEvents events;
    private final TransactionTemplate transaction;

    DemoStaff(DemoErp erp, DemoPayments payments, DemoEvents events, TransactionTemplate transaction) {
        this.erp = erp;
        this.payments = payments;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Brings an order on.
     *
     * @return why that cannot be; empty: it is done
     */
    public Optional<String> move(String externalOrderId, String status) {
        return unlessRefused(() -> {
            transaction.executeWithoutResult(tx -> erp.setStatus(externalOrderId, status));
            events.order(externalOrderId, status);
        });
    }

    /**
     * The customer has paid in cash.
     *
     * @return why that cannot be; empty: it is done
     */
    public Optional<String> paidInCash(String externalOrderId) {
        return unlessRefused(() -> events.payment(externalOrderId, payments.cash(externalOrderId), "paid"));
    }

    private static Optional<String> unlessRefused(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (Refusal e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The customer has paid, or it has failed; false when the payment is not waiting for that. */
    public boolean settle(String paymentId, Settlement how) {
        Optional<String> order = payments.settle(paymentId, how);
        order.ifPresent(id -> events.payment(id, paymentId, how.name().toLowerCase(Locale.ROOT)));
        return order.isPresent();
    }
}
