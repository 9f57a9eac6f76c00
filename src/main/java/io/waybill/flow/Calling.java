package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the ERP what a step needs, and reads how that ended. */
final class Calling {

    private final Standing standing;
    private final Facts facts;

    Calling(Standing standing) {
        this.standing = standing;
        this.facts = standing.facts();
    }

    Move call(Step step, Step.Call call) {
        ErpOperation operation = call.operation();
        if (!standing.world().available().contains(operation)) {
            standing.incident(step, "The ERP profile has no operation %s, which this step calls.".formatted(operation));
            return refused(step, "The ERP has no operation %s.".formatted(operation));
        }
        if (operation == ErpOperation.CREATE_ORDER && facts.cart().submitted()) {
            standing.incident(step, "The flow orders the same cart twice.");
            return refused(step, "An order was made of this cart already.");
        }
        List<Effect.Call> requests =
                ErpCalls.requests(call, facts, standing.before().id() + '.' + standing.visit());
        if (requests.isEmpty()) {
            return new Move.Speak(step);
        }
        return switch (operation) {
            case CREATE_ORDER -> order(step, requests);
            case REQUEST_PAYMENT -> pay(step, requests);
            case CREATE_APPLICANT -> apply(step, requests);
            default -> send(step, operation, requests);
        };
    }

    private Move apply(Step step, List<Effect.Call> requests) {
        String job = requests.getFirst().request().path("role").asText();
        return standing.world().hiddenJobs().contains(job)
                ? refused(step, "The job %s is not open any more.".formatted(job))
                : send(step, ErpOperation.CREATE_APPLICANT, requests);
    }

    private Move order(Step step, List<Effect.Call> requests) {
        JsonNode items = requests.getFirst().request().path("items");
        if (items.isEmpty()) {
            standing.incident(step, "The flow orders nothing.");
            return refused(step, "There is nothing to order.");
        }
        Optional<String> unavailable =
                ErpCalls.unavailable(items, standing.world().hiddenProducts());
        if (unavailable.isPresent()) {
            return refused(step, unavailable.get());
        }
        facts.cart(facts.cart().submitted(true));
        return send(step, ErpOperation.CREATE_ORDER, requests);
    }

    /** Whatever the flow says, nobody but the one who chats is asked for money. */
    private Move pay(Step step, List<Effect.Call> requests) {
        String own = facts.ownPhone();
        if (own != null
                && requests.stream()
                        .allMatch(request ->
                                own.equals(request.request().path("phone").textValue()))) {
            return send(step, ErpOperation.REQUEST_PAYMENT, requests);
        }
        standing.incident(
                step,
                own == null
                        ? "The flow asks for a payment before the customer has shared a number."
                        : "The flow asks another number than the one that chats for a payment. Write \"phone\": \"= contact.phone\".");
        return refused(step, "A payment is asked for only of the number that chats.");
    }

    private Move send(Step step, ErpOperation operation, List<Effect.Call> requests) {
        standing.call(requests);
        standing.waitFor(new Waiting.Calls(
                step.id(), operation, requests.stream().map(Effect.Call::key).toList()));
        return Move.STAY;
    }

    /** @param keys of the calls of {@code operation} that {@code replies} answer, in their order */
    Move ended(Step step, ErpOperation operation, List<String> keys, List<ErpReply> replies) {
        Step.Call call = step.call();
        if (call == null || call.operation() != operation) {
            return new Move.Lost();
        }
        return switch (ErpCalls.together(replies)) {
            case ErpReply.Ok ok -> succeeded(step, call, replies);
            case ErpReply.Empty empty -> failed(step, call, Outcome.EMPTY, operation + " found nothing.");
            case ErpReply.Refused refused -> failed(step, call, Outcome.REFUSED, refused.reason());
            case ErpReply.Down down -> failed(step, call, Outcome.DOWN, down.reason());
            case ErpReply.Unknown unknown ->
                operation.writes()
                        ? unknown(step, call, keys.getFirst(), unknown.reason())
                        : failed(step, call, Outcome.DOWN, unknown.reason());
        };
    }

    private Move succeeded(Step step, Step.Call call, List<ErpReply> replies) {
        List<JsonNode> bodies = new ArrayList<>();
        for (ErpReply reply : replies) {
            JsonNode answer = ((ErpReply.Ok) reply).body();
            facts.listed(answer.path("items"));
            Optional<JsonNode> body =
                    ErpCalls.visible(call.operation(), answer, standing.world().hidden(call.operation()));
            if (body.isEmpty()) {
                return new Move.Branch(step, Outcome.EMPTY, call.operation() + " found nothing to show.");
            }
            bodies.add(body.get());
        }
        ErpCalls.save(call, facts, bodies);
        standing.succeeded();
        return new Move.Speak(step);
    }

    private Move failed(Step step, Step.Call call, Outcome outcome, String reason) {
        if (call.operation() == ErpOperation.CREATE_ORDER) {
            facts.cart(facts.cart().submitted(false));
        }
        return new Move.Branch(step, outcome, reason);
    }

    /** The customer is told once; only the ledger moves the session on from here. */
    private Move unknown(Step step, Step.Call call, String key, String reason) {
        Optional<Step> told = standing.flow().branch(step, Outcome.UNKNOWN) instanceof Target.ToStep named
                ? standing.step(named.id())
                : Optional.empty();
        if (told.isPresent() && !told.get().onlySpeaks() && TargetCheck.mayGoOn(call.operation())) {
            return new Move.Enter(told.get());
        }
        standing.failed(step, reason);
        standing.waitFor(new Waiting.Checking(step.id(), call.operation(), key));
        told.map(Step::say).ifPresentOrElse(say -> standing.say(say, List.of()), () -> standing.say(Phrase.CHECKING));
        return Move.STAY;
    }

    private static Move refused(Step step, String reason) {
        return new Move.Branch(step, Outcome.REFUSED, reason);
    }
}
