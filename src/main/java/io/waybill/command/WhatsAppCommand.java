package io.waybill.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code whatsapp}: work on the connection to WhatsApp; its subcommands are classes beside this one. */
@Command(
        name = "whatsapp",
        description = "Works on the connection to WhatsApp that is configured, without starting the gateway.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = WhatsAppCheckCommand.class)
public final class WhatsAppCommand {

    /** The first argument that asks for this instead of the gateway. */
    public static final String NAME = "whatsapp";

    private WhatsAppCommand() {}

    /**
     * Runs the command line.
     *
     * @param args without the leading {@code whatsapp}
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new WhatsAppCommand()).setOut(out).setErr(err).execute(args);
    }

    /** Runs the command line on the process's own streams; nothing is logged between the lines. */
    public static int run(String... args) {
        return QuietStreams.run(WhatsAppCommand::run, args);
    }
}
