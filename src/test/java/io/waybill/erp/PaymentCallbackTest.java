package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCallbackTest {

    private static final String TOKEN = "0123456789abcdef";

    private final EndpointProfile example = profile("payment-example");

    @Test
    void admitsTheTokenOnly() {
        PaymentCallback callback = PaymentCallback.of(TOKEN, () -> example);

        assertThat(callback.admits(TOKEN)).isTrue();
        assertThat(callback.admits(TOKEN + "0")).isFalse();
        assertThat(callback.admits("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void admitsNobodyWithoutAToken(String none) {
        assertThat(PaymentCallback.of(none, () -> example).admits(none)).isFalse();
        assertThat(PaymentCallback.of(null, () -> example).admits("null")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\":{\"id\":\"P-1\"}}|P-1",
                "{\"data\":{\"id\":12345678901234567890}}|12345678901234567890",
                "{\"data\":{\"id\":{\"a\":1}}}|",
                "{\"data\":{\"id\":null}}|",
                "{\"data\":{\"id\":\" \"}}|",
                "{\"data\":[]}|",
                "[]|",
                "7|",
            })
    void readsWhichPaymentItIsAbout(String body, String payment) throws IOException {
        assertThat(PaymentCallback.of(TOKEN, () -> example).payment(bytes(body)))
                .isEqualTo(Optional.ofNullable(payment));
    }

    @Test
    void readsNoIdThatNoProviderHas() throws IOException {
        String body = "{\"data\":{\"id\":\"%s\"}}".formatted("9".repeat(201));

        assertThat(PaymentCallback.of(TOKEN, () -> example).payment(bytes(body)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "{\"data\":", "{} {}"})
    void refusesWhatIsNoJson(String body) {
        PaymentCallback callback = PaymentCallback.of(TOKEN, () -> example);

        assertThatThrownBy(() -> callback.payment(bytes(body))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcde", "0123456789abcdef/", "0123456789 abcdef", "0123456789abcdé0"})
    void wantsATokenThatIsASecretAndFitsIntoAUrl(String token) {
        assertThatThrownBy(() -> PaymentCallback.of(token, () -> example))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith("waybill.payment.callback-token must be 16 or more")
                .hasMessageNotContaining(token);
    }

    @Test
    void wantsAProfileThatSaysWhereThePaymentIsNamed() {
        EndpointProfile canonical = profile("canonical");

        assertThatThrownBy(() -> PaymentCallback.of(TOKEN, () -> canonical))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("the profile \"canonical\" does not say which payment a call is about");
    }

    @Test
    void readsWhereTheSystemSaysThatIsAskedNow() throws IOException {
        AtomicReference<EndpointProfile> asked = new AtomicReference<>(example);
        PaymentCallback callback = PaymentCallback.of(TOKEN, asked::get);
        byte[] call = bytes("{\"data\":{\"id\":\"P-1\"}}");

        assertThat(callback.payment(call)).contains("P-1");
        asked.set(profile("canonical"));
        assertThat(callback.payment(call)).isEmpty();
    }

    @Test
    void showsLittleOfAnId() {
        assertThat(PaymentCallback.masked("pay-123456")).isEqualTo("…456");
        assertThat(PaymentCallback.masked("0f8fad5b-d9cb-469f-a165-70867728950e"))
                .isEqualTo("…950e");
        assertThat(PaymentCallback.masked("P1")).isEqualTo("…");
    }

    private static EndpointProfile profile(String name) {
        return new EndpointProfiles(new Home(Path.of(""))).load(name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
