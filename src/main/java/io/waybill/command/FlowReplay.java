package io.waybill.command;

import io.waybill.flow.FlowLoader;
import io.waybill.flow.replay.Recording;
import io.waybill.flow.replay.Replay;
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

    @Parameters(index = "0", paramLabel = "CASE", description = "A recorded case, or a recording of the gateway.")
    private Path file = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FLOW",
            description = "A flow file, or a folder of flows; only a recording of the gateway can do without.")
    private @Nullable Path flow;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Optional<Recording> recording = Recording.in(FlowSet.text(file));
            if (recording.isPresent()) {
                return replay(recording.get(), out);
            }
            if (flow == null) {
                err.println("A recorded case is played with other flows: name a flow file, or a folder of flows.");
                return 2;
            }
            Recorded recorded = new RecordedReader().read(file);
            Optional<String> place = recorded.play(FlowSet.at(flow)).partsFrom(recorded.play());
            out.println(place.map(where -> "- as recorded, + with %s\n%s".formatted(flow, where))
                    .orElse("No difference."));
            return place.isPresent() ? 1 : 0;
        } catch (Unreadable | Recording.Broken e) {
            err.println(e.getMessage());
            return 2;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int replay(Recording recording, PrintWriter out) {
        Replay replay = new Replay(recording, new FlowLoader());
        Replay.Result result = flow == null
                ? replay.same()
                : replay.against(FlowSet.at(flow).flows().published());
        Replay.Parting parting = result.parting();
        if (parting == null) {
            out.println("No difference in %d turns.".formatted(result.turns()));
            return 0;
        }
        out.println("Turn %d, %s: %s".formatted(parting.turn(), parting.at(), parting.input()));
        parting.recorded().forEach(line -> out.println("- " + line));
        parting.replayed().forEach(line -> out.println("+ " + line));
        return 1;
    }
}
