package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a customer who has paid gets. */
@TestInstance(Lifecycle.PER_CLASS)
class ReceiptsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(
                home,
                "waybill.store.name=Duka Letu",
                "waybill.store.zone=Africa/Nairobi",
                "waybill.delivery.bands[0].min=1",
                "waybill.delivery.bands[0].charge=150",
                "waybill.hooks.private-hosts=127.0.0.1");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 000-10: a payment that is told five times is one document. */
    @Test
    void sendsOneDocumentHoweverOftenThePaymentIsTold() throws Exception {
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);

        try (var calls = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> told = IntStream.range(0, 5)
                    .<Callable<String>>mapToObj(i -> () -> paid(order))
                    .toList();
            calls.invokeAll(told);
        }

        GraphMessage receipt = amina.hears("Here is your receipt.");
        assertThat(receipt.type()).isEqualTo("document");
        assertThat(receipt.text()).startsWith("Thank you! Order SO-").contains(" is paid: KES");
        assertThat(receipt.json().at("/document/filename").asText())
                .startsWith("receipt-SO-")
                .endsWith(".pdf");
        String text = text(handed(receipt));
        assertThat(text).contains("Duka Letu", "Beth House, 12 Garden Street, house 5");
        paid(order);
        shop.says(order, "shipped");
        amina.hears("is on its way");
        assertThat(amina.received().stream().filter(message -> message.type().equals("document")))
                .hasSize(1);
        assertThat(receipts(order).at("/receipts/0/state").asText()).isEqualTo("sent");
        assertThat(shop.get("/api/v1/orders/" + order).path("timeline").toString())
                .contains("A receipt was sent.");
    }

    /** 000-27: in the catalogue, in the panel of the order and on its receipt; 001-22 beside it: opened here, and sent once more. */
    @Test
    void showsThePictureOfAProductAndTheReceiptAndSendsItAgain() throws Exception {
        Customer ema = shop.customer("Ema");
        String order = shop.order(ema);
        String contents = "/api/v1/orders/%s/contents".formatted(order);
        String product =
                shop.get(contents).at("/sent/items/0/externalProductId").asText();
        String image = Json.read(shop.console()
                        .upload("/api/v1/images", "sugar.jpg", SampleBytes.jpeg(640, 480))
                        .body())
                .path("id")
                .asText();
        shop.put("/api/catalog/products/%s/images".formatted(product), "[\"%s\"]".formatted(image));

        assertThat(StreamSupport.stream(
                        shop.get("/api/catalog/products").path("products").spliterator(), false))
                .filteredOn(row -> row.path("externalProductId").asText().equals(product))
                .singleElement()
                .satisfies(row -> assertThat(row.at("/images/0").asText()).isEqualTo(image));
        String picture = shop.get(contents).at("/sent/items/0/picture").asText();
        HttpResponse<byte[]> small = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:%d%s".formatted(FlowGateway.port(shop.node()), picture)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(small.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=31536000", "immutable");
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isEqualTo(150);

        paid(order);
        byte[] pdf = handed(ema.hears("Here is your receipt."));
        assertThat(pictures(pdf)).isEqualTo(1);
        String receipt = receipts(order).at("/receipts/0/id").asText();
        String file = "/api/v1/orders/%s/receipts/%s".formatted(order, receipt);
        assertThat(shop.console()
                        .send("GET", file + "/file", new byte[0], "Accept", "*/*")
                        .body())
                .isEqualTo(pdf);
        assertThat(shop.refused(409, shop.console().post(file + "/resend", "")))
                .isEqualTo("It was sent less than a minute ago.");
        shop.gateway
                .database
                .jdbc()
                .sql("update receipt set sent_at = sent_at - interval '2 minutes'")
                .update();
        shop.post(file + "/resend", "");
        assertThat(handed(ema.hears("Here is your receipt."))).isEqualTo(pdf);
        shop.put("/api/catalog/products/%s/images".formatted(product), "[]");
    }

    private static int pictures(byte[] pdf) throws Exception {
        int pictures = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return pictures;
    }

    /** 000-21: each value of the store stands on the next receipt; 000-49: and on none that was made before. */
    @Test
    void whatTheStoreIsSetToStandsOnTheNextReceiptAndOnNoneBefore() throws Exception {
        String branding = "/api/v1/receipt-branding/order";
        Customer lena = shop.customer("Lena");
        String order = shop.order(lena);
        paid(order);
        byte[] before = handed(lena.hears("Here is your receipt."));
        assertThat(pictures(before)).isZero();
        int version = Json.read(shop.console()
                        .upload(branding + "/logo", "logo.png", SampleBytes.png(60, 20))
                        .body())
                .path("version")
                .asInt();
        shop.put(
                branding,
                "{\"version\": %d, \"name\": \"Mama Mboga\", \"tagline\": \"Fresh every day\", \"footer\": \"Call 0700\"}"
                        .formatted(version));
        try {
            paid(shop.order(lena));
            byte[] next = handed(lena.hears("Here is your receipt."));

            assertThat(text(next))
                    .contains("Mama Mboga", "Fresh every day", "Call 0700", "Delivery KES 150.00", "Total KES ")
                    .doesNotContain("Duka Letu");
            assertThat(pictures(next)).isEqualTo(1);
            assertThat(shop.console()
                            .send(
                                    "GET",
                                    "/api/v1/orders/%s/receipts/%s/file"
                                            .formatted(
                                                    order,
                                                    receipts(order)
                                                            .at("/receipts/0/id")
                                                            .asText()),
                                    new byte[0],
                                    "Accept",
                                    "*/*")
                            .body())
                    .isEqualTo(before);
        } finally {
            shop.console().delete(branding + "/logo");
            shop.put(
                    branding,
                    "{\"version\": %s, \"name\": \"Duka Letu\"}"
                            .formatted(shop.get(branding).path("version")));
        }
    }

    @Test
    void sendsTheErpsOwnReceiptWhereItHasOne() throws Exception {
        byte[] pdf = "%PDF-1.4 the ERP's own".getBytes(StandardCharsets.US_ASCII);
        shop.gateway.erp.receipts(pdf);
        Customer brian = shop.customer("Brian");
        paid(shop.order(brian));

        GraphMessage receipt = brian.hears("Here is your receipt.");

        assertThat(handed(receipt)).isEqualTo(pdf);
        shop.gateway.erp.receipts(null);
    }

    @Test
    void waitsUntilTheCustomerWritesAgainWhereWhatsAppTakesNoFile() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        shop.fallsSilent(chao);
        paid(order);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                receipts(order).at("/receipts/0/reason").asText())
                        .contains("more than 24 hours ago: it goes when they write again"));
        chao.says("hello").hearsUntil(chao.received().size() + 1);
        shop.gateway.database.jdbc().sql("update receipt set due_at = now()").update();

        assertThat(chao.hears("Here is your receipt.").type()).isEqualTo("document");
    }

    /** 000-50: what has an order carries the mark of the store, what has none that of payments. */
    @Test
    void sendsOneReceiptOfAPaymentWithoutAnOrderUnderTheMarkForPayments() throws Exception {
        shop.put("/api/v1/receipt-branding/payment", "{\"version\": 1, \"name\": \"Duka Pay\"}");
        shop.post("/api/v1/hooks", "{\"url\": \"http://127.0.0.1:9/nobody\", \"eventTypes\": [\"receipt.sent\"]}");
        Customer dada = shop.customer("Dada");
        dada.says("hello").hears("");

        assertThat(payment(dada, "paid")).isEqualTo("changed");
        assertThat(payment(dada, "paid")).isEqualTo("known");
        GraphMessage receipt = dada.hears("We have received your payment: KES");

        assertThat(text(handed(receipt)))
                .contains("Duka Pay", "Deposit for the hall", "Bank", "PAY-77")
                .doesNotContain("Duka Letu");
        assertThat(shop.gateway
                        .database
                        .jdbc()
                        .sql("select data from hook_event where type = 'receipt.sent' and subject = 'PAY-77'")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(data -> assertThat(data)
                        .contains("\"payment_id\":\"PAY-77\"", "\"contact_id\":", "\"paid_at\":")
                        .doesNotContain("500"));
        String order = shop.order(dada);
        paid(order);
        assertThat(text(handed(dada.hears("Here is your receipt."))))
                .contains("Duka Letu")
                .doesNotContain("Duka Pay");
        assertThat(dada.received().stream().filter(message -> message.type().equals("document")))
                .hasSize(2);
    }

    private String payment(Customer customer, String status) throws Exception {
        return shop.tells("payment.status", """
                {"payment_id": "PAY-77", "status": "%s", "phone": "%s", "amount": 500.00, "currency": "KES",
                 "description": "Deposit for the hall", "method": "Bank"}""".formatted(status, customer.identity()));
    }

    private String paid(String order) throws Exception {
        return shop.tells("payment.status", "{\"external_order_id\": \"%s\", \"status\": \"paid\"}".formatted(order));
    }

    private JsonNode receipts(String order) throws Exception {
        return shop.get("/api/v1/orders/%s/receipts".formatted(order));
    }

    private byte[] handed(GraphMessage receipt) {
        String id = receipt.json().at("/document/id").asText();
        return shop.gateway.graph.uploads().all().stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
