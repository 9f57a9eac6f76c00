package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.catalog.CustomerRows.FlowChoice;
import io.waybill.catalog.ErpProducts.Listed;
import io.waybill.catalog.ErpProducts.Product;
import io.waybill.catalog.SeenProducts.GoneProduct;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads.ListRead;
import io.waybill.erp.Sellable;
import io.waybill.whatsapp.ShownOption;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ERP's products with what is ours about them. */
final class ProductViews {

    private final Catalog catalog;
    private final ProductImages images;
    private final CustomerRows rows;
    private final SeenProducts seen;

    ProductViews(Catalog catalog, ProductImages images, CustomerRows rows, SeenProducts seen) {
        this.catalog = catalog;
        this.images = images;
        this.rows = rows;
        this.seen = seen;
    }

    ProductsView of(Listed listed) {
        List<Product> products = listed.products();
        Set<String> hidden = catalog.hidden();
        List<JsonNode> shown = items(products, hidden, true);
        Map<String, ShownOption> shownRows = rows.of(ErpOperation.LIST_PRODUCTS, shown, items(products, hidden, false));
        Map<String, List<String>> warnings =
                CustomerRows.warnings(products.stream().collect(Collectors.toMap(Product::id, Product::name)));
        Map<String, String> flows = catalog.assignedFlows();
        Map<String, List<String>> pictures = images.byProduct();
        Optional<ListRead> read = Optional.ofNullable(listed.read());
        return new ProductsView(
                products.stream()
                        .map(product -> ProductView.of(
                                product,
                                hidden,
                                pictures.getOrDefault(product.id(), List.of()),
                                flows.get(product.id()),
                                shownRows.get(product.id()),
                                warnings.getOrDefault(product.id(), List.of())))
                        .toList(),
                listed.asOf(),
                read.map(ListRead::at).orElse(null),
                read.map(ListRead::pages).orElse(null),
                shown.size(),
                gone(products),
                rows.flows());
    }

    private List<GoneProduct> gone(List<Product> products) {
        Set<String> listed = products.stream().map(Product::id).collect(Collectors.toCollection(HashSet::new));
        return seen.gone().stream()
                .filter(gone -> !listed.contains(gone.externalProductId()))
                .toList();
    }

    private static List<JsonNode> items(List<Product> products, Set<String> hidden, boolean shown) {
        return products.stream()
                .filter(product -> isShown(product, hidden) == shown)
                .map(Product::item)
                .toList();
    }

    private static boolean isShown(Product product, Set<String> hidden) {
        return product.active() && product.problem() == null && !hidden.contains(product.id());
    }

    /**
     * @param asOf when the ERP gave this list, if it does not answer now
     * @param readAt when the list was read; null: not known
     * @param pages it took
     * @param enabled how many of them customers see
     * @param gone those that the ERP does not list any more, for 30 days
     * @param flows those that can be assigned
     */
    record ProductsView(
            List<ProductView> products,
            @Nullable String asOf,
            @Nullable Instant readAt,
            @Nullable Integer pages,
            int enabled,
            List<GoneProduct> gone,
            List<FlowChoice> flows) {}

    /**
     * Visibility, pictures and flow are ours; all else is the ERP's, and changed there.
     *
     * @param description empty: the ERP has none
     * @param sku empty: the ERP has none
     * @param price null: the ERP has none
     * @param priceText the same as text, so that no digit is lost on the way to the page
     * @param stock how many there are; null: the ERP does not say
     * @param kind service or goods; a service needs no picture
     * @param durationMinutes the paid time of a service
     * @param active in the ERP
     * @param visible to customers, if the ERP sells it
     * @param problem why it cannot be visible
     * @param images ids of its pictures, the main one first
     * @param flow that a tap on it starts; null: the one that lists it
     * @param row as WhatsApp shows it, or would; null: no flow lists products
     * @param warnings what customers may stumble over
     */
    record ProductView(
            String externalProductId,
            String name,
            String description,
            String sku,
            @Nullable BigDecimal price,
            @Nullable String priceText,
            @Nullable String currency,
            @Nullable BigDecimal stock,
            String kind,
            @Nullable Integer durationMinutes,
            boolean active,
            boolean visible,
            @Nullable String problem,
            List<String> images,
            @Nullable String flow,
            @Nullable ShownOption row,
            List<String> warnings) {

        static ProductView of(
                Product product,
                Set<String> hidden,
                List<String> images,
                @Nullable String flow,
                @Nullable ShownOption row,
                List<String> warnings) {
            return new ProductView(
                    product.id(),
                    product.name(),
                    product.text("description"),
                    product.text("sku"),
                    product.price(),
                    product.price() == null ? null : product.price().toPlainString(),
                    product.currency(),
                    product.stock(),
                    product.service() ? Sellable.SERVICE : "goods",
                    product.minutes(),
                    product.active(),
                    product.problem() == null && !hidden.contains(product.id()),
                    product.problem(),
                    images,
                    flow,
                    row,
                    warnings);
        }
    }
}
