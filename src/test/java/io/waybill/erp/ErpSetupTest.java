package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ErpSetupTest {

    @Test
    void isTheDemoErpWhenNothingIsSet() {
        ErpSetup setup = setup(Map.of("waybill.erp.base-url", " "));

        assertThat(setup.baseUrl()).isNull();
        assertThat(setup.profile().name()).isEqualTo("demo");
        assertThat(setup.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(setup.responseTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(setup.bulkhead()).isEqualTo(64);
        assertThat(setup.pageSize()).isEqualTo(100);
    }

    @Test
    void takesARealErp() {
        ErpSetup setup = setup(Map.of(
                "waybill.erp.base-url", "https://erp.example.com/shop/",
                "waybill.erp.profile", "canonical",
                "waybill.erp.username", "waybill",
                "waybill.erp.password", "secret"));

        assertThat(setup.baseUrl()).isEqualTo(URI.create("https://erp.example.com/shop"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base-url=http://e.example|waybill.erp.base-url is set, but waybill.erp.profile is not: name one of ",
                "profile=canonical|waybill.erp.profile is set to \"canonical\", but waybill.erp.base-url is not",
                "profile=sap;base-url=http://e.example|waybill.erp.profile names \"sap\", but there is no endpoint-profiles/sap.yaml",
                "profile=canonical;base-url=ftp://e.example|waybill.erp.base-url is no http or https URL",
                "profile=canonical;base-url=erp.example.com|waybill.erp.base-url is no http or https URL",
                "profile=canonical;base-url=http://e example|waybill.erp.base-url is no URL",
                "profile=canonical;base-url=http://u:hunter2@e.example|waybill.erp.base-url contains credentials",
                "profile=canonical;base-url=http://e.example?a=b|waybill.erp.base-url must end with a host or a path",
                "username=u|waybill.erp.username is set, but waybill.erp.password is not",
                "password=hunter2|waybill.erp.password is set, but waybill.erp.username is not",
                "client-id=u|waybill.erp.client-id is set, but waybill.erp.client-secret is not",
                "client-secret=hunter2|waybill.erp.client-secret is set, but waybill.erp.client-id is not",
                "access-token=hunter2|waybill.erp.base-url is not set",
                "profile=demo;base-url=http://e.example;username=u;password=hunter2|waybill.erp.username is set, but the profile \"demo\" has no endpoint for AUTH",
                "profile=canonical;base-url=http://e.example;username=u;password=hunter2;access-token=hunter2|Both waybill.erp.access-token and waybill.erp.username are set",
                "profile=canonical;base-url=http://e.example;access-token=hun ter2|waybill.erp.access-token contains characters",
                "connect-timeout=0s|waybill.erp.connect-timeout must be longer than nothing",
                "bulkhead=0|waybill.erp.bulkhead must be 1 or more",
                "bulkhead-wait=-1s|waybill.erp.bulkhead-wait must not be less than nothing",
                "retry-pause=-1s|waybill.erp.retry-pause must not be less than nothing",
                "max-connections=0|waybill.erp.max-connections must be 1 or more",
                "max-answer-bytes=0|waybill.erp.max-answer-bytes must be 1 or more",
                "circuit-breaker.calls=0|waybill.erp.circuit-breaker.calls must be 1 or more",
                "circuit-breaker.open=0s|waybill.erp.circuit-breaker.open must be longer than nothing",
                "circuit-breaker.failure-percent=150|waybill.erp.circuit-breaker.failure-percent must be from 1 to 100"
            })
    void saysInOneSentenceWhichPropertyIsWrong(String properties, String sentence) {
        Map<String, String> set = new HashMap<>();
        for (String property : properties.split(";")) {
            String[] pair = property.split("=", 2);
            set.put("waybill.erp." + pair[0], pair[1]);
        }

        assertThatThrownBy(() -> setup(set))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("hunter2", "hun ter2", "\n");
    }

    @Test
    void hasNoRoomForAFileInAnAddress(@TempDir Path home) throws IOException {
        Path profiles = Files.createDirectories(home.resolve("endpoint-profiles"));
        String asked = Files.readString(Path.of("endpoint-profiles/canonical.yaml"))
                .replace("{ method: POST, path: /api/applicants }", "{ method: GET, path: /api/applicants }");
        Files.writeString(profiles.resolve("asked.yaml"), asked);
        Files.writeString(profiles.resolve("linked.yaml"), asked.replace("files: inline", "files: link"));

        assertThatThrownBy(() -> setup(home, "asked"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("CREATE_APPLICANT")
                .hasMessageContaining("files: link");
        assertThat(setup(home, "linked").profile().files()).isEqualTo(EndpointProfile.Files.LINK);
    }

    private static ErpSetup setup(Path home, String profile) {
        return ErpSetup.of(
                properties(Map.of("waybill.erp.base-url", "https://erp.example.com", "waybill.erp.profile", profile)),
                new EndpointProfiles(new Home(home)));
    }

    @Test
    void showsNoSecret() {
        ErpProperties properties = properties(Map.of(
                "waybill.erp.username", "u", "waybill.erp.password", "hunter2", "waybill.erp.access-token", "t0ken"));

        assertThat(properties.toString()).contains("username=u").doesNotContain("hunter2", "t0ken");
    }

    private static ErpSetup setup(Map<String, String> properties) {
        return ErpSetup.of(properties(properties), new EndpointProfiles(new Home(Path.of("."))));
    }

    private static ErpProperties properties(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("waybill.erp", ErpProperties.class);
    }
}
