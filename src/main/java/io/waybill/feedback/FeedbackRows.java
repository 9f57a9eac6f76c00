package io.waybill.feedback;

import io.waybill.conversation.AskedAbout;
import io.waybill.flow.World;
import io.waybill.order.DeliveredOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps of which orders customers are asked how they were, and what they say: one row for each order. */
final class FeedbackRows implements DeliveredOrders, AskedAbout {

    /** A number that is written later is hardly meant as an answer. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(3);

    private static final String TAPPED = """
            select r.external_order_id, r.order_number, r.total, r.currency, f.rating
            from feedback f join order_reference r using (external_order_id)
            where r.contact_id = ? and f.state = 'asked'
            """;

    private final JdbcClient jdbc;
    private final @Nullable Duration after;
    private final Clock clock;

    FeedbackRows(JdbcClient jdbc, @Nullable Duration after, Clock clock) {
        this.jdbc = jdbc;
        this.after = after;
        this.clock = clock;
    }

    record Wanted(String externalOrderId, Instant deliveredAt) {}

    /** How somebody was asked. */
    enum Way {
        MESSAGE,
        TEMPLATE,
        /** A flow did by itself. */
        FLOW;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Override
    public void delivered(String externalOrderId, Instant at) {
        if (after != null) {
            jdbc.sql("""
                            insert into feedback (external_order_id, delivered_at, state, due_at) values (?, ?, 'wanted', ?)
                            on conflict (external_order_id) do nothing
                            """)
                    .params(externalOrderId, Timestamp.from(at), Timestamp.from(at.plus(after)))
                    .update();
        }
    }

    /** Those whose time has come; nobody else gets them until {@code leased}. */
    List<Wanted> due(Instant now, Instant leased, int limit) {
        return jdbc.sql("""
                        update feedback set due_at = ?
                        where external_order_id in (select external_order_id from feedback where state = 'wanted' and due_at <= ?
                                                    order by due_at limit ? for update skip locked)
                        returning external_order_id, delivered_at
                        """)
                .params(Timestamp.from(leased), Timestamp.from(now), limit)
                .query((row, n) -> new Wanted(
                        row.getString("external_order_id"),
                        row.getTimestamp("delivered_at").toInstant()))
                .list();
    }

    void later(Wanted wanted, Instant at, String reason) {
        jdbc.sql("update feedback set due_at = ?, reason = ? where external_order_id = ? and state = 'wanted'")
                .params(Timestamp.from(at), reason, wanted.externalOrderId())
                .update();
    }

    void drop(Wanted wanted, String reason) {
        jdbc.sql("update feedback set state = 'dropped', reason = ? where external_order_id = ? and state = 'wanted'")
                .params(reason, wanted.externalOrderId())
                .update();
    }

    /** In the caller's transaction; false when they were asked before. */
    boolean asked(Wanted wanted, Way way) {
        return jdbc.sql("""
                        update feedback set state = 'asked', asked_at = ?, asked_by = ?, reason = null
                        where external_order_id = ? and state = 'wanted'
                        """)
                        .params(Timestamp.from(clock.instant()), way.key(), wanted.externalOrderId())
                        .update()
                > 0;
    }

    /** In the caller's transaction; false when there is a rating already. */
    boolean rate(String externalOrderId, int rating, String flow, Instant at) {
        Timestamp now = Timestamp.from(at);
        return jdbc.sql("""
                        insert into feedback (external_order_id, delivered_at, state, due_at, asked_at, asked_by, rating, rated_at, flow)
                        values (:order, :at, 'asked', :at, :at, 'flow', :rating, :at, :flow)
                        on conflict (external_order_id) do update
                        set rating = excluded.rating, rated_at = excluded.rated_at, flow = excluded.flow, state = 'asked',
                            asked_at = coalesce(feedback.asked_at, excluded.asked_at),
                            asked_by = coalesce(feedback.asked_by, excluded.asked_by), reason = null
                        where feedback.rating is null
                        """)
                        .param("order", externalOrderId)
                        .param("at", now)
                        .param("rating", rating)
                        .param("flow", flow)
                        .update()
                > 0;
    }

    /** In the caller's transaction; the rating it explains, empty when there is none, or a comment already. */
    Optional<Integer> comment(String externalOrderId, String comment, Instant at) {
        return jdbc.sql("""
                        update feedback set comment = ?, commented_at = ?
                        where external_order_id = ? and rating is not null and comment is null
                        returning rating
                        """)
                .params(comment, Timestamp.from(at), externalOrderId)
                .query(Integer.class)
                .optional();
    }

    boolean isOf(long contactId, String externalOrderId) {
        return jdbc.sql("select exists (select 1 from order_reference where external_order_id = ? and contact_id = ?)")
                .params(externalOrderId, contactId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<World.TappedOrder> order(long contactId, String externalOrderId) {
        return jdbc.sql(TAPPED + " and f.external_order_id = ?")
                .params(contactId, externalOrderId)
                .query(FeedbackRows::tapped)
                .optional();
    }

    @Override
    public Optional<World.TappedOrder> unanswered(long contactId, @Nullable Instant lastMessageAt) {
        Instant since = clock.instant().minus(ANSWERED_WITHIN);
        Instant from = lastMessageAt == null || lastMessageAt.isBefore(since) ? since : lastMessageAt;
        return jdbc.sql(TAPPED + " and f.rating is null and f.asked_at > ? order by f.asked_at desc limit 1")
                .params(contactId, Timestamp.from(from))
                .query(FeedbackRows::tapped)
                .optional();
    }

    private static World.TappedOrder tapped(ResultSet row, int n) throws SQLException {
        return new World.TappedOrder(
                new World.OrderReference(row.getString("external_order_id"), row.getString("order_number")),
                row.getBigDecimal("total"),
                row.getString("currency"),
                null,
                null,
                row.getObject("rating", Integer.class));
    }
}
