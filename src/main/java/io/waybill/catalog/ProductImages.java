package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.media.ImageUse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which of the uploaded pictures each product has, in the order customers see them. */
public final class ProductImages implements ImageUse {

    /** That one product can have. */
    static final int MOST = 10;

    /** How long another node may not know of a change. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<Boolean, Map<String, List<String>>> cache;

    ProductImages(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Ticker ticker) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** External product id to the ids of its pictures. */
    public Map<String, List<String>> byProduct() {
        return cache.get(true);
    }

    /** From now on the product has these and no others; each is uploaded, and none stands there twice. */
    void attach(String externalProductId, List<String> images, String by) {
        transaction.executeWithoutResult(status -> {
            // Two who change one product at a time do it one after the other.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('product_image ' || ?, 0))")
                    .param(externalProductId)
                    .query(row -> {});
            jdbc.sql("delete from product_image where external_product_id = ?")
                    .param(externalProductId)
                    .update();
            jdbc.sql("""
                            insert into product_image (external_product_id, place, image_id, attached_at, attached_by)
                            select ?, place, id, ?, ? from unnest(?::text[]) with ordinality as image (id, place)
                            """)
                    .params(
                            externalProductId,
                            clock.instant().atOffset(ZoneOffset.UTC),
                            by,
                            images.toArray(String[]::new))
                    .update();
        });
        cache.invalidateAll();
    }

    /** Gives each product this picture as its last one; one that has it, or the most there can be, stays as it is. */
    void add(Collection<String> externalProductIds, String image, String by) {
        jdbc.sql("""
                        insert into product_image (external_product_id, place, image_id, attached_at, attached_by)
                        select p.id, coalesce(max(i.place), 0) + 1, ?, ?, ?
                        from (select distinct unnest(?::text[]) as id) p left join product_image i on i.external_product_id = p.id
                        group by p.id having count(i.image_id) < ?
                        on conflict do nothing
                        """)
                .params(
                        image,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        by,
                        externalProductIds.toArray(String[]::new),
                        MOST)
                .update();
        cache.invalidateAll();
    }

    @Override
    public Map<String, List<String>> byImage() {
        Map<String, List<String>> uses = new LinkedHashMap<>();
        new TreeMap<>(byProduct())
                .forEach((product, images) -> images.forEach(image ->
                        uses.computeIfAbsent(image, any -> new ArrayList<>()).add("product " + product)));
        return uses;
    }

    private Map<String, List<String>> load() {
        Map<String, List<String>> images = new LinkedHashMap<>();
        jdbc.sql("""
                        select external_product_id, array_agg(image_id order by place) as images
                        from product_image group by external_product_id
                        """).query(row -> {
            images.put(row.getString("external_product_id"), List.of((String[])
                    row.getArray("images").getArray()));
        });
        return Map.copyOf(images);
    }
}
