package io.waybill.order;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.OrderNotice.State;
import io.waybill.outbox.OutboxMessage;
import io.waybill.template.Mappings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Tells customers what has become of their orders: one message for each status that a template is mapped to, however often and by whom
 * it is reported. What is recorded and what is sent is one commit.
 */
public final class OrderNews {

    private final NewsWording wording;
    private final OrderNotices kept;
    private final Mappings mappings;
    private final Function<String, OrderStatus> begins;
    private final Notices notices;
    private final Supplier<String> traces;
    private final Clock clock;

    /** @param begins what an order is at first that the ERP calls so */
    OrderNews(
            NewsWording wording,
            OrderNotices kept,
            Mappings mappings,
            Function<String, OrderStatus> begins,
            Notices notices,
            Supplier<String> traces,
            Clock clock) {
        this.wording = wording;
        this.kept = kept;
        this.mappings = mappings;
        this.begins = begins;
        this.notices = notices;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * News in the words it would go out in now, not yet recorded.
     *
     * @param drafts what is sent with it; none: it waits, or is not said
     */
    public record News(OrderNotice notice, List<OutboxMessage.Draft> drafts, boolean lacksApproval) {}

    /**
     * An order has just been made; empty while nobody has decided that more is said of that than the flow does. Customers get one
     * message: that it is received, else that it is pending.
     *
     * @param status in the ERP's words
     */
    public Optional<News> ordered(ChatOrder order, String status) {
        return Stream.of(OrderStatus.RECEIVED, OrderStatus.PENDING)
                .filter(said -> said == OrderStatus.RECEIVED || said == begins.apply(status))
                .filter(this::isDecided)
                .findFirst()
                .map(said -> prepare(order, said, null));
    }

    private boolean isDecided(OrderStatus status) {
        return mappings.find(status.event())
                .filter(mapping -> !mapping.proposed() && mapping.template() != null)
                .isPresent();
    }

    /** Records {@code news} in the caller's transaction, which sends its drafts; false when it was recorded before. */
    public boolean keep(News news) {
        return kept.add(news.notice());
    }

    /** Staff are to know what does not go out; after the commit. */
    public void noticed(News news) {
        OrderNotice notice = news.notice();
        if (news.lacksApproval()) {
            String label = Objects.requireNonNull(notice.waitingFor());
            notices.raise(
                    Kind.TEMPLATE_NOT_APPROVED, label, String.valueOf(notice.reason()), "/templates/" + name(label));
        } else if (notice.state() == State.DROPPED) {
            lost(notice);
        }
    }

    /** It will not reach the customer. */
    void lost(OrderNotice notice) {
        notices.raise(
                Kind.UNDELIVERED,
                notice.status().event().key(),
                "A customer was not told that an order is %s, the last time that of order %s. %s"
                        .formatted(notice.status().key(), notice.externalOrderId(), notice.reason()),
                "/chats/" + notice.contactId());
    }

    /** Nothing waits for this template any more. */
    void endNotice(String label) {
        if (!kept.isWaitedFor(label)) {
            notices.end(Kind.TEMPLATE_NOT_APPROVED, label);
        }
    }

    /**
     * What its customer would be told now if it came to {@code status}; nothing is kept of it.
     *
     * @param trackingUrl as it is known now
     */
    public NewsPreview preview(ChatOrder order, OrderStatus status, @Nullable String trackingUrl) {
        Optional<OrderNotice> before = kept.of(order.externalOrderId()).stream()
                .filter(notice -> notice.status() == status)
                .findFirst();
        return before.map(NewsPreview::known)
                .orElseGet(() -> NewsPreview.of(wording.decide(order, status, trackingUrl, clock.instant())));
    }

    News prepare(ChatOrder order, OrderStatus status, @Nullable String trackingUrl) {
        Decision decision = wording.decide(order, status, trackingUrl, clock.instant());
        return switch (decision) {
            case Decision.Say say ->
                new News(notice(order, status, trackingUrl, State.SENT, null, null), drafts(order, say), false);
            case Decision.Hold hold ->
                new News(
                        notice(order, status, trackingUrl, State.HELD, hold.waitingFor(), hold.reason()),
                        List.of(),
                        hold.approval());
            case Decision.Silent silent ->
                new News(notice(order, status, trackingUrl, State.SILENT, null, silent.reason()), List.of(), false);
            case Decision.Drop drop ->
                new News(notice(order, status, trackingUrl, State.DROPPED, null, drop.reason()), List.of(), false);
        };
    }

    private OrderNotice notice(
            ChatOrder order,
            OrderStatus status,
            @Nullable String trackingUrl,
            State state,
            @Nullable String waitingFor,
            @Nullable String reason) {
        return new OrderNotice(
                order.externalOrderId(),
                status,
                order.contactId(),
                clock.instant(),
                trackingUrl,
                state,
                waitingFor,
                reason);
    }

    private List<OutboxMessage.Draft> drafts(ChatOrder order, Decision.Say say) {
        String trace = Objects.requireNonNullElseGet(MDC.get("trace"), traces);
        return say.messages().stream()
                .map(message ->
                        new OutboxMessage.Draft(order.contactId(), order.phoneNumberId(), trace, message.json()))
                .toList();
    }

    private static String name(String label) {
        return label.substring(0, label.lastIndexOf('.'));
    }
}
