package io.waybill.outbox;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that are written and wait for their template at Meta. */
final class HeldMessages {

    private static final Rows ROWS = new Rows(
            "contact_id, id, waiting_for, error",
            "outbox",
            "state = 'held'",
            Duration.ZERO,
            "created_at",
            "id",
            Key.NUMBER);

    private HeldMessages() {}

    static AttentionCategory category(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "held",
                "Messages that wait for their template at Meta: have it approved, or map another.",
                ROWS,
                HeldMessages::item);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        String id = "%d.%d".formatted(row.getLong("contact_id"), row.getLong("id"));
        String why = row.getString("error");
        return new AttentionItem(
                id,
                place.since(),
                place,
                null,
                "It waits for the template %s.%s".formatted(row.getString("waiting_for"), why == null ? "" : " " + why),
                "/api/v1/messages/" + id);
    }
}
