package io.waybill.command;

import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.RecordedReader;
import io.waybill.flow.simulate.Unreadable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays the inputs of a recorded conversation with other flows and says where the two part. */
@Command(
        name = "replay",
        description =
                "Plays the inputs of a recorded conversation with another flow and shows the first place where they part. "
                        + "Exit code 0: nowhere; 1: there is one; 2: something cannot be read.",
        mixinStandardHelpOptions = true)
public final class FlowReplay implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CASE", description = "A recorded conversation.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "FLOW", description = "A flow file, or a folder of flows.")
    private Path flow = Path.of("");

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Recorded recorded = new RecordedReader().read(file);
            Optional<String> place = recorded.play(FlowSet.at(flow)).partsFrom(recorded.play());
            out.println(place.map(where -> "- as recorded, + with %s\n%s".formatted(flow, where))
                    .orElse("No difference."));
            return place.isPresent() ? 1 : 0;
        } catch (Unreadable e) {
            err.println(e.getMessage());
            return 2;
        } finally {
            out.flush();
            err.flush();
        }
    }
}
