package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.Session.Waiting;
import java.util.ArrayList;
import java.util.List;

/** Makes the ERP calls of a step. */
final class CallRequests {

    private final Walk walk;

    CallRequests(Walk walk) {
        this.walk = walk;
    }

    void send(Step.Call call) {
        if (!walk.world().available().contains(call.op())) {
            walk.branch(Outcome.REFUSED, "The ERP profile has no %s.".formatted(call.op()));
            return;
        }
        List<Effect.Call> calls = call.each() == null
                ? List.of(new Effect.Call(key(), call.op(), request(call, walk.scope())))
                : forEach(call);
        if (calls.isEmpty()) {
            walk.afterCall();
            return;
        }
        // What was said so far goes out now: the answer may take its time.
        walk.speech().flush();
        calls.forEach(walk::effect);
        walk.await(new Waiting.Calls(
                calls.stream().map(Effect.Call::key).toList(), call.op().writes()));
    }

    private List<Effect.Call> forEach(Step.Call call) {
        List<Effect.Call> calls = new ArrayList<>();
        Scope scope = walk.scope();
        for (JsonNode item : Elements.of(call.each(), scope)) {
            ObjectNode element = FlowJson.object();
            element.set("item", item);
            calls.add(
                    new Effect.Call(key() + "." + calls.size(), call.op(), request(call, scope.withElement(element))));
        }
        return calls;
    }

    private static ObjectNode request(Step.Call call, Scope scope) {
        if (call.send().in(scope) instanceof ObjectNode request) {
            return request;
        }
        throw new ExpressionFailed("What is sent to %s is not an object.".formatted(call.op()));
    }

    private String key() {
        return walk.id() + "." + walk.visit();
    }
}
