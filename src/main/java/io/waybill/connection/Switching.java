package io.waybill.connection;

import io.waybill.access.Audit;
import io.waybill.access.PartConnected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Says which ERP customers are served by, and whether anything is sent to it. */
final class Switching {

    /** Every node looks each second at what is asked, and {@link ConnectionWatch} lets none write that has not. */
    private static final Duration EVERY_NODE_HAS_LOOKED = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Connections connections;
    private final ConnectionStore store;
    private final ConnectionWatch watch;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Switching(
            Connections connections,
            ConnectionStore store,
            ConnectionWatch watch,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.connections = connections;
        this.store = store;
        this.watch = watch;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Customers are served by what is edited. */
    ConnectionView goLive(@Nullable Long version, String by) {
        Edited edited = connections.edited();
        connections.requireVersion(version, edited);
        Saved saved = edited.saved();
        if (saved == null) {
            return useConfigured(by);
        }
        List<GoLive.MissingForLive> missing =
                GoLive.missing(edited, connections.tests(edited), connections.problem(edited));
        if (!missing.isEmpty()) {
            throw new NotNow(
                    missing.stream().map(GoLive.MissingForLive::sentence).collect(Collectors.joining(" ")));
        }
        connections.requireAllowed(saved);
        Live before = withNothingOpen(edited.baseUrl(), by);
        return become(before, new Live(0, edited.version(), by, clock.instant(), null));
    }

    /** Customers are served by the ERP of the configuration again. */
    ConnectionView useConfigured(String by) {
        Live before = withNothingOpen(connections.configured().baseUrl(), by);
        return become(before, new Live(0, null, by, clock.instant(), null));
    }

    ConnectionView pause(String by) {
        Live before = store.live();
        return become(before, paused(before, by));
    }

    ConnectionView resume(String by) {
        Live before = store.live();
        return become(before, resumed(before, by));
    }

    private Live paused(Live live, String by) {
        return new Live(0, live.revision(), whose(live, by), since(live), new Live.Pause(by, clock.instant()));
    }

    private Live resumed(Live live, String by) {
        return new Live(0, live.revision(), whose(live, by), since(live), null);
    }

    private static String whose(Live live, String otherwise) {
        return live.by().isEmpty() ? otherwise : live.by();
    }

    private Instant since(Live live) {
        return Optional.ofNullable(live.at()).orElseGet(clock::instant);
    }

    /**
     * What is live, ready to be followed by the ERP at {@code baseUrl}. Another ERP knows nothing of what this one was asked to write:
     * before it is asked, no node sends anything any more, and what was sent has ended.
     */
    private Live withNothingOpen(String baseUrl, String by) {
        Live before = store.live();
        String asked = before.revision() == null
                ? connections.configured().baseUrl()
                : store.find(before.revision()).map(Saved::baseUrl).orElse("");
        if (asked.equals(baseUrl)) {
            return before;
        }
        // Those do not end in a moment: no customer has to wait for them.
        requireNone(store.writes("unknown"));
        Live paused = before.pause() == null ? change(before, paused(before, by)) : before;
        try {
            requireNone(openAfterPatience());
            return paused;
        } catch (RuntimeException e) {
            if (before.pause() == null) {
                change(paused, resumed(paused, by));
            }
            throw e;
        }
    }

    /** How many writes are left when every node has seen the pause and what was under way had time to end. */
    private long openAfterPatience() {
        long start = System.nanoTime();
        while (true) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            long open = store.writes("open", "unknown");
            boolean seen = waited.compareTo(EVERY_NODE_HAS_LOOKED) >= 0;
            if (seen && open == 0 || waited.compareTo(PATIENCE) >= 0) {
                return open;
            }
            waitAMoment();
        }
    }

    private static void waitAMoment() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("Waybill is stopping: which ERP is asked was not changed.");
        }
    }

    private static void requireNone(long open) {
        if (open > 0) {
            throw new NotNow(
                    "Writes to the ERP that is asked now have no known end: %d. Wait until they are found out, or decide them under Operations; another ERP knows nothing of them."
                            .formatted(open));
        }
    }

    private ConnectionView become(Live before, Live after) {
        change(before, after);
        events.publishEvent(new PartConnected());
        return connections.view();
    }

    private Live change(Live before, Live after) {
        audit.run("erp.live", "", this::auditedLive, () -> {
            if (!store.change(before, after)) {
                throw new NotNow("Somebody else has just changed which ERP is asked: look again.");
            }
        });
        watch.refresh();
        return new Live(before.change() + 1, after.revision(), after.by(), after.at(), after.pause());
    }

    /** @param revision null: the ERP of the configuration */
    private record AuditedLive(@Nullable Long revision, boolean paused) {}

    private AuditedLive auditedLive() {
        Live live = store.live();
        return new AuditedLive(live.revision(), live.pause() != null);
    }
}
