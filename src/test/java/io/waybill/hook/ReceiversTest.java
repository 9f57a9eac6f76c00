package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiversTest {

    private final Receivers strict = new Receivers(false, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.31.255.255",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fc00::1",
                "fd12::1",
                "fe80::1"
            })
    void nothingInsideANetworkIsCalled(String address) throws Exception {
        assertThat(Receivers.isReserved(InetAddress.getByName(address))).isTrue();
        assertThatThrownBy(() -> strict.resolve(address)).isInstanceOf(Receivers.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "169.253.0.1", "2606:4700::1111", "64:ff9c::1"})
    void publicAddressesAreCalled(String address) throws Exception {
        assertThat(Receivers.isReserved(InetAddress.getByName(address))).isFalse();
        assertThat(strict.resolve(address)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "/events",
                "ftp://1.1.1.1/",
                "https:///events",
                "https://user:secret@1.1.1.1/",
                "https://1.1.1.1/#part",
                "https://1.1.1.1/?token={{waybill.whatsapp.access-token}}",
                "https://1.1.1.1/${sys.home}"
            })
    void whatIsNoAddressOfTheWebIsRefused(String url) {
        assertThat(strict.problem(url))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("\"url\" is no address"));
    }

    @Test
    void eventsGoOutEncryptedUnlessConfigured() {
        assertThat(strict.problem("https://1.1.1.1/events")).isEmpty();
        assertThat(strict.problem("http://1.1.1.1/events"))
                .contains("\"url\" begins with https: events go out encrypted only.");
        assertThat(new Receivers(true, Set.of()).problem("http://1.1.1.1/events"))
                .isEmpty();
    }

    @Test
    void privateHostsAreCalledWhenTheyAreNamed() {
        Receivers receivers = new Receivers(false, Set.of("LOCALHOST", "10.0.0.7", "::1"));

        assertThat(receivers.problem("http://localhost:8080/events")).isEmpty();
        assertThat(receivers.problem("http://[::1]:8080/events")).isEmpty();
        assertThat(receivers.problem("https://10.0.0.7/events")).isEmpty();
        assertThat(receivers.problem("http://10.0.0.7/events"))
                .contains("\"url\" begins with https: events go out encrypted only.");
        assertThat(receivers.problem("https://10.0.0.8/events"))
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("10.0.0.8 is inside a private network"));
    }
}
