package io.waybill.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the conversation that an order was made in. */
final class Scopes {

    private static final Duration LONGEST_CONVERSATION = Duration.ofDays(7);

    private final JdbcClient jdbc;

    Scopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The conversation an order belongs to.
     *
     * @param contacts its customer's, with those that were merged into it
     * @param from when the flow began that made it
     * @param to some days after it was over, or when the next order's conversation began; null: it goes on
     */
    record Scope(
            String order,
            @Nullable String clientReference,
            Long[] contacts,
            Instant from,
            @Nullable Instant to) {

        Timestamp begin() {
            return Timestamp.from(from);
        }

        Timestamp end() {
            return Timestamp.from(to == null ? Instant.parse("9999-01-01T00:00:00Z") : to);
        }
    }

    /** Empty where nobody knows of the order. */
    Optional<Scope> of(String externalOrderId) {
        return jdbc.sql("""
                        select r.external_order_id, r.client_reference, r.created_at, r.changed_at, r.status,
                            array(select id from contact where id = r.contact_id or merged_into = r.contact_id) as contacts,
                            (select min(o.created_at) from order_reference o where o.contact_id = r.contact_id and o.id > r.id) as next_order
                        from order_reference r where r.external_order_id = ?
                        """)
                .param(externalOrderId)
                .query((row, n) -> scope(row))
                .optional();
    }

    private Scope scope(ResultSet row) throws SQLException {
        Long[] contacts = (Long[]) row.getArray("contacts").getArray();
        Timestamp next = row.getTimestamp("next_order");
        boolean over = List.of("delivered", "cancelled").contains(row.getString("status"));
        Instant end = over ? row.getTimestamp("changed_at").toInstant().plus(LONGEST_CONVERSATION) : null;
        Instant begunNext = next == null ? null : begun(contacts, next.toInstant());
        return new Scope(
                row.getString("external_order_id"),
                row.getString("client_reference"),
                contacts,
                begun(contacts, row.getTimestamp("created_at").toInstant()),
                begunNext == null || end != null && end.isBefore(begunNext) ? end : begunNext);
    }

    /** When the flow began in which an order was made at {@code made}. */
    private Instant begun(Long[] contacts, Instant made) {
        return jdbc.sql("""
                        select at from journal
                        where contact_id = any(?) and kind = 'turn' and at <= ? and at >= ? and position('"started":' in split_part(body, '}', 1)) > 0
                        order by at desc, id desc limit 1
                        """)
                .params(contacts, Timestamp.from(made), Timestamp.from(made.minus(LONGEST_CONVERSATION)))
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional()
                // What began it came in a moment before.
                .map(begun -> begun.minusSeconds(5))
                .orElse(made);
    }
}
