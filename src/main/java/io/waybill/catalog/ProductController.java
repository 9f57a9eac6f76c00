package io.waybill.catalog;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.erp.Sellable;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the ERP's products, switches them on and off for WhatsApp, and says which flow sells them. */
@RestController
@RequestMapping("/api/catalog/products")
@Needs(Permission.CATALOG_READ)
class ProductController {

    private static final Pattern FLOW = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final ErpProducts products;
    private final HiddenProducts hidden;
    private final AssignedFlows assigned;
    private final Audit audit;

    ProductController(ErpProducts products, HiddenProducts hidden, AssignedFlows assigned, Audit audit) {
        this.products = products;
        this.hidden = hidden;
        this.assigned = assigned;
        this.audit = audit;
    }

    /** All that the ERP has, what customers do not see among it. */
    @GetMapping
    ProductsView products() {
        ErpProducts.Listed listed = products.all();
        return new ProductsView(
                listed.products().stream()
                        .map(product -> ProductView.of(product, hidden.ids()))
                        .toList(),
                listed.asOf());
    }

    @GetMapping("/hidden")
    HiddenView hidden() {
        return new HiddenView(hidden.ids().stream().sorted().toList());
    }

    /** When disabled, this product will not appear in the WhatsApp menu. */
    @PutMapping("/{externalProductId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CATALOG_EDIT)
    void setVisibility(
            @PathVariable String externalProductId, @RequestBody Visibility visibility, Principal principal) {
        if (visibility.visible()) {
            requireSellable(externalProductId);
        }
        audit.run(
                "product.visibility",
                externalProductId,
                () -> new Visibility(!hidden.ids().contains(externalProductId)),
                () -> {
                    if (visibility.visible()) {
                        hidden.show(externalProductId);
                    } else {
                        hidden.hide(externalProductId, principal.getName());
                    }
                });
    }

    private void requireSellable(String externalProductId) {
        ErpProducts.Product product = products.all().products().stream()
                .filter(listed -> listed.id().equals(externalProductId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The ERP has no product %s.".formatted(externalProductId)));
        if (product.problem() != null) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, product.problem());
        }
    }

    @ExceptionHandler(ErpProducts.NotListed.class)
    ProblemDetail notListed(ErpProducts.NotListed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    @GetMapping("/flows")
    Map<String, String> flows() {
        return new TreeMap<>(assigned.byProduct());
    }

    /** From then on a tap on the product starts this flow, with the product chosen; without a flow the list's own sells it. */
    @PutMapping("/{externalProductId}/flow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CATALOG_EDIT)
    void assign(@PathVariable String externalProductId, @RequestBody Assignment assignment, Principal principal) {
        String flow = assignment.flow();
        if (flow != null && !FLOW.matcher(flow).matches()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"flow\" is the id of a flow, or null.");
        }
        audit.run(
                "product.flow",
                externalProductId,
                () -> new Assignment(assigned.byProduct().get(externalProductId)),
                () -> {
                    if (flow == null) {
                        assigned.release(externalProductId);
                    } else {
                        assigned.assign(externalProductId, flow, principal.getName());
                    }
                });
    }

    record Visibility(boolean visible) {}

    /** @param asOf when the ERP gave this list, if it does not answer now */
    record ProductsView(
            List<ProductView> products, @Nullable String asOf) {}

    /**
     * @param kind service or goods; a service needs no picture
     * @param durationMinutes the paid time of a service
     * @param active in the ERP
     * @param visible to customers, if the ERP sells it
     * @param problem why it cannot be visible
     */
    record ProductView(
            String externalProductId,
            String name,
            @Nullable BigDecimal price,
            @Nullable String currency,
            String kind,
            @Nullable Integer durationMinutes,
            boolean active,
            boolean visible,
            @Nullable String problem) {

        static ProductView of(ErpProducts.Product product, Set<String> hidden) {
            return new ProductView(
                    product.id(),
                    product.name(),
                    product.price(),
                    product.currency(),
                    product.service() ? Sellable.SERVICE : "goods",
                    product.minutes(),
                    product.active(),
                    product.problem() == null && !hidden.contains(product.id()),
                    product.problem());
        }
    }

    record Assignment(@Nullable String flow) {}

    record HiddenView(List<String> externalProductIds) {}
}
