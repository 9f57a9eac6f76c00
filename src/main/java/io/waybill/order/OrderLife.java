package io.waybill.order;

import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEvents;
import io.waybill.order.OrderNews.News;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import io.waybill.outbox.Outbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Sender;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of orders. The ERP is the truth: what it reports is taken as it is, and what cannot be is marked for a person. What is
 * older than what is known changes nothing. A customer is told once of each change, in the same commit.
 */
public final class OrderLife {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final OrderReferences references;
    private final OrderTimeline timeline;
    private final OrderBook book;
    private final OrderNews news;
    private final Outbox outbox;
    private final Sender sender;
    private final HookEvents hooks;
    private final List<PaidOrders> paid;
    private final OrderDuty duty;
    private final DeliveredOrders feedback;
    private final TransactionTemplate transaction;
    private final StatusWords words;
    private final OrderSettings settings;
    private final Clock clock;

    OrderLife(
            OrderReferences references,
            OrderTimeline timeline,
            OrderBook book,
            OrderNews news,
            Outbox outbox,
            Sender sender,
            HookEvents hooks,
            List<PaidOrders> paid,
            OrderDuty duty,
            DeliveredOrders feedback,
            TransactionTemplate transaction,
            OrderSettings settings,
            Clock clock) {
        this.references = references;
        this.timeline = timeline;
        this.book = book;
        this.news = news;
        this.outbox = outbox;
        this.sender = sender;
        this.hooks = hooks;
        this.paid = List.copyOf(paid);
        this.duty = duty;
        this.feedback = feedback;
        this.transaction = transaction;
        this.words = new StatusWords(settings.statuses(), settings.payments());
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of a report. */
    public enum Outcome {
        /** Something is another than it was. */
        CHANGED,
        /** All of it was known. */
        KNOWN,
        /** Something newer is known. */
        LATE,
        /** It is so now, and a person should look: it cannot have come to that from what it was. */
        FLAGGED,
        /** Nobody here knows such an order. */
        NO_SUCH_ORDER,
        /** It was taken before. */
        REPEATED;

        /** As it stands in answers. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param news what its customer is told; empty: nothing */
    public record Heard(Outcome outcome, Optional<News> news) {}

    /** The ERP has an order; in the caller's transaction. False when it is known already. */
    public boolean begin(NewOrder order) {
        OrderStatus status = words.status(order.status())
                .filter(word -> word != OrderStatus.RECEIVED || settings.profile() == OrderProfile.FULL)
                .orElse(OrderStatus.PENDING);
        duty.hold(order.contactId());
        if (!references.add(order, status, clock.instant().plus(settings.askAfter()))) {
            return false;
        }
        timeline.add(new Entry(
                order.externalOrderId(),
                order.at(),
                order.source().key(),
                Kind.CREATED,
                null,
                status.key(),
                null,
                "The ERP calls it %s.".formatted(order.status())));
        duty.begun(order).ifPresent(person -> assign(order, person));
        publish(references.find(order.externalOrderId()).orElseThrow(), OrderEvents::created);
        return true;
    }

    private void assign(NewOrder order, String person) {
        references.assign(order.externalOrderId(), person);
        timeline.add(new Entry(
                order.externalOrderId(), order.at(), Origin.FLOW.key(), Kind.ASSIGNED, null, person, null, null));
    }

    /**
     * As {@link #begin}, for an order that was made elsewhere: as a commit of its own, which tells its customer where that is wanted.
     *
     * @param first in the same commit; nothing is done where it says false
     */
    public Outcome begin(NewOrder order, BooleanSupplier first) {
        return commit(first, () -> {
            boolean begun = begin(order);
            return new Heard(
                    begun ? Outcome.CHANGED : Outcome.KNOWN,
                    Optional.of(begun)
                            .filter(now -> now)
                            .flatMap(now -> book.find(order.externalOrderId()))
                            .flatMap(news::ordered)
                            .filter(news::keep));
        });
    }

    /** What a word for the state of a payment means, as it is explained in the settings; empty: nobody has explained it. */
    public Optional<PaymentStatus> payment(String word) {
        return words.payment(word);
    }

    /** Takes a report as a commit of its own, and sends what its customer is told. */
    public Outcome report(OrderReport report) {
        return report(report, () -> true);
    }

    /** @param first in the same commit; nothing is done where it says false */
    public Outcome report(OrderReport report, BooleanSupplier first) {
        return commit(first, () -> hear(report));
    }

    private Outcome commit(BooleanSupplier first, Supplier<Heard> work) {
        List<OutboxMessage> toSend = new ArrayList<>();
        Heard heard = Objects.requireNonNull(transaction.execute(tx -> {
            Heard now = first.getAsBoolean() ? work.get() : new Heard(Outcome.REPEATED, Optional.empty());
            now.news().ifPresent(told -> toSend.addAll(outbox.add(told.drafts(), sender.free())));
            return now;
        }));
        if (!toSend.isEmpty()) {
            sender.offer(toSend);
        }
        heard.news().ifPresent(told -> news.noticed(told));
        return heard.outcome();
    }

    /** Takes a report in the caller's transaction, who then sends the drafts of its news and {@link OrderNews#noticed notices} them. */
    public Heard hear(OrderReport report) {
        Optional<OrderReference> known = references.lock(report.externalOrderId());
        if (known.isEmpty()) {
            return new Heard(Outcome.NO_SUCH_ORDER, Optional.empty());
        }
        Hearing hearing = new Hearing(known.get(), report);
        hearing.status();
        hearing.payment();
        hearing.details();
        return hearing.end();
    }

    private void publish(OrderReference order, BiFunction<OrderReference, ChatOrder, HookEvent> event) {
        book.find(order.externalOrderId()).ifPresent(chat -> hooks.publish(event.apply(order, chat)));
    }

    /** Somebody has come to the order's chat by its link, in the caller's transaction. */
    public void opened(String externalOrderId, boolean own) {
        if (references.opened(externalOrderId)) {
            timeline.add(new Entry(
                    externalOrderId,
                    clock.instant(),
                    Origin.FLOW.key(),
                    Kind.OPENED,
                    null,
                    null,
                    null,
                    own
                            ? "Its customer opened the chat."
                            : "Somebody with another number opened the chat by its link."));
        }
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        references.move(from, to);
    }

    /** One report, and the order as it comes to be by it. */
    private final class Hearing {

        private final OrderReference before;
        private final OrderReport report;
        private OrderStatus status;
        private Instant statusAt;
        private PaymentStatus payment;
        private Instant paymentAt;
        private @Nullable String flag;
        private boolean changed;
        private boolean late;
        private boolean odd;

        Hearing(OrderReference before, OrderReport report) {
            this.before = before;
            this.report = report;
            this.status = before.status();
            this.statusAt = before.statusAt();
            this.payment = before.payment();
            this.paymentAt = before.paymentAt();
            this.flag = before.flag();
        }

        void status() {
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
            boolean possible = settings.profile().reaches(status, said.get());
            if (isLate(statusAt, possible)) {
                late(Kind.STATUS, said.get().key());
            } else {
                moved(Kind.STATUS, status.key(), said.get().key(), possible);
                status = said.get();
                statusAt = later(statusAt, report.at());
            }
        }

        void payment() {
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
            if (said.get() == PaymentStatus.REFUNDED && isPart(report.givenBack())) {
                add(
                        Kind.REFUND,
                        null,
                        null,
                        "%s of %s given back."
                                .formatted(
                                        report.givenBack().toPlainString(),
                                        before.total().toPlainString()));
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
        private boolean isPart(@Nullable BigDecimal givenBack) {
            return givenBack != null && before.total() != null && givenBack.compareTo(before.total()) < 0;
        }

        void details() {
            if (report.trackingUrl() != null && !report.trackingUrl().equals(before.trackingUrl())) {
                changed = true;
                add(Kind.TRACKING, before.trackingUrl(), report.trackingUrl(), null);
            }
            if (report.orderNumber() != null && !report.orderNumber().equals(before.orderNumber())) {
                changed = true;
                add(Kind.NUMBER, before.orderNumber(), report.orderNumber(), null);
            }
        }

        Heard end() {
            if (!changed) {
                return new Heard(late ? Outcome.LATE : Outcome.KNOWN, Optional.empty());
            }
            OrderReference after = after();
            references.save(after);
            if (status != before.status()) {
                publish(after, OrderEvents::status);
                if (status == OrderStatus.DELIVERED && !odd) {
                    feedback.delivered(after.externalOrderId(), statusAt);
                }
            }
            if (payment != before.payment()) {
                publish(after, OrderEvents::payment);
                if (payment == PaymentStatus.PAID) {
                    paid.forEach(listener -> listener.paid(after.externalOrderId(), paymentAt));
                }
            }
            boolean told = status != before.status() && !odd && report.origin().isNews();
            Optional<News> said = told ? tell(after) : Optional.empty();
            return new Heard(odd ? Outcome.FLAGGED : Outcome.CHANGED, said);
        }

        private Optional<News> tell(OrderReference after) {
            return book.find(after.externalOrderId())
                    .map(order -> news.prepare(order, status, after.trackingUrl()))
                    .filter(told -> news.keep(told));
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
            String detail =
                    possible ? null : "The ERP says %s after %s, which cannot be: look there.".formatted(to, from);
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
            timeline.add(new Entry(
                    before.externalOrderId(), report.at(), report.origin().key(), kind, from, to, report.by(), detail));
        }

        private OrderReference after() {
            Instant now = clock.instant();
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
                    before.assignee(),
                    flag,
                    before.createdAt(),
                    now,
                    over ? null : now.plus(settings.askAfter()));
        }
    }
}
