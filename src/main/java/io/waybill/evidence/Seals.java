package io.waybill.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the seals of all orders, one after the other. */
final class Seals {

    /** Of the lock. */
    private static final long SEALING = 0x65766964656e6365L;

    private static final int AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param previous hash of the seal before, of whichever order
     * @param before hash of the seal before of the same order: the newest stands for all of them
     */
    record Seal(String before, int entries, String head, Instant at, String previous, String hash) {

        static ObjectNode hashed(String order, String before, int entries, String head, Instant at) {
            return Json.object()
                    .put("at", at.toString())
                    .put("before", before)
                    .put("entries", entries)
                    .put("head", head)
                    .put("order", order);
        }

        private static Seal of(ResultSet row) throws SQLException {
            return new Seal(
                    row.getString("before"),
                    row.getInt("entries"),
                    row.getString("head"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("previous"),
                    row.getString("hash"));
        }

        private boolean follows(String last, String order) {
            return previous.equals(last) && hash.equals(Hashes.next(last, hashed(order, before, entries, head, at)));
        }
    }

    /** Nobody else adds to any chain until the caller's transaction ends: each seal names the one before, whatever its order. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(SEALING)
                .query((row, i) -> i)
                .list();
    }

    List<Seal> of(String order) {
        return jdbc.sql(
                        "select before, entries, head, at, previous, hash from evidence_seal where external_order_id = ? order by id")
                .param(order)
                .query((row, n) -> Seal.of(row))
                .list();
    }

    /** How many seals of this order were made here after this one; empty: this one was not. */
    Optional<Integer> since(String order, String hash) {
        return jdbc.sql("""
                        select (select count(*) from evidence_seal l where l.external_order_id = s.external_order_id and l.id > s.id)
                        from evidence_seal s where s.hash = ? and s.external_order_id = ?
                        """).params(hash, order).query(Integer.class).optional();
    }

    /**
     * Whether each seal fits the one before it.
     *
     * @param kept one that was kept elsewhere; null: none
     */
    SealCheck check(@Nullable String kept) {
        Walk walk = new Walk(kept);
        long seals;
        do {
            seals = walk.seals;
            // A page at a time: of all orders of all years there are many, which do not fit into memory.
            jdbc.sql("""
                            select id, external_order_id, before, entries, head, at, previous, hash from evidence_seal
                            where id > ? order by id limit ?
                            """).params(walk.id, AT_ONCE).query(row -> {
                walk.take(row);
            });
        } while (walk.seals == seals + AT_ONCE);
        return walk.result();
    }

    /** From one seal to the next. */
    private static final class Walk {

        private final @Nullable String kept;
        private long seals;
        private long id;
        private @Nullable String broken;
        private String head = Hashes.NOTHING;
        private boolean stands;

        Walk(@Nullable String kept) {
            this.kept = kept;
            this.stands = head.equals(kept);
        }

        void take(ResultSet row) throws SQLException {
            String order = row.getString("external_order_id");
            Seal seal = Seal.of(row);
            if (broken == null && !seal.follows(head, order)) {
                broken = order;
            }
            id = row.getLong("id");
            head = seal.hash();
            seals++;
            stands |= broken == null && head.equals(kept);
        }

        SealCheck result() {
            return new SealCheck(seals, broken, head, kept == null ? null : stands);
        }
    }

    /**
     * @param broken the order of the first seal that does not fit; null: all do
     * @param head hash of the last one
     * @param stands whether the one that was kept elsewhere is among them, and all before it fit; null: none was given
     */
    record SealCheck(
            long seals,
            @Nullable String broken,
            String head,
            @Nullable Boolean stands) {}

    /** The seal that was made last, of whichever order. */
    Optional<String> last() {
        return jdbc.sql("select hash from evidence_seal order by id desc limit 1")
                .query(String.class)
                .optional();
    }

    /** In the caller's transaction, which holds the {@link #lock}. */
    void add(String order, int entries, String head, Instant now) {
        String previous = last().orElse(Hashes.NOTHING);
        String before = jdbc.sql("select hash from evidence_seal where external_order_id = ? order by id desc limit 1")
                .param(order)
                .query(String.class)
                .optional()
                .orElse(Hashes.NOTHING);
        jdbc.sql("""
                        insert into evidence_seal (external_order_id, before, entries, head, at, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        order,
                        before,
                        entries,
                        head,
                        Timestamp.from(now),
                        previous,
                        Hashes.next(previous, Seal.hashed(order, before, entries, head, now)))
                .update();
    }
}
