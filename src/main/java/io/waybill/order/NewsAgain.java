package io.waybill.order;

import io.waybill.order.OrderNews.News;
import io.waybill.order.OrderNotice.State;
import io.waybill.outbox.Posting;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries once more, for a person, to tell a customer what did not go out. */
final class NewsAgain {

    private final OrderNotices kept;
    private final OrderNews news;
    private final OrderBook orders;
    private final Posting posting;
    private final TransactionTemplate transaction;

    NewsAgain(OrderNotices kept, OrderNews news, OrderBook orders, Posting posting, TransactionTemplate transaction) {
        this.kept = kept;
        this.news = news;
        this.orders = orders;
        this.posting = posting;
        this.transaction = transaction;
    }

    /** What became of it; one that was sent is not sent again. Empty where the order never came to this status. */
    Optional<OrderNotice> tell(String externalOrderId, OrderStatus status) {
        OrderNotice before = notice(externalOrderId, status).orElse(null);
        if (before == null || before.state() == State.SENT) {
            return Optional.ofNullable(before);
        }
        orders.find(externalOrderId)
                .map(order -> news.prepare(order, status, before.trackingUrl()))
                .ifPresent(now -> {
                    Boolean replaced = transaction.execute(tx -> replace(before, now));
                    if (Objects.requireNonNull(replaced)) {
                        news.noticed(now);
                    }
                });
        return notice(externalOrderId, status);
    }

    /** Of two who try at once, one does. */
    private boolean replace(OrderNotice before, News now) {
        boolean replaced = kept.replace(before, now.notice());
        if (replaced) {
            posting.add(now.drafts());
        }
        return replaced;
    }

    private Optional<OrderNotice> notice(String externalOrderId, OrderStatus status) {
        return kept.of(externalOrderId).stream()
                .filter(notice -> notice.status() == status)
                .findFirst();
    }
}
