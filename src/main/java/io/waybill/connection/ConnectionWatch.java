package io.waybill.connection;

import io.waybill.access.RealPart;
import io.waybill.erp.ErpConnections;
import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Has this node ask the ERP that is live, whoever said so on which node. What cannot be used is not replaced by another: nothing is sent. */
final class ConnectionWatch implements InitializingBean, RealPart {

    private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);
    private static final int LOOK_EVERY_MILLIS = 1_000;

    /** What a node has seen longer ago may not be so any more; {@link Switching} waits longer than that. */
    private static final Duration STALE = Duration.ofMillis(1_500);

    private final ConnectionStore store;
    private final ErpConnections erp;
    private final SealedSecrets secrets;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = new State(Live.CONFIGURED, null);
    private volatile long seenAt;
    private volatile boolean lookedInVain;

    /** @param broken why what is live cannot be used; null: it can */
    record State(Live live, @Nullable String broken) {}

    ConnectionWatch(ConnectionStore store, ErpConnections erp, SealedSecrets secrets, LongSupplier nanoTime) {
        this.store = store;
        this.erp = erp;
        this.secrets = secrets;
        this.nanoTime = nanoTime;
    }

    /** Before anything is sent. */
    @Override
    public void afterPropertiesSet() {
        seenAt = nanoTime.getAsLong();
        refresh();
        erp.beforeEachWrite(this::hindrance);
    }

    /** True while an ERP is asked that somebody connected. */
    @Override
    public boolean isReal() {
        return state.live().revision() != null;
    }

    /** What this node asks. */
    State state() {
        return state;
    }

    @Scheduled(fixedDelay = LOOK_EVERY_MILLIS, initialDelay = LOOK_EVERY_MILLIS)
    void follow() {
        try {
            look();
            lookedInVain = false;
        } catch (DataAccessException | TransactionException e) {
            if (!lookedInVain) {
                log.warn("Whether another ERP was connected cannot be seen: {}", e.getMessage());
            }
            lookedInVain = true;
        }
    }

    /**
     * Why nothing may be written to the ERP that this node asks; a node that stood still looks first whether it is still that one. Asked
     * when the write is kept already: either {@link Switching} finds it there, or this node finds that another ERP is asked.
     */
    Optional<String> hindrance() {
        if (nanoTime.getAsLong() - seenAt <= STALE.toNanos()) {
            return Optional.empty();
        }
        try {
            look();
            return Optional.empty();
        } catch (DataAccessException | TransactionException e) {
            return Optional.of("Which ERP is asked cannot be seen: the database does not answer.");
        }
    }

    private void look() {
        long start = nanoTime.getAsLong();
        if (store.liveChange() != state.live().change()) {
            refresh();
        }
        seenAt = start;
    }

    /** Takes what is live now. */
    void refresh() {
        lock.lock();
        try {
            Live live = store.live();
            if (live.change() != state.live().change()) {
                state = taken(live);
            }
        } finally {
            lock.unlock();
        }
    }

    private State taken(Live live) {
        boolean same = state.broken() == null
                && Objects.equals(live.revision(), state.live().revision());
        if (same) {
            erp.close(live.closed());
            return new State(live, null);
        }
        Long revision = live.revision();
        if (revision == null) {
            erp.useConfigured(live.closed());
            log.info("The ERP of the configuration is asked from now on.");
            return new State(live, null);
        }
        try {
            Saved saved = store.find(revision).orElseThrow(() -> new Misconfigured("It is not kept any more."));
            erp.use(secrets.opened(saved), live.closed());
            log.info(
                    "The ERP connected in the console (version {}, {}) is asked from now on, not the one of waybill.erp.*.",
                    revision,
                    saved.baseUrl());
            return new State(live, null);
        } catch (Misconfigured e) {
            String sentence = "The ERP connected in the console (version %d) cannot be used: %s"
                    .formatted(revision, e.getMessage());
            log.error("{} Nothing is sent to any ERP until that is mended.", sentence);
            erp.close(sentence);
            return new State(live, sentence);
        }
    }
}
