package io.waybill.erasure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.database.KeptOfPeople;
import io.waybill.expression.Json;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out and deletes what all modules keep of one person. */
final class People {

    private final List<KeptOfPeople> kept;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param kept in the order in which it is erased */
    People(List<KeptOfPeople> kept, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.kept = List.copyOf(kept);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** It cannot be now; the sentences say why. */
    static final class UnderWay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnderWay(List<String> reasons) {
            super(String.join(" ", reasons));
        }
    }

    record Erased(long contactId, Instant erasedAt, String erasedBy, boolean forced, Map<String, Integer> changes) {}

    /** The contact and those that were merged into it; none where there is no such contact, or it was merged itself. */
    private List<Long> all(long contactId) {
        return jdbc.sql("""
                        select k.id from contact k
                        where (k.id = :contact or k.merged_into = :contact)
                          and exists (select 1 from contact where id = :contact and merged_into is null)
                        order by k.id
                        """).param("contact", contactId).query(Long.class).list();
    }

    boolean exists(long contactId) {
        return !all(contactId).isEmpty();
    }

    /** All that is kept of them: table, then rows. */
    ObjectNode export(long contactId) {
        List<Long> contacts = all(contactId);
        return Objects.requireNonNull(transaction.execute(tx -> {
            ObjectNode document = Json.object()
                    .put("contact", contactId)
                    .put("at", clock.instant().toString());
            for (KeptOfPeople one : kept) {
                List<String> rows = one.of(contacts);
                if (!rows.isEmpty()) {
                    ArrayNode listed = document.putArray(one.name());
                    rows.forEach(row -> listed.add(Json.read(row)));
                }
            }
            return document;
        }));
    }

    /**
     * As one commit, while nobody works on them.
     *
     * @param forced although an order is under way
     */
    Erased erase(long contactId, boolean forced, String by) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            List<Long> contacts = all(contactId);
            lock(contacts);
            if (!forced) {
                refuseWhileUnderWay(contacts);
            }
            Map<String, Integer> changes = new LinkedHashMap<>();
            kept.forEach(one -> changes.merge(one.name(), one.erase(contacts), Integer::sum));
            Erased erased = new Erased(contactId, clock.instant(), by, forced, changes);
            jdbc.sql("insert into erasure (contact_id, erased_at, erased_by, forced, changes) values (?, ?, ?, ?, ?)")
                    .params(
                            contactId,
                            Timestamp.from(erased.erasedAt()),
                            by,
                            forced,
                            Json.write(Json.MAPPER.valueToTree(changes)))
                    .update();
            return erased;
        }));
    }

    /** Whoever answers them now would write down again what is deleted here. */
    private void lock(List<Long> contacts) {
        boolean held = jdbc.sql(
                        "select lease_until >= ? as held from conversation where contact_id = any(?) order by contact_id for update")
                .params(Timestamp.from(clock.instant()), contacts.toArray(Long[]::new))
                .query(Boolean.class)
                .list()
                .contains(true);
        if (held) {
            throw new UnderWay(List.of("They are being answered right now. Try again in a moment."));
        }
        if (isOnItsWay(contacts)) {
            throw new UnderWay(
                    List.of(
                            "A message to them is on its way, or waits for their number to go on: it would bring back who they are. Try again when it has gone."));
        }
    }

    /** No node takes into its memory what waits, as long as it is locked. */
    private boolean isOnItsWay(List<Long> contacts) {
        return jdbc.sql("""
                        select node is not null from outbox where contact_id = any(?) and state in ('queued', 'ambiguous')
                        order by contact_id, id for update
                        """)
                .param(contacts.toArray(Long[]::new))
                .query(Boolean.class)
                .list()
                .contains(true);
    }

    private void refuseWhileUnderWay(List<Long> contacts) {
        List<String> reasons = new ArrayList<>();
        jdbc.sql("""
                        select external_order_id, status from order_reference
                        where contact_id = any(?) and status not in ('delivered', 'cancelled') order by id limit 5
                        """)
                .param(contacts.toArray(Long[]::new))
                .query((row, n) -> "Order %s is %s.".formatted(row.getString(1), row.getString(2)))
                .list()
                .forEach(reasons::add);
        jdbc.sql("""
                        select operation, state from ledger where contact_id = any(?) and state in ('open', 'unknown', 'manual')
                        order by opened_at limit 5
                        """)
                .param(contacts.toArray(Long[]::new))
                .query((row, n) ->
                        "How %s ended in the ERP is not known (%s).".formatted(row.getString(1), row.getString(2)))
                .list()
                .forEach(reasons::add);
        jdbc.sql(
                        "select id, outcome from placed_order where contact_id = any(?) and next_step is not null order by placed_at limit 5")
                .param(contacts.toArray(Long[]::new))
                .query((row, n) ->
                        "The order %s has not come to the ERP (%s).".formatted(row.getString(1), row.getString(2)))
                .list()
                .forEach(reasons::add);
        if (!reasons.isEmpty()) {
            reasons.add("Settle that first, or erase them all the same with force=true.");
            throw new UnderWay(reasons);
        }
    }

    /** The latest first. */
    List<Erased> erased(int limit) {
        return jdbc.sql(
                        "select contact_id, erased_at, erased_by, forced, changes from erasure order by id desc limit ?")
                .param(limit)
                .query((row, n) -> new Erased(
                        row.getLong("contact_id"),
                        row.getTimestamp("erased_at").toInstant(),
                        row.getString("erased_by"),
                        row.getBoolean("forced"),
                        counts(row.getString("changes"))))
                .list();
    }

    private static Map<String, Integer> counts(String changes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Json.read(changes)
                .properties()
                .forEach(table -> counts.put(table.getKey(), table.getValue().intValue()));
        return counts;
    }
}
