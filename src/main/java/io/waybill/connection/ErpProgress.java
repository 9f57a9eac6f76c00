package io.waybill.connection;

import io.waybill.connection.GoLive.MissingForLive;
import io.waybill.connection.GoLive.Why;
import io.waybill.erp.ErpConnections;
import io.waybill.erp.ErpOperation;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How far an ERP is connected, for those who set a shop up. */
public final class ErpProgress {

    private final Connections connections;
    private final ConnectionWatch watch;
    private final ErpConnections erp;

    ErpProgress(Connections connections, ConnectionWatch watch, ErpConnections erp) {
        this.connections = connections;
        this.watch = watch;
        this.erp = erp;
    }

    /** How customers are served. */
    public enum Served {
        /** By the ERP that comes with Waybill. */
        DEMO,
        LIVE,
        PAUSED,
        /** By none: what is live cannot be used. */
        BROKEN
    }

    /** What is to be done next. */
    public enum Next {
        NOTHING,
        /** Say where the ERP is, or what else the connection lacks as a whole. */
        CONNECT,
        /** Operations have no method and path. */
        SET,
        /** Operations were not tested as they are set up now. */
        TEST,
        /** The last tests of operations failed. */
        MEND,
        GO_LIVE,
        RESUME
    }

    /** @param operations that are to be set, tested or mended */
    public record ErpStanding(Served served, Next next, List<ErpOperation> operations) {

        private static ErpStanding of(Served served, Next next) {
            return new ErpStanding(served, next, List.of());
        }
    }

    /**
     * Of the ERP that is live; while that is the demo ERP, of the one that is to take its place.
     *
     * @param needed what the shop asks of an ERP that is live; before it goes live it needs all that the contract requires
     */
    public ErpStanding now(Set<ErpOperation> needed) {
        ConnectionWatch.State state = watch.state();
        Live live = state.live();
        if (state.broken() != null) {
            return ErpStanding.of(Served.BROKEN, Next.CONNECT);
        }
        if (live.closed() != null) {
            return ErpStanding.of(Served.PAUSED, Next.RESUME);
        }
        if (live.revision() == null && erp.configured().demo()) {
            Edited edited = connections.edited();
            return edited.saved() == null
                    ? ErpStanding.of(Served.DEMO, Next.CONNECT)
                    : next(Served.DEMO, connections.missing(edited), Next.GO_LIVE);
        }
        Edited asked = connections.asked(live).orElseGet(connections::configured);
        List<MissingForLive> missing = connections.missing(asked).stream()
                .filter(thing -> thing.operation() != null && needed.contains(thing.operation()))
                .toList();
        return next(Served.LIVE, missing, Next.NOTHING);
    }

    private static ErpStanding next(Served served, List<MissingForLive> missing, Next ready) {
        return missing.stream()
                .map(MissingForLive::why)
                .min(Comparator.comparing(ErpProgress::next))
                .map(why -> new ErpStanding(served, next(why), operations(missing, why)))
                .orElseGet(() -> ErpStanding.of(served, ready));
    }

    private static Next next(Why why) {
        return switch (why) {
            case NOT_READY -> Next.CONNECT;
            case NOT_SET -> Next.SET;
            case NOT_TESTED -> Next.TEST;
            case TEST_FAILED -> Next.MEND;
        };
    }

    private static List<ErpOperation> operations(List<MissingForLive> missing, Why why) {
        return missing.stream()
                .filter(thing -> thing.why() == why)
                .map(MissingForLive::operation)
                .filter(Objects::nonNull)
                .toList();
    }
}
