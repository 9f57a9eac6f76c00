package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Where no number is configured; what is said of one that is, is io.waybill.setup.SetupCheckTest's. */
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class WhatsAppCheckCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void printsALineForEachCheckAndWhatToDoBelow() {
        assertThat(run()).isZero();

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "main     warning  channel       The simulator is in use: no number is connected."),
                        line -> assertThat(line).startsWith("    ").contains("docs/whatsapp.md"));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesJsonBesideTheLinesOrAlone() throws IOException {
        Path file = folder.resolve("report.json");
        assertThat(run("--json", file.toString())).isZero();
        assertThat(run("--home", folder.toString(), "--json", "-")).isZero();

        JsonNode written = Json.read(Files.readString(file));
        assertThat(written.path("state").asText()).isEqualTo("warning");
        assertThat(written.at("/lines/0/check").asText()).isEqualTo("channel");
        assertThat(out.toString()).endsWith("}\n").contains("\"todo\"");
    }

    @Test
    void saysThatTheReportCannotBeWritten() {
        assertThat(run("--json", folder.resolve("none/report.json").toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("Cannot write ");
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "check";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return WhatsAppCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
