package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual says what the program does. */
class ManualTest {

    private static final Path MANUAL = Path.of("docs", "erp-check.md");

    @Test
    void explainsEveryKindOfFinding() throws Exception {
        List<String> rows = Files.readString(MANUAL)
                .lines()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| (error|warning|info) \\|.*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(FindingKind.values())
                        .map(kind -> "| `%s` | %s | %s |".formatted(kind, kind.severity(), kind.meaning()))
                        .toList());
    }
}
