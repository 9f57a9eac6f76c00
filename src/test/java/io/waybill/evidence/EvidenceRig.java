package io.waybill.evidence;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.expression.Json;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;

/** Orders of one customer, and their chains. */
public final class EvidenceRig {

    public final TestDatabase database = TestDatabase.migrated();
    public final SettableClock clock = SettableClock.atNoon();
    final Seals seals = new Seals(database.jdbc());
    final Chains chains = new Chains(database.jdbc(), seals);
    final Sealing sealing =
            new Sealing(database.jdbc(), new Sources(database.jdbc()), chains, seals, database.transaction(), clock);
    public final Evidence evidence = new Evidence(sealing, chains, seals, database.jdbc(), database.transaction());
    public final long contact = database.jdbc()
            .sql(
                    "insert into contact (phone_number_id, phone, name) values ('1', '+254700000001', 'Amina') returning id")
            .query(Long.class)
            .single();

    /** An order that the customer makes now. */
    public void order(String id, String status) {
        sql("""
                insert into order_reference (external_order_id, order_number, client_reference, contact_id, source, status, status_at, payment,
                    payment_at, total, currency, created_at, changed_at)
                values (?, ?, ?, ?, 'whatsapp', ?, ?, 'unpaid', ?, 1310.00, 'KES', ?, ?)
                """, id, "R-" + id, "s1.create." + id, contact, status, now(), now(), now(), now());
    }

    /** One that somebody made elsewhere for the customer: asked of the ERP now, and known a moment later. */
    void orderOf(String source, String id) {
        asksErp(
                "order." + id + ".o1",
                "CREATE_ORDER",
                "{\"items\": [{\"external_product_id\": \"P1\", \"name\": \"Gas\", \"qty\": 1, \"unit_price\": 1310.00}]}",
                "{\"external_order_id\": \"%s\"}".formatted(id));
        clock.pass(Duration.ofMillis(800));
        order(id, "pending");
        sql(
                "update order_reference set source = ?, client_reference = ? where external_order_id = ?",
                source,
                "order." + id + ".o1",
                id);
    }

    /** A flow begins with what the customer says. */
    void beginsFlow() {
        sql(
                "insert into journal (contact_id, at, trace, kind, body) values (?, ?, 't', 'turn', '{\"marks\":{\"started\":\"order@3\"}}')",
                contact,
                now());
    }

    void says(String text) {
        sql(
                "insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at) values (?, '1', 't', ?, ?, ?)",
                contact,
                Json.write(Json.object().put("type", "text").put("text", text)),
                now(),
                now());
    }

    public void happens(String order, String status) {
        clock.pass(Duration.ofMinutes(1));
        sql("update order_reference set status = ?, changed_at = ? where external_order_id = ?", status, now(), order);
        sql(
                "insert into order_event (external_order_id, at, heard_at, origin, kind, after) values (?, ?, ?, 'erp', 'status', ?)",
                order,
                now(),
                now(),
                status);
    }

    public void writes(String wamid, String text) {
        sql(
                "insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state) values (?, ?, ?, ?, 't', ?, 'done')",
                contact,
                wamid,
                now(),
                now(),
                Json.write(Json.object().put("type", "text").put("text", text)));
    }

    public void asksErp(String key, String operation, String request, String reply) {
        asksErp(List.of(new Write(contact, key, operation, request, reply)));
    }

    /** One row of the ledger that ended well. */
    record Write(long contact, String key, String operation, String request, String reply) {}

    void asksErp(List<Write> writes) {
        sql(
                """
                insert into ledger (contact_id, key, operation, request, state, reply, opened_at, sent_at, closed_at)
                select contact, key, operation, request, 'ok', reply, ?, ?, ?
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[]) as w (contact, key, operation, request, reply)
                """,
                now(),
                now(),
                now(),
                writes.stream().map(Write::contact).toArray(Long[]::new),
                writes.stream().map(Write::key).toArray(String[]::new),
                writes.stream().map(Write::operation).toArray(String[]::new),
                writes.stream().map(Write::request).toArray(String[]::new),
                writes.stream().map(Write::reply).toArray(String[]::new));
    }

    public byte[] of(String order) {
        return evidence.of(order);
    }

    public Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    public void sql(String statement, Object... parameters) {
        database.jdbc().sql(statement).params(parameters).update();
    }
}
