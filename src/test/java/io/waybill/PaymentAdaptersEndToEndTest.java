package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.PayingSystem.State;
import io.waybill.far.ErpOrder;
import io.waybill.far.GraphMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever takes the payments, customers read the same. */
class PaymentAdaptersEndToEndTest {

    /** What a page has more than a prompt has, and the other way round. */
    private static final List<String> HOW_IT_IS_PAID = List.of("on this page", "Have you paid?", "on your phone");

    @TempDir
    Path home;

    @Test
    void saysTheSameBytesWhoeverTakesThePayment() throws Exception {
        List<String> byProvider = bytes(PayingSystem.EXAMPLE);
        List<String> byErp = bytes(PayingSystem.ERP);

        assertThat(byProvider)
                .hasSizeGreaterThan(8)
                .anyMatch(body -> body.contains("\"cta_url\"") && body.contains("\"https://pay.example/REFERENCE\""));
        assertThat(byErp).isEqualTo(byProvider);
    }

    /** 000-25: the same events make the same receipt, whoever takes the payment; 000-36: a failure offers another try or cash. */
    @Test
    void saysTheSameByMpesaAndByPaystackAndWritesTheSameReceipt() throws Exception {
        List<String> byMpesa = words(PayingSystem.MPESA);
        List<String> byPaystack = words(PayingSystem.PAYSTACK);

        assertThat(byPaystack)
                .hasSizeGreaterThan(8)
                .anyMatch(said -> said.startsWith("The payment for order NUMBER has failed. The order stays open.")
                        && said.contains("Try again")
                        && said.contains("Pay in cash"))
                .anyMatch(said -> said.contains("Thank you Amina! Order NUMBER is confirmed."))
                .last()
                .asString()
                .contains("Receipt NUMBER", "Method METHOD", "Reference REFERENCE");
        assertThat(byMpesa).isEqualTo(byPaystack);
    }

    @ParameterizedTest
    @CsvSource({"MPESA, M-Pesa", "PAYSTACK, Paystack"})
    void tellsTheErpWhoTookHowMuchUnderWhichReference(PayingSystem system, String method) throws Exception {
        try (PayingShop shop = new PayingShop(home, system)) {
            Customer amina = shop.waitsForPayment("Amina", State.PAID);
            shop.calls(amina);
            amina.hears("Thank you Amina!");
            String receipt = receipt(shop, amina.hears("Here is your receipt."));

            ErpOrder paid = shop.order(amina);
            assertThat(receipt.lines()).contains("Method " + method, "Reference " + shop.payment(amina));
            assertThat(paid.payment().path("method").asText()).isEqualTo(method);
            assertThat(paid.payment().path("payment_id").asText()).isEqualTo(shop.payment(amina));
            assertThat(paid.payment().path("amount").decimalValue())
                    .isEqualByComparingTo(paid.totals().path("total").decimalValue());
        }
    }

    /** 003-32: a page to pay at is shown only where its host is on the list. */
    @Test
    void showsNoLinkToAHostThatIsNotOnTheList() throws Exception {
        try (PayingShop shop = new PayingShop(home, PayingSystem.PAYSTACK)) {
            PayingSystem.opens(shop.far, "https://checkout.paystack.example/1");
            Customer amina = shop.customer("Amina").comesToTheSummary();
            amina.taps("Confirm").hears("How would you like to pay?");

            amina.taps("Pay now").hears("The payment could not be asked for. Order");

            assertThat(amina.received()).noneMatch(message -> message.body().contains("paystack.example"));
            assertThat(shop.gateway
                            .database
                            .jdbc()
                            .sql("select body from journal where kind = 'incident'")
                            .query(String.class)
                            .list())
                    .singleElement()
                    .asString()
                    .contains("checkout.paystack.example", "waybill.payment.link-hosts");
            assertThat(shop.order(amina).confirmations()).isZero();
            PayingSystem.opens(shop.far, "https://checkout.paystack.com/1");
            amina.taps("Try again");
            shop.isAskedToPay(amina);
        }
    }

    private static String receipt(PayingShop shop, GraphMessage message) throws IOException {
        String id = message.json().at("/document/id").asText();
        byte[] pdf = shop.gateway.graph.uploads().all().stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What Graph got, without what differs between two conversations of the same words. */
    private List<String> bytes(PayingSystem system) throws Exception {
        try (PayingShop shop = open(system)) {
            Customer amina = converses(shop);
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
                            .replaceAll("\"document\":\\{\"id\":\"[^\"]*\"", "\"document\":{\"id\":\"MEDIA\"")
                            .replace(amina.identity(), "CUSTOMER")
                            .replace(session, "SESSION")
                            .replace(reference, "REFERENCE")
                            .replace(number, "NUMBER"))
                    .toList();
        }
    }

    /** What the customer reads and can tap, without how it is paid, and at the end the receipt. */
    private List<String> words(PayingSystem system) throws Exception {
        try (PayingShop shop = open(system)) {
            Customer amina = converses(shop);
            String number = shop.order(amina).number();
            Stream<String> said = amina.received().stream()
                    .filter(message -> HOW_IT_IS_PAID.stream().noneMatch(message.text()::contains))
                    .map(message -> message.text().replace(number, "NUMBER")
                            + ' '
                            + message.options().stream()
                                    .map(GraphMessage.Option::title)
                                    .toList());
            String receipt = receipt(shop, amina.received().getLast())
                    .replace(number, "NUMBER")
                    .replace(shop.payment(amina), "REFERENCE")
                    .replaceAll("M-Pesa|Paystack", "METHOD")
                    .replaceAll("\\d{1,2}:\\d\\d(:\\d\\d)?", "TIME");
            return Stream.concat(said, Stream.of(receipt)).toList();
        }
    }

    private PayingShop open(PayingSystem system) throws Exception {
        return new PayingShop(Files.createDirectories(home.resolve(system.name())), system);
    }

    /** Asks, is called about it, fails, tries again, pays. */
    private static Customer converses(PayingShop shop) throws Exception {
        Customer amina = shop.waitsForPayment("Amina", State.PENDING);
        shop.calls(amina);
        looked(shop, amina);
        amina.taps("I have paid").hears("is pending");
        shop.is(amina, State.FAILED);
        shop.calls(amina);
        amina.hears("has failed. The order stays open.");
        looked(shop, amina);
        assertThat(shop.order(amina).confirmations()).isZero();
        amina.taps("Try again");
        shop.isAskedToPay(amina);
        shop.is(amina, State.PAID);
        shop.calls(amina);
        amina.hears("Thank you Amina!");
        looked(shop, amina);
        assertThat(shop.order(amina).confirmations()).isEqualTo(1);
        amina.hears("Here is your receipt.");
        return amina;
    }

    private static void looked(PayingShop shop, Customer customer) {
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.hasLooked(customer));
    }
}
