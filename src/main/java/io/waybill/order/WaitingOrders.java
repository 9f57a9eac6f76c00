package io.waybill.order;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** Orders that wait for a person, of one kind; each kind has an index of its own. */
final class WaitingOrders implements AttentionCategory {

    private static final String NOT_OVER = "status not in ('delivered', 'cancelled')";

    private final JdbcClient jdbc;
    private final Kind kind;
    private final Duration patience;

    /** @param patience how long one may wait before it counts */
    private WaitingOrders(JdbcClient jdbc, Kind kind, Duration patience) {
        this.jdbc = jdbc;
        this.kind = kind;
        this.patience = patience;
    }

    /**
     * @param which in SQL
     * @param numbers of ours that {@code which} may compare with
     * @param since the column, or what stands in the index, by which it is since when one waits
     * @param todo the status, or the flag, is put into it
     */
    private record Kind(String name, String meaning, String which, Set<String> numbers, String since, String todo) {

        Kind(String name, String meaning, String which, String since, String todo) {
            this(name, meaning, which, Set.of(), since, todo);
        }
    }

    static WaitingOrders pending(JdbcClient jdbc, Duration patience) {
        return new WaitingOrders(
                jdbc,
                new Kind(
                        "pending",
                        "Orders that nobody has confirmed for too long: confirm or cancel them.",
                        "status in ('received', 'pending')",
                        "status_at",
                        "It is still %s: confirm or cancel it."),
                patience);
    }

    /** @param cash where nobody is asked for money before an order is delivered, as long as no payment was asked for */
    static WaitingOrders unpaid(JdbcClient jdbc, Duration patience, CashNumbers cash) {
        return new WaitingOrders(
                jdbc,
                new Kind(
                        "unpaid",
                        "Orders that are confirmed and not paid for too long: ask the customer, or look whether the money came.",
                        """
                        payment in ('unpaid', 'requested', 'failed') and status in ('confirmed', 'preparing', 'ready', 'shipped', 'delivered')
                            and (payment <> 'unpaid' or status = 'delivered'
                                or coalesce((select phone_number_id = any(:numbers) from contact where contact.id = contact_id), false) = %s)
                        """.formatted(cash.usually()),
                        cash.others(),
                        "greatest(status_at, payment_at)",
                        "It is %s and not paid: ask the customer, or look whether the money came."),
                patience);
    }

    static WaitingOrders unassigned(JdbcClient jdbc) {
        return new WaitingOrders(
                jdbc,
                new Kind(
                        "unassigned-orders",
                        "Orders that are not over and that nobody has: assign them.",
                        "assignee is null and " + NOT_OVER,
                        "created_at",
                        "It is %s and nobody has it: assign it."),
                Duration.ZERO);
    }

    static WaitingOrders stale(JdbcClient jdbc, Duration patience) {
        return new WaitingOrders(
                jdbc,
                new Kind(
                        "stale",
                        "Orders whose status has not changed for too long: see to them, or set the status right in the ERP.",
                        NOT_OVER,
                        "status_at",
                        "It has been %s for too long: see to it, or set its status right."),
                patience);
    }

    static WaitingOrders flagged(JdbcClient jdbc) {
        return new WaitingOrders(
                jdbc,
                new Kind(
                        "flagged",
                        "Orders of which the ERP says what cannot be: look there.",
                        "flag is not null",
                        "changed_at",
                        "It is %s."),
                Duration.ZERO);
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public String meaning() {
        return kind.meaning();
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) from order_reference where %s and %s <= :limit"
                        .formatted(kind.which(), kind.since()))
                .param("limit", limit(now))
                .param("numbers", numbers())
                .query(Long.class)
                .single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first("0"));
        return jdbc.sql("""
                        select id, external_order_id, order_number, status, flag, %2$s as since from order_reference
                        where %1$s and %2$s <= :limit and (%2$s, id) > (:since, cast(:id as bigint)) order by %2$s, id limit :most
                        """.formatted(kind.which(), kind.since()))
                .param("limit", limit(now))
                .param("numbers", numbers())
                .param("since", Timestamp.from(from.since()))
                .param("id", from.key())
                .param("most", limit)
                .query((row, n) -> item(row))
                .list();
    }

    private String[] numbers() {
        return kind.numbers().toArray(String[]::new);
    }

    private Timestamp limit(Instant now) {
        return Timestamp.from(now.minus(patience));
    }

    private AttentionItem item(ResultSet row) throws SQLException {
        Instant since = row.getTimestamp("since").toInstant();
        String order = row.getString("external_order_id");
        String flag = row.getString("flag");
        return new AttentionItem(
                order,
                since,
                new Place(since, row.getString("id")),
                null,
                "Order %s: %s%s"
                        .formatted(
                                Objects.requireNonNullElse(row.getString("order_number"), order),
                                kind.todo().formatted(row.getString("status")),
                                flag == null ? "" : " " + flag),
                "/api/v1/orders/" + UriUtils.encodePathSegment(order, StandardCharsets.UTF_8));
    }
}
