package io.waybill.flow.lint;

import java.util.Set;

/**
 * A way from one place of a flow to another.
 *
 * @param pointer where the flow says so
 * @param known names that have a value when this way is taken, by the condition that guards it
 */
record Edge(int from, int to, Kind kind, String pointer, Set<String> known) {

    /** Why the way is taken. */
    enum Kind {
        SKIP(Reached.ENTERED),
        EMPTY(Reached.ENTERED),
        REFUSED(Reached.ENTERED),
        DOWN(Reached.ENTERED),
        UNKNOWN(Reached.ENTERED),
        INVALID(Reached.CALLED),
        SILENCE(Reached.CALLED),
        PAYMENT(Reached.CALLED),
        COMMAND(Reached.CALLED),
        OPTION(Reached.ANSWERED),
        NEXT(Reached.CONCLUDED),
        FALL(Reached.CONCLUDED),
        /** Out of a place that is no step. */
        JUMP(Reached.ENTERED);

        private final Reached reached;

        Kind(Reached reached) {
            this.reached = reached;
        }

        /** How far the step got at least. */
        Reached reached() {
            return reached;
        }

        boolean isFailure() {
            return this == REFUSED || this == DOWN || this == UNKNOWN || this == INVALID;
        }

        /** True when the customer did something first, or something else happened. */
        boolean waits() {
            return this == INVALID || this == SILENCE || this == PAYMENT || this == COMMAND || this == OPTION;
        }
    }

    /** The parts of a step in the order they are done. */
    enum Reached {
        ENTERED,
        CALLED,
        ANSWERED,
        CONCLUDED
    }
}
