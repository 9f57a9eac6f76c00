package io.waybill.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.lint.Finding;
import io.waybill.flow.lint.Linter;
import io.waybill.flow.lint.Setup;
import io.waybill.home.Home;
import io.waybill.whatsapp.InvalidTemplate;
import io.waybill.whatsapp.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code flow lint FILE...}: prints what is wrong with flow files. */
@Command(
        name = "lint",
        description = "Checks flow files. Exit code 0: no errors, 1: errors, 2: a file cannot be read.",
        mixinStandardHelpOptions = true)
final class FlowLint implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int ERRORS = 1;
    private static final int UNREADABLE = 2;
    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Flow files.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Prints one JSON document instead of lines.")
    private boolean json;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "The folder with templates/ and flows/ (default: the working directory).")
    private Path home = Path.of("");

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                texts.put(file, Files.readString(file));
            } catch (IOException e) {
                err.printf("Cannot read %s: %s%n", file, e.getClass().getSimpleName());
                return UNREADABLE;
            }
        }
        Setup setup;
        try {
            setup = setup(new Home(home), texts);
        } catch (InvalidTemplate e) {
            err.println(e.getMessage());
            return UNREADABLE;
        }
        return report(texts, new Linter(setup));
    }

    private int report(Map<Path, String> texts, Linter linter) {
        PrintWriter out = spec.commandLine().getOut();
        Map<Path, List<Finding>> findings = new LinkedHashMap<>();
        texts.forEach((file, text) -> findings.put(file, linter.lint(text)));
        if (json) {
            out.println(json(findings).toPrettyString());
        } else {
            findings.forEach((file, found) -> found.forEach(finding -> out.printf(
                    "%s:%d:%d %s %s%n", file, finding.line(), finding.column(), finding.rule(), finding.message())));
        }
        return findings.values().stream().flatMap(List::stream).anyMatch(Finding::isError) ? ERRORS : CLEAN;
    }

    private static ObjectNode json(Map<Path, List<Finding>> findings) {
        ObjectNode report = JSON.createObjectNode();
        ArrayNode files = report.putArray("files");
        findings.forEach((file, found) -> {
            ArrayNode list = files.addObject().put("file", file.toString()).putArray("findings");
            for (Finding finding : found) {
                list.addObject()
                        .put("rule", finding.rule().name())
                        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                        .put("pointer", finding.pointer())
                        .put("line", finding.line())
                        .put("column", finding.column())
                        .put("message", finding.message());
            }
        });
        return report;
    }

    private static Setup setup(Home home, Map<Path, String> texts) {
        Set<String> flows = new HashSet<>();
        home.files("flows", ".flow.json").forEach(file -> addId(file.text(), flows));
        texts.values().forEach(text -> addId(text, flows));
        return Setup.of(Templates.load(home), flows);
    }

    private static void addId(String text, Set<String> ids) {
        try {
            ids.add(JSON.readTree(text).path("id").asText());
        } catch (IOException e) {
            // The linter says where it is no JSON; nothing leads to it meanwhile.
        }
    }
}
