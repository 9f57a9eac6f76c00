package io.waybill.revision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.Session;
import io.waybill.flow.simulate.Durations;
import io.waybill.flow.simulate.Reaction;
import io.waybill.flow.simulate.ShownMessage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it was played, in the words of recorded cases.
 *
 * @param revision of the flow that was tried
 * @param stopped why the rest of the inputs led to nothing
 */
record SimulationView(
        String flow,
        String revision,
        List<StepView> steps,
        @Nullable String stopped) {

    /**
     * @param input as it was sent
     * @param now the simulated time after it
     */
    record StepView(
            JsonNode input,
            Instant now,
            List<SimulatedMessage> messages,
            List<CallView> calls,
            @JsonProperty("hand_over") @Nullable String handOver,
            List<String> incidents,
            List<ObjectNode> results,
            List<String> unmatched,
            SimulatedSession session) {}

    /**
     * @param after how much of a wait had passed; null: nothing
     * @param payload exactly what Graph gets
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SimulatedMessage(
            String form,
            @Nullable String template,
            @Nullable String link,
            @Nullable String after,
            String text,
            @Nullable String footer,
            @Nullable String button,
            List<ShownMessage.Option> options,
            @JsonRawValue String payload) {}

    record CallView(String operation, @JsonRawValue String request, String outcome) {}

    /**
     * Where the conversation stands.
     *
     * @param place null: in no flow
     * @param waiting what is waited for, with its step
     */
    record SimulatedSession(
            Session.@Nullable Place place,
            JsonNode waiting,
            JsonNode variables,
            JsonNode cart,
            @Nullable String language) {}

    static SimulationView of(String flow, String revision, Simulator.Conversation conversation, ObjectMapper json) {
        return new SimulationView(
                flow,
                revision,
                conversation.moments().stream()
                        .map(moment -> step(moment, json))
                        .toList(),
                conversation.stopped());
    }

    private static StepView step(Simulator.Moment moment, ObjectMapper json) {
        Reaction reaction = moment.reaction();
        return new StepView(
                moment.step().json(),
                moment.now(),
                reaction.messages().stream().map(SimulationView::message).toList(),
                reaction.calls().stream()
                        .map(call -> new CallView(
                                call.operation().name(), call.request().toString(), call.outcome()))
                        .toList(),
                reaction.handOver(),
                reaction.incidents(),
                reaction.results(),
                reaction.unmatched(),
                session(moment.session(), json));
    }

    private static SimulatedMessage message(ShownMessage message) {
        return new SimulatedMessage(
                message.form(),
                message.template(),
                message.link(),
                message.after().isZero() ? null : Durations.text(message.after()),
                message.text(),
                message.footer(),
                message.button(),
                message.options(),
                message.payload().toString());
    }

    private static SimulatedSession session(String stored, ObjectMapper json) {
        Session session = Session.fromJson(stored);
        try {
            JsonNode tree = json.readTree(stored);
            return new SimulatedSession(
                    session.place(),
                    tree.path("wait"),
                    tree.path("vars").isMissingNode() ? json.createObjectNode() : tree.path("vars"),
                    tree.path("cart").isMissingNode() ? json.createObjectNode() : tree.path("cart"),
                    session.language());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session of ours is not readable.", e);
        }
    }
}
