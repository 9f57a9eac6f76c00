package io.waybill.order;

import io.waybill.order.OrderLife.Outcome;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One report on an order, and what the order comes to be by it. Changes nothing elsewhere. */
final class ReportedChange {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final OrderReference before;
    private final OrderReport report;
    private final StatusWords words;
    private final OrderProfile profile;
    private final List<Entry> entries = new ArrayList<>();
    private OrderStatus status;
    private Instant statusAt;
    private PaymentStatus payment;
    private Instant paymentAt;
    private BigDecimal givenBack;
    private @Nullable String flag;
    private boolean changed;
    private boolean late;
    private boolean odd;

    ReportedChange(OrderReference before, OrderReport report, StatusWords words, OrderProfile profile) {
        this.before = before;
        this.report = report;
        this.words = words;
        this.profile = profile;
        this.status = before.status();
        this.statusAt = before.statusAt();
        this.payment = before.payment();
        this.paymentAt = before.paymentAt();
        this.givenBack = before.givenBack();
        this.flag = before.flag();
        status();
        payment();
        details();
    }

    /** What the timeline is to say of it. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    boolean changed() {
        return changed;
    }

    /** A person should look. */
    boolean odd() {
        return odd;
    }

    Outcome outcome() {
        if (changed) {
            return odd ? Outcome.FLAGGED : Outcome.CHANGED;
        }
        return late ? Outcome.LATE : Outcome.KNOWN;
    }

    private void status() {
        if (report.status() == null) {
            return;
        }
        Optional<OrderStatus> said = words.status(report.status());
        if (said.isEmpty()) {
            unknown("status", report.status(), before.erpStatus());
            return;
        }
        if (said.get() == status) {
            return;
        }
        boolean possible = profile.reaches(status, said.get());
        if (isLate(statusAt, possible)) {
            late(Kind.STATUS, said.get().key());
        } else {
            moved(Kind.STATUS, status.key(), said.get().key(), possible);
            status = said.get();
            statusAt = later(statusAt, report.at());
        }
    }

    private void payment() {
        if (report.payment() == null) {
            return;
        }
        Optional<PaymentStatus> said = words.payment(report.payment());
        if (said.isEmpty()) {
            unknown("payment", report.payment(), before.erpPayment());
            return;
        }
        if (said.get() == payment) {
            return;
        }
        if (said.get() == PaymentStatus.REFUNDED && isPart() || said.get() == PaymentStatus.PAID && isTooLittle()) {
            return;
        }
        if (isLate(paymentAt, payment.compareTo(said.get()) < 0)) {
            late(Kind.PAYMENT, said.get().key());
        } else {
            moved(Kind.PAYMENT, payment.key(), said.get().key(), payment.reaches(said.get()));
            payment = said.get();
            paymentAt = later(paymentAt, report.at());
        }
    }

    /** What is left of it is still paid. */
    private boolean isPart() {
        if (report.amount() == null || before.total() == null) {
            return false;
        }
        changed = true;
        givenBack = givenBack.add(report.amount());
        add(
                Kind.REFUND,
                null,
                null,
                "%s of %s given back."
                        .formatted(
                                report.amount().toPlainString(), before.total().toPlainString()));
        return givenBack.compareTo(before.total()) < 0;
    }

    /** Nothing is to be delivered for it until a person has looked. */
    private boolean isTooLittle() {
        if (report.amount() == null || before.total() == null || report.amount().compareTo(before.total()) >= 0) {
            return false;
        }
        String what = "%s of %s were paid: a person has to ask for the rest, or give it back."
                .formatted(report.amount().toPlainString(), before.total().toPlainString());
        if (!what.equals(before.flag())) {
            changed = true;
            odd = true;
            flag = what;
            add(Kind.PAYMENT, null, null, what);
        }
        return true;
    }

    private void details() {
        if (report.trackingUrl() != null && !report.trackingUrl().equals(before.trackingUrl())) {
            changed = true;
            add(Kind.TRACKING, before.trackingUrl(), report.trackingUrl(), null);
        }
        if (report.orderNumber() != null && !report.orderNumber().equals(before.orderNumber())) {
            changed = true;
            add(Kind.NUMBER, before.orderNumber(), report.orderNumber(), null);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Others write whole seconds, and their clock is not ours: what is only a little older and goes forward has come after what is
     * known.
     */
    private boolean isLate(Instant known, boolean forward) {
        boolean older = report.at().isBefore(known.truncatedTo(ChronoUnit.SECONDS));
        boolean much = report.at().isBefore(known.minus(CLOCKS_DIFFER));
        return older && (much || !forward);
    }

    private void moved(Kind kind, String from, String to, boolean possible) {
        changed = true;
        String detail = possible ? null : "The ERP says %s after %s, which cannot be: look there.".formatted(to, from);
        odd |= !possible;
        flag = possible ? (odd ? flag : null) : detail;
        add(kind, from, to, detail);
    }

    private void late(Kind kind, String to) {
        late = true;
        add(kind, null, to, "It came late: something newer is known already.");
    }

    private void unknown(String what, String word, @Nullable String wordBefore) {
        if (word.equals(wordBefore)) {
            return;
        }
        changed = true;
        odd = true;
        flag = "The ERP says \"%s\" as its %s, which nobody has explained: set waybill.orders.%s."
                .formatted(word, what, what.equals("status") ? "statuses" : "payments");
        add(what.equals("status") ? Kind.STATUS : Kind.PAYMENT, wordBefore, word, flag);
    }

    private void add(Kind kind, @Nullable String from, @Nullable String to, @Nullable String detail) {
        entries.add(new Entry(
                before.externalOrderId(), report.at(), report.origin().key(), kind, from, to, report.by(), detail));
    }

    /** The order as it is now, which is asked about again after {@code askAfter} unless it is over. */
    OrderReference after(Instant now, Duration askAfter) {
        boolean over = status == OrderStatus.DELIVERED || status == OrderStatus.CANCELLED;
        return new OrderReference(
                before.id(),
                before.externalOrderId(),
                report.orderNumber() == null ? before.orderNumber() : report.orderNumber(),
                before.clientReference(),
                before.contactId(),
                before.source(),
                status,
                statusAt,
                payment,
                paymentAt,
                report.status() == null ? before.erpStatus() : report.status(),
                report.payment() == null ? before.erpPayment() : report.payment(),
                report.trackingUrl() == null ? before.trackingUrl() : report.trackingUrl(),
                before.total(),
                before.currency(),
                givenBack,
                before.assignee(),
                flag,
                before.createdAt(),
                now,
                over ? null : now.plus(askAfter));
    }
}
