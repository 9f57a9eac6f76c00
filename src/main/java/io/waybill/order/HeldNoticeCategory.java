package io.waybill.order;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** News of orders that customers are not told yet, because their template cannot go. */
final class HeldNoticeCategory implements AttentionCategory {

    private static final String BETWEEN = "/";

    private final JdbcClient jdbc;

    HeldNoticeCategory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "held-news";
    }

    @Override
    public String meaning() {
        return "News of orders that wait for their template: have it approved, or map another.";
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) from order_notice where state = 'held'")
                .query(Long.class)
                .single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first(""));
        return jdbc.sql("""
                        select external_order_id, status, at, waiting_for, reason from order_notice
                        where state = 'held' and at >= :since and (at, external_order_id || '/' || status) > (:since, :key)
                        order by at, external_order_id || '/' || status limit :limit
                        """)
                .param("since", Timestamp.from(from.since()))
                .param("key", from.key())
                .param("limit", limit)
                .query((row, n) -> item(
                        row.getString("external_order_id"),
                        row.getString("status"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private static AttentionItem item(String order, String status, Instant at, @Nullable String reason) {
        String key = order + BETWEEN + status;
        return new AttentionItem(
                key,
                at,
                new Place(at, key),
                null,
                reason == null ? "Have its template approved, or map another." : reason,
                "/api/v1/orders/%s/notices".formatted(UriUtils.encodePathSegment(order, StandardCharsets.UTF_8)));
    }
}
