package io.waybill.command;

import io.waybill.flow.simulate.ImpossibleInput;
import io.waybill.flow.simulate.Recorded;
import io.waybill.flow.simulate.RecordedReader;
import io.waybill.flow.simulate.Unreadable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays recorded conversations and says which go otherwise than recorded. */
@Command(
        name = "test",
        description =
                "Plays recorded conversations. Exit code 0: all go as recorded; 1: some do not; 2: some cannot be read.",
        mixinStandardHelpOptions = true)
public final class FlowTest implements Callable<Integer> {

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int UNREADABLE = 2;

    private final RecordedReader reader = new RecordedReader();

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", description = "Cases, or folders of cases (flows/tests).")
    private List<Path> paths = List.of(Path.of("flows", "tests"));

    @Option(
            names = "--update",
            description = "Write what happens into the cases as what is expected. Read it before you keep it.")
    private boolean update;

    private int played;
    private int failed;
    private int unreadable;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("The command was not started by a command line.");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (Path file : files(err)) {
            try {
                take(reader.read(file), out);
            } catch (Unreadable e) {
                err.println("%s: cannot be read\n  %s".formatted(file, indented(e)));
                unreadable++;
            }
        }
        out.println(summary());
        out.flush();
        err.flush();
        return unreadable > 0 ? UNREADABLE : failed > 0 ? FAILED : PASSED;
    }

    private List<Path> files(PrintWriter err) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            try {
                files.addAll(RecordedReader.files(path));
            } catch (Unreadable e) {
                err.println(e.getMessage());
                unreadable++;
            }
        }
        return files;
    }

    private void take(Recorded recorded, PrintWriter out) {
        played++;
        Optional<String> trouble =
                update ? update(recorded, out) : recorded.play().difference();
        trouble.ifPresent(difference -> {
            out.println("%s: %s\n  %s".formatted(recorded.file(), recorded.description(), difference));
            failed++;
        });
    }

    /** @return why it could not be written */
    private static Optional<String> update(Recorded recorded, PrintWriter out) {
        try {
            String text = recorded.play().asRecorded();
            if (!text.equals(Files.readString(recorded.file()))) {
                Files.writeString(recorded.file(), text);
                out.println("%s: written".formatted(recorded.file()));
            }
            return Optional.empty();
        } catch (ImpossibleInput e) {
            return Optional.of("Not written. " + e.getMessage());
        } catch (IOException e) {
            return Optional.of("Not written: " + e.getMessage());
        }
    }

    private String summary() {
        return update
                ? "%d cases played, %d not written, %d cannot be read".formatted(played, failed, unreadable)
                : "%d cases played, %d failed, %d cannot be read".formatted(played, failed, unreadable);
    }

    private static String indented(Unreadable e) {
        return String.valueOf(e.getMessage()).replace("\n", "\n  ");
    }
}
