package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.waybill.database.TestDatabase;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A set-up that is not whole stops the start with one sentence that names what to change. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class StartUpTest {

    /** Each stack trace of a start of this class ends here; other tests print theirs at the same time. */
    private static final String OWN_STACK_TRACE = "\tat " + StartUpTest.class.getName();

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @ParameterizedTest
    @CsvSource({
        "waybill.whatsapp.access-token=t, waybill.whatsapp.phone-number-id",
        "waybill.whatsapp.phone-number-id=1, waybill.whatsapp.app-secret",
        "waybill.whatsapp.base-url=https://graph.example.com, waybill.whatsapp.verify-token",
        "waybill.erp.base-url=https://erp.example.com, waybill.erp.profile",
        "waybill.erp.profile=canonical, waybill.erp.base-url",
        "waybill.erp.username=ada, waybill.erp.password"
    })
    void stopsWhenAPartIsHalfConfigured(String property, String missing, CapturedOutput output) {
        Misconfigured why = start(withDatabase(property));

        assertThat(why).hasMessageContaining(missing);
        assertThat(output.getAll()).contains(why.getMessage()).doesNotContain(OWN_STACK_TRACE, "Error creating bean");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "waybill.outbox.in-memory=0",
                "waybill.outbox.connections=0",
                "waybill.outbox.reconcile=-5s",
                "waybill.contacts-at-once=0",
                "waybill.lease=1s"
            })
    void stopsAtALimitThatCannotWork(String property) {
        assertThat(start(withDatabase(property))).hasMessageContaining(property.substring(0, property.indexOf('=')));
    }

    @Test
    void stopsWhenTwoDeliveryBandsOverlap() {
        Misconfigured why = start(withDatabase(
                "waybill.delivery.bands[0].min=1",
                "waybill.delivery.bands[0].max=5",
                "waybill.delivery.bands[0].charge=100",
                "waybill.delivery.bands[1].min=5",
                "waybill.delivery.bands[1].charge=50"));

        assertThat(why).hasMessageContaining("waybill.delivery.bands");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.username=ada, spring.datasource.url is not",
        "spring.datasource.password=hunter2, spring.datasource.url is not",
        "spring.datasource.url=nonsense, spring.datasource.url names no PostgreSQL",
        "spring.datasource.url=jdbc:mysql://db.example.com/x, spring.datasource.url names no PostgreSQL"
    })
    void stopsWhenTheDataSourceIsHalfConfigured(String property, String sentence) {
        assertThat(start(List.of(property)))
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void saysInOneSentenceThatTheDatabaseDoesNotAnswer(CapturedOutput output) {
        fail(List.of(
                "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/waybill",
                "spring.datasource.username=ada",
                "spring.datasource.hikari.connection-timeout=250"));

        assertThat(output.getAll())
                .contains("check spring.datasource.url, .username and .password: Connection to 127.0.0.1:1 refused")
                .doesNotContain(OWN_STACK_TRACE);
    }

    @Test
    void saysInOneSentenceThatTheDatabaseDoesNotExist(CapturedOutput output) {
        fail(List.of(
                "spring.datasource.url=" + DATABASE.url().replaceAll("/test_[0-9]+", "/nowhere"),
                "spring.datasource.username=postgres"));

        assertThat(output.getAll())
                .contains("database \"nowhere\" does not exist")
                .doesNotContain(OWN_STACK_TRACE);
    }

    @Test
    void stopsWhenItsFolderCannotBeWrittenTo(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(start(List.of("waybill.home=" + file)))
                .hasMessageContaining("Waybill cannot write to the folder")
                .hasMessageContaining("waybill.home");
    }

    @Test
    void stopsWhenTheDatabaseHasNoUser() {
        assertThat(start(List.of("spring.datasource.url=" + DATABASE.url().replaceAll("[?].*", ""))))
                .hasMessageContaining("spring.datasource.username");
    }

    @Test
    void stopsWhenTheDatabaseIsNamedByAnEmptyText() {
        assertThat(start(List.of("spring.datasource.url= "))).hasMessageContaining("spring.datasource.url is empty");
    }

    private static List<String> withDatabase(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("spring.datasource.url=" + DATABASE.url());
        all.add("spring.datasource.username=postgres");
        all.add("spring.datasource.password=postgres");
        return all;
    }

    private static Misconfigured start(List<String> properties) {
        Throwable failure = fail(properties);
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(Misconfigured.class::isInstance)
                .map(Misconfigured.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("The start was not stopped with a sentence.", failure));
    }

    private static Throwable fail(List<String> properties) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        properties.forEach(property -> arguments.add("--" + property));
        return catchThrowable(() -> new SpringApplicationBuilder(WaybillApplication.class)
                .run(arguments.toArray(String[]::new))
                .close());
    }
}
