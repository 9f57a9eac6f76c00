package io.waybill.conversation;

import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.conversation.StaffActions.Progress;
import io.waybill.erp.ErpOperation;
import io.waybill.order.ChatOrder;
import io.waybill.order.NewsPreview;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.OrderNews;
import io.waybill.order.OrderStatus;
import io.waybill.order.PaymentStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Says what can be done with an order now, and what its customer would be told of it. */
@RestController
class OrderMovesController {

    private final OrderActions actions;
    private final OrderDesk desk;
    private final ChatOrders chats;
    private final OrderNews news;
    private final PaymentRule payments;

    OrderMovesController(OrderActions actions, OrderDesk desk, ChatOrders chats, OrderNews news, PaymentRule payments) {
        this.actions = actions;
        this.desk = desk;
        this.chats = chats;
        this.news = news;
        this.payments = payments;
    }

    /**
     * @param moves in the order in which a life goes; those that the ERP does not offer say so
     * @param running what somebody asked for and what is not over: nothing else can be asked for until then
     */
    record OrderMoves(
            List<OrderMove> moves,
            PossibleNow askForPayment,
            PossibleNow refund,
            @Nullable RunningAction running) {}

    /**
     * @param operation of the ERP
     * @param offered whether the ERP has it
     */
    record OrderMove(String status, String operation, boolean offered, MoveNews news) {}

    /** @param reason why not */
    record PossibleNow(boolean now, @Nullable String reason) {}

    /** @param state waiting, open or unknown */
    record RunningAction(String operation, String by, String state) {}

    /**
     * What its customer would be told.
     *
     * @param state sends, waits (for its template), silent (no template is mapped), cannot, or known (they were told before)
     * @param asTemplate whether it goes as a template, since the customer has not written for 24 hours
     */
    record MoveNews(
            String state,
            @Nullable String template,
            @Nullable String language,
            @OnlyFor(Permission.MONEY) @Nullable String text,
            boolean asTemplate,
            @Nullable String reason) {

        static MoveNews of(NewsPreview preview) {
            return new MoveNews(
                    preview.state().key(),
                    preview.template(),
                    preview.language(),
                    preview.text(),
                    preview.asTemplate(),
                    preview.reason());
        }
    }

    @GetMapping("/api/v1/orders/{order}/moves")
    @Needs(Permission.ORDERS_READ)
    OrderMoves of(@PathVariable String order) {
        Known known = OrderActionController.known(desk, order);
        Optional<ChatOrder> chat = chats.find(known.externalOrderId());
        return new OrderMoves(
                known.moves().stream()
                        .sorted()
                        .map(status -> move(known, status, chat))
                        .toList(),
                askForPayment(known),
                refund(known),
                actions.running(known).map(OrderMovesController::running).orElse(null));
    }

    private OrderMove move(Known order, OrderStatus status, Optional<ChatOrder> chat) {
        ErpOperation operation = OrderActions.operation(status);
        MoveNews said = chat.map(customer -> MoveNews.of(news.preview(customer, status, order.trackingUrl())))
                .orElseGet(() -> new MoveNews(
                        NewsPreview.State.CANNOT.key(),
                        null,
                        null,
                        null,
                        false,
                        "Nobody knows here who the customer is."));
        return new OrderMove(status.key(), operation.name(), actions.has(operation), said);
    }

    private PossibleNow askForPayment(Known order) {
        try {
            actions.mustHave(ErpOperation.REQUEST_PAYMENT);
            payments.mayBeAskedFor(order);
            return new PossibleNow(true, null);
        } catch (NotPossible e) {
            return new PossibleNow(false, e.getMessage());
        }
    }

    /** Whoever asks need not know whether the ERP gives it back: that shows when it is decided. */
    private static PossibleNow refund(Known order) {
        return order.payment() == PaymentStatus.PAID
                ? new PossibleNow(true, null)
                : new PossibleNow(
                        false,
                        "The order is %s: only what is paid can be given back."
                                .formatted(order.payment().key()));
    }

    private static RunningAction running(Progress progress) {
        return new RunningAction(progress.operation(), progress.by(), progress.state());
    }
}
