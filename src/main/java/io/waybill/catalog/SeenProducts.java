package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.catalog.ErpProducts.Product;
import io.waybill.expression.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ERP listed before, to say what is new, what is another now, and what is gone. */
final class SeenProducts {

    /** How long it is said of a product that it is gone. */
    private static final Duration GONE_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeenProducts(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    record ProductName(String externalProductId, String name) {}

    /** One field as it was and as it is; null: it was or is not there. */
    record ChangedField(
            String field, @Nullable String before, @Nullable String after) {}

    record ChangedProduct(String externalProductId, String name, List<ChangedField> fields) {}

    record GoneProduct(String externalProductId, String name, Instant since) {}

    /** @param first nothing was compared before, so that all of it would be new */
    record CatalogDiff(boolean first, List<ProductName> added, List<ChangedProduct> changed, List<ProductName> gone) {}

    private record Seen(String name, JsonNode fields, boolean gone) {}

    /** Says what is another now than at the last comparison, and keeps it for the next. */
    CatalogDiff compare(List<Product> listed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // Of two comparisons at once one says what is new, and the other nothing.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('product_seen', 0))")
                    .query(row -> {});
            Map<String, Seen> before = seen();
            CatalogDiff diff = diff(before, listed);
            keep(listed);
            return diff;
        }));
    }

    /** Those that the last comparison missed, the latest first. */
    List<GoneProduct> gone() {
        return jdbc.sql("""
                        select external_product_id, name, gone_since as since from product_seen
                        where gone_since > ? order by gone_since desc, name
                        """)
                .param(clock.instant().minus(GONE_KEPT).atOffset(ZoneOffset.UTC))
                .query(GoneProduct.class)
                .list();
    }

    private static CatalogDiff diff(Map<String, Seen> before, List<Product> listed) {
        List<ProductName> added = new ArrayList<>();
        List<ChangedProduct> changed = new ArrayList<>();
        Map<String, Seen> left = new LinkedHashMap<>(before);
        for (Product product : listed) {
            Seen seen = left.remove(product.id());
            if (seen == null || seen.gone()) {
                added.add(new ProductName(product.id(), product.name()));
            } else {
                List<ChangedField> fields = changes(seen.fields(), fields(product));
                if (!fields.isEmpty()) {
                    changed.add(new ChangedProduct(product.id(), product.name(), fields));
                }
            }
        }
        List<ProductName> gone = left.entrySet().stream()
                .filter(entry -> !entry.getValue().gone())
                .map(entry -> new ProductName(entry.getKey(), entry.getValue().name()))
                .toList();
        return before.isEmpty()
                ? new CatalogDiff(true, List.of(), List.of(), List.of())
                : new CatalogDiff(false, added, changed, gone);
    }

    private static List<ChangedField> changes(JsonNode before, JsonNode after) {
        return Stream.concat(
                        after.propertyStream().map(Map.Entry::getKey),
                        before.propertyStream().map(Map.Entry::getKey))
                .distinct()
                .filter(field -> !before.path(field).equals(after.path(field)))
                .map(field -> new ChangedField(
                        field, before.path(field).textValue(), after.path(field).textValue()))
                .toList();
    }

    /** Stock is not among them: it is another one every hour. */
    private static ObjectNode fields(Product product) {
        ObjectNode fields = Json.object().put("name", product.name());
        if (product.price() != null) {
            fields.put(
                    "price",
                    "%s %s"
                            .formatted(
                                    product.price().stripTrailingZeros().toPlainString(),
                                    Objects.requireNonNullElse(product.currency(), ""))
                            .strip());
        }
        fields.put("active", Boolean.toString(product.active()));
        for (String field : List.of("description", "sku")) {
            if (!product.text(field).isEmpty()) {
                fields.put(field, product.text(field));
            }
        }
        return fields;
    }

    private Map<String, Seen> seen() {
        Map<String, Seen> seen = new LinkedHashMap<>();
        jdbc.sql(
                        "select external_product_id, name, fields, gone_since is not null as gone from product_seen order by name")
                .query(row -> {
                    seen.put(
                            row.getString("external_product_id"),
                            new Seen(
                                    row.getString("name"), Json.read(row.getString("fields")), row.getBoolean("gone")));
                });
        return seen;
    }

    private void keep(List<Product> listed) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        String[] ids = listed.stream().map(Product::id).toArray(String[]::new);
        jdbc.sql("""
                        insert into product_seen (external_product_id, name, fields, seen_at)
                        select id, name, fields, ? from unnest(?::text[], ?::text[], ?::text[]) as p (id, name, fields)
                        on conflict (external_product_id) do update
                        set name = excluded.name, fields = excluded.fields, seen_at = excluded.seen_at, gone_since = null
                        """)
                .params(
                        now,
                        ids,
                        listed.stream().map(Product::name).toArray(String[]::new),
                        listed.stream()
                                .map(product -> Json.write(fields(product)))
                                .toArray(String[]::new))
                .update();
        jdbc.sql(
                        "update product_seen set gone_since = ? where gone_since is null and not external_product_id = any(?::text[])")
                .params(now, ids)
                .update();
        jdbc.sql("delete from product_seen where gone_since <= ?")
                .param(now.minus(GONE_KEPT))
                .update();
    }
}
