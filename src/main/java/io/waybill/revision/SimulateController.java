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

    /** @param difference the first step that goes otherwise, with what was expected (-) and what came (+) */
    record Tested(
            String flow,
            String revision,
            boolean passed,
            @Nullable String difference) {}
}
