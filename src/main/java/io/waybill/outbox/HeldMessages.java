package io.waybill.outbox;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that are written and wait for their template at Meta. */
final class HeldMessages implements AttentionCategory {

    private final JdbcClient jdbc;

    HeldMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "held";
    }

    @Override
    public String meaning() {
        return "Messages that wait for their template at Meta: have it approved, or map another.";
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) from outbox where state = 'held'")
                .query(Long.class)
                .single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first("0"));
        return jdbc.sql("""
                        select contact_id, id, created_at, waiting_for, error from outbox
                        where state = 'held' and (created_at, id) > (:since, cast(:id as bigint)) order by created_at, id limit :limit
                        """)
                .param("since", Timestamp.from(from.since()))
                .param("id", from.key())
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    private static AttentionItem item(ResultSet row) throws SQLException {
        Instant since = row.getTimestamp("created_at").toInstant();
        String id = "%d.%d".formatted(row.getLong("contact_id"), row.getLong("id"));
        String why = row.getString("error");
        return new AttentionItem(
                id,
                since,
                new Place(since, row.getString("id")),
                null,
                "It waits for the template %s.%s".formatted(row.getString("waiting_for"), why == null ? "" : " " + why),
                "/api/v1/messages/" + id);
    }
}
