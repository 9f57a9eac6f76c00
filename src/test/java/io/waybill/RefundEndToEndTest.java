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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money back, from who asks for it to who takes payments. */
class RefundEndToEndTest {

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

            asked = read(ada.post(order + "/refunds", "{\"reason\": \"All of it\"}"));
            read(ben.post(order + "/refunds/" + asked.path("id").asText() + "/approve", ""));

            assertThat(payment(ada, order)).isEqualTo("refunded");
            shop.far.verify(3, postRequestedFor(urlEqualTo("/refund")));
            assertThat(ada.post(order + "/refunds", "{\"reason\": \"Again\"}").statusCode())
                    .isEqualTo(409);
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
