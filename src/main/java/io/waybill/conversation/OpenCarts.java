package io.waybill.conversation;

import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.access.PersonalPhone;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import io.waybill.flow.Cart;
import io.waybill.flow.Session;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carts that are not ordered yet. */
final class OpenCarts {

    /** Later than any cart. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

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

    /**
     * One with what is in it.
     *
     * @param total of the goods alone; null: something in it has no price yet
     */
    record OpenCart(
            long contactId,
            @Nullable String customer,
            @PersonalPhone @Nullable String phone,
            Instant since,
            Instant changedAt,
            List<OpenCartLine> items,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal total,
            @Nullable String currency) {

        Place place() {
            return new Place(since, Long.toString(contactId));
        }
    }

    record OpenCartLine(String name, int qty) {}

    /** The newest first, those after {@code after}. */
    List<OpenCart> list(@Nullable Place after, int limit) {
        return jdbc.sql("""
                        select c.contact_id, c.since, c.changed_at, p.name, p.phone, v.session
                        from open_cart c join contact p on p.id = c.contact_id join conversation v on v.contact_id = c.contact_id
                        where (c.since, c.contact_id) < (:since, :contact) order by c.since desc, c.contact_id desc limit :limit
                        """)
                .param("since", Timestamp.from(after == null ? LATEST : after.since()))
                .param("contact", after == null ? 0L : Long.parseLong(after.key()))
                .param("limit", limit)
                .query(OpenCarts::cart)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from open_cart").query(Long.class).single();
    }

    private static OpenCart cart(ResultSet row, int n) throws SQLException {
        Cart cart = Session.fromJson(row.getString("session")).cart();
        return new OpenCart(
                row.getLong("contact_id"),
                row.getString("name"),
                row.getString("phone"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                cart.lines().stream()
                        .map(line -> new OpenCartLine(line.label(), line.qty()))
                        .toList(),
                cart.subtotal().orElse(null),
                cart.currency());
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
