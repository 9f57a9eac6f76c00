package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People have the ERP do something with orders. */
@TestInstance(Lifecycle.PER_CLASS)
class StaffActionsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void movesAnOrderInTheErpByOneCallAndTellsItsCustomerOnce() throws Exception {
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);

        JsonNode done = shop.post(status(order), "{\"status\": \"shipped\"}");

        assertThat(done.path("state").asText()).isEqualTo("ok");
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) - calls).isEqualTo(1);
        amina.hears("is on its way");
        assertThat(order(order).path("status").asText()).isEqualTo("shipped");
        assertThat(timeline(order)).containsSubsequence("asked  by ada", "status shipped by ada");
        assertThat(shop.says(order, "shipped")).isEqualTo("known");
    }

    @Test
    void refusesWhatTheTableDoesNotHaveWithoutAskingTheErp() throws Exception {
        Customer brian = shop.customer("Brian");
        String order = shop.order(brian);
        shop.says(order, "delivered");
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);

        assertThat(shop.refused(409, shop.console().post(status(order), "{\"status\": \"shipped\"}")))
                .isEqualTo("The order is delivered: from there it goes nowhere, not shipped.");
        assertThat(shop.refused(422, shop.console().post(status(order), "{\"status\": \"lost\"}")))
                .startsWith("\"status\" is one of received, pending");
        assertThat(shop.refused(404, shop.console().post(status("none"), "{\"status\": \"shipped\"}")))
                .isEqualTo("We know of no order none.");
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS)).isEqualTo(calls);
    }

    @Test
    void cancelsByTheOperationForIt() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        long calls = shop.gateway.erp.calls(Operation.CANCEL_ORDER);

        shop.post(status(order), "{\"status\": \"cancelled\", \"reason\": \"Out of stock\"}");

        assertThat(shop.gateway.erp.calls(Operation.CANCEL_ORDER) - calls).isEqualTo(1);
        chao.hears("has been cancelled");
    }

    @Test
    void tellsNobodyWhatTheErpHasNotDone() throws Exception {
        Customer dada = shop.customer("Dada");
        String order = shop.order(dada);
        int before = dada.received().size();
        shop.gateway.erp.faults().times(1, ErpFault.REFUSED_422, "SET_ORDER_STATUS");

        HttpResponse<String> answer = shop.console().post(status(order), "{\"status\": \"shipped\"}");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Json.read(answer.body()).path("state").asText()).isEqualTo("refused");
        assertThat(order(order).path("status").asText()).isEqualTo("confirmed");
        assertThat(dada.received()).hasSize(before);
    }

    @Test
    void doesOnceWhatTwoPeopleAskForAtTheSameMoment() throws Exception {
        Customer eva = shop.customer("Eva");
        String order = shop.order(eva);
        ConsoleClient other = shop.gateway.console(shop.node(), "ben");
        long calls = shop.gateway.erp.calls(Operation.SET_ORDER_STATUS);
        Callable<Integer> ada = () ->
                shop.console().post(status(order), "{\"status\": \"shipped\"}").statusCode();
        Callable<Integer> ben =
                () -> other.post(status(order), "{\"status\": \"shipped\"}").statusCode();

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = both.invokeAll(List.of(ada, ben));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(shop.gateway.erp.calls(Operation.SET_ORDER_STATUS) - calls).isEqualTo(1);
    }

    @Test
    void findsOutWhatBecameOfACallWhoseAnswerWasLost() throws Exception {
        Customer femi = shop.customer("Femi");
        String order = shop.order(femi);
        shop.gateway.erp.faults().times(1, ErpFault.RESET_AFTER, "SET_ORDER_STATUS");

        assertThat(shop.console()
                        .post(status(order), "{\"status\": \"shipped\"}")
                        .statusCode())
                .isIn(200, 202);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(order(order).path("status").asText()).isEqualTo("shipped"));
        femi.hears("is on its way");
    }

    @Test
    void givesMoneyBackWhenSomebodyElseAgrees() throws Exception {
        Customer gul = shop.customer("Gul");
        String order = shop.order(gul);
        String refunds = "/api/v1/orders/%s/refunds".formatted(order);
        assertThat(shop.refused(409, shop.console().post(refunds, "{\"reason\": \"Broken\"}")))
                .isEqualTo("The order is unpaid: only what is paid can be given back.");
        shop.tells("payment.status", "{\"external_order_id\": \"%s\", \"status\": \"paid\"}".formatted(order));

        JsonNode asked = shop.post(refunds, "{\"reason\": \"Broken\"}");

        assertThat(shop.refused(409, shop.console().post(refunds, "{\"reason\": \"Broken\"}")))
                .contains("asked for that already");
        String id = asked.path("id").asText();
        assertThat(shop.refused(403, shop.console().post(refunds + "/" + id + "/approve", "")))
                .contains("Somebody else");
        ConsoleClient other = shop.gateway.console(shop.node(), "ben");
        assertThat(shop.refused(409, other.post(refunds + "/" + id + "/approve", "")))
                .contains("The ERP has no REFUND_PAYMENT");
        assertThat(other.post(refunds + "/" + id + "/deny", "").statusCode()).isEqualTo(204);
        assertThat(shop.get(refunds).at("/refunds/0/state").asText()).isEqualTo("denied");
    }

    private static String status(String order) {
        return "/api/v1/orders/%s/status".formatted(order);
    }

    private JsonNode order(String id) throws Exception {
        return shop.get("/api/v1/orders/" + id).path("order");
    }

    private List<String> timeline(String order) throws Exception {
        return StreamSupport.stream(
                        shop.get("/api/v1/orders/" + order).path("timeline").spliterator(), false)
                .map(step -> "%s %s by %s"
                        .formatted(
                                step.path("kind").asText(),
                                step.path("after").asText(""),
                                step.path("by").asText()))
                .map(text -> text.replace("null", ""))
                .toList();
    }
}
