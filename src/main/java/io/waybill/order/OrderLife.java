package io.waybill.order;

import io.waybill.hook.HookEvent;
import io.waybill.hook.HookEvents;
import io.waybill.order.OrderNews.News;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import io.waybill.outbox.Posting;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of orders. The ERP is the truth: what it reports is taken as it is, and what cannot be is marked for a person. What is
 * older than what is known changes nothing. A customer is told once of each change, in the same commit.
 */
public final class OrderLife {

    private final OrderReferences references;
    private final OrderTimeline timeline;
    private final OrderBook book;
    private final OrderNews news;
    private final Posting posting;
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
            Posting posting,
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
        this.posting = posting;
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
        OrderStatus status = settings.begins(words, order.status());
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
                            .flatMap(chat -> news.ordered(chat, order.status()))
                            .filter(news::keep));
        });
    }

    /** What the ERP's word for the state of an order means, as it is explained in the settings; empty: nobody has explained it. */
    public Optional<OrderStatus> status(String word) {
        return words.status(word);
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
        Heard heard = Objects.requireNonNull(transaction.execute(tx -> {
            Heard now = first.getAsBoolean() ? work.get() : new Heard(Outcome.REPEATED, Optional.empty());
            now.news().ifPresent(told -> posting.add(told.drafts()));
            return now;
        }));
        heard.news().ifPresent(told -> news.noticed(told));
        return heard.outcome();
    }

    /** Takes a report in the caller's transaction, who then sends the drafts of its news and {@link OrderNews#noticed notices} them. */
    public Heard hear(OrderReport report) {
        Optional<OrderReference> known = references.lock(report.externalOrderId());
        if (known.isEmpty()) {
            return new Heard(Outcome.NO_SUCH_ORDER, Optional.empty());
        }
        ReportedChange change = new ReportedChange(known.get(), report, words, settings.profile());
        change.entries().forEach(timeline::add);
        if (!change.changed()) {
            return new Heard(change.outcome(), Optional.empty());
        }
        OrderReference after = change.after(clock.instant(), settings.askAfter());
        references.save(after);
        tellOthers(known.get(), after, change.odd());
        boolean told = after.status() != known.get().status()
                && !change.odd()
                && report.origin().isNews();
        return new Heard(change.outcome(), told ? tell(after) : Optional.empty());
    }

    private void tellOthers(OrderReference before, OrderReference after, boolean odd) {
        if (after.status() != before.status()) {
            publish(after, OrderEvents::status);
            if (after.status() == OrderStatus.DELIVERED && !odd) {
                feedback.delivered(after.externalOrderId(), after.statusAt());
            }
        }
        if (after.payment() != before.payment()) {
            publish(after, OrderEvents::payment);
            if (after.payment() == PaymentStatus.PAID) {
                paid.forEach(listener -> listener.paid(after.externalOrderId(), after.paymentAt()));
            }
        }
    }

    private Optional<News> tell(OrderReference after) {
        return book.find(after.externalOrderId())
                .map(order -> news.prepare(order, after.status(), after.trackingUrl()))
                .filter(told -> news.keep(told));
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
}
