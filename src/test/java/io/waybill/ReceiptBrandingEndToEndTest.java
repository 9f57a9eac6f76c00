package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What receipts look like, set by staff in the console. */
class ReceiptBrandingEndToEndTest {

    private static final String ORDER = "/api/v1/receipt-branding/order";

    private FlowGateway gateway;
    private ConfigurableApplicationContext node;
    private ConsoleClient console;

    @BeforeEach
    void open() throws Exception {
        gateway = new FlowGateway(Path.of("").toAbsolutePath(), "waybill.store.name=Kasarani Stores");
        node = gateway.start();
        console = gateway.console(node, "ada");
    }

    @AfterEach
    void close() {
        node.close();
        gateway.close();
    }

    @Test
    void whatStaffSaveStandsOnTheNextReceipt() throws Exception {
        assertThat(preview("order", "en")).contains("Kasarani Stores", "Canvas bag", "Total");

        JsonNode saved = Json.read(console.put(
                        ORDER, "{\"version\": 1, \"name\": \" Beth's \", \"tagline\": \"Fresh\", \"footer\": \"Bye\"}")
                .body());

        assertThat(saved).hasToString("""
                {"kind":"order","version":2,"name":"Beth's","tagline":"Fresh","footer":"Bye","hasLogo":false}""");
        assertThat(preview("order", "fr")).contains("Beth's", "Fresh", "Bye", "Sous-total");
        assertThat(preview("payment", "en")).contains("Kasarani Stores", "60 minutes");
    }

    /** 000-21 */
    @Test
    void aStoreThatIsNamedOtherwiseInTheSettingsIsSoOnTheNextReceipt() throws Exception {
        JsonNode store = Json.read(console.get("/api/v1/settings/store").body());
        String change = "{\"version\": 0, \"store\": %s}".formatted(store.path("store"));

        assertThat(console.put("/api/v1/settings/store", change.replace("Kasarani Stores", "Duka Letu"))
                        .statusCode())
                .isEqualTo(200);

        assertThat(preview("payment", "en")).contains("Duka Letu").doesNotContain("Kasarani Stores");
    }

    @Test
    void aLogoIsKeptAsSmallAsItIsPrintedAndCanBeTakenAway() throws Exception {
        HttpResponse<byte[]> answer = console.upload(ORDER + "/logo", "logo.jpg", SampleBytes.jpeg(2000, 1000));

        assertThat(Json.read(answer.body()).path("hasLogo").booleanValue()).isTrue();
        HttpResponse<byte[]> logo = console.send("GET", ORDER + "/logo", new byte[0]);
        assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(logo.body())).getHeight())
                .isEqualTo(216);
        assertThat(console.put(ORDER, "{\"version\": 2, \"name\": \"Beth's\"}").body())
                .contains("\"version\":3", "\"hasLogo\":true");

        assertThat(console.delete(ORDER + "/logo").body()).contains("\"hasLogo\":false");
        assertThat(console.get(ORDER + "/logo").statusCode()).isEqualTo(404);
    }

    /** 000-24: of two who save, the second is told, and nothing is lost; the difference is shown by the console. */
    @Test
    void whoeverSavesSecondIsToldOfTheConflictAndNothingIsLost() throws Exception {
        console.put(ORDER, "{\"version\": 1, \"name\": \"First\"}");

        assertThat(refused(409, console.put(ORDER, "{\"version\": 1, \"name\": \"Second\"}")))
                .contains("changed it meanwhile");
        assertThat(console.get(ORDER).body()).contains("\"name\":\"First\"", "\"version\":2");
        assertThat(console.put(ORDER, "{\"version\": 2, \"name\": \"Second\"}").body())
                .contains("\"version\":3");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheReason() throws Exception {
        assertThat(refused(422, console.put(ORDER, "{\"version\": 1, \"name\": \" \"}")))
                .contains("send \"name\"");
        assertThat(refused(422, console.put(ORDER, "{\"name\": \"A\"}"))).contains("\"version\"");
        assertThat(refused(
                        422,
                        console.put(
                                ORDER,
                                "{\"version\": 1, \"name\": \"A\", \"tagline\": \"%s\"}".formatted("x".repeat(161)))))
                .isEqualTo("The tagline has 161 characters; receipts have room for 160.");
        assertThat(refused(404, console.get("/api/v1/receipt-branding/other")))
                .contains("order and payment, not other");
        assertThat(refused(422, console.get(ORDER + "/preview?language=../en"))).contains("en or fr");
        assertThat(refusedLogo(SampleBytes.webp())).contains("no JPEG or PNG");
        assertThat(refusedLogo(Arrays.copyOf(SampleBytes.png(40, 40), 60))).contains("no JPEG or PNG");
        assertThat(refusedLogo(new byte[2 * 1024 * 1024 + 1])).contains("more than 2 MB");
        assertThat(console.get(ORDER).body()).contains("\"version\":1");
    }

    @Test
    void onlyWhoIsSignedInMaySeeOrChangeIt() throws Exception {
        ConsoleClient stranger = new ConsoleClient(FlowGateway.port(node));

        assertThat(stranger.get(ORDER).statusCode()).isEqualTo(401);
        assertThat(stranger.put(ORDER, "{\"name\": \"Mine\"}").statusCode()).isEqualTo(401);
    }

    private String preview(String kind, String language) throws Exception {
        HttpResponse<byte[]> answer = console.send(
                "GET", "/api/v1/receipt-branding/%s/preview?language=%s".formatted(kind, language), new byte[0]);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return text(answer.body());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body()).path("detail").asText();
    }

    private String refusedLogo(byte[] bytes) throws Exception {
        HttpResponse<byte[]> answer = console.upload(ORDER + "/logo", "logo.png", bytes);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(422);
        return Json.read(answer.body()).path("detail").asText();
    }
}
