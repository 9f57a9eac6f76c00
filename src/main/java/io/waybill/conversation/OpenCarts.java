package io.waybill.conversation;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carts that are not ordered yet, with their age. */
final class OpenCarts implements AttentionCategory {

    private final JdbcClient jdbc;

    OpenCarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "open-carts";
    }

    @Override
    public String meaning() {
        return "Carts that are filled and not ordered: ask the customer whether something is missing.";
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) from open_cart").query(Long.class).single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first("0"));
        return jdbc.sql("""
                        select contact_id, lines, since from open_cart
                        where (since, contact_id) > (:since, cast(:contact as bigint)) order by since, contact_id limit :limit
                        """)
                .param("since", Timestamp.from(from.since()))
                .param("contact", from.key())
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
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

    private static AttentionItem item(ResultSet row) throws SQLException {
        Instant since = row.getTimestamp("since").toInstant();
        String contact = row.getString("contact_id");
        int lines = row.getInt("lines");
        return new AttentionItem(
                contact,
                since,
                new Place(since, contact),
                null,
                "%d %s in the cart and not ordered.".formatted(lines, lines == 1 ? "product is" : "products are"),
                "/api/v1/conversations/" + contact);
    }
}
