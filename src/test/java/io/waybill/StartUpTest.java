package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.waybill.database.TestDatabase;
import io.waybill.home.Misconfigured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A set-up that is not whole stops the start with one sentence that names what to change. */
@ExtendWith(OutputCaptureExtension.class)
class StartUpTest {

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
        assertThat(output.getAll()).contains(why.getMessage()).doesNotContain("\tat io.waybill");
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
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        properties.forEach(property -> arguments.add("--" + property));
        Throwable failure = catchThrowable(() -> new SpringApplicationBuilder(WaybillApplication.class)
                .run(arguments.toArray(String[]::new))
                .close());
        while (failure != null && !(failure instanceof Misconfigured)) {
            failure = failure.getCause();
        }
        assertThat(failure).as("the start was stopped").isNotNull();
        return (Misconfigured) failure;
    }
}
