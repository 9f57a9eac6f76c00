package io.waybill.command;

import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that looks at something the gateway depends on and reports, for people or as JSON for machines. */
abstract class CheckCommand implements Callable<Integer> {

    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final int UNUSABLE = 2;
    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON; - for nothing else.")
    private @Nullable String json;

    @Option(names = "--home", paramLabel = "FOLDER", description = "Instead of waybill.home.")
    private @Nullable String home;

    /** What was seen: in lines for people, and as the API answers. */
    record Findings(boolean good, List<String> lines, String document) {}

    /**
     * @param properties win over the configuration that is found
     * @throws Misconfigured when it cannot be checked as asked
     */
    abstract Findings check(Map<String, String> properties);

    @Override
    public final Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Findings findings = check(home == null ? Map.of() : Map.of("waybill.home", home));
            print(findings, out);
            return findings.good ? GOOD : BROKEN;
        } catch (Misconfigured | IllegalArgumentException e) {
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

    private void print(Findings findings, PrintWriter out) throws IOException {
        if (STANDARD_OUTPUT.equals(json)) {
            out.println(findings.document);
            return;
        }
        findings.lines.forEach(out::println);
        if (json != null) {
            Files.writeString(Path.of(json), findings.document + System.lineSeparator());
        }
    }
}
