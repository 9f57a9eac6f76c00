package io.waybill.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.RecordedReader;
import io.waybill.flow.simulate.Unreadable;
import io.waybill.whatsapp.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Talks to a flow that need not be saved, among those that are published; nothing is kept and nothing is sent. */
@RestController
@RequestMapping("/api/v1/flows/simulate")
@Needs(Permission.FLOWS_READ)
class SimulateController {

    private static final String DESCRIPTION = "description";
    private static final Duration PREVIEW_LIMIT = Duration.ofSeconds(3);
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    /** Amounts keep their zeros, as in a file. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final FlowTexts texts;
    private final PublishedFlows flows;
    private final Templates templates;
    private final FlowLoader loader;
    private final FlowLint linter;
    private final Simulator simulator;
    private final StepPreview preview;
    private final RecordedReader reader = new RecordedReader();

    SimulateController(
            FlowTexts texts,
            PublishedFlows flows,
            Templates templates,
            FlowLoader loader,
            FlowLint linter,
            Simulator simulator) {
        this.texts = texts;
        this.flows = flows;
        this.templates = templates;
        this.loader = loader;
        this.linter = linter;
        this.simulator = simulator;
        this.preview = new StepPreview(loader, PREVIEW_LIMIT);
    }

    /** What each input of the case leads to. The same request gives the same bytes while the other flows stay the same. */
    @PostMapping
    SimulationView simulate(HttpServletRequest request) throws IOException {
        Wanted wanted = wanted(request);
        return SimulationView.of(
                wanted.flow().id(), wanted.flow().revision(), simulator.play(wanted.recorded()), EXACT);
    }

    /** Whether a recorded case goes as recorded. */
    @PostMapping("/test")
    Tested test(HttpServletRequest request) throws IOException {
        Wanted wanted = wanted(request);
        String difference = simulator.test(wanted.recorded()).orElse(null);
        return new Tested(wanted.flow().id(), wanted.flow().revision(), difference == null, difference);
    }

    /**
     * How a step appears to a customer. The request has {@code text}, {@code step} and {@code language}, and {@code case}, the conversation
     * of an earlier answer, if there is one.
     */
    @PostMapping("/step")
    StepShown step(HttpServletRequest request) throws IOException {
        JsonNode body = body(SentBytes.document(request));
        String text = text(body);
        FlowDefinition flow = flow(text);
        String step = body.path("step").asText();
        if (flow.steps().stream().noneMatch(known -> known.id().equals(step))) {
            throw unusable("The flow has no step %s.".formatted(step));
        }
        String language = body.path("language").asText(flow.language());
        if (!language.matches(LANGUAGE)) {
            throw unusable("The language is a BCP 47 tag, such as en or pt-BR, not %s.".formatted(language));
        }
        StepPreview.Found found = simulator.away(() -> preview.of(
                text, step, language, body.path("case") instanceof ObjectNode known ? known : null, this::among));
        FlowDefinition shown = flow(found.text());
        Recorded recorded = reader.read(found.conversation().toString(), among(shown));
        SimulationView view = SimulationView.of(flow.id(), flow.revision(), simulator.play(recorded), EXACT);
        return new StepShown(step, found.reached(), found.conversation(), found.at(), view);
    }

    private Wanted wanted(HttpServletRequest request) throws IOException {
        JsonNode body = body(SentBytes.document(request));
        FlowDefinition flow = flow(text(body));
        if (!(body.path("case") instanceof ObjectNode recorded)) {
            throw unusable("A request has a key \"case\": an object as in a file of flows/tests.");
        }
        if (!recorded.has(DESCRIPTION)) {
            recorded.put(DESCRIPTION, "Tried out");
        }
        try {
            return new Wanted(flow, reader.read(recorded.toString(), among(flow)));
        } catch (Unreadable e) {
            throw unusable("The case cannot be played.")
                    .with(
                            "problems",
                            e.problems().stream()
                                    .map(problem -> new ProblemView("/case" + problem.pointer(), problem.message()))
                                    .toList());
        }
    }

    private JsonNode body(String text) {
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException e) {
            throw unusable("The request is not JSON: " + e.getOriginalMessage());
        }
    }

    private String text(JsonNode body) {
        if (body.path("text").isTextual()) {
            return body.path("text").textValue();
        }
        if (body.path("flow").isTextual()) {
            return texts.of(body.path("flow").textValue(), body.path("revision").asText("published"));
        }
        throw unusable("A request has a key \"text\", the text of a flow, or \"flow\" and \"revision\".");
    }

    private FlowDefinition flow(String text) {
        try {
            return loader.load(text);
        } catch (FlowRejected e) {
            throw unusable("The flow does not load.").with("findings", FindingView.of(linter.lint(text, "")));
        }
    }

    private FlowSet among(FlowDefinition flow) {
        try {
            return new FlowSet(Flows.of(flows.live().with(flow).values()), templates);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal unusable(String sentence) {
        return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    private record Wanted(FlowDefinition flow, Recorded recorded) {}

    record ProblemView(String pointer, String message) {}

    /**
     * @param reached false: no customer was found who comes to the step, so it is shown as if the flow began with it
     * @param conversation a case that comes to the step; send it along next time
     * @param at which message after the last input is the step's; -1: the step says nothing there
     */
    record StepShown(String step, boolean reached, ObjectNode conversation, int at, SimulationView simulation) {}

    /** @param difference the first step that goes otherwise, with what was expected (-) and what came (+) */
    record Tested(
            String flow,
            String revision,
            boolean passed,
            @Nullable String difference) {}
}
