package io.waybill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.PayingSystem.State;
import io.waybill.far.ErpOrder;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A payment provider says that something happened: what is true is asked, and said once. */
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class PaymentCallbackEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path home;

    private static PayingShop shop;

    @BeforeAll
    static void open() throws Exception {
        shop = new PayingShop(home, PayingSystem.EXAMPLE);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void confirmsOnceHoweverOftenTheProviderCalls() throws Exception {
        Customer amina = shop.waitsForPayment("Amina", State.PAID);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(threads.submit(() -> shop.calls(amina)));
            }
            for (Future<Integer> call : calls) {
                assertThat(call.get()).isEqualTo(200);
            }
        }

        amina.hears("Thank you Amina!");
        amina.hears("Here is your receipt.");
        looked(amina);
        shop.calls(amina);
        looked(amina);
        int heard = amina.received().size();
        assertThat(shop.order(amina).confirmations()).isEqualTo(1);
        amina.says("menu").hears("");
        assertThat(amina.received()).hasSize(heard + 1);
    }

    /** 003-16: amount and reference of the provider reach the ERP. */
    @Test
    void tellsTheErpAmountMethodAndReferenceOfThePayment() throws Exception {
        Customer brian = shop.waitsForPayment("Brian", State.PAID);
        shop.calls(brian);
        brian.hears("Thank you Brian!");

        ErpOrder paid = shop.order(brian);
        assertThat(paid.payment().path("method").asText()).isEqualTo("Payment provider (example)");
        assertThat(paid.payment().path("payment_id").asText()).isEqualTo(shop.payment(brian));
        assertThat(paid.payment().path("amount").decimalValue())
                .isEqualTo(paid.totals().path("total").decimalValue())
                .isPositive();
        assertThat(paid.payment().path("currency").asText())
                .isEqualTo(paid.totals().path("currency").asText());
    }

    /** 000-47: a payment asked of another number than the one that chats is 422. */
    @Test
    void asksOnlyWhoChatsToPayWhenAnAssistantWantsIt() throws Exception {
        Customer zawadi = shop.customer("Zawadi").comesToTheSummary();
        zawadi.taps("Confirm").hears("How would you like to pay?");
        ErpOrder order = shop.order(zawadi);
        int port = FlowGateway.port(shop.node);
        ConsoleClient ada = shop.gateway.console(shop.node, "ada");
        ApiClient assistant = ApiClient.with(port, ada, "Assistant", "payments:request");
        String payments =
                "/api/v1/conversations/%d/payments".formatted(shop.gateway.database.contactOf(zawadi.identity()));
        String body = "{\"external_order_id\": \"%s\"}".formatted(order.id());

        HttpResponse<String> other = assistant.post(payments, body.replace("}", ", \"phone\": \"+254711099997\"}"));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(422);
        assertThat(ApiClient.detail(other)).contains("another number than the one that chats");
        assertThat(assistant.post(payments, "{\"external_order_id\": \"none\"}").statusCode())
                .isEqualTo(404);
        shop.far.verify(0, postRequestedFor(urlPathEqualTo("/v1/payments")).withRequestBody(containing(order.id())));

        HttpResponse<String> asked = assistant.post(payments, "z-1", body);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(assistant.post(payments, "z-1", body).body()).isEqualTo(asked.body());

        GraphMessage button = zawadi.hears("for order %s on this page.".formatted(order.number()));
        assertThat(button.json().at("/interactive/action/parameters/url").asText())
                .isEqualTo("https://pay.example/pay-" + order.id());
        shop.far.verify(1, postRequestedFor(urlPathEqualTo("/v1/payments")).withRequestBody(containing(order.id())));
        shop.is(zawadi, State.PAID);
        shop.calls(zawadi);
        looked(zawadi);
        await().atMost(PATIENCE)
                .until(() -> Json.read(ada.get("/api/v1/orders/" + order.id()).body())
                        .at("/order/payment")
                        .asText()
                        .equals("paid"));
        assertThat(assistant.post(payments, "z-2", body).statusCode())
                .as("paid")
                .isEqualTo(409);
    }

    @Test
    void looksAgainAtAPaymentOfAProgramThatTheProviderCouldNotTellAboutAndTakesNoPartForAll() throws Exception {
        Customer wanja = shop.customer("Wanja").comesToTheSummary();
        wanja.taps("Confirm").hears("How would you like to pay?");
        ErpOrder order = shop.order(wanja);
        ConsoleClient ada = shop.gateway.console(shop.node, "ada");
        ApiClient assistant = ApiClient.with(FlowGateway.port(shop.node), ada, "Assistant", "payments:request");
        HttpResponse<String> asked = assistant.post(
                "/api/v1/conversations/%d/payments".formatted(shop.gateway.database.contactOf(wanja.identity())),
                "{\"external_order_id\": \"%s\"}".formatted(order.id()));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        wanja.hears("for order %s on this page.".formatted(order.number()));
        String status = "/v1/payments/" + shop.payment(wanja);

        shop.far.stubFor(get(urlEqualTo(status)).willReturn(aResponse().withStatus(503)));
        shop.calls(wanja);
        await().atMost(PATIENCE)
                .until(() -> !shop.far
                        .findAll(getRequestedFor(urlPathEqualTo(status)))
                        .isEmpty());
        await().atMost(PATIENCE).until(() -> isFree(wanja));
        assertThat(shop.hasLooked(wanja)).as("it is down, so it is asked again").isFalse();

        shop.far.stubFor(get(urlEqualTo(status))
                .willReturn(okJson("{\"status\":\"SUCCEEDED\",\"amount\":{\"value\":\"1.00\"}}")));
        looked(wanja);
        JsonNode seen =
                Json.read(ada.get("/api/v1/orders/" + order.id()).body()).path("order");
        assertThat(seen.path("payment").asText()).as("less than it costs").isNotEqualTo("paid");
        assertThat(seen.path("flag").asText()).startsWith("1.00 of ").contains("a person has to ask for the rest");

        shop.is(wanja, State.PAID);
        shop.calls(wanja);
        looked(wanja);
        assertThat(Json.read(ada.get("/api/v1/orders/" + order.id()).body())
                        .at("/order/payment")
                        .asText())
                .isEqualTo("paid");
    }

    private static boolean isFree(Customer customer) {
        return count("select count(*) from conversation where lease_until > now() and contact_id = "
                        + shop.gateway.database.contactOf(customer.identity()))
                == 0;
    }

    @Test
    void showsNobodyAPageToPayAtThatIsNotOnTheList() throws Exception {
        Customer yusuf = shop.customer("Yusuf").comesToTheSummary();
        yusuf.taps("Confirm").hears("How would you like to pay?");
        ErpOrder order = shop.order(yusuf);
        int heard = yusuf.received().size();
        shop.far.stubFor(post("/v1/payments")
                .atPriority(1)
                .withRequestBody(containing(order.id()))
                .willReturn(okJson(
                        "{\"id\":\"pay-x\",\"status\":\"CREATED\",\"checkout_url\":\"https://phish.example/x\"}")));
        ApiClient assistant = ApiClient.with(
                FlowGateway.port(shop.node), shop.gateway.console(shop.node, "ada"), "Assistant", "payments:request");

        HttpResponse<String> asked = assistant.post(
                "/api/v1/conversations/%d/payments".formatted(shop.gateway.database.contactOf(yusuf.identity())),
                "{\"external_order_id\": \"%s\"}".formatted(order.id()));

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(502);
        assertThat(asked.body()).contains("phish.example, which is not shown to the customer");
        assertThat(yusuf.received()).hasSize(heard);
    }

    @Test
    void tellsTheErpThatItIsPaidInCash() throws Exception {
        Customer chao = shop.waitsForPayment("Chao");
        chao.taps("Pay in cash");
        chao.confirmsPayment();

        ErpOrder order = shop.order(chao);
        assertThat(order.payment().path("method").asText()).isEqualTo("COD");
        assertThat(order.payment().path("amount").decimalValue())
                .isEqualTo(order.totals().path("total").decimalValue());
        assertThat(order.payment().has("payment_id")).isFalse();
    }

    @Test
    void saysNothingAfterTheCustomerSaidItFirst() throws Exception {
        Customer deka = shop.waitsForPayment("Deka", State.PAID);
        deka.taps("I have paid").hears("Thank you Deka!");
        int heard = deka.received().size();

        assertThat(shop.calls(deka)).isEqualTo(200);
        looked(deka);

        assertThat(deka.received()).hasSize(heard);
        assertThat(shop.order(deka).confirmations()).isEqualTo(1);
    }

    /** 000-19: "I paid" on an unpaid order makes no paid reply, no receipt and no CONFIRM_ORDER. */
    @Test
    void believesTheProvidersAnswerAndNotItsCall() throws Exception {
        Customer eva = shop.waitsForPayment("Eva", State.PENDING);
        int heard = eva.received().size();

        shop.calls(eva);
        looked(eva);

        shop.far.verify(1, getRequestedFor(urlPathEqualTo("/v1/payments/" + shop.payment(eva))));
        assertThat(eva.received()).hasSize(heard);
        assertThat(shop.order(eva).confirmations()).isZero();
        eva.taps("I have paid").hears("is pending");
        for (String claim : List.of("I paid", "paid", "I have paid")) {
            eva.says(claim).hears("is pending");
        }
        assertThat(shop.order(eva).confirmations()).isZero();
        assertThat(count("select count(*) from receipt where external_order_id = '%s'"
                        .formatted(shop.order(eva).id())))
                .isZero();
        assertThat(count("select count(*) from order_reference where payment = 'paid' and external_order_id = '%s'"
                        .formatted(shop.order(eva).id())))
                .isZero();
        shop.is(eva, State.PAID);
        shop.calls(eva);
        eva.hears("Thank you Eva!");
    }

    @Test
    void tellsOnceThatAPaymentFailed() throws Exception {
        Customer farah = shop.waitsForPayment("Farah", State.FAILED);

        shop.calls(farah);
        farah.hears("has failed");
        shop.calls(farah);
        looked(farah);
        int heard = farah.received().size();
        farah.taps("Pay in cash").hears("");

        assertThat(farah.received()).hasSize(heard + 1);
        assertThat(shop.order(farah).confirmations()).isZero();
    }

    @Test
    void keepsACallThatComesBeforeTheAnswerToTheRequestForThePayment() throws Exception {
        Customer grace = shop.customer("Grace").comesToTheSummary();
        grace.taps("Confirm").hears("How would you like to pay?");
        shop.is(grace, State.PAID);
        assertThat(shop.calls(grace)).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> dueLater(shop.payment(grace)));

        grace.taps("Pay now");
        shop.isAskedToPay(grace);

        grace.hears("Thank you Grace!");
    }

    @Test
    void keepsACallAcrossTheDeathOfANode() throws Exception {
        Customer hawa = shop.waitsForPayment("Hawa", State.PAID);
        sql("update conversation set lease = '999999:1', lease_until = now() + interval '1 hour' where contact_id in"
                + " (select contact_id from contact_identity where value = '%s')".formatted(hawa.identity()));
        assertThat(shop.calls(hawa)).isEqualTo(200);

        shop.node.close();
        shop.node = shop.gateway.start();

        hawa.hears("Thank you Hawa!");
        assertThat(shop.order(hawa).confirmations()).isEqualTo(1);
    }

    @Test
    void answersTheSameWhetherThereIsSuchAPaymentOrNot() throws Exception {
        Customer imani = shop.waitsForPayment("Imani", State.PENDING);

        assertThat(shop.calls(PayingShop.TOKEN, shop.about("pay-of-nobody"))).isEqualTo(shop.calls(imani));
        assertThat(shop.calls(PayingShop.TOKEN, "{\"type\":\"payout.created\",\"data\":{}}"))
                .isEqualTo(200);
        assertThat(shop.calls(PayingShop.TOKEN, "{\"data\":{\"id\":{\"not\":\"text\"}}}"))
                .isEqualTo(200);
    }

    @Test
    void forgetsAfterADayAPaymentThatNobodyAskedFor(CapturedOutput output) throws Exception {
        shop.calls(PayingShop.TOKEN, shop.about("pay-of-a-stranger"));
        sql(
                "update payment_callback set told_at = now() - interval '25 hours', due_at = now() where payment_id = 'pay-of-a-stranger'");

        await().atMost(PATIENCE)
                .until(() ->
                        count("select count(*) from payment_callback where payment_id = 'pay-of-a-stranger'") == 0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(output).contains("the payment …nger, which nobody here asked for."));
        assertThat(output).doesNotContain("pay-of-a-stranger", PayingShop.TOKEN);
    }

    @Test
    void takesNothingFromAnybodyElse() throws Exception {
        Customer jabali = shop.waitsForPayment("Jabali", State.PAID);
        int heard = jabali.received().size();
        String body = shop.about(shop.payment(jabali));

        assertThat(shop.calls(PayingShop.TOKEN + "x", body)).isEqualTo(404);
        assertThat(shop.calls("wrong", body)).isEqualTo(404);
        assertThat(shop.calls(PayingShop.TOKEN, "paid=" + body)).isEqualTo(400);
        assertThat(shop.calls(PayingShop.TOKEN, body + " ".repeat(64 * 1024))).isEqualTo(413);

        assertThat(jabali.received()).hasSize(heard);
        assertThat(count("select count(*) from payment_callback where payment_id = '%s'"
                        .formatted(shop.payment(jabali))))
                .isZero();
    }

    @Test
    void replaysWhatThePaymentProviderSetOff() throws Exception {
        Customer kamau = shop.waitsForPayment("Kamau", State.FAILED);
        shop.calls(kamau);
        kamau.hears("has failed");
        looked(kamau);
        shop.is(kamau, State.PAID);
        shop.calls(kamau);
        kamau.hears("Thank you Kamau!");
        looked(kamau);

        ConsoleClient ada = shop.gateway.console(shop.node, "ada");
        String conversation = "/api/v1/conversations/"
                + count("select contact_id from contact_identity where value = '%s'".formatted(kamau.identity()));
        JsonNode replayed = Json.read(ada.post(conversation + "/replay", "{}").body());
        assertThat(replayed.path("parting").isNull()).as(replayed.toString()).isTrue();
        assertThat(ada.get(conversation + "/recording").body()).contains("\"payment\":true");
    }

    private static void looked(Customer customer) {
        await().atMost(PATIENCE).until(() -> shop.hasLooked(customer));
    }

    private static boolean dueLater(String payment) {
        return count("select count(*) from payment_callback where payment_id = '%s' and due_at > told_at"
                        .formatted(payment))
                == 1;
    }

    private static long count(String sql) {
        return shop.gateway.database.jdbc().sql(sql).query(Long.class).single();
    }

    private static void sql(String statement) {
        shop.gateway.database.jdbc().sql(statement).update();
    }
}
