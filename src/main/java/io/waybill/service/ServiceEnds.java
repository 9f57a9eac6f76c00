package io.waybill.service;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.OrderBook;
import io.waybill.outbox.Posting;
import io.waybill.service.RenewQuestion.Way;
import io.waybill.service.ServiceSession.State;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when paid time is over: others are told, and the customer is asked to renew, once and in the same commit. */
final class ServiceEnds {

    private static final Logger log = LoggerFactory.getLogger(ServiceEnds.class);

    private final ServiceSessions sessions;
    private final ServiceStarts starts;
    private final RenewQuestion question;
    private final OrderBook orders;
    private final ServiceNews news;
    private final Notices notices;
    private final Posting posting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ServiceEnds(
            ServiceSessions sessions,
            ServiceStarts starts,
            RenewQuestion question,
            OrderBook orders,
            ServiceNews news,
            Notices notices,
            Posting posting,
            TransactionTemplate transaction,
            Clock clock) {
        this.sessions = sessions;
        this.starts = starts;
        this.question = question;
        this.orders = orders;
        this.news = news;
        this.notices = notices;
        this.posting = posting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a wish of a person or program. */
    sealed interface Answer {

        record Done(ServiceSession session, String what) implements Answer {}

        /** @param why what stands against it and what to do, as sentences */
        record Refused(String why) implements Answer {}
    }

    /** Sees to all that are over. */
    void settle() {
        boolean found;
        do {
            found = one();
        } while (found);
    }

    private boolean one() {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            Optional<ServiceSession> ended = sessions.takeEnded();
            ended.ifPresent(this::ended);
            return ended.isPresent();
        }));
    }

    /** Whoever has more time, paid for already, is not asked. */
    private void ended(ServiceSession session) {
        news.expired(session);
        boolean last = sessions.latest(session.contactId())
                .filter(latest -> latest.id() == session.id())
                .isPresent();
        if (!last) {
            return;
        }
        switch (way(session)) {
            case Way.Ask ask -> asked(session, ask);
            case Way.Cannot(String reason) ->
                notices.raise(
                        Kind.SERVICE_OVER,
                        ServiceSessions.subject(session),
                        "The paid time of %s (service %d) is over, and its customer was not asked to renew. %s"
                                .formatted(session.productName(), session.id(), reason),
                        "/chats/" + session.contactId());
        }
    }

    /** One that cannot be put into words holds no other up. */
    private Way way(ServiceSession session) {
        try {
            return orders.find(session.externalOrderId())
                    .map(customer -> question.of(session, customer, clock.instant()))
                    .orElseGet(() -> new Way.Cannot("We do not know of its order any more."));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("The question whether to renew service {} cannot be put.", session.id(), e);
            return new Way.Cannot(
                    "The question could not be put into a message (%s): ask the customer yourself after closing the service."
                            .formatted(e.getMessage()));
        }
    }

    private void asked(ServiceSession session, Way.Ask ask) {
        sessions.asked(session.id());
        posting.add(ask.drafts());
    }

    /** A person wants the customer to be asked, for the first time or again; empty when there is no such session. */
    Optional<Answer> ask(long id) {
        return inOne(id, session -> {
            State state = session.state(clock.instant());
            if (state != State.EXPIRED && state != State.ACTIVE) {
                return new Answer.Refused("Service %d is %s: only one that runs or has expired can be renewed."
                        .formatted(id, state.key()));
            }
            return switch (way(session)) {
                case Way.Cannot(String reason) -> new Answer.Refused(reason);
                case Way.Ask ask -> {
                    asked(session, ask);
                    yield new Answer.Done(session, ask.form());
                }
            };
        });
    }

    /** A person puts an end to it: nobody is held to it any more. Empty when there is no such session. */
    Optional<Answer> close(long id, String by, @Nullable String reason) {
        return inOne(id, session -> {
            if (session.state(clock.instant()) == State.CLOSED) {
                return new Answer.Refused("Service %d was closed by %s already.".formatted(id, session.closedBy()));
            }
            sessions.close(session, by, reason);
            news.closed(session, by, reason);
            return new Answer.Done(session, "closed");
        });
    }

    private Optional<Answer> inOne(long id, Function<ServiceSession, Answer> work) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            sessions.find(id).ifPresent(known -> starts.settle(known.contactId()));
            return sessions.lock(id).map(work);
        }));
    }
}
