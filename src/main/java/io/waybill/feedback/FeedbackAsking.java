package io.waybill.feedback;

import io.waybill.feedback.FeedbackRows.Wanted;
import io.waybill.feedback.FeedbackRows.Way;
import io.waybill.flow.ReplyId;
import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.ChatOrder;
import io.waybill.order.Decision;
import io.waybill.order.OrderBook;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderQuestions;
import io.waybill.order.OrderStatus;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Posting;
import io.waybill.revision.PublishedFlows;
import io.waybill.template.MessageEvent;
import io.waybill.whatsapp.CustomerServiceWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks customers how their order was, some time after it was delivered. That it is sent and that this is known is one commit. */
class FeedbackAsking {

    private static final Logger log = LoggerFactory.getLogger(FeedbackAsking.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(15);
    /** Whoever writes now is busy with something else. */
    private static final Duration SILENT_FOR = Duration.ofMinutes(10);

    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    private final FeedbackRows rows;
    private final OrderBook orders;
    private final OrderDesk desk;
    private final OrderQuestions questions;
    private final PublishedFlows flows;
    private final Posting posting;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Duration after;
    private final Clock clock;

    FeedbackAsking(
            FeedbackRows rows,
            OrderBook orders,
            OrderDesk desk,
            OrderQuestions questions,
            PublishedFlows flows,
            Posting posting,
            Notices notices,
            TransactionTemplate transaction,
            Duration after,
            Clock clock) {
        this.rows = rows;
        this.orders = orders;
        this.desk = desk;
        this.questions = questions;
        this.flows = flows;
        this.posting = posting;
        this.notices = notices;
        this.transaction = transaction;
        this.after = after;
        this.clock = clock;
    }

    /** Asks all whose time has come. */
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void ask() {
        try {
            List<Wanted> due;
            do {
                Instant now = clock.instant();
                due = rows.due(now, now.plus(LEASE), AT_ONCE);
                due.forEach(this::tryOne);
            } while (due.size() == AT_ONCE);
        } catch (RuntimeException e) {
            log.error("Looking for customers to ask for feedback failed; next try in a moment.", e);
        }
    }

    /** One that cannot be asked holds no other up. */
    private void tryOne(Wanted wanted) {
        try {
            ask(wanted);
        } catch (RuntimeException e) {
            log.error(
                    "The customer of order {} could not be asked for feedback; it is tried again.",
                    wanted.externalOrderId(),
                    e);
        }
    }

    private void ask(Wanted wanted) {
        Instant now = clock.instant();
        if (!flows.isAbout(ReplyId.FEEDBACK)) {
            rows.drop(wanted, "No published flow starts with @feedback.");
            return;
        }
        Optional<OrderStatus> status = desk.find(wanted.externalOrderId()).map(OrderDesk.Known::status);
        if (!status.equals(Optional.of(OrderStatus.DELIVERED))) {
            rows.drop(
                    wanted,
                    status.map(other -> "The order is %s now.".formatted(other.key()))
                            .orElse("We do not know of this order any more."));
            return;
        }
        Optional<ChatOrder> known = orders.find(wanted.externalOrderId());
        if (known.isEmpty()) {
            rows.drop(wanted, "Nobody knows who has ordered it.");
            return;
        }
        ChatOrder order = known.get();
        Optional<FeedbackQuestion> question = FeedbackQuestion.about(order.externalOrderId());
        if (question.isEmpty()) {
            rows.drop(wanted, "WhatsApp does not take the ERP's key of this order in a tap.");
        } else if (order.lastMessageAt() != null
                && now.isBefore(order.lastMessageAt().plus(SILENT_FOR))) {
            rows.later(wanted, order.lastMessageAt().plus(SILENT_FOR), "The customer is writing of something else.");
        } else {
            ask(wanted, order, question.get(), now);
        }
    }

    private void ask(Wanted wanted, ChatOrder order, FeedbackQuestion question, Instant now) {
        Decision decision = questions.ask(
                order, MessageEvent.ORDER_FEEDBACK, question.quickReplies(), question::list, Map.of(), now);
        switch (decision) {
            case Decision.Say say -> send(wanted, order, say, now);
            case Decision.Silent silent -> rows.drop(wanted, silent.reason());
            case Decision.Drop drop -> rows.drop(wanted, drop.reason());
            case Decision.Hold hold -> hold(wanted, order, hold, now);
        }
    }

    private void send(Wanted wanted, ChatOrder order, Decision.Say say, Instant now) {
        Way way = CustomerServiceWindow.open(order.lastMessageAt(), now) ? Way.MESSAGE : Way.TEMPLATE;
        List<OutboxMessage.Draft> drafts = say.messages().stream()
                .map(message -> new OutboxMessage.Draft(
                        order.contactId(),
                        order.phoneNumberId(),
                        "feedback-" + order.externalOrderId(),
                        message.json()))
                .toList();
        transaction.executeWithoutResult(tx -> {
            if (rows.asked(wanted, way)) {
                posting.add(drafts);
                desk.askedForFeedback(order.externalOrderId(), "The customer is asked how it was.");
            }
        });
    }

    /** A question that comes days later is not asked. */
    private void hold(Wanted wanted, ChatOrder order, Decision.Hold hold, Instant now) {
        if (now.isBefore(wanted.deliveredAt().plus(after).plus(GIVEN_UP_AFTER))) {
            rows.later(wanted, now.plus(LOOK_AGAIN), hold.reason());
            return;
        }
        rows.drop(wanted, hold.reason());
        notices.raise(
                Kind.UNDELIVERED,
                MessageEvent.ORDER_FEEDBACK.key(),
                "A customer was not asked how an order was, the last time that of order %s. %s"
                        .formatted(wanted.externalOrderId(), hold.reason()),
                "/chats/" + order.contactId());
    }
}
