package io.waybill.flow.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays {@code flows/tests/}: every shipped flow behaves as it was recorded. */
class RecordedConversationsTest {

    private static final Path CASES = Path.of("flows", "tests");

    @TestFactory
    Stream<DynamicTest> cases() {
        RecordedReader reader = new RecordedReader();
        List<Path> files = RecordedReader.files(CASES);
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(
                        CASES.relativize(file).toString(), file.toUri(), () -> play(reader.read(file))));
    }

    private static void play(Recorded recorded) {
        recorded.play()
                .difference()
                .ifPresent(difference ->
                        fail("%s: %s\n  %s".formatted(recorded.file(), recorded.description(), difference)));
    }
}
