package io.waybill.flow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one customer stands: everything that is needed to go on after a restart. Immutable.
 *
 * @param id random, for as long as the contact lives; part of every reply id and every key at the ERP, so that another
 *     installation can never use the same key
 * @param visit counts steps entered, over all flows: what is older than the current question is recognised by it
 * @param flow the running flow, absent between flows
 * @param profile what the customer told us about themselves; outlives the flow
 * @param input the customer's message, while the ERP is asked because of it
 * @param failed the step to repeat with {@code @retry}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(
        String id,
        int visit,
        @Nullable String flow,
        @Nullable String revision,
        @Nullable String step,
        ObjectNode vars,
        Cart cart,
        ObjectNode start,
        ObjectNode profile,
        @Nullable JsonNode input,
        @Nullable String failed,
        Waiting waiting) {

    /** What has to happen before the conversation goes on. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "for")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waiting.Nothing.class, name = "nothing"),
        @JsonSubTypes.Type(value = Waiting.Menu.class, name = "menu"),
        @JsonSubTypes.Type(value = Waiting.Answer.class, name = "answer"),
        @JsonSubTypes.Type(value = Waiting.Calls.class, name = "calls"),
        @JsonSubTypes.Type(value = Waiting.Certainty.class, name = "certainty"),
        @JsonSubTypes.Type(value = Waiting.Person.class, name = "person")
    })
    public sealed interface Waiting {

        /** Any message begins something. */
        record Nothing() implements Waiting {}

        /** The customer looks at the main menu. */
        record Menu(int page) implements Waiting {}

        /** The customer has a question to answer; {@code tries} counts wrong answers. */
        record Answer(int page, int tries) implements Waiting {}

        /** The ERP is being asked. */
        record Calls(List<String> keys, boolean write) implements Waiting {}

        /** A write may or may not have been executed; the customer has been told. */
        record Certainty(String key) implements Waiting {}

        /** A person has taken over. */
        record Person() implements Waiting {}
    }

    /** A conversation that has not begun; {@code id} is random, at most 16 letters and digits. */
    public static Session fresh(String id) {
        return new Session(
                id,
                0,
                null,
                null,
                null,
                FlowJson.object(),
                Cart.EMPTY,
                FlowJson.object(),
                FlowJson.object(),
                null,
                null,
                new Waiting.Nothing());
    }

    /** True while an ERP write of this session has no known end. */
    @JsonIgnore
    public boolean waitsForWrite() {
        return waiting instanceof Waiting.Certainty || waiting instanceof Waiting.Calls calls && calls.write();
    }

    /** As text to be stored. */
    public String write() {
        return FlowJson.write(this);
    }

    /** Back from {@link #write}. */
    public static Session read(String text) {
        try {
            return FlowJson.MAPPER.readValue(text, Session.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored session is not readable.", e);
        }
    }
}
