package io.waybill.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.checkout.Placement.Made;
import io.waybill.checkout.Placement.Outcome;
import io.waybill.checkout.Placement.Step;
import io.waybill.order.NewOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps orders that are made outside of flows, from before the ERP is asked. */
public final class Placements {

    private static final String ROW = """
            select id, placed_by, idempotency_key, body_hash, contact_id, source, wanted, outcome, next_step, attempt, customer_id,
                external_order_id, order_number, erp_status, erp_total, reason, code, placed_at, remind_at
            from placed_order
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Placements(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Who posted it, and under which key.
     *
     * @param hash of what was posted
     */
    record Post(String by, String key, String hash) {}

    /** One that is kept already. */
    record Kept(Placement placement, String hash) {}

    /** In the caller's transaction; false when there is one under this key. */
    boolean add(Placement placement, Post post) {
        return jdbc.sql("""
                        insert into placed_order (id, placed_by, idempotency_key, body_hash, contact_id, source, wanted, outcome, next_step, code, placed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (placed_by, idempotency_key) do nothing
                        """)
                        .params(placement.id(), post.by(), post.key(), post.hash(), placement.contactId())
                        .params(
                                placement.source().key(),
                                write(placement.wanted()),
                                placement.outcome().key())
                        .params(step(placement.next()), placement.code(), Timestamp.from(placement.placedAt()))
                        .update()
                > 0;
    }

    /** Asks anew for one that certainly has not reached the ERP; false when somebody else has. */
    boolean again(String id, Wanted wanted) {
        return jdbc.sql("""
                        update placed_order set outcome = 'pending', next_step = 'customer', attempt = attempt + 1, wanted = ?, reason = null
                        where id = ? and outcome = 'down'
                        """).params(write(wanted), id).update() > 0;
    }

    Optional<Kept> under(Post post) {
        return jdbc.sql(ROW + "where placed_by = ? and idempotency_key = ?")
                .params(post.by(), post.key())
                .query((row, n) -> new Kept(placement(row), row.getString("body_hash")))
                .optional();
    }

    Optional<Placement> find(String id) {
        return jdbc.sql(ROW + "where id = ?")
                .param(id)
                .query((row, n) -> placement(row))
                .optional();
    }

    /** The one that a row of the ledger is a step of, and which step. */
    public Optional<Asked> of(String key) {
        return find(Placement.idIn(key)).map(placement -> new Asked(placement, Placement.stepIn(key)));
    }

    /** A person has found out how this step ended, which nobody else could tell; in the caller's transaction. */
    public void decided(String key) {
        jdbc.sql("update placed_order set next_step = ? where id = ? and outcome = 'manual'")
                .params(Placement.stepIn(key).key(), Placement.idIn(key))
                .update();
    }

    /** A step that the ledger knows of. */
    public record Asked(Placement placement, Step step) {}

    /** The order that a link's code names, if the ERP has it. */
    public Optional<Placement> byCode(String code) {
        return jdbc.sql(ROW + "where code = ? and outcome = 'made'")
                .param(code.toUpperCase(Locale.ROOT))
                .query((row, n) -> placement(row))
                .optional();
    }

    /** Contacts for whom something is to be asked or said now, and that nobody works on. */
    public List<Long> due(int limit) {
        return limit <= 0
                ? List.of()
                : jdbc.sql("""
                        select d.contact_id
                        from (
                            select contact_id, placed_at as at from placed_order where next_step is not null
                            union all select contact_id, remind_at from placed_order where remind_at <= :now
                        ) d join conversation c using (contact_id)
                        where c.lease_until < :now
                        group by d.contact_id order by min(d.at) limit :limit
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("limit", limit)
                        .query(Long.class)
                        .list();
    }

    /** Those of this contact, oldest first. */
    public List<Placement> dueOf(long contactId) {
        return jdbc.sql(ROW + "where contact_id = ? and (next_step is not null or remind_at <= ?) order by placed_at")
                .params(contactId, Timestamp.from(clock.instant()))
                .query((row, n) -> placement(row))
                .list();
    }

    /** How far they have come, in the caller's transaction. */
    public void save(Collection<Placement> placements) {
        for (Placement placement : placements) {
            Made order = placement.order();
            jdbc.sql("""
                            update placed_order
                            set outcome = :outcome, next_step = :next, customer_id = :customer, external_order_id = :order, order_number = :number,
                                erp_status = :status, erp_total = :total, reason = :reason, remind_at = :remind
                            where id = :id
                            """)
                    .param("outcome", placement.outcome().key())
                    .param("next", step(placement.next()), Types.VARCHAR)
                    .param("customer", placement.customerId(), Types.VARCHAR)
                    .param("order", order == null ? null : order.externalOrderId(), Types.VARCHAR)
                    .param("number", order == null ? null : order.orderNumber(), Types.VARCHAR)
                    .param("status", order == null ? null : order.status(), Types.VARCHAR)
                    .param("total", order == null ? null : order.total(), Types.NUMERIC)
                    .param("reason", placement.reason(), Types.VARCHAR)
                    .param(
                            "remind",
                            placement.remindAt() == null ? null : Timestamp.from(placement.remindAt()),
                            Types.TIMESTAMP)
                    .param("id", placement.id())
                    .update();
        }
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        jdbc.sql("update placed_order set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private Placement placement(ResultSet row) throws SQLException {
        String next = row.getString("next_step");
        String order = row.getString("external_order_id");
        Timestamp remind = row.getTimestamp("remind_at");
        return new Placement(
                row.getString("id"),
                row.getLong("contact_id"),
                NewOrder.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
                read(row.getString("wanted")),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                next == null ? null : Step.valueOf(next.toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getString("customer_id"),
                order == null
                        ? null
                        : new Made(
                                order,
                                row.getString("order_number"),
                                row.getString("erp_status"),
                                row.getBigDecimal("erp_total")),
                row.getString("reason"),
                row.getString("code"),
                row.getTimestamp("placed_at").toInstant(),
                remind == null ? null : remind.toInstant());
    }

    private static @Nullable String step(@Nullable Step next) {
        return next == null ? null : next.key();
    }

    private String write(Wanted wanted) {
        try {
            return json.writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An order could not be written as JSON.", e);
        }
    }

    private Wanted read(String wanted) {
        try {
            return json.readValue(wanted, Wanted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept order is not readable.", e);
        }
    }
}
