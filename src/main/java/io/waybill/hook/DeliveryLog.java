package io.waybill.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent to a hook, what came of it, and what still waits. */
final class DeliveryLog {

    private final JdbcClient jdbc;

    DeliveryLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a delivery is. */
    enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /**
     * A delivery with all that was tried.
     *
     * @param nextAttemptAt of one that waits
     */
    record Logged(
            long id,
            String eventId,
            String type,
            String subject,
            Instant occurredAt,
            State state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<Attempt> attempts) {

        private Logged with(List<Attempt> found) {
            return new Logged(id, eventId, type, subject, occurredAt, state, createdAt, nextAttemptAt, found);
        }
    }

    private record Noted(long deliveryId, Attempt attempt) {}

    /**
     * The newest first.
     *
     * @param before only those with a smaller id
     */
    List<Logged> of(long hookId, @Nullable State state, @Nullable Long before, int limit) {
        List<Logged> found = jdbc.sql("""
                        select d.id, event_id, e.type, d.subject, e.occurred_at, d.state, d.created_at, d.next_attempt_at
                        from hook_delivery d join hook_event e on e.id = d.event_id
                        where d.hook_id = :hook
                          and (cast(:state as text) is null or d.state = :state)
                          and (cast(:before as bigint) is null or d.id < :before)
                        order by d.id desc limit :limit
                        """)
                .param("hook", hookId)
                .param("state", state == null ? null : text(state), Types.VARCHAR)
                .param("before", before, Types.BIGINT)
                .param("limit", limit)
                .query(DeliveryLog::delivery)
                .list();
        Map<Long, List<Attempt>> attempts =
                attempts(found.stream().map(Logged::id).toArray(Long[]::new));
        return found.stream()
                .map(logged -> logged.with(attempts.getOrDefault(logged.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Attempt>> attempts(Long[] deliveries) {
        return jdbc
                .sql("""
                        select delivery_id, at, status, answer, took_millis, advice from hook_attempt
                        where delivery_id = any (?) order by delivery_id, number
                        """)
                .param(deliveries)
                .query((row, n) -> new Noted(
                        row.getLong("delivery_id"),
                        new Attempt(
                                row.getTimestamp("at").toInstant(),
                                row.getObject("status", Integer.class),
                                row.getString("answer"),
                                row.getLong("took_millis"),
                                row.getString("advice"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Noted::deliveryId, Collectors.mapping(Noted::attempt, Collectors.toList())));
    }

    private static Logged delivery(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        Timestamp next = row.getTimestamp("next_attempt_at");
        return new Logged(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                row.getString("subject"),
                row.getTimestamp("occurred_at").toInstant(),
                state,
                row.getTimestamp("created_at").toInstant(),
                state == State.WAITING ? next.toInstant() : null,
                List.of());
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
