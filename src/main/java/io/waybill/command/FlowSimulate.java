package io.waybill.command;

import io.waybill.flow.Session;
import io.waybill.flow.simulate.FlowSet;
import io.waybill.flow.simulate.ImpossibleInput;
import io.waybill.flow.simulate.Input;
import io.waybill.flow.simulate.Reaction;
import io.waybill.flow.simulate.Recorder;
import io.waybill.flow.simulate.Sample;
import io.waybill.flow.simulate.Script;
import io.waybill.flow.simulate.Setup;
import io.waybill.flow.simulate.Simulation;
import io.waybill.flow.simulate.Transcript;
import io.waybill.flow.simulate.Unreadable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Talks to a flow on the command line: a line in, messages out. */
@Command(
        name = "simulate",
        description =
                "Talks to a flow: a line in, messages out. The clock stands still but for /wait; /help lists the commands.",
        mixinStandardHelpOptions = true)
public final class FlowSimulate implements Callable<Integer> {

    private static final int UNREADABLE = 2;

    private final Reader in;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A flow file, or a folder of flows.")
    private Path file = Path.of("flows");

    @Option(names = "--json", description = "Print what Graph gets, one JSON object a line, and nothing else.")
    private boolean json;

    @Option(names = "--echo", description = "Print each line that is read, marked with >.")
    private boolean echo;

    @Option(names = "--record", paramLabel = "FILE", description = "Write the conversation as a case for flow test.")
    private @Nullable Path record;

    @Option(names = "--sample", paramLabel = "FILE", description = "The shop, where it differs from the built-in one.")
    private @Nullable Path sample;

    @Option(names = "--lang", paramLabel = "LANGUAGE", description = "The customer's language (en).")
    private String language = "en";

    @Option(names = "--hidden-number", description = "WhatsApp keeps the customer's number from us.")
    private boolean hiddenNumber;

    @Option(names = "--no-name", description = "WhatsApp tells no name of the customer.")
    private boolean noName;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Of all ids: the same seed, the same bytes (1).")
    private long seed = 1;

    @Option(names = "--start", paramLabel = "INSTANT", description = "When it begins (2026-11-21T08:00:00Z).")
    private Instant start = Setup.START;

    public FlowSimulate() {
        this(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    FlowSimulate(Reader in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        PrintWriter out = commands().commandLine().getOut();
        PrintWriter err = commands().commandLine().getErr();
        try {
            Setup setup = setup();
            Recorder recorder = new Recorder(file, sample, setup);
            int code = talk(new Simulation(FlowSet.at(file), setup), recorder, out, err);
            write(recorder);
            return code;
        } catch (Unreadable | UncheckedIOException e) {
            err.println(e.getMessage());
            return UNREADABLE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private CommandSpec commands() {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        return spec;
    }

    private Setup setup() {
        Setup.Contact usual = Setup.Contact.usual();
        Setup.Contact contact = new Setup.Contact(
                hiddenNumber ? null : usual.phone(),
                usual.userId(),
                noName ? null : usual.name(),
                language,
                null,
                null);
        return new Setup(start, seed, contact, sample(), List.of());
    }

    private Sample sample() {
        if (sample == null) {
            return Sample.shop();
        }
        return Sample.at(sample);
    }

    private int talk(Simulation simulation, Recorder recorder, PrintWriter out, PrintWriter err) {
        boolean failed = false;
        try (BufferedReader lines = new BufferedReader(in)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (echo && !line.isBlank()) {
                    out.println("> " + line);
                }
                switch (line.strip()) {
                    case "" -> {}
                    case "/quit" -> {
                        return failed ? 1 : 0;
                    }
                    case "/help" -> err.println(Script.HELP);
                    case "/vars" -> (json ? err : out).println(variables(simulation.session()));
                    default -> failed |= !take(line, simulation, recorder, out, err);
                }
                out.flush();
                err.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return failed ? 1 : 0;
    }

    private boolean take(String line, Simulation simulation, Recorder recorder, PrintWriter out, PrintWriter err) {
        try {
            Input input = Script.parse(line);
            Reaction reaction = simulation.take(input);
            recorder.add(input);
            if (json) {
                reaction.messages().forEach(message -> out.println(message.payload()));
            } else {
                Transcript.lines(reaction).forEach(out::println);
            }
            return true;
        } catch (ImpossibleInput | IllegalArgumentException e) {
            err.println("! " + e.getMessage());
            return false;
        }
    }

    private void write(Recorder recorder) {
        if (record == null) {
            return;
        }
        try {
            Files.writeString(record, recorder.text(record));
        } catch (IOException e) {
            throw new UncheckedIOException("The case %s cannot be written.".formatted(record), e);
        }
    }

    private static String variables(Session session) {
        return session.toJson();
    }
}
