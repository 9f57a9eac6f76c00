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
                "Holds a document of evidence against its own hashes. Exit code 0: all of it fits together; 1: it does not; 2: it cannot be read. Whether it was made by your installation, and is all that there is of the order, only the installation can say: POST /api/v1/evidence/verify.",
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
            EvidenceCheck.CheckedEvidence result = EvidenceCheck.of(Files.readAllBytes(file));
            if (!result.intact()) {
                out.printf("%s: does not fit. %s%n", file, result.problem());
                return 1;
            }
            out.printf(
                    """
                    %s: order %s, %d entries, which fit together%s.
                    Head %s
                    Seal %s
                    That this seal was made by your installation, and is the order's newest, shows by POST /api/v1/evidence/verify alone.
                    """,
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
