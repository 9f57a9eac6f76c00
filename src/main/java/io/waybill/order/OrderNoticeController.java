package io.waybill.order;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the customers of orders were told, and once more what did not reach them. */
@RestController
@RequestMapping("/api/v1/orders/{order}/notices")
class OrderNoticeController {

    private final OrderDesk desk;
    private final OrderNotices notices;
    private final NewsAgain again;

    OrderNoticeController(OrderDesk desk, OrderNotices notices, NewsAgain again) {
        this.desk = desk;
        this.notices = notices;
        this.again = again;
    }

    record OrderNoticeList(List<OrderNoticeView> notices) {}

    /**
     * @param state sent, held (it waits for a template), silent (nothing is said of it), dropped (it could not be said) or expired
     * @param waitingFor the template
     */
    record OrderNoticeView(
            String status,
            Instant at,
            String state,
            @Nullable String waitingFor,
            @Nullable String reason) {

        static OrderNoticeView of(OrderNotice notice) {
            return new OrderNoticeView(
                    notice.status().key(), notice.at(), notice.state().key(), notice.waitingFor(), notice.reason());
        }
    }

    /** What its customer was told, and what not, and why. */
    @GetMapping
    @ForApiKey(Scope.ORDERS_READ)
    @Needs(Permission.ORDERS_READ)
    OrderNoticeList of(@PathVariable String order) {
        return new OrderNoticeList(
                notices.of(id(order)).stream().map(OrderNoticeView::of).toList());
    }

    /**
     * Tries again to tell the customer what did not go out, in the words of now; what was sent is not sent again.
     *
     * @param status that the order came to
     */
    @PostMapping("/{status}/retry")
    @Needs(Permission.ORDERS_FULFIL)
    OrderNoticeView retry(@PathVariable String order, @PathVariable String status) {
        String id = id(order);
        return OrderStatus.named(status)
                .flatMap(known -> again.tell(id, known))
                .map(OrderNoticeView::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There was no news that order %s is %s.".formatted(order, status)));
    }

    private String id(String order) {
        return desk.find(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)))
                .externalOrderId();
    }
}
