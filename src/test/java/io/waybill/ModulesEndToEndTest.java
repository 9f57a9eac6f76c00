package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of the business that are switched off for WhatsApp, and on again. */
class ModulesEndToEndTest {

    /**
     * 001-02: no plan is asked for anything: all there is is on until somebody switches it off. 000-20: off, its flows do not start, by
     * word or by link; on again all is as before.
     */
    @Test
    void beginsNoFlowOfAModuleThatIsOffAndAllIsAsBeforeWhenItIsOnAgain(@TempDir Path home) throws Exception {
        try (PayingShop shop = new PayingShop(home, PayingSystem.PAYSTACK)) {
            ConsoleClient ada = shop.gateway.console(shop.node, "ada");
            Customer amina = shop.customer("Amina").comesToTheSummary();
            assertThat(Json.read(ada.get("/api/v1/modules").body()).path("modules"))
                    .hasSize(3)
                    .allMatch(module -> module.path("on").booleanValue());

            assertThat(set(ada, "sales", false)).contains("\"flows\":[\"order\"]");
            Customer brian = shop.customer("Brian");
            brian.says("order");
            assertThat(brian.hears("").text()).doesNotContain("What would you like to order?");
            for (String link : List.of("I would like to order #F:order", "I would like this one #P:P-1")) {
                brian.says(link);
                assertThat(brian.hears("").text()).as(link).doesNotContain("What would you like", "How many");
            }
            assertThat(shop.gateway.erp.orders()).isEmpty();
            amina.taps("Confirm").hears("How would you like to pay?");
            set(ada, "sales", true);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                brian.says("order");
                return brian.hears("").text().contains("What would you like to order?");
            });
            assertThat(ada.put("/api/v1/modules/coffee", "{\"on\": false}").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void asksNobodyToPayWhilePaymentsAreOff(@TempDir Path home) throws Exception {
        try (PayingShop shop = new PayingShop(home, PayingSystem.PAYSTACK)) {
            set(shop.gateway.console(shop.node, "ada"), "payments", false);

            Customer amina = shop.customer("Amina").comesToTheSummary();

            assertThat(amina.taps("Confirm").hears("").text()).doesNotContain("How would you like to pay?");
        }
    }

    private static String set(ConsoleClient console, String module, boolean on) throws Exception {
        HttpResponse<String> answer = console.put("/api/v1/modules/" + module, "{\"on\": %s}".formatted(on));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(answer.body()).path("on").asBoolean()).isEqualTo(on);
        return answer.body();
    }
}
