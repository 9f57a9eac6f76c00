package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.catalog.ErpProducts.Listed;
import io.waybill.catalog.ErpProducts.Product;
import io.waybill.catalog.ProductViews.ProductsView;
import io.waybill.catalog.SeenProducts.CatalogDiff;
import io.waybill.live.LiveEvents;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the ERP's products, switches them on and off for WhatsApp, and says which flow sells them. */
@RestController
@RequestMapping("/api/catalog/products")
@Needs(Permission.CATALOG_READ)
class ProductController {

    private final ErpProducts products;
    private final ProductViews views;
    private final SeenProducts seen;
    private final ProductChanges changes;
    private final PriceQuestions prices;
    private final LiveEvents live;
    private final Audit audit;

    ProductController(
            ErpProducts products,
            ProductViews views,
            SeenProducts seen,
            ProductChanges changes,
            PriceQuestions prices,
            LiveEvents live,
            Audit audit) {
        this.products = products;
        this.views = views;
        this.seen = seen;
        this.changes = changes;
        this.prices = prices;
        this.live = live;
        this.audit = audit;
    }

    /** All that the ERP has, what customers do not see among it. */
    @GetMapping
    ProductsView products() {
        return views.of(products.all());
    }

    /** One product as the ERP lists it, word for word. */
    @GetMapping("/{externalProductId}/raw")
    JsonNode raw(@PathVariable String externalProductId) {
        return find(products.all(), externalProductId).item();
    }

    /** Asks the ERP for its products anew, and says what is another since that was done last. */
    @PostMapping("/refresh")
    @Needs(Permission.CATALOG_EDIT)
    RefreshedCatalog refresh() {
        Listed listed = products.now();
        CatalogDiff diff = seen.compare(listed.products());
        live.tell("catalog", Map.of());
        return new RefreshedCatalog(diff, views.of(listed));
    }

    /** What the ERP says that {@code qty} of it cost now, each. */
    @GetMapping("/{externalProductId}/price")
    AskedPrice price(@PathVariable String externalProductId, @RequestParam(defaultValue = "1") int qty) {
        return prices.ask(externalProductId, qty);
    }

    @GetMapping("/hidden")
    HiddenProductsView hidden() {
        return new HiddenProductsView(changes.hidden().stream().sorted().toList());
    }

    /** When disabled, this product will not appear in the WhatsApp menu. */
    @PutMapping("/{externalProductId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CATALOG_EDIT)
    void setVisibility(
            @PathVariable String externalProductId, @RequestBody Visibility visibility, Principal principal) {
        if (visibility.visible()) {
            Product product = find(products.all(), externalProductId);
            if (product.problem() != null) {
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, product.problem());
            }
        }
        audit.run(
                "product.visibility",
                externalProductId,
                () -> new Visibility(!changes.hidden().contains(externalProductId)),
                () -> {
                    if (visibility.visible()) {
                        changes.show(List.of(externalProductId));
                    } else {
                        changes.hide(List.of(externalProductId), principal.getName());
                    }
                });
        live.tell("catalog", Map.of());
    }

    private static Product find(Listed listed, String externalProductId) {
        return listed.products().stream()
                .filter(product -> product.id().equals(externalProductId))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "The ERP has no product %s.".formatted(externalProductId)));
    }

    @GetMapping("/flows")
    Map<String, String> flows() {
        return new TreeMap<>(changes.flows());
    }

    /** From then on a tap on the product starts this flow, with the product chosen; without a flow the list's own sells it. */
    @PutMapping("/{externalProductId}/flow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CATALOG_EDIT)
    void assign(@PathVariable String externalProductId, @RequestBody Assignment assignment, Principal principal) {
        audit.run(
                "product.flow",
                externalProductId,
                () -> new Assignment(changes.flows().get(externalProductId)),
                () -> changes.assign(List.of(externalProductId), assignment.flow(), principal.getName()));
        live.tell("catalog", Map.of());
    }

    /** The same change of many; each row says what became of it. */
    @PostMapping("/bulk")
    @Needs(Permission.CATALOG_EDIT)
    BulkView bulk(@RequestBody ProductChanges.ProductBulk bulk, Principal principal) {
        List<ProductChanges.BulkRow> rows = changes.of(bulk, products, principal.getName());
        audit.done("product.bulk", "", null, bulk);
        live.tell("catalog", Map.of());
        return new BulkView(rows);
    }

    @ExceptionHandler(ErpProducts.NotListed.class)
    ProblemDetail notListed(ErpProducts.NotListed e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }

    record Visibility(boolean visible) {}

    record Assignment(@Nullable String flow) {}

    record HiddenProductsView(List<String> externalProductIds) {}

    record BulkView(List<ProductChanges.BulkRow> rows) {}

    record RefreshedCatalog(CatalogDiff diff, ProductsView catalog) {}

    /**
     * @param unitPrice text, so that no digit is lost on the way to the page
     * @param stock how many there are; null: the ERP does not say
     * @param at when the ERP said so
     */
    record AskedPrice(
            int qty,
            String unitPrice,
            String currency,
            @Nullable BigDecimal stock,
            Instant at) {}
}
