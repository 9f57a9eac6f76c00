package io.waybill.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.home.Misconfigured;
import io.waybill.setup.Line;
import io.waybill.setup.SetupCheck;
import io.waybill.setup.SetupReport;
import io.waybill.setup.State;
import io.waybill.whatsapp.StandaloneGraph;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code whatsapp check}: asks Graph whether the number can send and hear, and says what to mend. */
@Command(
        name = "check",
        description =
                "Asks Graph whether each number can send and hear. Exit code 0: no errors; 1: errors; 2: it could not be checked as asked.",
        mixinStandardHelpOptions = true)
final class WhatsAppCheckCommand implements Callable<Integer> {

    private static final int CONNECTED = 0;
    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final String STANDARD_OUTPUT = "-";

    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--fix", description = "Subscribe the app to the account where it is not.")
    private boolean fix;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON; - for nothing else.")
    private @Nullable String json;

    @Option(names = "--home", paramLabel = "FOLDER", description = "Instead of waybill.home.")
    private @Nullable String home;

    WhatsAppCheckCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try (StandaloneGraph graph = StandaloneGraph.start(home == null ? Map.of() : Map.of("waybill.home", home))) {
            SetupReport report = SetupCheck.ofGraphAlone(graph.channels(), graph.ask(), Clock.systemUTC())
                    .check(fix);
            print(report);
            return report.state() == State.ERROR ? BROKEN : CONNECTED;
        } catch (Misconfigured e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (IOException e) {
            err.printf("Cannot write %s: %s%n", json, e.getClass().getSimpleName());
            return UNUSABLE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private void print(SetupReport report) throws IOException {
        String document = document(report).toPrettyString();
        if (STANDARD_OUTPUT.equals(json)) {
            out.println(document);
            return;
        }
        report.lines().forEach(this::print);
        if (json != null) {
            Files.writeString(Path.of(json), document + System.lineSeparator());
        }
    }

    private void print(Line line) {
        out.printf("%-8s %-8s %-13s %s%n", line.number(), line.state(), line.check(), line.sentence());
        if (line.todo() != null) {
            out.printf("%32s%s%n", "", line.todo());
        }
    }

    /** As the API answers. */
    private static ObjectNode document(SetupReport report) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("at", report.at().toString())
                .put("state", report.state().toString());
        report.lines()
                .forEach(line -> document.withArray("lines")
                        .addObject()
                        .put("check", line.check().toString())
                        .put("number", line.number())
                        .put("state", line.state().toString())
                        .put("sentence", line.sentence())
                        .put("todo", line.todo()));
        return document;
    }
}
