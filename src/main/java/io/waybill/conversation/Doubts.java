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

/** Writes of which nobody knows whether the ERP executed them. One that is being made is none. */
final class Doubts implements AttentionCategory {

    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    /** As {@link LedgerDoubts} has them; each half has an index. */
    private static final String DOUBTS = """
            from (
                select contact_id, key, operation, state, opened_at from ledger
                where state in ('open', 'unknown') and decision is null and opened_at <= :settled
                union all
                select contact_id, key, operation, state, opened_at from ledger where state = 'manual'
            ) doubts
            """;

    private final JdbcClient jdbc;

    Doubts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "unknown";
    }

    @Override
    public String meaning() {
        return "Writes to the ERP of which nobody knows whether they were executed: look in the ERP and say so by POST /api/erp/doubts/{contact}/{key}/decision.";
    }

    @Override
    public long count(Instant now) {
        return jdbc.sql("select count(*) " + DOUBTS)
                .param("settled", Timestamp.from(now.minus(LONGEST_CALL)))
                .query(Long.class)
                .single();
    }

    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Place from = Objects.requireNonNullElse(after, Place.first(""));
        return jdbc.sql(
                        "select contact_id, key, operation, state, opened_at " + DOUBTS
                                + "where (opened_at, contact_id || '/' || key) > (:since, :key) order by opened_at, contact_id || '/' || key limit :limit")
                .param("settled", Timestamp.from(now.minus(LONGEST_CALL)))
                .param("since", Timestamp.from(from.since()))
                .param("key", from.key())
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    private static AttentionItem item(ResultSet row) throws SQLException {
        Instant since = row.getTimestamp("opened_at").toInstant();
        String id = "%d/%s".formatted(row.getLong("contact_id"), row.getString("key"));
        boolean manual = row.getString("state").equals("manual");
        return new AttentionItem(
                id,
                since,
                new Place(since, id),
                null,
                "%s may have been executed: %s"
                        .formatted(
                                row.getString("operation"),
                                manual
                                        ? "look in the ERP and decide."
                                        : "Waybill is finding out; look if it takes long."),
                "/api/erp/doubts");
    }
}
