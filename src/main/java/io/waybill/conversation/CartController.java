package io.waybill.conversation;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.attention.Place;
import io.waybill.conversation.OpenCarts.OpenCart;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what customers have in their carts and have not ordered. */
@RestController
class CartController {

    private static final int MOST = 200;

    private final OpenCarts carts;

    CartController(OpenCarts carts) {
        this.carts = carts;
    }

    /** @param next for the page after this one; null: there is none */
    record OpenCartList(
            long count, List<OpenCart> carts, @Nullable String next) {}

    /**
     * The newest first.
     *
     * @param after {@code next} of the page before
     */
    @GetMapping("/api/v1/carts")
    @Needs(Permission.ORDERS_READ)
    OpenCartList open(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<OpenCart> found = carts.list(after == null ? null : place(after), most);
        return new OpenCartList(
                carts.count(),
                found,
                found.size() < most ? null : found.getLast().place().text());
    }

    private static Place place(String after) {
        return Place.of(after)
                .filter(place -> place.key().matches("[0-9]{1,18}"))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "\"after\" is what \"next\" of the page before said, not %s.".formatted(after)));
    }
}
