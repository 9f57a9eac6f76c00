package io.waybill.conversation;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carts that are not ordered yet. */
final class OpenCarts {

    private final JdbcClient jdbc;

    OpenCarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param lines different products */
    record AbandonedCart(long contactId, int lines, Instant lastMessageAt) {}

    /** Of customers who have been silent for {@code idle}, the latest first. */
    List<AbandonedCart> abandoned(Duration idle, Instant now, int limit) {
        return jdbc.sql("""
                        select c.contact_id, c.lines, v.last_message_at from open_cart c join conversation v on v.contact_id = c.contact_id
                        where v.last_message_at < ? order by v.last_message_at desc limit ?
                        """)
                .params(Timestamp.from(now.minus(idle)), limit)
                .query((row, n) -> new AbandonedCart(
                        row.getLong("contact_id"),
                        row.getInt("lines"),
                        row.getTimestamp("last_message_at").toInstant()))
                .list();
    }

    /** All of them, with their age. */
    AttentionCategory category() {
        return new TableCategory(
                jdbc,
                "open-carts",
                "Carts that are filled and not ordered: ask the customer whether something is missing.",
                new Rows("lines", "open_cart", "true", Duration.ZERO, "since", "contact_id", Key.NUMBER),
                OpenCarts::item);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        int lines = row.getInt("lines");
        return new AttentionItem(
                place.key(),
                place.since(),
                place,
                null,
                "%d %s in the cart and not ordered.".formatted(lines, lines == 1 ? "product is" : "products are"),
                "/api/v1/conversations/" + place.key());
    }
}
