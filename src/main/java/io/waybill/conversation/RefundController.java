package io.waybill.conversation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.conversation.OrderActionController.Done;
import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.conversation.Refunds.Refund;
import io.waybill.conversation.StaffActions.Progress;
import io.waybill.erp.ErpOperation;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.PaymentStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
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
class RefundController {

    private static final int MOST = 500;

    private final Refunds refunds;
    private final OrderActions actions;
    private final OrderDesk desk;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    RefundController(
            Refunds refunds, OrderActions actions, OrderDesk desk, TransactionTemplate transaction, ObjectMapper json) {
        this.refunds = refunds;
        this.actions = actions;
        this.desk = desk;
        this.transaction = transaction;
        this.json = json;
    }

    /** @param amount null: all of it */
    record NewRefund(@Nullable BigDecimal amount, @Nullable String reason) {}

    record RefundList(List<Refund> refunds) {}

    @PostMapping("/api/v1/orders/{order}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    Refund request(@PathVariable String order, @RequestBody NewRefund wanted, HttpServletRequest request) {
        Roles.mayWorkOnOrders(request);
        Known known = OrderActionController.known(desk, order);
        if (known.payment() != PaymentStatus.PAID) {
            throw new NotPossible("The order is %s: only what is paid can be given back."
                    .formatted(known.payment().key()));
        }
        if (known.total() == null || known.currency() == null) {
            throw new NotPossible("Nobody knows here what the order cost: give the money back in the ERP.");
        }
        BigDecimal amount = wanted.amount() == null ? known.total() : wanted.amount();
        if (amount.signum() <= 0 || amount.compareTo(known.total()) > 0) {
            throw unfit("\"amount\" is more than 0 and at most %s."
                    .formatted(known.total().toPlainString()));
        }
        if (wanted.reason() == null || wanted.reason().isBlank()) {
            throw unfit("\"reason\" is missing: whoever decides has to know.");
        }
        return transaction.execute(tx -> {
            Refund asked = refunds.request(
                            known.externalOrderId(), amount, known.currency(), wanted.reason(), request.getRemoteUser())
                    .orElseThrow(() -> new NotPossible("Somebody has asked for that already; it is not decided yet."));
            desk.refund(
                    known.externalOrderId(),
                    "Asked for %s %s back: %s".formatted(amount.toPlainString(), known.currency(), wanted.reason()),
                    request.getRemoteUser());
            return asked;
        });
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
    ResponseEntity<Done> approve(@PathVariable String order, @PathVariable long id, HttpServletRequest request) {
        Known known = OrderActionController.known(desk, order);
        Refund refund = decided(known, id, "approved", request);
        String payment = refunds.payment(known.externalOrderId()).orElse("");
        Progress progress = actions.ask(
                known,
                ErpOperation.REFUND_PAYMENT,
                json.createObjectNode()
                        .put("payment_id", payment)
                        .put("external_order_id", known.externalOrderId())
                        .put("amount", refund.amount())
                        .put("currency", refund.currency())
                        .put("reason", refund.reason()),
                "%s %s".formatted(refund.amount().toPlainString(), refund.currency()),
                request.getRemoteUser(),
                now -> {});
        refunds.asked(id, progress.key());
        return Done.of(progress);
    }

    @PostMapping("/api/v1/orders/{order}/refunds/{id}/deny")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deny(@PathVariable String order, @PathVariable long id, HttpServletRequest request) {
        decided(OrderActionController.known(desk, order), id, "denied", request);
    }

    private Refund decided(Known known, long id, String state, HttpServletRequest request) {
        Roles.mayDecideRefunds(request);
        String by = request.getRemoteUser();
        Refund refund = refunds.find(known.externalOrderId(), id)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no request %d for this order.".formatted(id)));
        if (refund.requestedBy().equals(by)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Somebody else than who asked for it has to decide.");
        }
        if (state.equals("approved")) {
            actions.mustHave(ErpOperation.REFUND_PAYMENT);
            refunds.payment(known.externalOrderId())
                    .orElseThrow(() -> new NotPossible(
                            "Nobody knows here by what the order was paid: give the money back in the ERP."));
        }
        transaction.executeWithoutResult(tx -> {
            if (!refunds.decide(id, state, by)) {
                throw new NotPossible("It is %s already.".formatted(refund.state()));
            }
            desk.refund(known.externalOrderId(), "Money back %s.".formatted(state), by);
        });
        return refund;
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
}
