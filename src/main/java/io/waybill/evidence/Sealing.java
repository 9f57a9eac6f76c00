package io.waybill.evidence;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters what happens to orders into their chains, off the path of messages: soon after an order came to be or changed, then every day
 * for what happens beside.
 */
class Sealing {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);
    private static final int AT_ONCE = 50;
    private static final Duration LOOKS_BACK = Duration.ofHours(2);
    private static final Duration DAILY = Duration.ofDays(1);
    /** What happens to an order a month after its last change is entered when somebody looks. */
    private static final Duration LOOKED_AT_FOR = Duration.ofDays(30);

    /** Between looks at all of that time: nearly always there is none that is not new. */
    private static final Duration FORGOTTEN_LOOKED_FOR = Duration.ofMinutes(10);

    private static final Duration FIRST_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    private final JdbcClient jdbc;
    private final Sources sources;
    private final Chains chains;
    private final Seals seals;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Instant lookedForForgotten = Instant.EPOCH;

    Sealing(
            JdbcClient jdbc,
            Sources sources,
            Chains chains,
            Seals seals,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.chains = chains;
        this.seals = seals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Seals all whose time has come. */
    @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
    void sealDue() {
        try {
            sealAll(this::due);
            Instant now = clock.instant();
            if (!now.isBefore(lookedForForgotten.plus(FORGOTTEN_LOOKED_FOR))) {
                lookedForForgotten = now;
                sealAll(this::forgotten);
            }
        } catch (RuntimeException e) {
            log.error("Looking for orders to seal failed; next try in half a minute.", e);
        }
    }

    /** One that fails is due later, so each round leaves fewer. */
    private void sealAll(Supplier<Collection<String>> due) {
        Collection<String> found;
        do {
            found = due.get();
            found.forEach(this::tryOne);
        } while (found.size() >= AT_ONCE);
    }

    private void tryOne(String order) {
        try {
            seal(order);
        } catch (RuntimeException e) {
            log.error("The evidence of order {} could not be sealed; it is tried again.", order, e);
            putOff(order);
        }
    }

    /** It must not keep others from being sealed. */
    private void putOff(String order) {
        jdbc.sql("""
                        insert into evidence_chain as c (external_order_id, failures, look_at) values (:order, 1, cast(:now as timestamptz) + cast(:first as interval))
                        on conflict (external_order_id) do update
                        set failures = c.failures + 1, look_at = cast(:now as timestamptz) + cast(:first as interval) * power(2, least(c.failures, :doublings))
                        """)
                .param("order", order)
                .param("now", Timestamp.from(clock.instant()))
                .param("first", FIRST_AGAIN.toSeconds() + " seconds")
                .param("doublings", MOST_DOUBLINGS)
                .update();
    }

    /** Those that are another than when they were sealed, and those whose day is over. */
    private Collection<String> due() {
        Set<String> due = new TreeSet<>(changed(LOOKS_BACK));
        due.addAll(jdbc.sql("select external_order_id from evidence_chain where look_at <= ? order by look_at limit ?")
                .params(Timestamp.from(clock.instant()), AT_ONCE)
                .query(String.class)
                .list());
        return due;
    }

    /** Those of which that was not seen while it was new: nothing ran for days, or nothing was sealed then. */
    private Collection<String> forgotten() {
        return changed(LOOKED_AT_FOR);
    }

    /**
     * Reads that much of order_reference_changed and looks each up by the key of evidence_chain: some hundred rows for two hours, but about
     * a second's work for a month of 300,000 orders, which is why that is done now and then only.
     */
    private List<String> changed(Duration back) {
        return jdbc.sql("""
                        select r.external_order_id from order_reference r left join evidence_chain c using (external_order_id)
                        where r.changed_at > ? and c.seen_changed_at is distinct from r.changed_at and coalesce(c.failures, 0) = 0
                        order by r.changed_at limit ?
                        """)
                .params(Timestamp.from(clock.instant().minus(back)), AT_ONCE)
                .query(String.class)
                .list();
    }

    /** Brings the order's chain up to now, in the caller's transaction or its own; how many entries are new. */
    int seal(String order) {
        return Objects.requireNonNull(transaction.execute(tx -> {
            seals.lock();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            // Read before the facts: what changes meanwhile makes the order due again.
            Timestamp changed = jdbc.sql("select changed_at from order_reference where external_order_id = ?")
                    .param(order)
                    .query(Timestamp.class)
                    .single();
            int added = chains.add(order, sources.of(order), now);
            boolean goesOn = now.isBefore(changed.toInstant().plus(LOOKED_AT_FOR));
            jdbc.sql("""
                            insert into evidence_chain (external_order_id, seen_changed_at, look_at) values (:order, :changed, :look)
                            on conflict (external_order_id) do update set seen_changed_at = :changed, look_at = :look, failures = 0
                            """)
                    .param("order", order)
                    .param("changed", changed)
                    .param("look", goesOn ? Timestamp.from(now.plus(DAILY)) : null, Types.TIMESTAMP)
                    .update();
            return added;
        }));
    }
}
