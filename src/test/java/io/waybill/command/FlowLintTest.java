package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class FlowLintTest {

    private static final String WRONG = """
            { "schema": 1, "id": "x", "title": "X", "lang": "en",
              "steps": [ { "id": "a", "say": "Hi", "next": "gone" } ] }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void isContentWithTheShippedFlows() {
        assertThat(run("lint", "flows/order.flow.json", "flows/status.flow.json"))
                .isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.contains(" W"));
    }

    /** 003-24 */
    @ParameterizedTest
    @ValueSource(strings = {"flows/order.flow.json", "flows/starters/cart.flow.json", "flows/starters/chat.flow.json"})
    void isContentWithEachWayToBegin(String starter) {
        assertThat(run("lint", starter)).as(out.toString()).isZero();
    }

    @Test
    void printsEachErrorOnALineThatEditorsUnderstand() throws IOException {
        Path file = Files.writeString(folder.resolve("x.flow.json"), WRONG);

        assertThat(run("lint", file.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualToNormalizingNewlines(file + ":2:40 E2 There is no step gone.\n");
    }

    @Test
    void printsJson() throws IOException {
        Path file = Files.writeString(folder.resolve("x.flow.json"), WRONG);

        assertThat(run("lint", "--json", file.toString(), "flows/status.flow.json"))
                .isEqualTo(1);
        JsonNode files = new ObjectMapper().readTree(out.toString()).path("files");
        assertThat(files).hasSize(2);
        assertThat(files.at("/0/file").asText()).isEqualTo(file.toString());
        assertThat(files.at("/0/findings/0/rule").asText()).isEqualTo("E2");
        assertThat(files.at("/0/findings/0/severity").asText()).isEqualTo("error");
        assertThat(files.at("/0/findings/0/pointer").asText()).isEqualTo("/steps/0/next");
        assertThat(files.at("/0/findings/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void endsWith2WhenAFileCannotBeRead() {
        assertThat(run("lint", folder.resolve("none.flow.json").toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("Cannot read ");
        assertThat(run("lint")).isEqualTo(2);
        assertThat(run("paint")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("lint");
    }

    private int run(String... args) {
        return FlowCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
