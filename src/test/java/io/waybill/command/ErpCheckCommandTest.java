package io.waybill.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.FakeErp;
import io.waybill.far.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class ErpCheckCommandTest {

    private static final FakeErp ERP = FakeErp.start(0);

    private static final String PROFILE = """
            title: A shop
            idempotency: keyed
            operations:
              LIST_PRODUCTS: { method: GET, path: /api/products }
              GET_PRICE: { method: GET, path: /api/price }
              UPSERT_CUSTOMER: { method: POST, path: /api/customers }
              CREATE_ORDER: { method: POST, path: /api/orders }
              CONFIRM_ORDER: { method: POST, path: "/api/orders/{external_order_id}/confirm" }
              GET_ORDER_STATUS: { method: GET, path: "/api/orders/{external_order_id}/status" }
              CANCEL_ORDER: { method: POST, path: "/api/orders/{external_order_id}/cancel" }
              LIST_JOBS: { method: GET, path: /api/jobs }
              CREATE_APPLICANT: { method: POST, path: /api/applicants }
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @AfterAll
    static void stop() {
        ERP.close();
    }

    @BeforeEach
    void forgetAll() throws IOException {
        ERP.reset();
        Files.writeString(
                Files.createDirectories(folder.resolve("endpoint-profiles")).resolve("shop.yaml"), PROFILE);
    }

    @Test
    void readsAndFindsNothing() {
        assertThat(check()).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(lines().getFirst())
                .startsWith("Contract check of profile \"shop\"")
                .endsWith("reads only");
        assertThat(lines())
                .anySatisfy(line -> assertThat(line).matches("LIST_PRODUCTS +ok +2 +\\d+ ms"))
                .contains("CREATE_ORDER         skipped                       Writes were not asked for.")
                .contains("Idempotency: the profile says keyed, nothing was proved without a test order.");
        assertThat(lines().getLast()).isEqualTo("0 errors, 0 warnings.");
        assertThat(ERP.orders()).isEmpty();
    }

    @Test
    void requestsNoPaymentWithoutATestOrder() {
        assertThat(check("--payment")).isEqualTo(2);

        assertThat(err.toString().strip())
                .isEqualTo("A payment is requested for a test order only: ask for writes as well.");
    }

    @Test
    void makesATestOrderAndTakesItBack() {
        assertThat(check("--write")).isZero();

        assertThat(ERP.complaints()).isEmpty();
        assertThat(ERP.orders()).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo("cancelled");
            assertThat(order.note()).startsWith("WAYBILL CONTRACT CHECK");
            assertThat(order.requests()).isEqualTo(2);
        });
        assertThat(lines()).contains("Idempotency: the profile says keyed, the ERP proved keyed.");
    }

    @Test
    void failsWhereTheErpDoesNotKeepTheContract() {
        ERP.honoursKeys(false);
        try {
            assertThat(check("--write")).isEqualTo(1);
        } finally {
            ERP.honoursKeys(true);
        }

        assertThat(lines())
                .anySatisfy(line -> assertThat(line).startsWith("  error   idempotency-overstated: "))
                .anySatisfy(line -> assertThat(line).startsWith("  warning repeat-creates-second-order: "));
        assertThat(ERP.orders())
                .hasSize(2)
                .allSatisfy(order -> assertThat(order.status()).isEqualTo("cancelled"));
    }

    @Test
    void printsNothingButJson() {
        assertThat(check("--json", "-")).isZero();

        JsonNode report = Json.read(out.toString());
        assertThat(report.path("verdict").asText()).isEqualTo("ok");
        assertThat(report.at("/operations/0/operation").asText()).isEqualTo("LIST_PRODUCTS");
        assertThat(report.at("/idempotency/claimed").asText()).isEqualTo("keyed");
        assertThat(report.at("/idempotency/proved").isNull()).isTrue();
    }

    @Test
    void writesJsonBesideTheTable() throws IOException {
        Path file = folder.resolve("report.json");

        assertThat(check("--json", file.toString())).isZero();

        assertThat(Json.read(Files.readString(file)).path("profile").asText()).isEqualTo("shop");
        assertThat(lines().getLast()).isEqualTo("0 errors, 0 warnings.");
    }

    @Test
    void stopsAtAnErpThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(run("--base-url", "http://127.0.0.1:" + port, "--profile", "canonical"))
                .isEqualTo(1);

        assertThat(lines())
                .anySatisfy(line ->
                        assertThat(line).startsWith("  error   unreachable: ").contains("refuses the connection"))
                .contains(
                        "GET_PRICE            skipped                       Not probed, because the ERP cannot be reached.")
                .contains("1 errors, 0 warnings.");
    }

    @Test
    void saysWhatToSetWhereNoErpIsConfigured() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString())
                .startsWith("No ERP is configured: set waybill.erp.base-url")
                .contains("--base-url");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheConfiguration() {
        assertThat(run("--base-url", "http://127.0.0.1:1")).isEqualTo(2);

        assertThat(err.toString().strip())
                .startsWith("waybill.erp.base-url is set, but waybill.erp.profile is not")
                .doesNotContain("\n");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(check("--slow", "soon")).isEqualTo(2);

        assertThat(err.toString()).contains("\"soon\" is no time: it looks like 500ms or 2s.");
    }

    private int check(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--home", folder.toString(), "--base-url", ERP.uri().toString(), "--profile", "shop", "--slow", "30s"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check"));
        arguments.addAll(List.of(options));
        return ErpCommand.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
