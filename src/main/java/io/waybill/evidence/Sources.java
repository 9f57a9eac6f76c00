package io.waybill.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.evidence.Scopes.Scope;
import io.waybill.expression.Json;
import io.waybill.order.PersonalTimeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that is known of one order, read where it is kept. */
final class Sources {

    /** Of one kind; more belongs to no order that people make. */
    private static final int MOST = 5_000;

    /** Of an entry of the timeline. */
    private static final String[] WORDS = {"before", "after", "detail"};

    private final JdbcClient jdbc;
    private final Scopes scopes;

    Sources(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.scopes = new Scopes(jdbc);
    }

    /** In the order in which it happened; none where nobody knows of the order. */
    List<Fact> of(String externalOrderId) {
        Optional<Scope> known = scopes.of(externalOrderId);
        if (known.isEmpty()) {
            return List.of();
        }
        Scope scope = known.get();
        List<Fact> facts = new ArrayList<>(reference(scope));
        facts.addAll(
                new LedgerSource(jdbc).of(scope.order(), scope.clientReference(), scope.contacts(), scope.begin()));
        facts.addAll(timeline(scope));
        facts.addAll(messages(scope));
        facts.addAll(journal(scope));
        facts.addAll(staff(scope));
        facts.addAll(receipts(scope));
        facts.addAll(feedback(scope));
        facts.sort(Fact.IN_TIME);
        return facts;
    }

    private List<Fact> reference(Scope scope) {
        return facts(
                "select external_order_id, client_reference, source, total, currency, created_at from order_reference where external_order_id = ?",
                (row, n) -> Fact.of("order", row)
                        .texts("external_order_id", "client_reference", "source", "currency")
                        .amounts("total")
                        .at(scope.order(), "created_at"),
                scope.order());
    }

    private List<Fact> timeline(Scope scope) {
        List<Fact> facts = facts(
                "select id, at, heard_at, origin, kind, before, after, said_by, detail from order_event where external_order_id = ? order by id limit ?",
                Sources::event,
                scope.order(),
                MOST);
        facts.addAll(facts(
                "select status, at, state, reason from order_notice where external_order_id = ?",
                (row, n) -> Fact.of("notice", row)
                        .texts("status", "state", "reason")
                        .at(row.getString("status"), "at"),
                scope.order()));
        return facts;
    }

    private static Fact event(ResultSet row, int n) throws SQLException {
        Fact.Builder event =
                Fact.of("event", row).texts("origin", "kind", "said_by").times("at");
        return (PersonalTimeline.is(row.getString("kind")) ? event.personal(WORDS) : event.texts(WORDS))
                .at(row.getString("id"), "heard_at");
    }

    /** The key is a number: Meta's id of a message does not stay when a person is forgotten, and the contact changes when two are one. */
    private List<Fact> messages(Scope scope) {
        List<Fact> facts = facts(
                """
                select seq, wamid, sent_at, received_at, payload from inbox
                where contact_id = any(?) and received_at >= ? and received_at < ? order by received_at, seq limit ?
                """,
                (row, n) -> Fact.of("message.in", row)
                        .times("sent_at")
                        .personal("wamid", "payload")
                        .at(row.getString("seq"), "received_at"),
                scope.contacts(),
                scope.begin(),
                scope.end(),
                MOST);
        facts.addAll(facts(
                "select contact_id, id, created_at, payload from outbox where contact_id = any(?) and created_at >= ? and created_at < ? order by id limit ?",
                (row, n) -> Fact.of("message.out", row).personal("payload").at(outboxKey(row), "created_at"),
                scope.contacts(),
                scope.begin(),
                scope.end(),
                MOST));
        facts.addAll(facts(
                """
                select contact_id, id, wamid, state, delivery, error_code, sent_at, delivered_at, read_at, failed_at,
                    coalesce(read_at, delivered_at, failed_at, sent_at) as at
                from outbox where contact_id = any(?) and created_at >= ? and created_at < ? and state in ('sent', 'dead') and sent_at is not null
                order by id limit ?
                """,
                (row, n) -> Fact.of("message.status", row)
                        .texts("state", "delivery", "error_code")
                        .personal("wamid")
                        .times("sent_at", "delivered_at", "read_at", "failed_at")
                        .at(outboxKey(row), "at"),
                scope.contacts(),
                scope.begin(),
                scope.end(),
                MOST));
        return facts;
    }

    private static String outboxKey(ResultSet row) throws SQLException {
        return row.getString("contact_id") + '.' + row.getString("id");
    }

    /** What the ERP was asked beside the ledger, prices above all; who took over, and what went wrong. */
    private List<Fact> journal(Scope scope) {
        List<Fact> facts = facts("""
                select id, at, kind, body from journal
                where contact_id = any(?) and at >= ? and at < ? and kind in ('erp', 'handover', 'incident') order by id limit ?
                """, Sources::journal, scope.contacts(), scope.begin(), scope.end(), MOST);
        facts.addAll(facts(
                """
                select id, at, split_part(body, '}', 1) || '}}' as head from journal
                where contact_id = any(?) and at >= ? and at < ? and kind = 'turn' and position('"started":' in split_part(body, '}', 1)) > 0
                order by id limit ?
                """,
                (row, n) -> Fact.of("flow", row)
                        .value(
                                "started",
                                Json.read(row.getString("head"))
                                        .path("marks")
                                        .path("started")
                                        .toString())
                        .at(row.getString("id"), "at"),
                scope.contacts(),
                scope.begin(),
                scope.end(),
                MOST));
        return facts;
    }

    private static Fact journal(ResultSet row, int n) throws SQLException {
        String kind = row.getString("kind");
        if (!kind.equals("erp")) {
            return Fact.of(kind, row).personal("body").at(row.getString("id"), "at");
        }
        JsonNode call = Json.read(row.getString("body"));
        String operation = call.path("operation").asText();
        return Fact.of(operation.equals("GET_PRICE") ? "quote" : "erp", row)
                .value("operation", operation)
                .value("outcome", call.path("outcome").asText())
                .personal("body")
                .at(row.getString("id"), "at");
    }

    private List<Fact> staff(Scope scope) {
        List<Fact> facts = facts(
                "select key, operation, request, said_by, asked_at, taken_at from staff_action where external_order_id = ?",
                (row, n) -> Fact.of("staff.action", row)
                        .texts("operation", "said_by")
                        .times("taken_at")
                        .personal("request")
                        .at(row.getString("key"), "asked_at"),
                scope.order());
        facts.addAll(facts(
                "select contact_id, id, said_by, at from staff_message where contact_id = any(?) and at >= ? and at < ? order by id limit ?",
                (row, n) -> Fact.of("staff.message", row).texts("said_by").at(outboxKey(row), "at"),
                scope.contacts(),
                scope.begin(),
                scope.end(),
                MOST));
        facts.addAll(facts(
                """
                select id, amount, currency, reason, requested_by, requested_at, state, decided_by, decided_at
                from refund_request where external_order_id = ?
                """,
                (row, n) -> Fact.of("refund", row)
                        .texts("currency", "requested_by", "state", "decided_by")
                        .amounts("amount")
                        .times("decided_at")
                        .personal("reason")
                        .at(row.getString("id"), "requested_at"),
                scope.order()));
        return facts;
    }

    private List<Fact> receipts(Scope scope) {
        return facts(
                """
                select r.id, r.paid_at, r.state, r.branding_version, r.sent_at, m.sha256
                from receipt r left join media m on m.id = r.file_id where r.external_order_id = ?
                """,
                (row, n) -> Fact.of("receipt", row)
                        .texts("state", "branding_version", "sha256")
                        .times("sent_at")
                        .at(row.getString("id"), "paid_at"),
                scope.order());
    }

    private List<Fact> feedback(Scope scope) {
        return facts(
                """
                select state, delivered_at, asked_at, asked_by, rating, rated_at, comment, commented_at, flow
                from feedback where external_order_id = ?
                """,
                (row, n) -> Fact.of("feedback", row)
                        .texts("state", "asked_by", "rating", "flow")
                        .times("asked_at", "rated_at", "commented_at")
                        .personal("comment")
                        .at(scope.order(), "delivered_at"),
                scope.order());
    }

    private List<Fact> facts(String sql, RowMapper<Fact> fact, Object... parameters) {
        return new ArrayList<>(jdbc.sql(sql).params(parameters).query(fact).list());
    }
}
