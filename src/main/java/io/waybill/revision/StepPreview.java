package io.waybill.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.RecordedReader;
import io.waybill.flow.simulate.Rehearsal;
import io.waybill.flow.simulate.SampleCustomers;
import io.waybill.flow.simulate.Unreadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes up a conversation that comes to a step: of a customer the shop knows, of one it does not know, of one who has ordered, of shops
 * that do things otherwise, and where that does not lead there, with an ERP that fails or changes on the way.
 */
final class StepPreview {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Said in the step's place while a way to it is looked for. */
    private static final String MARK = "\u2042 wanted \u2042";

    private static final String ENTRY = "preview_entry";

    private final FlowLoader loader;
    private final Duration limit;
    private final RecordedReader reader = new RecordedReader();

    /** @param limit of the search for a way */
    StepPreview(FlowLoader loader, Duration limit) {
        this.loader = loader;
        this.limit = limit;
    }

    /**
     * A conversation whose last input comes to the step.
     *
     * @param text of the flow: the one that was sent, or one that begins with the step where no way to it was found
     * @param at which message after the last input is the step's; -1: the step is not come to
     */
    record Found(String text, ObjectNode conversation, int at, boolean reached) {}

    /**
     * @param known the conversation that was found last, which most edits leave as it is; null: none
     * @param among the flows and templates around a flow
     */
    Found of(
            String text,
            String step,
            String language,
            @Nullable ObjectNode known,
            Function<FlowDefinition, FlowSet> among) {
        JsonNode flow = loader.tree(text);
        ObjectNode marked = marked(flow, step);
        FlowDefinition definition = loader.load(marked.toString());
        FlowSet flows = among.apply(definition);
        Rehearsal rehearsal = new Rehearsal(flows, definition, marked, step, MARK, limit);
        if (known != null) {
            Optional<Found> again = again(known, language, flows, rehearsal)
                    .map(way -> new Found(text, conversation(known, language, way), way.at(), true));
            if (again.isPresent()) {
                return again.get();
            }
        }
        List<ObjectNode> customers = SampleCustomers.speaking(language);
        return rehearsal
                .find(customers.stream()
                        .map(customer -> read(customer, flows).setup())
                        .toList())
                .map(way -> new Found(text, conversation(customers.get(way.customer()), language, way), way.at(), true))
                .orElseGet(() -> jumped(flow, step, language, among));
    }

    private Optional<Rehearsal.Way> again(ObjectNode known, String language, FlowSet flows, Rehearsal rehearsal) {
        try {
            Recorded recorded = read(known, flows);
            List<ObjectNode> inputs = new ArrayList<>();
            recorded.steps().forEach(step -> inputs.add(step.json()));
            ObjectNode sameLanguage = known.deepCopy();
            sameLanguage.withObjectProperty("contact").put("lang", language);
            return rehearsal.again(read(sameLanguage, flows).setup(), inputs);
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private Recorded read(ObjectNode conversation, FlowSet flows) {
        ObjectNode whole = conversation.deepCopy();
        whole.put("description", "Preview");
        if (whole.path("steps").isEmpty()) {
            whole.putArray("steps").addObject().put("say", "-");
        }
        return reader.read(whole.toString(), flows);
    }

    private static ObjectNode conversation(ObjectNode beginning, String language, Rehearsal.Way way) {
        ObjectNode conversation = beginning.deepCopy();
        conversation.put("description", "Preview");
        conversation.withObjectProperty("contact").put("lang", language);
        conversation.set("steps", NODES.arrayNode().addAll(way.inputs()));
        return conversation;
    }

    // What is looked for

    private static ObjectNode marked(JsonNode flow, String step) {
        ObjectNode marked = flow.deepCopy();
        marked.path("steps").forEach(candidate -> {
            if (candidate.path("id").asText().equals(step)) {
                ((ObjectNode) candidate).put("say", MARK);
            }
        });
        marked.path("texts")
                .forEach(texts -> ((ObjectNode) texts)
                        .remove(List.of(step + ".say", step + ".footer", step + ".link", step + ".products")));
        return marked;
    }

    /** Where nobody comes by themselves: the flow begins with the step, and nothing is known yet. */
    private Found jumped(JsonNode flow, String step, String language, Function<FlowDefinition, FlowSet> among) {
        ObjectNode begun = flow.deepCopy();
        ArrayNode steps = NODES.arrayNode();
        steps.addObject().put("id", ENTRY).put("next", step);
        begun.path("steps").forEach(steps::add);
        begun.set("steps", steps);
        begun.putArray("start").add(ENTRY);
        ObjectNode conversation = NODES.objectNode().put("description", "Preview");
        conversation.putObject("contact").put("lang", language);
        conversation.putArray("steps").addObject().put("say", ENTRY);
        ObjectNode marked = marked(begun, step);
        FlowDefinition definition = loader.load(marked.toString());
        FlowSet flows = among.apply(definition);
        int at = new Rehearsal(flows, definition, marked, step, MARK, limit)
                .again(
                        read(conversation, flows).setup(),
                        List.of(NODES.objectNode().put("say", ENTRY)))
                .map(Rehearsal.Way::at)
                .orElse(-1);
        return new Found(begun.toString(), conversation, at, false);
    }
}
