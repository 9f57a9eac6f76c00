package io.waybill.delivery;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The delivery table: as configured until somebody changes it, then as it was left, on every node. A band is known by its least quantity. */
public final class DeliveryBands {

    /** How long another node may not know of a change. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final int MOST_CHANGES = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final DeliveryCharges configured;
    private final LoadingCache<Boolean, Table> cache;

    DeliveryBands(
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock,
            Ticker ticker,
            DeliveryCharges configured) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.configured = configured;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(ticker).build(any -> load());
    }

    /** What delivery costs now. */
    public DeliveryCharges charges() {
        return table().charges();
    }

    Table table() {
        return cache.get(true);
    }

    /** @throws IllegalArgumentException naming both bands when it overlaps another */
    Table add(Band band, String by) {
        return edit(null, band, by).orElseThrow();
    }

    /**
     * Empty when no band starts at {@code min}.
     *
     * @throws IllegalArgumentException naming both bands when it then overlaps another
     */
    Optional<Table> change(int min, Band band, String by) {
        return edit(min, band, by);
    }

    /** Empty when no band starts at {@code min}. */
    Optional<Table> remove(int min, String by) {
        return edit(min, null, by);
    }

    /** Another table is there by now than the one that was seen; nothing is changed. */
    static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("Somebody else has changed the delivery table meanwhile. Look at what it is now, then save again.");
        }
    }

    /**
     * The whole table, in one go.
     *
     * @param seen the version that was changed
     * @throws ChangedMeanwhile when another is there by now
     * @throws IllegalArgumentException naming both bands when two overlap
     */
    Table replace(long seen, List<Band> wanted, String by) {
        Table replaced = Objects.requireNonNull(transaction.execute(status -> {
            lock();
            Table now = load();
            if (now.version() != seen) {
                throw new ChangedMeanwhile();
            }
            DeliveryCharges charges = new DeliveryCharges(wanted, now.charges().gapPolicy());
            replace(charges.bands());
            noteDifferences(now.charges().bands(), charges.bands(), by);
            return new Table(charges, true, version());
        }));
        cache.invalidateAll();
        return replaced;
    }

    private void noteDifferences(List<Band> before, List<Band> after, String by) {
        Map<Integer, Band> wanted = after.stream().collect(Collectors.toMap(Band::min, band -> band));
        Map<Integer, Band> known = before.stream().collect(Collectors.toMap(Band::min, band -> band));
        for (Band band : before) {
            Band now = wanted.get(band.min());
            if (!band.equals(now)) {
                note(band, now, by);
            }
        }
        after.stream().filter(band -> !known.containsKey(band.min())).forEach(band -> note(null, band, by));
    }

    /** Of two changes at once the second must see the first; readers are not held up. */
    private void lock() {
        jdbc.sql("lock table delivery_band in share row exclusive mode").update();
    }

    /** That of the rows; what is decided about gaps does not change it. */
    private long version() {
        return jdbc.sql("select coalesce(max(id), 0) from delivery_change where new_gaps is null")
                .query(Long.class)
                .single();
    }

    /** From now on quantities that no band covers are treated so. */
    Table decideGaps(GapPolicy policy, String by) {
        jdbc.sql("insert into delivery_change (changed_at, changed_by, new_gaps) values (?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), by, policy.key())
                .update();
        cache.invalidateAll();
        return table();
    }

    /** The latest, newest first. */
    List<Change> changes() {
        return jdbc.sql("select * from delivery_change order by id desc limit ?")
                .param(MOST_CHANGES)
                .query((row, n) -> new Change(
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        band(row, "old_min", "old_max", "old_charge"),
                        band(row, "new_min", "new_max", "new_charge"),
                        row.getString("new_gaps") == null ? null : GapPolicy.of(row.getString("new_gaps"))))
                .list();
    }

    private Optional<Table> edit(@Nullable Integer min, @Nullable Band after, String by) {
        Optional<Table> edited = Objects.requireNonNull(transaction.execute(status -> {
            lock();
            DeliveryCharges now = load().charges();
            List<Band> bands = new ArrayList<>(now.bands());
            Optional<Band> before = bands.stream()
                    .filter(band -> min != null && band.min() == min)
                    .findFirst();
            if (min != null && before.isEmpty()) {
                return Optional.empty();
            }
            before.ifPresent(bands::remove);
            if (after != null) {
                bands.add(after);
            }
            DeliveryCharges charges = new DeliveryCharges(bands, now.gapPolicy());
            replace(charges.bands());
            note(before.orElse(null), after, by);
            return Optional.of(new Table(charges, true, version()));
        }));
        cache.invalidateAll();
        return edited;
    }

    private void replace(List<Band> bands) {
        jdbc.sql("delete from delivery_band").update();
        jdbc.sql("insert into delivery_band select * from unnest(?::int[], ?::int[], ?::numeric[])")
                .param(bands.stream().map(Band::min).toArray(Integer[]::new))
                .param(bands.stream().map(Band::max).toArray(Integer[]::new))
                .param(bands.stream().map(Band::charge).toArray(BigDecimal[]::new))
                .update();
    }

    private void note(@Nullable Band before, @Nullable Band after, String by) {
        jdbc.sql("""
                        insert into delivery_change
                            (changed_at, changed_by, old_min, old_max, old_charge, new_min, new_max, new_charge)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(by)
                .param(before == null ? null : before.min())
                .param(before == null ? null : before.max())
                .param(before == null ? null : before.charge())
                .param(after == null ? null : after.min())
                .param(after == null ? null : after.max())
                .param(after == null ? null : after.charge())
                .update();
    }

    private Table load() {
        // Before the rows: whoever reads between two changes has an older version, never a newer one.
        long version = version();
        List<Band> bands = jdbc.sql("select min_qty, max_qty, charge from delivery_band")
                .query((row, n) -> new Band(
                        row.getInt("min_qty"), row.getObject("max_qty", Integer.class), row.getBigDecimal("charge")))
                .list();
        boolean edited = !bands.isEmpty() || version > 0;
        return new Table(edited ? new DeliveryCharges(bands, gaps()) : configured.with(gaps()), edited, version);
    }

    private GapPolicy gaps() {
        return jdbc.sql("select new_gaps from delivery_change where new_gaps is not null order by id desc limit 1")
                .query(String.class)
                .optional()
                .map(GapPolicy::of)
                .orElse(GapPolicy.REFUSE);
    }

    private static @Nullable Band band(ResultSet row, String min, String max, String charge) throws SQLException {
        Integer from = row.getObject(min, Integer.class);
        return from == null ? null : new Band(from, row.getObject(max, Integer.class), row.getBigDecimal(charge));
    }

    /**
     * @param edited false while it is the configuration's
     * @param version grows with each change of a row
     */
    record Table(DeliveryCharges charges, boolean edited, long version) {}

    /**
     * What somebody did to one row, or decided about gaps.
     *
     * @param before null: it was added
     * @param after null: it was removed
     * @param gaps null: it is about a row
     */
    record Change(
            Instant at,
            String by,
            @Nullable Band before,
            @Nullable Band after,
            @Nullable GapPolicy gaps) {}
}
