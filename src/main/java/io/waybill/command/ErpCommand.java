package io.waybill.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code erp}: work on an ERP; its subcommands are classes beside this one. */
@Command(
        name = "erp",
        description = "Works on the ERP that is configured, without starting the gateway.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = ErpCheckCommand.class)
public final class ErpCommand {

    /** The first argument that asks for this instead of the gateway. */
    public static final String NAME = "erp";

    private ErpCommand() {}

    /**
     * Runs the command line.
     *
     * @param args without the leading {@code erp}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new ErpCommand()).setOut(out).setErr(err).execute(args);
    }

    /** Runs the command line on the process's own streams; nothing is logged between the lines. */
    public static int run(String... args) {
        return QuietStreams.run(ErpCommand::run, args);
    }
}
