package io.waybill.flow;

import java.util.List;

/**
 * Says what comes next in a conversation. Pure: the same session, event and world always give the same turn, so the simulator,
 * replay, tests and production run the same code.
 */
public final class FlowEngine {

    private final Flows flows;

    public FlowEngine(Flows flows) {
        this.flows = flows;
    }

    /** Moves {@code session} on by {@code event} until it waits for the customer, for the ERP or for a person. */
    public Turn advance(Session session, Event event, World world) {
        Walk walk = new Walk(flows, session, world);
        switch (event) {
            case Event.Received received -> new Listener(walk).hear(received.message());
            case Event.Answered answered -> new CallResults(walk).take(answered.answers());
            case Event.GivenUp givenUp -> giveUp(walk, givenUp);
        }
        return walk.turn();
    }

    private static void giveUp(Walk walk, Event.GivenUp givenUp) {
        if (walk.waiting() instanceof Session.Waiting.Certainty certainty
                        && certainty.key().equals(givenUp.key())
                || walk.waiting() instanceof Session.Waiting.Calls calls
                        && calls.keys().equals(List.of(givenUp.key()))) {
            walk.handOver(givenUp.reason());
        }
    }
}
