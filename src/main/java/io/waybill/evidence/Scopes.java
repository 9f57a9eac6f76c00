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

    /** Orders as they are wanted here: each is known some time after it was placed, and placed some time after it was asked of the ERP. */
    private static final String ORDER = """
            select r.external_order_id, r.client_reference, r.source, r.created_at, r.changed_at, r.status,
                array(select id from contact where id = r.contact_id or merged_into = r.contact_id) as contacts,
                least(r.created_at,
                    (select min(l.opened_at) from ledger l where l.contact_id = r.contact_id and l.key = r.client_reference),
                    (select min(p.placed_at) from placed_order p
                     where p.contact_id = r.contact_id and p.external_order_id = r.external_order_id)) as placed_at
            from order_reference r
            """;

    private final JdbcClient jdbc;

    Scopes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The conversation an order belongs to.
     *
     * @param contacts its customer's, with those that were merged into it
     * @param from when the flow began that made it; of one that no flow made, when it was placed
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

    private record Known(
            String order,
            @Nullable String clientReference,
            boolean inChat,
            Instant placedAt,
            Instant createdAt,
            Instant changedAt,
            boolean over,
            Long[] contacts) {}

    /** Empty where nobody knows of the order. */
    Optional<Scope> of(String externalOrderId) {
        return jdbc.sql(ORDER + "where r.external_order_id = ?")
                .param(externalOrderId)
                .query((row, n) -> known(row))
                .optional()
                .map(this::scope);
    }

    private Scope scope(Known order) {
        Instant end = order.over() ? order.changedAt().plus(LONGEST_CONVERSATION) : null;
        Instant next = next(order).map(later -> endOf(order, later)).orElse(null);
        return new Scope(
                order.order(),
                order.clientReference(),
                order.contacts(),
                begun(order),
                next == null || end != null && end.isBefore(next) ? end : next);
    }

    private Optional<Known> next(Known order) {
        return jdbc.sql(ORDER + "where r.contact_id = any(?) and r.created_at > ? order by r.created_at, r.id limit 1")
                .params(order.contacts(), Timestamp.from(order.createdAt()))
                .query((row, n) -> known(row))
                .optional();
    }

    /** One conversation that made both is the first one's until the second one is there. */
    private Instant endOf(Known order, Known later) {
        Instant begun = begun(later);
        return begun.isAfter(order.createdAt()) ? begun : later.createdAt();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("external_order_id"),
                row.getString("client_reference"),
                row.getString("source").equals("whatsapp"),
                row.getTimestamp("placed_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                List.of("delivered", "cancelled").contains(row.getString("status")),
                (Long[]) row.getArray("contacts").getArray());
    }

    /** When the conversation began in which an order was made. */
    private Instant begun(Known order) {
        if (!order.inChat()) {
            return order.placedAt();
        }
        return jdbc.sql("""
                        select at from journal
                        where contact_id = any(?) and kind = 'turn' and at <= ? and at >= ? and position('"started":' in split_part(body, '}', 1)) > 0
                        order by at desc, id desc limit 1
                        """)
                .params(
                        order.contacts(),
                        Timestamp.from(order.createdAt()),
                        Timestamp.from(order.createdAt().minus(LONGEST_CONVERSATION)))
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional()
                // What began it came in a moment before.
                .map(begun -> begun.minusSeconds(5))
                .orElse(order.placedAt());
    }
}
