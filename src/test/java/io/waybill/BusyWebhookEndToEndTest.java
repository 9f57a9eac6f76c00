package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.MetaEnvelope.Inbound;
import io.waybill.far.MetaEnvelope.Sender;
import io.waybill.far.SignedWebhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** More webhook calls at once than a gateway has room for. */
class BusyWebhookEndToEndTest {

    private static final int BEGUN = 10;

    @TempDir
    Path home;

    @Test
    void asksMetaToComeAgainAndTakesItOnceThereIsRoom() throws Exception {
        try (FlowGateway gateway = new FlowGateway(home, "waybill.webhooks.at-once=1");
                ConfigurableApplicationContext node = gateway.start()) {
            SignedWebhook meta = FlowGateway.meta(node);
            byte[] slow = meta.envelope().of(hello("wamid.slow"));
            byte[] other = meta.envelope().of(hello("wamid.other"));
            AtomicReference<Socket> connection = new AtomicReference<>(begin(node, slow));

            await().until(() -> {
                int status = meta.post(other);
                if (connection.get().getInputStream().available() > 0) {
                    // The slow call came while the other was stored, and was the one that was refused.
                    connection.getAndSet(begin(node, slow)).close();
                }
                return status == 503;
            });
            try (Socket held = connection.get()) {
                held.getOutputStream().write(slow, BEGUN, slow.length - BEGUN);
                assertThat(firstLine(held)).startsWith("HTTP/1.1 200");
            }
            assertThat(meta.post(other)).isEqualTo(200);
        }
    }

    /** A call whose body does not come to its end. */
    private static Socket begin(ConfigurableApplicationContext node, byte[] body) throws IOException {
        Socket connection = new Socket("127.0.0.1", FlowGateway.port(node));
        OutputStream out = connection.getOutputStream();
        out.write("""
                POST /webhooks/whatsapp HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                X-Hub-Signature-256: %s\r
                Content-Length: %d\r
                \r
                """.formatted(SignedWebhook.signature("secret", body), body.length)
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, BEGUN);
        return connection;
    }

    private static Inbound hello(String wamid) {
        return new Inbound(
                new Sender(Customer.nextNumber(), "Amina Yusuf", null),
                wamid,
                Instant.now().getEpochSecond(),
                null,
                CustomerMessage.text("hello"));
    }

    private static String firstLine(Socket connection) throws IOException {
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
                .readLine();
    }
}
