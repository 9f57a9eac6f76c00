package io.waybill.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The folder an integrator works in ({@code waybill.home}, by default the working directory).
 *
 * <p>A folder that exists there is used alone; one that does not falls back to the files shipped in the jar.
 */
public final class Home {

    private final Path root;

    public Home(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The files of {@code folder} whose names end with {@code suffix}, by name. */
    public List<HomeFile> files(String folder, String suffix) {
        return resources(folder, suffix).map(HomeFile::read).toList();
    }

    /** One file of {@code folder}, if it is there. */
    public Optional<HomeFile> file(String folder, String name) {
        return resources(folder, name)
                .filter(resource -> name.equals(resource.getFilename()))
                .findFirst()
                .map(HomeFile::read);
    }

    /** As {@link #files}, and of the shipped ones those whose names are not among them: each file has a fallback of its own. */
    public List<HomeFile> filesOverShipped(String folder, String suffix) {
        Map<String, HomeFile> byName = new TreeMap<>();
        shipped(folder)
                .filter(resource -> fileName(resource).endsWith(suffix))
                .map(HomeFile::read)
                .forEach(file -> byName.put(file.name(), file));
        files(folder, suffix).forEach(file -> byName.put(file.name(), file));
        return List.copyOf(byName.values());
    }

    /** A folder below the home for data of our own, such as the embedded database. */
    public Path data() {
        return root.resolve(".waybill");
    }

    /** The files of {@code folder} as resource locations, for frameworks that load them themselves. */
    public List<String> locations(String folder, String suffix) {
        return resources(folder, suffix)
                .map(resource -> location(folder, resource))
                .toList();
    }

    private Stream<Resource> resources(String folder, String suffix) {
        Path directory = root.resolve(folder);
        Stream<Resource> found = Files.isDirectory(directory)
                ? children(directory).stream().map(FileSystemResource::new)
                : shipped(folder);
        return found.filter(resource -> fileName(resource).endsWith(suffix))
                .sorted(Comparator.comparing(Home::fileName));
    }

    private static Stream<Resource> shipped(String folder) {
        try {
            return Arrays.stream(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:shipped/" + folder + "/*"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shipped folder " + folder, e);
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + directory, e);
        }
    }

    private static String fileName(Resource resource) {
        return Optional.ofNullable(resource.getFilename()).orElse("");
    }

    private static String location(String folder, Resource resource) {
        return resource instanceof FileSystemResource file
                ? "file:" + file.getPath()
                : "classpath:shipped/" + folder + "/" + fileName(resource);
    }

    /**
     * A text file of the integrator.
     *
     * @param name file name without folder
     * @param origin where it was found, for error messages
     */
    public record HomeFile(String name, String origin, String text) {

        private static HomeFile read(Resource resource) {
            try (InputStream in = resource.getInputStream()) {
                String origin = resource instanceof FileSystemResource file
                        ? file.getPath()
                        : "(shipped) " + fileName(resource);
                return new HomeFile(fileName(resource), origin, text(in.readAllBytes(), origin));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + resource, e);
            }
        }

        /** Exactly what stands there: bytes that are no text would otherwise be replaced without a word. */
        private static String text(byte[] bytes, String origin) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                throw new Misconfigured("%s is not UTF-8 text. Save it as UTF-8.".formatted(origin), e);
            }
        }
    }
}
