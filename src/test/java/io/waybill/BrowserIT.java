package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** What people do in the console, in Chromium, against the built jar. It takes both cores, beside which the crash tests run out of time. */
@Isolated
@DisabledIfSystemProperty(named = "e2e.skip", matches = "true")
class BrowserIT {

    @Test
    void passesEverySpecification() throws Exception {
        ProcessBuilder command = new ProcessBuilder("node", "tools/e2e.mjs")
                .directory(new File(System.getProperty("console.directory")))
                .redirectErrorStream(true);
        command.environment().put("WAYBILL_JAR", System.getProperty("waybill.jar"));
        command.environment()
                .put(
                        "WAYBILL_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process specifications = command.start();
        try (BufferedReader output = specifications.inputReader()) {
            List<String> lines = output.lines().peek(System.out::println).toList();
            assertThat(specifications.waitFor())
                    .as(() -> String.join("\n", failures(lines)))
                    .isZero();
        } finally {
            specifications.destroy();
        }
    }

    /** What Playwright says at its end, from its first failure on; all of it where it never got so far. */
    private static List<String> failures(List<String> lines) {
        List<String> failures =
                lines.stream().dropWhile(line -> !line.startsWith("  1) [")).toList();
        return failures.isEmpty() ? lines : failures;
    }
}
