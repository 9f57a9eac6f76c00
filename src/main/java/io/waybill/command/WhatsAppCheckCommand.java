package io.waybill.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.setup.Line;
import io.waybill.setup.SetupCheck;
import io.waybill.setup.SetupReport;
import io.waybill.setup.State;
import io.waybill.whatsapp.StandaloneGraph;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code whatsapp check}: asks Graph whether the number can send and hear, and says what to mend. */
@Command(
        name = "check",
        description =
                "Asks Graph whether each number can send and hear. Exit code 0: no errors; 1: errors; 2: it could not be checked as asked.",
        mixinStandardHelpOptions = true)
final class WhatsAppCheckCommand extends CheckCommand {

    @Option(names = "--fix", description = "Subscribe the app to the account where it is not.")
    private boolean fix;

    @Override
    Findings check(Map<String, String> properties) {
        try (StandaloneGraph graph = StandaloneGraph.start(properties)) {
            SetupReport report = SetupCheck.ofGraphAlone(graph.channels(), graph.ask(), Clock.systemUTC())
                    .check(fix);
            return new Findings(
                    report.state() != State.ERROR,
                    report.lines().stream()
                            .flatMap(WhatsAppCheckCommand::sentences)
                            .toList(),
                    document(report).toPrettyString());
        }
    }

    private static Stream<String> sentences(Line line) {
        String sentence = "%-8s %-8s %-13s %s".formatted(line.number(), line.state(), line.check(), line.sentence());
        return line.todo() == null ? Stream.of(sentence) : Stream.of(sentence, " ".repeat(32) + line.todo());
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
