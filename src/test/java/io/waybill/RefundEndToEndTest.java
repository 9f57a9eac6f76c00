package io.waybill;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.PayingSystem.State;
import io.waybill.far.Json;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money back, from who asks for it to who takes payments. */
class RefundEndToEndTest {

    /** 000-53: one approved refund is one call; who may approve it stands in rights.txt. */
    @Test
    void givesTheMoneyBackOnceWhenSomebodyElseAgrees(@TempDir Path home) throws Exception {
        try (PayingShop shop = new PayingShop(home, PayingSystem.PAYSTACK)) {
            Customer amina = shop.waitsForPayment("Amina", State.PAID);
            shop.calls(amina);
            amina.hears("Thank you Amina!");
            answers(shop, "pending");
            ConsoleClient ada = shop.gateway.console(shop.node, "ada");
            ConsoleClient ben = shop.gateway.console(shop.node, "ben");
            String order = "/api/v1/orders/" + shop.order(amina).id();

            JsonNode asked = read(ada.post(order + "/refunds", "{\"amount\": 250, \"reason\": \"One was broken\"}"));
            JsonNode done = read(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", ""));

            assertThat(done.path("state").asText()).isEqualTo("ok");
            assertThat(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", "")
                            .statusCode())
                    .as("a second tap")
                    .isEqualTo(409);
            shop.far.verify(1, postRequestedFor(urlEqualTo("/refund")).withRequestBody(equalToJson("""
                            {"transaction": "%s", "amount": 25000, "currency": "KES", "merchant_note": "One was broken"}
                            """.formatted(
                            shop.payment(amina)))));
            assertThat(payment(ada, order))
                    .as("the provider has only taken note of it")
                    .isEqualTo("paid");

            answers(shop, "processed");
            asked = read(ada.post(order + "/refunds", "{\"amount\": 100, \"reason\": \"So was another\"}"));
            read(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", ""));

            assertThat(payment(ada, order)).as("most of it").isEqualTo("paid");
            assertThat(details(ada, order)).anyMatch(detail -> detail.matches("100 of [0-9.]+ given back."));

            BigDecimal total = shop.order(amina).totals().path("total").decimalValue();
            BigDecimal left = total.subtract(new BigDecimal("350"));
            HttpResponse<String> tooMuch = ada.post(
                    order + "/refunds",
                    "{\"amount\": %s, \"reason\": \"Too much\"}".formatted(left.add(new BigDecimal("0.01"))));
            assertThat(tooMuch.statusCode()).isEqualTo(422);
            assertThat(Json.read(tooMuch.body()).path("detail").asText())
                    .as("less what was given back and what is on its way")
                    .isEqualTo("\"amount\" is more than 0 and at most %s, what is left of %s.".formatted(left, total));
            asked = read(ada.post(order + "/refunds", "{\"reason\": \"The rest\"}"));
            assertThat(asked.path("amount").decimalValue()).isEqualByComparingTo(left);
            read(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", ""));

            assertThat(payment(ada, order))
                    .as("what was only taken note of may still fail")
                    .isEqualTo("paid");
            shop.far.verify(3, postRequestedFor(urlEqualTo("/refund")));
            HttpResponse<String> again = ada.post(order + "/refunds", "{\"reason\": \"Again\"}");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.body()).contains("are asked for or given back already");
        }
    }

    @Test
    void isRefundedWhenThePartsComeToAllOfItAndNotByWhatWasRefused(@TempDir Path home) throws Exception {
        try (PayingShop shop = new PayingShop(home, PayingSystem.PAYSTACK)) {
            Customer brian = shop.waitsForPayment("Brian", State.PAID);
            shop.calls(brian);
            brian.hears("Thank you Brian!");
            ConsoleClient ada = shop.gateway.console(shop.node, "ada");
            ConsoleClient ben = shop.gateway.console(shop.node, "ben");
            String order = "/api/v1/orders/" + shop.order(brian).id();
            shop.far.stubFor(post("/refund")
                    .willReturn(okJson("{\"status\":false,\"message\":\"No funds\"}")
                            .withStatus(400)));
            JsonNode asked = read(ada.post(order + "/refunds", "{\"reason\": \"All of it\"}"));
            assertThat(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", "")
                            .statusCode())
                    .isEqualTo(502);

            answers(shop, "processed");
            for (String amount : new String[] {"\"amount\": 1000,", "\"amount\": 100.50,", ""}) {
                assertThat(payment(ada, order)).isEqualTo("paid");
                asked = read(ada.post(order + "/refunds", "{%s \"reason\": \"In parts\"}".formatted(amount)));
                read(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", ""));
            }

            assertThat(payment(ada, order)).isEqualTo("refunded");
        }
    }

    private static void answers(PayingShop shop, String status) {
        shop.far.stubFor(post("/refund")
                .willReturn(okJson("{\"status\":true,\"data\":{\"id\":77,\"status\":\"%s\"}}".formatted(status))));
    }

    private static String payment(ConsoleClient console, String order) throws Exception {
        return read(console.get(order)).at("/order/payment").asText();
    }

    private static List<String> details(ConsoleClient console, String order) throws Exception {
        return StreamSupport.stream(read(console.get(order)).path("timeline").spliterator(), false)
                .map(step -> step.path("detail").asText())
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Json.read(answer.body());
    }
}
