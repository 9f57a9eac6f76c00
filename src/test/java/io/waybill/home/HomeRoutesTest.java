package io.waybill.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class HomeRoutesTest {

    private static final String ROUTE = """
            - route:
                id: try
                from:
                  uri: direct:try
                  steps:
                    - bean: { ref: parrot, method: say }
            """;

    @TempDir
    Path home;

    @Test
    void startsWithAGoodRoute() throws IOException {
        start(ROUTE).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steps:|stepps:|stepps",
                "bean: {|bin: {|bin",
                "ref: parrot|ref: pigeon|pigeon",
                "method: say|method: sing|sing",
                "direct:try|directly:try|directly"
            })
    void doesNotStartWithAWrongRouteAndNamesTheFile(String good, String bad, String named, CapturedOutput output) {
        assertThatThrownBy(() -> start(ROUTE.replace(good, bad)).close()).isNotNull();

        assertThat(output.toString().substring(output.toString().indexOf("APPLICATION FAILED TO START")))
                .contains("60-try.camel.yaml: ", named);
    }

    private ConfigurableApplicationContext start(String route) throws IOException {
        Path folder = Files.createDirectories(home.resolve("routes"));
        Files.writeString(folder.resolve("60-try.camel.yaml"), route);
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("waybill.home=" + home, "spring.main.banner-mode=off")
                .run();
    }

    /** Says what it hears. */
    public static final class Parrot {
        public String say(String text) {
            return text;
        }
    }

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
            })
    @Import(HomeConfiguration.class)
    static class Application {
        @Bean
        Parrot parrot() {
            return new Parrot();
        }
    }
}
