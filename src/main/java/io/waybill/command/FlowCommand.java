package io.waybill.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code flow}: work on flow files; its subcommands are classes beside this one. */
@Command(
        name = "flow",
        description = "Works on flow files without starting the gateway.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FlowLint.class, FlowSimulate.class, FlowTest.class, FlowReplay.class})
public final class FlowCommand {

    /** The first argument that asks for this instead of the gateway. */
    public static final String NAME = "flow";

    private FlowCommand() {}

    /**
     * Runs the command line.
     *
     * @param args without the leading {@code flow}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new FlowCommand()).setOut(out).setErr(err).execute(args);
    }

    /** Runs the command line on the process's own streams, in UTF-8 wherever it runs: the same flow gives the same bytes. */
    public static int run(String... args) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }
}
