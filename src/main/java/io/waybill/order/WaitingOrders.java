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
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriUtils;

/** Orders that wait for a person, of one kind; each kind has an index of its own. */
final class WaitingOrders {

    private static final String NOT_OVER = "status not in ('delivered', 'cancelled')";

    private WaitingOrders() {}

    static AttentionCategory pending(JdbcClient jdbc, Duration patience) {
        return category(
                jdbc,
                "pending",
                "Orders that nobody has confirmed for too long: confirm or cancel them.",
                "status in ('received', 'pending')",
                "status_at",
                patience,
                "It is still %s: confirm or cancel it.");
    }

    /** @param cash where nobody is asked for money before an order is delivered, as long as no payment was asked for */
    static AttentionCategory unpaid(JdbcClient jdbc, Duration patience, Supplier<CashNumbers> cash) {
        String todo = "It is %s and not paid: ask the customer, or look whether the money came.";
        return new TableCategory(
                jdbc,
                "unpaid",
                "Orders that are confirmed and not paid for too long: ask the customer, or look whether the money came.",
                () -> unpaidRows(patience, cash.get()),
                (row, place) -> item(row, place, todo));
    }

    private static Rows unpaidRows(Duration patience, CashNumbers cash) {
        return rows("""
                payment in ('unpaid', 'requested', 'failed') and status in ('confirmed', 'preparing', 'ready', 'shipped', 'delivered')
                    and (payment <> 'unpaid' or status = 'delivered'
                        or coalesce((select phone_number_id = any(:texts) from contact where contact.id = contact_id), false) = %s)
                """.formatted(cash.usually()), cash.others(), "greatest(status_at, payment_at)", patience);
    }

    static AttentionCategory unassigned(JdbcClient jdbc) {
        return category(
                jdbc,
                "unassigned-orders",
                "Orders that are not over and that nobody has: assign them.",
                "assignee is null and " + NOT_OVER,
                "created_at",
                Duration.ZERO,
                "It is %s and nobody has it: assign it.");
    }

    static AttentionCategory stale(JdbcClient jdbc, Duration patience) {
        return category(
                jdbc,
                "stale",
                "Orders whose status has not changed for too long: see to them, or set the status right in the ERP.",
                NOT_OVER,
                "status_at",
                patience,
                "It has been %s for too long: see to it, or set its status right.");
    }

    static AttentionCategory flagged(JdbcClient jdbc) {
        return category(
                jdbc,
                "flagged",
                "Orders of which the ERP says what cannot be: look there.",
                "flag is not null",
                "changed_at",
                Duration.ZERO,
                "It is %s.");
    }

    /** @param todo the status is put into it */
    private static AttentionCategory category(
            JdbcClient jdbc, String name, String meaning, String which, String since, Duration patience, String todo) {
        Rows rows = rows(which, Set.of(), since, patience);
        return new TableCategory(jdbc, name, meaning, rows, (row, place) -> item(row, place, todo));
    }

    /**
     * @param which in SQL
     * @param numbers of ours that {@code which} may compare with
     * @param since the column, or what stands in the index, by which it is since when one waits
     * @param patience how long one may wait before it counts
     */
    private static Rows rows(String which, Set<String> numbers, String since, Duration patience) {
        return new Rows(
                "external_order_id, order_number, status, flag",
                "order_reference",
                "%s and %s <= :by".formatted(which, since),
                numbers,
                patience,
                since,
                "id",
                Key.NUMBER);
    }

    private static AttentionItem item(ResultSet row, Place place, String todo) throws SQLException {
        String order = row.getString("external_order_id");
        String flag = row.getString("flag");
        return new AttentionItem(
                order,
                place.since(),
                place,
                null,
                "Order %s: %s%s"
                        .formatted(
                                Objects.requireNonNullElse(row.getString("order_number"), order),
                                todo.formatted(row.getString("status")),
                                flag == null ? "" : " " + flag),
                "/api/v1/orders/" + UriUtils.encodePathSegment(order, StandardCharsets.UTF_8));
    }
}
