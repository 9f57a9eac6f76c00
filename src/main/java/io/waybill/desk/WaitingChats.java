package io.waybill.desk;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats whose customer waits for a person: those that nobody has, and those that wait longer than they should. */
final class WaitingChats implements AttentionCategory {

    private final JdbcClient jdbc;
    private final String name;
    private final String meaning;
    private final String which;
    private final String order;

    private WaitingChats(JdbcClient jdbc, String name, String meaning, String which, String order) {
        this.jdbc = jdbc;
        this.name = name;
        this.meaning = meaning;
        this.which = which;
        this.order = order;
    }

    static WaitingChats unassigned(JdbcClient jdbc) {
        return new WaitingChats(
                jdbc,
                "unassigned-chats",
                "Customers who wait for a person, in chats that nobody has: assign them.",
                "waiting_since is not null and assignee is null and waiting_since <= :now",
                "waiting_since");
    }

    static WaitingChats unanswered(JdbcClient jdbc) {
        return new WaitingChats(
                jdbc,
                "unanswered",
                "Customers who have waited for a person longer than their team promises: answer them.",
                "waiting_since is not null and due_at <= :now",
                "due_at");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) from desk_chat where " + which)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first("0"));
        return jdbc.sql("""
                        select contact_id, assignee, waiting_since, due_at, reason from desk_chat
                        where %1$s and (%2$s, contact_id) > (:since, cast(:contact as bigint)) order by %2$s, contact_id limit :limit
                        """.formatted(which, order))
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(from.since()))
                .param("contact", from.key())
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    private AttentionItem item(ResultSet row) throws SQLException {
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
                new Place(row.getTimestamp(order).toInstant(), contact),
                row.getTimestamp("due_at").toInstant(),
                todo,
                "/api/v1/conversations/%s/assignee".formatted(contact));
    }
}
