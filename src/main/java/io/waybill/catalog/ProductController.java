package io.waybill.catalog;

import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switches products on and off for WhatsApp. */
@RestController
@RequestMapping("/api/catalog/products")
class ProductController {

    private final HiddenProducts hidden;

    ProductController(HiddenProducts hidden) {
        this.hidden = hidden;
    }

    @GetMapping("/hidden")
    HiddenView hidden() {
        return new HiddenView(hidden.ids().stream().sorted().toList());
    }

    /** When disabled, this product will not appear in the WhatsApp menu. */
    @PutMapping("/{externalProductId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setVisibility(
            @PathVariable String externalProductId, @RequestBody Visibility visibility, Principal principal) {
        if (visibility.visible()) {
            hidden.show(externalProductId);
        } else {
            hidden.hide(externalProductId, principal.getName());
        }
    }

    record Visibility(boolean visible) {}

    record HiddenView(List<String> externalProductIds) {}
}
