package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.waybill.far.HttpSide;
import io.waybill.hook.HookReceiver.Behaviour;
import io.waybill.hook.HookReceiver.Received;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What receivers can do to us. */
class HookWireTest {

    @RegisterExtension
    final HookRig rig = new HookRig();

    private final HookReceiver shop = rig.receiver();

    @Test
    void followsNoRedirect() throws Exception {
        shop.does((call, exchange) -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            Behaviour.status(307).answer(call, exchange);
        });

        Attempt attempt = attempt(rig.node("127.0.0.1"), shop.url());

        assertThat(attempt.status()).isEqualTo(307);
        assertThat(attempt.advice()).contains("not followed");
        assertThat(shop.calls()).extracting(Received::path).containsExactly("/events");
    }

    @Test
    void connectsToNoPrivateAddressWhateverNameItHas() throws Exception {
        String named = shop.url().replace("127.0.0.1", "localhost");

        Attempt attempt = attempt(rig.node("127.0.0.1"), named);

        assertThat(attempt.status()).isNull();
        assertThat(attempt.advice()).startsWith("localhost is inside a private network or this machine.");
        assertThat(shop.calls()).isEmpty();
    }

    @Test
    void keepsTheBeginningOfALongAnswer() throws Exception {
        shop.does((call, exchange) -> HttpSide.answer(
                exchange, 400, "text/plain", ("é\0" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8)));

        Attempt attempt = attempt(rig.node("127.0.0.1"), shop.url());

        assertThat(attempt.status()).isEqualTo(400);
        assertThat(attempt.answer()).isEqualTo("é" + "x".repeat(BoundedCalls.KEPT - 3));
        assertThat(attempt.advice()).startsWith("The receiver does not take this event.");
    }

    @Test
    void waitsForNoAnswerThatDrips() throws Exception {
        HookRig.Gateway hurried =
                rig.node(new HookProperties(false, Set.of("127.0.0.1"), Duration.ofSeconds(1), Duration.ofSeconds(1)));
        shop.does((call, exchange) -> drip(exchange));

        Attempt attempt = attempt(hurried, shop.url());

        assertThat(attempt.status()).isNull();
        assertThat(attempt.advice()).isEqualTo("The receiver gave no complete answer in time.");
        assertThat(attempt.tookMillis()).isBetween(1_000L, 20_000L);
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        Attempt attempt = attempt(rig.node("127.0.0.1"), "http://127.0.0.1:%d/".formatted(unused));

        assertThat(attempt.advice()).isEqualTo("The receiver refuses the connection. Is it running?");
    }

    /** For half a minute, unless we hang up. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < 150 && HttpSide.waited(Duration.ofMillis(200)); i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
        }
    }

    /** One event to that address. */
    private Attempt attempt(HookRig.Gateway gateway, String url) throws Exception {
        Hook hook = rig.hook(url, WebhookSecret.random());
        rig.happens("11", "shipped");
        gateway.sends();
        return rig.logged(hook).getFirst().attempts().getFirst();
    }
}
