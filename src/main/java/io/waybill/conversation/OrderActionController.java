package io.waybill.conversation;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.conversation.OrderActions.NotPossible;
import io.waybill.conversation.StaffActions.Progress;
import io.waybill.order.OrderDesk;
import io.waybill.order.OrderDesk.Known;
import io.waybill.order.OrderStatus;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** People move orders on and cancel them, in the ERP. */
@RestController
@RequestMapping("/api/v1/orders/{order}")
@Needs(Permission.ORDERS_FULFIL)
class OrderActionController {

    private final OrderActions actions;
    private final OrderDesk desk;

    OrderActionController(OrderActions actions, OrderDesk desk) {
        this.actions = actions;
        this.desk = desk;
    }

    /** @param reason of a cancellation, for the ERP */
    record NewStatus(@Nullable String status, @Nullable String reason) {}

    /**
     * @param state ok, refused, down (certainly not done), unknown (Waybill finds out), manual (a person has to), open or waiting
     * @param reason why, where it is not ok
     */
    record Done(String operation, String state, @Nullable String reason) {

        static ResponseEntity<Done> of(Progress progress) {
            Done done = new Done(progress.operation(), progress.state(), progress.reason());
            return switch (progress.state()) {
                case "ok" -> ResponseEntity.ok(done);
                case "refused", "down" ->
                    ResponseEntity.status(HttpStatus.BAD_GATEWAY).body(done);
                default -> ResponseEntity.accepted().body(done);
            };
        }
    }

    /**
     * Has the ERP bring the order to a status; confirming and cancelling are operations of their own.
     *
     * @param key the caller's name for this wish: posted again with it, it is done once and answered with what became of it
     */
    @PostMapping("/status")
    @ForApiKey(Scope.ORDERS_WRITE)
    ResponseEntity<Done> move(
            @PathVariable String order,
            @RequestBody NewStatus wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        Known known = known(desk, order);
        OrderStatus status = OrderStatus.named(wanted.status() == null ? "" : wanted.status())
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY, "\"status\" is one of %s.".formatted(OrderStatus.keys())));
        String by = request.getRemoteUser();
        return Done.of(actions.move(actions.key(key, by, known), known, status, wanted.reason(), by));
    }

    @ExceptionHandler
    ProblemDetail notPossible(NotPossible e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    static Known known(OrderDesk desk, String order) {
        return desk.find(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)));
    }
}
