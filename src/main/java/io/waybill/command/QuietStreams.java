package io.waybill.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A command on the process's own streams, in UTF-8 wherever it runs; nothing is logged between the lines. */
final class QuietStreams {

    private QuietStreams() {}

    /** Runs a command line on streams. */
    @FunctionalInterface
    interface Runner {
        int run(PrintWriter out, PrintWriter err, String... args);
    }

    static int run(Runner command, String... args) {
        System.setProperty("logging.level.root", "off");
        System.setProperty("logging.level.io.waybill", "off");
        return command.run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }
}
