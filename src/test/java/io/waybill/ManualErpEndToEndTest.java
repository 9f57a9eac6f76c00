package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An ERP that neither honours keys nor can be asked: a person decides every doubt. */
class ManualErpEndToEndTest {

    @TempDir
    Path home;

    @BeforeEach
    void describeIt() throws IOException {
        String profile = Files.readString(Path.of("endpoint-profiles", "canonical.yaml"));
        Files.writeString(
                Files.createDirectories(home.resolve("endpoint-profiles")).resolve("canonical.yaml"),
                profile.replace("idempotency: keyed", "idempotency: manual"));
    }

    @Test
    void tellsACustomerWhoseOrderACrashLeftOpen() throws Exception {
        try (FlowGateway gateway = new FlowGateway(home);
                ConfigurableApplicationContext node = gateway.start()) {
            JdbcClient jdbc = gateway.database.jdbc();
            Customer chao = gateway.customer("Chao Wanjiku", node).comesToTheSummary();
            AtomicReference<String> during = new AtomicReference<>();
            gateway.erp.onExecuted(operation -> {
                if (operation == Operation.CREATE_ORDER) {
                    during.set(jdbc.sql("select session from conversation")
                            .query(String.class)
                            .single());
                }
            });
            chao.taps("Confirm").hears("is ready to go");

            // What the database has when the process is killed before it takes the answer.
            jdbc.sql(
                            "update ledger set state = 'open', reply = null, attempts = 0, next_attempt_at = now() where operation = 'CREATE_ORDER'")
                    .update();
            jdbc.sql("update conversation set session = ?").param(during.get()).update();

            chao.hears("We are checking");
            assertThat(doubts(gateway.console(node, "ada")).findValuesAsText("state"))
                    .containsExactly("manual");
            assertThat(gateway.erp.calls(Operation.CREATE_ORDER)).isEqualTo(1);
        }
    }

    @Test
    void asksAPersonAndSendsNothingAgain() throws Exception {
        Instant since = Instant.now().minusMillis(1);
        try (FlowGateway gateway = new FlowGateway(home)) {
            gateway.erp.honoursKeys(false);
            try (ConfigurableApplicationContext node = gateway.start()) {
                ConsoleClient ada = gateway.console(node, "ada");
                Customer amina = gateway.customer("Amina Yusuf", node).comesToTheSummary();
                Customer brian = gateway.customer("Brian Otieno", node).comesToTheSummary();
                gateway.erp.faults().times(1, ErpFault.RESET_AFTER, Operation.CREATE_ORDER.name());
                amina.taps("Confirm").hears("We are checking");
                gateway.erp.faults().times(1, ErpFault.RESET_BEFORE, Operation.CREATE_ORDER.name());
                brian.taps("Confirm").hears("We are checking");
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> doubts(ada).findValuesAsText("state").equals(List.of("manual", "manual")));

                assertThat(gateway.erp.calls(Operation.CREATE_ORDER)).isEqualTo(2);
                assertThat(reconciled(ada, since).path("inDoubt").asInt()).isEqualTo(2);
                ErpOrder order = gateway.erp.orders().getFirst();
                assertThat(order.phone()).isEqualTo(amina.identity());
                JsonNode doubts = doubts(ada);
                decide(ada, doubts.get(0), """
                        {"executed":true,"answer":{"external_order_id":"%s","order_number":"%s","status":"pending"}}""".formatted(order.id(), order.number()));
                decide(ada, doubts.get(1), "{\"executed\":false}");

                assertThat(doubts(ada)).isEmpty();
                assertThat(gateway.database
                                .jdbc()
                                .sql("select state from ledger where operation = 'CREATE_ORDER' order by opened_at")
                                .query(String.class)
                                .list())
                        .containsExactly("ok", "down");
                JsonNode clean = reconciled(ada, since);
                assertThat(clean.path("ordered").asInt()).isEqualTo(1);
                assertThat(clean.path("inDoubt").asInt()).isZero();
                assertThat(clean.path("erp"))
                        .isEqualTo(
                                Json.read("{\"listed\":1,\"missing\":[],\"doubled\":[],\"unknown\":[],\"totals\":[]}"));
                assertThat(gateway.erp.sentTwice()).isEmpty();
            }
        }
    }

    private static void decide(ConsoleClient console, JsonNode doubt, String decision) throws Exception {
        String path = "/api/erp/doubts/%s/%s/decision"
                .formatted(doubt.path("contactId").asText(), doubt.path("key").asText());
        assertThat(console.post(path, decision).statusCode()).isEqualTo(204);
    }

    private static JsonNode doubts(ConsoleClient console) throws Exception {
        return Json.read(console.get("/api/erp/doubts").body()).path("doubts");
    }

    private static JsonNode reconciled(ConsoleClient console, Instant since) throws Exception {
        return Json.read(console.get("/api/erp/reconciliation?since=" + since).body());
    }
}
