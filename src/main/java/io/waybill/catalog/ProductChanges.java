package io.waybill.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waybill.catalog.ErpProducts.Product;
import io.waybill.media.Images;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What people change about products here, of one or of many at once. */
final class ProductChanges {

    private static final int MOST = 1_000;

    private final HiddenProducts hidden;
    private final AssignedFlows assigned;
    private final ProductImages attached;
    private final Images images;
    private final CustomerRows rows;

    ProductChanges(
            HiddenProducts hidden, AssignedFlows assigned, ProductImages attached, Images images, CustomerRows rows) {
        this.hidden = hidden;
        this.assigned = assigned;
        this.attached = attached;
        this.images = images;
        this.rows = rows;
    }

    /** What is done with many products. */
    enum Change {
        @JsonProperty("show")
        SHOW,
        @JsonProperty("hide")
        HIDE,
        @JsonProperty("flow")
        FLOW,
        @JsonProperty("image")
        IMAGE
    }

    /**
     * @param flow of the change flow; null: the list's own sells them
     * @param image of the change image: its id
     */
    record ProductBulk(
            @Nullable List<String> externalProductIds,
            @Nullable Change change,
            @Nullable String flow,
            @Nullable String image) {}

    /** @param problem why it was not done; null: it was */
    record BulkRow(
            String externalProductId,
            boolean done,
            @Nullable String problem) {

        static BulkRow of(String id, @Nullable String problem) {
            return new BulkRow(id, problem == null, problem);
        }
    }

    Set<String> hidden() {
        return hidden.ids();
    }

    Map<String, String> flows() {
        return assigned.byProduct();
    }

    void show(List<String> ids) {
        hidden.show(ids);
    }

    void hide(List<String> ids, String by) {
        hidden.hide(ids, by);
    }

    /** @param flow null: none of their own */
    void assign(List<String> ids, @Nullable String flow, String by) {
        if (flow == null) {
            assigned.release(ids);
            return;
        }
        if (!rows.hasFlow(flow)) {
            throw unfit(
                    "There is no published flow \"%s\": publish it first, or take another. \"flow\" is null for none."
                            .formatted(flow));
        }
        assigned.assign(ids, flow, by);
    }

    /** @throws ErpProducts.NotListed when the ERP does not say what it has */
    List<BulkRow> of(ProductBulk bulk, ErpProducts products, String by) {
        List<String> ids = bulk.externalProductIds() == null
                ? List.of()
                : bulk.externalProductIds().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (ids.isEmpty() || ids.size() > MOST || bulk.change() == null) {
            throw unfit("\"externalProductIds\" are 1 to %d ids, and \"change\" is show, hide, flow or image."
                    .formatted(MOST));
        }
        Map<String, Product> known =
                products.all().products().stream().collect(Collectors.toMap(Product::id, Function.identity()));
        Map<String, String> problems = new HashMap<>();
        ids.stream()
                .filter(id -> !known.containsKey(id))
                .forEach(id -> problems.put(id, "The ERP has no product %s.".formatted(id)));
        problems.putAll(problems(bulk, bulk.change(), known));
        List<String> able = ids.stream().filter(id -> !problems.containsKey(id)).toList();
        switch (bulk.change()) {
            case SHOW -> show(able);
            case HIDE -> hide(able, by);
            case FLOW -> assign(able, bulk.flow(), by);
            case IMAGE -> attached.add(able, Objects.requireNonNull(bulk.image()), by);
        }
        return ids.stream().map(id -> BulkRow.of(id, problems.get(id))).toList();
    }

    private Map<String, String> problems(ProductBulk bulk, Change change, Map<String, Product> known) {
        return switch (change) {
            case SHOW ->
                known.values().stream()
                        .filter(product -> product.problem() != null)
                        .collect(Collectors.toMap(Product::id, product -> Objects.requireNonNull(product.problem())));
            case IMAGE -> full(Objects.requireNonNullElse(bulk.image(), ""));
            case HIDE, FLOW -> Map.of();
        };
    }

    private Map<String, String> full(String image) {
        if (images.known(List.of(image)).isEmpty()) {
            throw unfit("There is no picture \"%s\". Upload it first.".formatted(image));
        }
        return attached.byProduct().entrySet().stream()
                .filter(product -> product.getValue().size() >= ProductImages.MOST
                        && !product.getValue().contains(image))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        product -> "It has %d pictures already, the most there can be.".formatted(ProductImages.MOST)));
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }
}
