package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract check on a gateway that runs. */
class ErpCheckEndToEndTest extends RunningGateway {

    private static final String PATH = "/api/erp/check";

    /** What the contract has and this ERP, which lets everybody in. */
    private static final List<String> CONTRACT = List.of(
            "LIST_PRODUCTS",
            "GET_PRICE",
            "UPSERT_CUSTOMER",
            "CREATE_ORDER",
            "CONFIRM_ORDER",
            "SET_ADDRESS",
            "GET_ORDER_STATUS",
            "LIST_JOBS",
            "CREATE_APPLICANT");

    @Test
    void reportsOnTheErpAndKeepsTheReport() throws Exception {
        ConsoleClient ada = ConsoleClient.signedIn(port, jdbc, "ada");
        int orders = ERP.orders().size();

        HttpResponse<String> answer = ada.post(PATH, "{\"write\":false}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report = Json.read(answer.body());
        assertThat(report.path("verdict").asText()).isEqualTo("ok");
        assertThat(report.findValuesAsText("kind"))
                .as("unless it sold nothing yet")
                .isSubsetOf("no-orders");
        assertThat(Json.read(ada.get(PATH).body())).isEqualTo(report);
        assertThat(ERP.orders()).hasSize(orders);
    }

    @Test
    void namesTheFault() throws Exception {
        ConsoleClient ada = ConsoleClient.signedIn(port, jdbc, "ada");
        ERP.faults().times(1, ErpFault.HTML_200, Operation.LIST_JOBS.name());
        ERP.faults().times(1, ErpFault.HTML_200, Operation.LIST_JOBS.name());

        JsonNode report = Json.read(ada.post(PATH, "{\"write\":false}").body());

        assertThat(report.findValuesAsText("kind"))
                .filteredOn(kind -> !kind.equals("no-orders"))
                .containsExactly("html");
    }

    /** 004-08: the fake ERP speaks the names of the contract, and the check finds nothing missing and nothing wrong. */
    @Test
    void provesWithATestOrderThatTheErpHonoursKeys() throws Exception {
        ConsoleClient ada = ConsoleClient.signedIn(port, jdbc, "ada");

        JsonNode report = Json.read(ada.post(PATH, "{\"write\":true}").body());

        List<JsonNode> contract = report.path("operations")
                .valueStream()
                .filter(operation ->
                        CONTRACT.contains(operation.path("operation").asText()))
                .toList();
        assertThat(contract)
                .hasSameSizeAs(CONTRACT)
                .flatExtracting(operation -> operation.path("findings").findValuesAsText("kind"))
                .as("it says more here and there, and nothing else")
                .containsOnly("extra");
        assertThat(report.at("/idempotency/proved").asText()).isEqualTo("keyed");
        assertThat(ERP.orders())
                .filteredOn(order -> String.valueOf(order.note()).startsWith("WAYBILL CONTRACT CHECK"))
                .isNotEmpty()
                .allSatisfy(order -> assertThat(order.status()).isEqualTo("cancelled"));
    }

    @Test
    void checksOnceAtATime() throws Exception {
        ConsoleClient ada = ConsoleClient.signedIn(port, jdbc, "ada");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ERP.onExecuted(operation -> {
            if (operation == Operation.LIST_JOBS && asked.getCount() > 0) {
                asked.countDown();
                await(goOn);
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> first = threads.submit(() -> ada.post(PATH, "{\"write\":false}"));
            await(asked);

            HttpResponse<String> second = ada.post(PATH, "{\"write\":false}");
            goOn.countDown();

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("A contract check is running on this node already");
            assertThat(first.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void needsASession() throws Exception {
        assertThat(new ConsoleClient(port).get(PATH).statusCode()).isEqualTo(401);
        assertThat(new ConsoleClient(port).post(PATH, "{\"write\":true}").statusCode())
                .isEqualTo(401);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
