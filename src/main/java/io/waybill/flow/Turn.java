package io.waybill.flow;

import java.util.List;

/** The outcome of one {@link FlowEngine#advance}: the session as it is now and what is to be done, in order. */
public record Turn(Session session, List<Effect> effects) {

    public Turn {
        effects = List.copyOf(effects);
    }
}
