package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DemoModeTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void isOnWhileNothingRealIsConfiguredAndNobodyElseCanReachUs(String address) {
        assertThat(demo(environment(address)).on()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void isOffWhenOthersCanReachUs(String address) {
        assertThat(demo(environment(address)).on()).isFalse();
    }

    @Test
    void isOffWhenTheAddressIsNotSaid() {
        assertThat(demo(new MockEnvironment()).on()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "waybill.erp.base-url",
                "waybill.whatsapp.phone-number-id",
                "waybill.whatsapp.access-token",
                "waybill.whatsapp.app-secret",
                "waybill.whatsapp.verify-token",
                "waybill.whatsapp.base-url"
            })
    void isOffAsSoonAsAnyPartIsReal(String property) {
        assertThat(demo(environment("127.0.0.1").withProperty(property, "real")).on())
                .isFalse();
        assertThat(demo(environment("127.0.0.1").withProperty(property, " ")).on())
                .isTrue();
    }

    @Test
    void isOffWhileAPartIsRealThatWasConnectedSince() {
        AtomicBoolean real = new AtomicBoolean();
        DemoMode demo = DemoMode.of(environment("127.0.0.1"), () -> Stream.of(() -> false, real::get));

        assertThat(demo.on()).isTrue();
        real.set(true);
        assertThat(demo.on()).isFalse();
    }

    private static DemoMode demo(MockEnvironment environment) {
        return DemoMode.of(environment, Stream::empty);
    }

    private static MockEnvironment environment(String address) {
        return new MockEnvironment().withProperty("server.address", address);
    }
}
