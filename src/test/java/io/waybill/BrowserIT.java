package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
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
            output.lines().forEach(System.out::println);
            assertThat(specifications.waitFor()).isZero();
        } finally {
            specifications.destroy();
        }
    }
}
