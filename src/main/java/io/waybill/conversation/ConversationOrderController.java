package io.waybill.conversation;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.conversation.OpenCarts.AbandonedCart;
import io.waybill.conversation.Orders.Order;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From a chat to its orders, and the carts that became none. */
@RestController
@Needs(Permission.ORDERS_READ)
class ConversationOrderController {

    private static final int MOST = 1_000;

    private final Orders orders;
    private final OpenCarts carts;
    private final Clock clock;

    ConversationOrderController(Orders orders, OpenCarts carts, Clock clock) {
        this.orders = orders;
        this.carts = carts;
        this.clock = clock;
    }

    @GetMapping("/api/v1/conversations/{contactId}/orders")
    @ForApiKey(Scope.ORDERS_READ)
    OrderList ofConversation(@PathVariable long contactId) {
        return new OrderList(orders.of(contactId, MOST));
    }

    /** Carts of customers who have been silent for so long, 24 hours unless given. */
    @GetMapping("/api/v1/abandoned-carts")
    CartList abandoned(
            @RequestParam(defaultValue = "PT24H") Duration idle, @RequestParam(defaultValue = "100") int limit) {
        return new CartList(carts.abandoned(idle, clock.instant(), Math.clamp(limit, 1, MOST)));
    }

    record OrderList(List<Order> orders) {}

    record CartList(List<AbandonedCart> carts) {}
}
