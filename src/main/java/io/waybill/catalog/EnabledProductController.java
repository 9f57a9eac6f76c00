package io.waybill.catalog;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.catalog.EnabledProducts.Menu;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What customers can choose from now, to be counted and to be sent to them. */
@RestController
@Needs(Permission.CHATS_READ)
class EnabledProductController {

    private final EnabledProducts products;

    EnabledProductController(EnabledProducts products) {
        this.products = products;
    }

    /** Exactly what the menu of a customer shows, in its order. 503 where the ERP does not say what it has. */
    @GetMapping("/api/v1/enabled-products")
    Menu enabled() {
        Menu menu = products.now();
        if (menu.problem() != null) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, menu.problem());
        }
        return menu;
    }
}
