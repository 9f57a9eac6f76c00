package io.waybill.order;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** News of orders that customers are not told yet, because their template cannot go. */
final class HeldNoticeCategory {

    private static final Rows ROWS = new Rows(
            "external_order_id, reason",
            "order_notice",
            "state = 'held'",
            Duration.ZERO,
            "at",
            "external_order_id || '/' || status",
            Key.TEXT);

    private HeldNoticeCategory() {}

    static AttentionCategory of(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "held-news",
                "News of orders that wait for their template: have it approved, or map another.",
                ROWS,
                HeldNoticeCategory::item);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        return new AttentionItem(
                place.key(),
                place.since(),
                place,
                null,
                Objects.requireNonNullElse(row.getString("reason"), "Have its template approved, or map another."),
                "/api/v1/orders/%s/notices"
                        .formatted(UriUtils.encodePathSegment(
                                row.getString("external_order_id"), StandardCharsets.UTF_8)));
    }
}
