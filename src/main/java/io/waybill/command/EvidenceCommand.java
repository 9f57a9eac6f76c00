package io.waybill.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code evidence}: work on documents of evidence; its subcommands are classes beside this one. */
@Command(
        name = "evidence",
        description = "Works on the evidence of orders, without starting the gateway.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = EvidenceVerify.class)
public final class EvidenceCommand {

    /** The first argument that asks for this instead of the gateway. */
    public static final String NAME = "evidence";

    private EvidenceCommand() {}

    /**
     * Runs the command line.
     *
     * @param args without the leading {@code evidence}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new EvidenceCommand()).setOut(out).setErr(err).execute(args);
    }

    /** Runs the command line on the process's own streams; nothing is logged between the lines. */
    public static int run(String... args) {
        return QuietStreams.run(EvidenceCommand::run, args);
    }
}
