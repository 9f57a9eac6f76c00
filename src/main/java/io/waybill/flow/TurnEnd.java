package io.waybill.flow;

import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.List;

/** Makes the turn of where the customer stands at its end. */
final class TurnEnd {

    private static final long MAX_WEIGHT = 256 * 1024L;

    private final Standing standing;
    private final Session before;
    private final Facts facts;

    private TurnEnd(Standing standing) {
        this.standing = standing;
        this.before = standing.before();
        this.facts = standing.facts();
    }

    static Turn of(Standing standing) {
        TurnEnd end = new TurnEnd(standing);
        end.dropLocals();
        end.refuseToGrowTooLarge();
        return new Turn(end.session(), end.effects(), standing.started());
    }

    /** A list that only one step looks at goes when that step is left: the session is stored with every message. */
    private void dropLocals() {
        Waiting.Question interrupted = standing.interrupted();
        standing.currentFlow()
                .ifPresent(flow -> flow.locals().forEach((name, owner) -> {
                    boolean inUse =
                            owner.equals(standing.stepId()) || interrupted != null && owner.equals(interrupted.step());
                    if (!inUse && facts.variables().has(name)) {
                        facts.put(List.of(name), Json.nodes().missingNode());
                    }
                }));
    }

    private void refuseToGrowTooLarge() {
        if (isTooLarge()) {
            standing.incident("The session holds more than %d characters.".formatted(MAX_WEIGHT));
            facts.variables(before.variables());
            facts.cart(before.cart());
            standing.calls().clear();
            standing.say(Phrase.TROUBLE);
            standing.handOver("The session has grown too large.");
        }
    }

    private boolean isTooLarge() {
        if (facts.variables() == before.variables() && facts.cart() == before.cart()) {
            return false;
        }
        long weight = Json.weight(facts.variables(), MAX_WEIGHT);
        for (Cart.Line line : facts.cart().lines()) {
            weight += Json.weight(line.product(), MAX_WEIGHT)
                    + (line.options() == null ? 0 : Json.weight(line.options(), MAX_WEIGHT));
        }
        return weight > MAX_WEIGHT;
    }

    private Session session() {
        String step = standing.stepId();
        return new Session(
                before.id(),
                standing.visit(),
                standing.currentFlow()
                        .filter(flow -> step != null)
                        .map(flow -> new Session.Place(flow.id(), flow.revision(), step))
                        .orElse(null),
                standing.waiting(),
                facts.variables(),
                facts.cart(),
                facts.startedBy(),
                standing.silences(),
                facts.chosenLanguage(),
                standing.interrupted(),
                standing.failure(),
                standing.queuedSince(),
                standing.beside());
    }

    private List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        standing.voice().replies().forEach(reply -> effects.add(new Effect.Send(reply)));
        effects.addAll(standing.incidents());
        effects.addAll(standing.unmatched());
        effects.addAll(standing.results());
        String reason = standing.handOver();
        if (reason != null) {
            effects.add(new Effect.HandOver(reason));
        }
        effects.addAll(standing.calls());
        Effect.Fetch fetch = standing.fetch();
        if (fetch != null) {
            effects.add(fetch);
        }
        return effects;
    }
}
