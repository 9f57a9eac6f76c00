package io.waybill.flow;

import java.util.List;

/**
 * The outcome of one {@link FlowEngine#advance}: the session as it is now and what is to be done, in order.
 *
 * @param started flows that the turn began, also those that are over already
 */
public record Turn(Session session, List<Effect> effects, List<FlowDefinition> started) {

    public Turn {
        effects = List.copyOf(effects);
        started = List.copyOf(started);
    }

    /** One that begins no flow. */
    public Turn(Session session, List<Effect> effects) {
        this(session, effects, List.of());
    }
}
