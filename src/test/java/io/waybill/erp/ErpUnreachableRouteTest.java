package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@Import(ErpUnreachableRouteTest.Elsewhere.class)
class ErpUnreachableRouteTest extends ErpRouteSupport {

    private static final AtomicReference<URI> address = new AtomicReference<>();

    @Test
    void isDownWhenNobodyListens() throws IOException {
        address.set(URI.create("http://127.0.0.1:" + closedPort()));

        assertThat(createOrder()).isInstanceOf(ErpReply.Down.class);
        assertThat(reason(createOrder())).contains("refuses the connection");
        assertThat(getPrice()).isInstanceOf(ErpReply.Down.class);
    }

    @Test
    void isDownWhenTheHostIsNotKnown() {
        address.set(URI.create("http://erp.invalid"));

        assertThat(createOrder()).isInstanceOf(ErpReply.Down.class);
    }

    @Test
    void isDownWhenThereIsNoTrust() {
        address.set(URI.create(erp.baseUrl().replace("http:", "https:")));

        assertThat(createOrder()).as("plain HTTP where TLS was expected").isInstanceOf(ErpReply.Down.class);
    }

    @Test
    void isDownBeforeTheDemoErpListens() {
        address.set(null);

        assertThat(reason(createOrder())).contains("has not started yet");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @TestConfiguration
    static class Elsewhere {
        @Bean
        @Primary
        ErpAddress elsewhere() {
            return () -> Optional.ofNullable(address.get());
        }
    }
}
