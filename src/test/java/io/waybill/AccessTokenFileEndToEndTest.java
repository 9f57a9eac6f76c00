package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** An access token that expires and is replaced while customers wait. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class AccessTokenFileEndToEndTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 20;

    @TempDir
    Path home;

    @TempDir
    Path secrets;

    private FlowGateway gateway;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        file = Files.writeString(secrets.resolve("token"), "expired-token\n");
        gateway = new FlowGateway(home, "waybill.whatsapp.access-token=", "waybill.whatsapp.access-token-file=" + file);
        gateway.graph.number("1", "fresh-token");
        gateway.write("echo", """
                {"schema": 1, "id": "echo", "title": "Echo", "menu": "Echo", "lang": "en", "start": ["echo"],
                 "steps": [{"id": "name", "say": "Who are you?", "ask": {"type": "text", "save": "name"}},
                           {"id": "hello", "say": "Hello {{name}}.", "next": "@done"}]}
                """);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsAllThatWaitedInOrderAndOnceWhenTheFileHoldsANewOne(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext node = gateway.start()) {
            List<Customer> customers = new ArrayList<>();
            for (int i = 0; i < CUSTOMERS; i++) {
                Customer customer = gateway.customer("Customer " + i, node);
                assertThat(FlowGateway.meta(node)
                                .post(
                                        customer.next(CustomerMessage.text("echo")),
                                        customer.next(CustomerMessage.text("Amina"))))
                        .isEqualTo(200);
                customers.add(customer);
            }
            await().atMost(LONG)
                    .until(() -> waiting() == 2 * CUSTOMERS && openNotices().equals(List.of("CHANNEL_STOPPED")));
            assertThat(gateway.graph.messages()).isEmpty();

            Files.writeString(file, "fresh-token\n");

            await().atMost(LONG)
                    .until(() -> customers.stream()
                            .allMatch(customer -> customer.received().size() == 2));
            assertThat(customers)
                    .allSatisfy(customer -> assertThat(customer.received())
                            .extracting(GraphMessage::text)
                            .containsExactly("Who are you?", "Hello Amina."));
            await().until(() -> openNotices().isEmpty());
        }
        assertThat(output).doesNotContain("expired-token", "fresh-token");
    }

    private long waiting() {
        return gateway.database
                .jdbc()
                .sql("select count(*) from outbox where state = 'queued'")
                .query(Long.class)
                .single();
    }

    private List<String> openNotices() {
        return gateway.database
                .jdbc()
                .sql("select kind from notice where ended_at is null")
                .query(String.class)
                .list();
    }
}
