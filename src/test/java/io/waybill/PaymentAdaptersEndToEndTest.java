package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.PayingShop.Payments;
import io.waybill.PayingShop.State;
import io.waybill.far.GraphMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes the payments, customers read the same. */
class PaymentAdaptersEndToEndTest {

    @TempDir
    Path home;

    @Test
    void saysTheSameBytesWhoeverTakesThePayment() throws Exception {
        List<String> byProvider = conversation(Payments.PROVIDER);
        List<String> byErp = conversation(Payments.ERP);

        assertThat(byProvider).hasSizeGreaterThan(8).anyMatch(body -> body.contains("https://pay.example/REFERENCE"));
        assertThat(byErp).isEqualTo(byProvider);
    }

    /** What Graph got, without what differs between two conversations of the same words. */
    private List<String> conversation(Payments payments) throws Exception {
        Path folder = Files.createDirectories(home.resolve(payments.name()));
        try (PayingShop shop = new PayingShop(folder, payments)) {
            Customer amina = shop.waitsForPayment("Amina", State.PENDING);
            shop.calls(amina);
            looked(shop, amina);
            amina.taps("I have paid").hears("is pending");
            shop.is(amina, State.FAILED);
            shop.calls(amina);
            amina.hears("is failed");
            looked(shop, amina);
            shop.is(amina, State.PAID);
            shop.calls(amina);
            amina.hears("Thank you Amina!");
            looked(shop, amina);
            String session = shop.gateway
                    .database
                    .jdbc()
                    .sql("select cast(session as jsonb) ->> 'id' from conversation")
                    .query(String.class)
                    .single();
            String reference = shop.payment(amina);
            String number = shop.order(amina).number();
            return amina.received().stream()
                    .map(GraphMessage::body)
                    .map(body -> body.replaceAll(",\"biz_opaque_callback_data\":\"[^\"]*\"", "")
                            .replace(amina.identity(), "CUSTOMER")
                            .replace(session, "SESSION")
                            .replace(reference, "REFERENCE")
                            .replace(number, "NUMBER"))
                    .toList();
        }
    }

    private static void looked(PayingShop shop, Customer customer) {
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.hasLooked(customer));
    }
}
