package io.waybill.order;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How many orders came since somebody last looked at the list. */
@RestController
@RequestMapping("/api/v1/me/new-orders")
@Needs(Permission.ORDERS_READ)
class NewOrdersController {

    private static final int MOST = 100;

    private final SeenOrders seen;

    NewOrdersController(SeenOrders seen) {
        this.seen = seen;
    }

    /** @param count at most 100, which says "more than 99" */
    record NewOrders(int count) {}

    @GetMapping
    NewOrders count(Principal principal) {
        return new NewOrders(seen.unseen(principal.getName(), MOST));
    }

    /** All that there are now have been seen. */
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(Principal principal) {
        seen.seen(principal.getName());
    }
}
