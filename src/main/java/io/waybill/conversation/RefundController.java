package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.conversation.OrderActionController.Done;
import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.conversation.Refunds.Refund;
import io.waybill.erp.ErpOperation;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.PaymentStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Money back: one person asks, another decides, and only then the payment system is told. */
@RestController
@Needs({Permission.ORDERS_READ, Permission.MONEY})
class RefundController {

    private static final int MOST = 500;

    private final Refunds refunds;
    private final OrderActions actions;
    private final OrderDesk desk;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final ObjectMapper json;

    RefundController(
            Refunds refunds,
            OrderActions actions,
            OrderDesk desk,
            TransactionTemplate transaction,
            Audit audit,
            ObjectMapper json) {
        this.refunds = refunds;
        this.actions = actions;
        this.desk = desk;
        this.transaction = transaction;
        this.audit = audit;
        this.json = json;
    }

    /** @param amount null: all that is left */
    record NewRefund(@Nullable BigDecimal amount, @Nullable String reason) {}

    record RefundList(List<Refund> refunds) {}

    /** What the audit keeps; the reason is what people write, and may name somebody. */
    private record Audited(long id, BigDecimal amount, String currency, String state) {

        static Audited of(Refund refund) {
            return new Audited(refund.id(), refund.amount(), refund.currency(), refund.state());
        }
    }

    @PostMapping("/api/v1/orders/{order}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs({Permission.ORDERS_SELL, Permission.MONEY})
    Refund request(@PathVariable String order, @RequestBody NewRefund wanted, HttpServletRequest request) {
        Known known = OrderActionController.known(desk, order);
        if (wanted.reason() == null || wanted.reason().isBlank()) {
            throw unfit("\"reason\" is missing: whoever decides has to know.");
        }
        String reason = wanted.reason();
        String by = request.getRemoteUser();
        return transaction.execute(tx -> {
            Known now = desk.hold(known.externalOrderId());
            if (refunds.isOpen(now.externalOrderId())) {
                throw asked();
            }
            BigDecimal amount = amount(now, wanted.amount());
            Refund asked = refunds.request(
                            now.externalOrderId(), amount, Objects.requireNonNull(now.currency()), reason, by)
                    .orElseThrow(RefundController::asked);
            audit.done("refund.request", now.externalOrderId(), null, Audited.of(asked));
            desk.refund(
                    now.externalOrderId(),
                    "Asked for %s %s back: %s".formatted(amount.toPlainString(), now.currency(), reason),
                    by);
            return asked;
        });
    }

    private static NotPossible asked() {
        return new NotPossible("Somebody has asked for that already; it is not decided yet.");
    }

    /** No more than what is left of what was paid. */
    private BigDecimal amount(Known order, @Nullable BigDecimal wanted) {
        if (order.payment() != PaymentStatus.PAID) {
            throw new NotPossible("The order is %s: only what is paid can be given back."
                    .formatted(order.payment().key()));
        }
        if (order.total() == null || order.currency() == null) {
            throw new NotPossible("Nobody knows here what the order cost: give the money back in the ERP.");
        }
        BigDecimal left = order.total().subtract(refunds.spokenFor(order.externalOrderId()));
        if (left.signum() <= 0) {
            throw new NotPossible("All of the %s that were paid are asked for or given back already."
                    .formatted(order.total().toPlainString()));
        }
        BigDecimal amount = wanted == null ? left : wanted;
        if (amount.signum() <= 0 || amount.compareTo(left) > 0) {
            throw unfit("\"amount\" is more than 0 and at most %s, what is left of %s."
                    .formatted(left.toPlainString(), order.total().toPlainString()));
        }
        return amount;
    }

    @GetMapping("/api/v1/orders/{order}/refunds")
    RefundList ofOrder(@PathVariable String order) {
        return new RefundList(
                refunds.of(OrderActionController.known(desk, order).externalOrderId()));
    }

    /** Those that nobody has decided. */
    @GetMapping("/api/v1/refunds")
    RefundList open() {
        return new RefundList(refunds.open(MOST));
    }

    @PostMapping("/api/v1/orders/{order}/refunds/{id}/approve")
    @Needs({Permission.REFUNDS_DECIDE, Permission.MONEY})
    ResponseEntity<Done> approve(@PathVariable String order, @PathVariable long id, HttpServletRequest request) {
        Known known = OrderActionController.known(desk, order);
        Refund refund = toDecide(known, id, request);
        actions.mustHave(ErpOperation.REFUND_PAYMENT);
        String payment = refunds.payment(known.externalOrderId())
                .orElseThrow(() -> new NotPossible(
                        "Nobody knows here by what the order was paid: give the money back in the ERP."));
        String by = request.getRemoteUser();
        String key = actions.newKey();
        return Done.of(actions.askOnce(
                key,
                known,
                ErpOperation.REFUND_PAYMENT,
                json.createObjectNode()
                        .put("payment_id", payment)
                        .put("external_order_id", known.externalOrderId())
                        .put("amount", refund.amount())
                        .put("currency", refund.currency())
                        .put("reason", refund.reason()),
                "%s %s".formatted(refund.amount().toPlainString(), refund.currency()),
                by,
                now -> {
                    decide(known, refund, "approved", by);
                    refunds.asked(id, key);
                }));
    }

    @PostMapping("/api/v1/orders/{order}/refunds/{id}/deny")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs({Permission.REFUNDS_DECIDE, Permission.MONEY})
    void deny(@PathVariable String order, @PathVariable long id, HttpServletRequest request) {
        Known known = OrderActionController.known(desk, order);
        Refund refund = toDecide(known, id, request);
        transaction.executeWithoutResult(tx -> decide(known, refund, "denied", request.getRemoteUser()));
    }

    private Refund toDecide(Known known, long id, HttpServletRequest request) {
        Refund refund = refunds.find(known.externalOrderId(), id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no request %d for this order.".formatted(id)));
        if (refund.requestedBy().equals(request.getRemoteUser())) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Somebody else than who asked for it has to decide.");
        }
        return refund;
    }

    private void decide(Known known, Refund refund, String state, String by) {
        if (!refunds.decide(refund.id(), state, by)) {
            throw new NotPossible("It is %s already."
                    .formatted(refunds.find(known.externalOrderId(), refund.id())
                            .orElse(refund)
                            .state()));
        }
        audit.done(
                "refund.decide",
                known.externalOrderId(),
                Audited.of(refund),
                new Audited(refund.id(), refund.amount(), refund.currency(), state));
        desk.refund(known.externalOrderId(), "Money back %s.".formatted(state), by);
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
}
