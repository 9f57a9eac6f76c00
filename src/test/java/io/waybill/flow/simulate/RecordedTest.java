package io.waybill.flow.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTest {

    private static final Path FILE = Path.of("flows", "tests", "status", "example.json");

    private static Recorded read(String steps) {
        return new RecordedReader().read(FILE, "{\"description\": \"an example\",\n \"steps\": [\n" + steps + "]}");
    }

    private static String difference(String steps) {
        return read(steps).play().difference().orElse("");
    }

    @Test
    void passesWhenEverythingIsAsRecorded() {
        assertThat(difference("{\"say\": \"status\", \"messages\": [{\"text\": \"You have no order with us yet.\"}]}"))
                .isEmpty();
    }

    @Test
    void showsStepLineAndBothTexts() {
        assertThat(difference("{\"say\": \"status\", \"messages\": [{\"text\": \"You have nothing.\"}]}"))
                .isEqualTo("""
                        step 1, line 3: say "status"
                          message 1, text:
                            - You have nothing.
                            + You have no order with us yet.""");
    }

    @Test
    void showsOptionsThatDiffer() {
        assertThat(difference("{\"say\": \"hi\", \"messages\": [{\"text\": \"How can we help you?\", "
                        + "\"options\": [\"Order products\", \"Order status\", \"Jobs\"]}]}"))
                .isEqualTo("""
                        step 1, line 3: say "hi"
                          message 1, options:
                              Order products
                              Order status
                            - Jobs
                            + Apply for a job""");
    }

    @Test
    void reportsWhatIsNotExpected() {
        assertThat(difference("{\"say\": \"order\"}"))
                .contains("message 1 is not expected:\n    + What would you like to order?")
                .contains("call 1 is not expected: LIST_PRODUCTS {\"active_only\":true}");
    }

    @Test
    void reportsWhatIsMissing() {
        assertThat(difference("{\"wait\": \"1h\", \"messages\": [{\"text\": \"Are you there?\"}], "
                        + "\"calls\": [{\"operation\": \"GET_PRICE\"}], \"hand_over\": \"Nobody answers.\"}"))
                .contains("message 1 is missing:\n    - Are you there?")
                .contains("call 1 is missing: GET_PRICE")
                .contains("hand_over:\n    - Nobody answers.\n    + (nothing)");
    }

    @Test
    void comparesOnlyTheFieldsOfARequestThatAreWritten() {
        String call = "{\"say\": \"order\", \"messages\": [{\"text\": \"What would you like to order?\", \"options\": "
                + "[\"Gas cylinder 6 kg refill\", \"Gas cylinder 13 kg refi…\", \"Gas regulator\", \"Tea leaves 500 g\", \"Sugar 2 kg\"]}], "
                + "\"calls\": [{\"operation\": \"LIST_PRODUCTS\", \"request\": %s}]}";

        assertThat(difference(call.formatted("{}"))).isEmpty();
        assertThat(difference(call.formatted("{\"active_only\": false}")))
                .contains("call 1, request.active_only:\n    - false\n    + true");
    }

    @Test
    void comparesTheWholePayloadWhereItIsWritten() {
        assertThat(difference("{\"say\": \"status\", \"messages\": [{\"text\": \"You have no order with us yet.\", "
                        + "\"payload\": {\"type\": \"text\"}}]}"))
                .contains("message 1, payload:");
    }

    @Test
    void writesWhatHappensAndThenPasses() {
        Recorded recorded = read("{\"say\": \"hi\"}, {\"tap\": \"Order status\"}");

        String written = recorded.play().asRecorded();

        assertThat(written).contains("\"options\": [\"Order products\", \"Order status\", \"Apply for a job\"]");
        Recorded again = new RecordedReader().read(FILE, written);
        assertThat(again.play().difference()).isEmpty();
        assertThat(again.play().asRecorded()).isEqualTo(written);
    }

    @Test
    void doesNotWriteAConversationThatCannotGoOn() {
        assertThatThrownBy(() -> read("{\"tap\": \"Confirm\"}").play().asRecorded())
                .hasMessage("step 1, line 3: tap \"Confirm\"\n  There is no message with options to tap.");
    }

    @Test
    void namesLineAndPathOfWhatItCannotRead() {
        assertThatThrownBy(() -> read("{\"say\": \"hi\", \"expect\": 1}"))
                .hasMessage("line 3, /steps/0/expect: The key expect is not known here.");
        assertThatThrownBy(() -> read("{\"say\": \"hi\", \"tap\": \"x\"}"))
                .hasMessageContaining("line 3, /steps/0: A step is exactly one of say, tap");
        assertThatThrownBy(() -> read("{\"wait\": \"soon\"}")).hasMessageContaining("line 3, /steps/0/wait");
        assertThatThrownBy(() -> read("{\"say\": }")).hasMessageContaining("line 3, /: This is not JSON");
    }

    @Test
    void namesWhatIsWrongInTheSample() {
        assertThatThrownBy(() -> new RecordedReader().read(FILE, """
                        {"description": "an example",
                         "sample": {
                           "products": [{"name": "no id"}]},
                         "steps": [{"say": "hi"}]}"""))
                .hasMessageContaining("line 3, /sample/products/0");
    }

    @Test
    void readsTheExampleOfTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("docs", "flow-tests.md"));
        int begin = page.indexOf("```json\n") + "```json\n".length();

        Recorded example = new RecordedReader().read(FILE, page.substring(begin, page.indexOf("```", begin)));

        assertThat(example.play().asRecorded()).contains("The credit limit is reached.");
    }

    @Test
    void schemasKnowEveryOperation() throws Exception {
        for (String schema : List.of("flow-test.schema.json", "flow-sample.schema.json")) {
            String text = Files.readString(Path.of("src", "main", "resources", "schemas", schema));

            assertThat(Json.read(text).at("/$defs/operation/enum"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErpOperation.values())
                            .filter(operation -> operation != ErpOperation.AUTH)
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void findsWhereTwoFlowsPart() {
        Recorded recorded = read("{\"say\": \"hi\"}, {\"say\": \"status\"}");
        FlowSet other = FlowSet.at(Path.of("flows", "status.flow.json"));

        assertThat(recorded.play().partsFrom(recorded.play())).isEmpty();
        assertThat(recorded.play(other).partsFrom(recorded.play()))
                .hasValueSatisfying(difference -> assertThat(difference)
                        .startsWith("step 1, line 3: say \"hi\"")
                        .contains("- Order products"));
    }
}
