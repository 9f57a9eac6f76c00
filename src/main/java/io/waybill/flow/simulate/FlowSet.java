package io.waybill.flow.simulate;

import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.home.Home;
import io.waybill.whatsapp.InvalidTemplate;
import io.waybill.whatsapp.Templates;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The flows that are talked to, and the templates they send. */
public record FlowSet(Flows flows, Templates templates) {

    private static final String SUFFIX = ".flow.json";
    private static final FlowLoader LOADER = new FlowLoader();

    /**
     * One flow file, or all flows of a folder; the templates are those of {@code templates/} beside the folder, or those shipped.
     *
     * @throws Unreadable when a file is missing or wrong
     */
    public static FlowSet at(Path path) {
        return of(Files.isDirectory(path) ? flowFiles(path) : List.of(path), path);
    }

    static FlowSet of(List<Path> files, Path where) {
        if (files.isEmpty()) {
            throw new Unreadable("There is no flow (*.flow.json) in %s.".formatted(where));
        }
        List<FlowDefinition> flows = new ArrayList<>();
        for (Path file : files) {
            flows.add(flow(file));
        }
        try {
            return new FlowSet(Flows.of(flows), Templates.load(new Home(home(files.getFirst()))));
        } catch (IllegalArgumentException | InvalidTemplate e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    /** The folder that holds {@code flows/} and {@code templates/}. */
    private static Path home(Path flowFile) {
        Path folder = flowFile.toAbsolutePath().normalize().getParent();
        return folder.getParent() == null ? folder : folder.getParent();
    }

    static List<Path> flowFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Unreadable("The folder %s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static FlowDefinition flow(Path file) {
        try {
            return LOADER.load(text(file));
        } catch (FlowRejected e) {
            throw new Unreadable("The flow %s cannot be used:\n%s".formatted(file, e.getMessage()), e);
        }
    }

    /** @throws Unreadable when there is no such file, or it is no text */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Unreadable("%s is not UTF-8 text.".formatted(file), e);
        } catch (IOException e) {
            throw new Unreadable("%s cannot be read.".formatted(file), e);
        }
    }
}
