package io.waybill.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
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

    private final JdbcClient jdbc;

    Seals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Seal(int entries, String head, Instant at, String previous, String hash) {

        static ObjectNode hashed(String order, int entries, String head, Instant at) {
            return Json.object()
                    .put("at", at.toString())
                    .put("entries", entries)
                    .put("head", head)
                    .put("order", order);
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
                        "select entries, head, at, previous, hash from evidence_seal where external_order_id = ? order by id")
                .param(order)
                .query((row, i) -> new Seal(
                        row.getInt("entries"),
                        row.getString("head"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("previous"),
                        row.getString("hash")))
                .list();
    }

    /** Whether this installation has made this seal. */
    boolean has(String hash) {
        return jdbc.sql("select exists (select 1 from evidence_seal where hash = ?)")
                .param(hash)
                .query(Boolean.class)
                .single();
    }

    /** Whether each seal fits the one before it. */
    SealCheck check() {
        SealCheck[] so = {new SealCheck(0, null, Hashes.NOTHING)};
        jdbc.sql("select external_order_id, entries, head, at, previous, hash from evidence_seal order by id")
                .query(row -> {
                    SealCheck before = so[0];
                    String order = row.getString("external_order_id");
                    String hash = Hashes.next(
                            before.head(),
                            Seal.hashed(
                                    order,
                                    row.getInt("entries"),
                                    row.getString("head"),
                                    row.getTimestamp("at").toInstant()));
                    boolean fits = row.getString("previous").equals(before.head())
                            && row.getString("hash").equals(hash);
                    so[0] = new SealCheck(
                            before.seals() + 1,
                            before.broken() == null && !fits ? order : before.broken(),
                            row.getString("hash"));
                });
        return so[0];
    }

    /**
     * @param broken the order of the first seal that does not fit; null: all do
     * @param head hash of the last one
     */
    record SealCheck(long seals, @Nullable String broken, String head) {}

    /** The seal that was made last, of whichever order. */
    Optional<String> last() {
        return jdbc.sql("select hash from evidence_seal order by id desc limit 1")
                .query(String.class)
                .optional();
    }

    /** In the caller's transaction, which holds the {@link #lock}. */
    void add(String order, int entries, String head, Instant now) {
        String previous = last().orElse(Hashes.NOTHING);
        jdbc.sql(
                        "insert into evidence_seal (external_order_id, entries, head, at, previous, hash) values (?, ?, ?, ?, ?, ?)")
                .params(
                        order,
                        entries,
                        head,
                        Timestamp.from(now),
                        previous,
                        Hashes.next(previous, Seal.hashed(order, entries, head, now)))
                .update();
    }
}
