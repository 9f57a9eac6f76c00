package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** There is one format yet; the older ones are made up here, to see that the mechanism works. */
class FlowFormatsTest {

    private static final FlowFormats FORMATS =
            new FlowFormats(Map.of(-1, FlowFormatsTest::namedSteps, 0, FlowFormatsTest::wordsOfToday));

    private final FlowLoader loader = new FlowLoader(FORMATS);

    private static ObjectNode namedSteps(ObjectNode flow) {
        flow.path("steps").forEach(step -> rename((ObjectNode) step, "name", "id"));
        return flow;
    }

    private static ObjectNode wordsOfToday(ObjectNode flow) {
        rename(flow, "name", "id");
        flow.path("steps").forEach(step -> rename((ObjectNode) step, "tell", "say"));
        return flow;
    }

    private static void rename(ObjectNode node, String from, String to) {
        if (node.has(from)) {
            node.set(to, node.remove(from));
        }
    }

    private static String fixture(int format) {
        try (InputStream in = Objects.requireNonNull(
                FlowFormatsTest.class.getResourceAsStream("/formats/%d.flow.json".formatted(format)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsAnOlderFormatAsOneOfToday() {
        assertThat(loader.tree(fixture(0))).isEqualTo(Json.read(fixture(1)));

        FlowDefinition flow = loader.load(fixture(0));

        assertThat(flow.id()).isEqualTo("old");
        assertThat(flow.steps()).extracting(Step::id).containsExactly("hello", "bye");
    }

    @Test
    void namesARevisionByTheTextAsItWasWritten() {
        assertThat(loader.load(fixture(0)).revision())
                .isEqualTo(FlowLoader.revision(fixture(0)))
                .isNotEqualTo(FlowLoader.revision(fixture(1)));
    }

    @Test
    void goesFromFormatToFormat() {
        String older = fixture(0).replace("\"schema\": 0", "\"schema\": -1").replace("\"id\"", "\"name\"");

        assertThat(loader.tree(older)).isEqualTo(Json.read(fixture(1)));
    }

    @Test
    void leavesTodaysFormatAsItIs() {
        assertThat(loader.tree(fixture(1))).isEqualTo(Json.read(fixture(1)));
    }

    @Test
    void saysThatAFormatIsNewerThanItself() {
        assertThat(problem(fixture(1).replace("\"schema\": 1", "\"schema\": 7")))
                .isEqualTo(
                        new LoadProblem(
                                LoadProblem.Kind.FORM,
                                2,
                                3,
                                "/schema",
                                "The flow has format 7, which is newer than this version of Waybill: it reads formats up to 1."));
    }

    @Test
    void saysThatThereWasNoSuchFormat() {
        LoadProblem problem = problem(fixture(1).replace("\"schema\": 1", "\"schema\": -5"));

        assertThat(problem.message()).startsWith("The flow has format -5, which there never was");
    }

    @Test
    void leavesAFormatThatIsNoNumberToTheSchema() {
        assertThat(problem(fixture(1).replace("\"schema\": 1", "\"schema\": \"one\""))
                        .pointer())
                .isEqualTo("/schema");
    }

    private LoadProblem problem(String text) {
        FlowRejected rejected = catchThrowableOfType(FlowRejected.class, () -> loader.load(text));
        assertThat(rejected.problems()).hasSize(1);
        return rejected.problems().getFirst();
    }
}
