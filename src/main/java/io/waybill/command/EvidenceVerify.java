package io.waybill.command;

import io.waybill.evidence.EvidenceCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evidence verify}: says whether a document is as it was handed out, and which entry is not. */
@Command(
        name = "verify",
        description =
                "Holds a document of evidence against its own hashes. Exit code 0: all of it fits; 1: it does not; 2: it cannot be read.",
        mixinStandardHelpOptions = true)
final class EvidenceVerify implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "As GET /api/v1/orders/{order}/evidence answers it.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (spec == null || file == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            EvidenceCheck.Result result = EvidenceCheck.of(Files.readAllBytes(file));
            if (!result.intact()) {
                out.printf("%s: does not fit. %s%n", file, result.problem());
                return 1;
            }
            out.printf(
                    "%s: order %s, %d entries, all as they were entered%s.%nHead %s%nSeal %s%n",
                    file,
                    result.order(),
                    result.entries(),
                    result.erased() == 0 ? "" : "; %d personal parts were erased".formatted(result.erased()),
                    result.head(),
                    result.seal());
            return 0;
        } catch (IOException e) {
            err.printf("Cannot read %s: %s%n", file, e.getClass().getSimpleName());
            return 2;
        } finally {
            out.flush();
            err.flush();
        }
    }
}
