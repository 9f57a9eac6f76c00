package io.waybill.desk;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats whose customer waits for a person: those that nobody has, and those that wait longer than they should. */
final class WaitingChats {

    private WaitingChats() {}

    static AttentionCategory unassigned(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "unassigned-chats",
                "Customers who wait for a person, in chats that nobody has: assign them.",
                rows("waiting_since is not null and assignee is null and waiting_since <= :by", "waiting_since"),
                WaitingChats::item);
    }

    static AttentionCategory unanswered(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "unanswered",
                "Customers who have waited for a person longer than their team promises: answer them.",
                rows("waiting_since is not null and due_at <= :by", "due_at"),
                WaitingChats::item);
    }

    private static Rows rows(String which, String since) {
        return new Rows(
                "contact_id, assignee, waiting_since, due_at, reason",
                "desk_chat",
                which,
                Duration.ZERO,
                since,
                "contact_id",
                Key.NUMBER);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        String contact = row.getString("contact_id");
        String assignee = row.getString("assignee");
        String reason = row.getString("reason");
        String todo = (assignee == null ? "Assign or answer it." : "%s has it: answer it.".formatted(assignee))
                + Optional.ofNullable(reason)
                        .map(" It came to a person because: "::concat)
                        .orElse("");
        return new AttentionItem(
                contact,
                row.getTimestamp("waiting_since").toInstant(),
                place,
                row.getTimestamp("due_at").toInstant(),
                todo,
                "/api/v1/conversations/%s/assignee".formatted(contact));
    }
}
