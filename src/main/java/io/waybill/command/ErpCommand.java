package io.waybill.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /** Runs the command line on the process's own streams, in UTF-8 wherever it runs; nothing is logged between the lines. */
    public static int run(String... args) {
        System.setProperty("logging.level.root", "off");
        System.setProperty("logging.level.io.waybill", "off");
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }
}
