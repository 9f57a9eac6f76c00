package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what people asked the ERP to do, most of it with orders, until whoever works on the customer has done it. */
final class StaffActions {

    /** With which their keys in the ledger begin. */
    private static final String PREFIX = "staff.";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    StaffActions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key of the ledger's row
     * @param externalOrderId or what else it is about: "job " and the ERP's id of it
     */
    record Action(
            String key, long contactId, String externalOrderId, ErpOperation operation, String request, String by) {

        static boolean is(String key) {
            return key.startsWith(PREFIX);
        }

        static String key(String id) {
            return PREFIX + id;
        }
    }

    /**
     * How far one is.
     *
     * @param state {@code waiting}, or what the ledger says: open, unknown, ok, refused, down, manual
     * @param reason why it ended so
     */
    record Progress(
            String key,
            String operation,
            String by,
            String state,
            @Nullable String reason) {

        boolean isOver() {
            return !state.equals("waiting") && !state.equals("open");
        }
    }

    /** In the caller's transaction. */
    void ask(Action action) {
        jdbc.sql("""
                        insert into staff_action (key, contact_id, external_order_id, operation, request, said_by, asked_at)
                        values (?, ?, ?, ?, ?, ?, to_timestamp(?))
                        """)
                .params(
                        action.key(),
                        action.contactId(),
                        action.externalOrderId(),
                        action.operation().name(),
                        action.request(),
                        action.by(),
                        clock.instant().toEpochMilli() / 1000.0)
                .update();
    }

    /** Contacts for whom something waits, and that nobody works on. */
    List<Long> due(int limit) {
        return limit <= 0
                ? List.of()
                : jdbc.sql("""
                        select s.contact_id from staff_action s join conversation c using (contact_id)
                        where s.taken_at is null and c.lease_until < to_timestamp(?)
                        group by s.contact_id order by min(s.asked_at) limit ?
                        """)
                        .params(clock.instant().toEpochMilli() / 1000.0, limit)
                        .query(Long.class)
                        .list();
    }

    /** What waits for this contact, oldest first. */
    List<Action> of(long contactId) {
        return jdbc.sql("""
                        select key, contact_id, external_order_id, operation, request, said_by from staff_action
                        where contact_id = ? and taken_at is null order by asked_at
                        """).param(contactId).query(StaffActions::action).list();
    }

    /** It has a row in the ledger now, in the caller's transaction. */
    void taken(List<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("update staff_action set taken_at = to_timestamp(?) where key = any(?)")
                    .params(clock.instant().toEpochMilli() / 1000.0, keys.toArray(String[]::new))
                    .update();
        }
    }

    /** Who asked for it. */
    Optional<String> by(String key) {
        return jdbc.sql("select said_by from staff_action where key = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    Optional<Progress> progress(String key) {
        return jdbc.sql("""
                        select s.key, s.operation, s.said_by, coalesce(l.state, 'waiting') as state, l.reason
                        from staff_action s left join ledger l on l.contact_id = s.contact_id and l.key = s.key where s.key = ?
                        """).param(key).query(StaffActions::progress).optional();
    }

    /** One of this order that is not over. */
    Optional<Progress> running(String externalOrderId) {
        return jdbc.sql("""
                        select s.key, s.operation, s.said_by, coalesce(l.state, 'waiting') as state, l.reason
                        from staff_action s left join ledger l on l.contact_id = s.contact_id and l.key = s.key
                        where s.external_order_id = ? and coalesce(l.state, 'waiting') in ('waiting', 'open', 'unknown')
                        order by s.asked_at limit 1
                        """)
                .param(externalOrderId)
                .query(StaffActions::progress)
                .optional();
    }

    Effect.Call call(Action action) {
        try {
            return new Effect.Call(
                    action.key(), action.operation(), (ObjectNode) json.readTree(action.request()), true);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The action %s is not readable.".formatted(action.key()), e);
        }
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update staff_action set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private static Action action(ResultSet row, int n) throws SQLException {
        return new Action(
                row.getString("key"),
                row.getLong("contact_id"),
                row.getString("external_order_id"),
                ErpOperation.valueOf(row.getString("operation")),
                row.getString("request"),
                row.getString("said_by"));
    }

    private static Progress progress(ResultSet row, int n) throws SQLException {
        return new Progress(
                row.getString("key"),
                row.getString("operation"),
                row.getString("said_by"),
                row.getString("state"),
                row.getString("reason"));
    }
}
