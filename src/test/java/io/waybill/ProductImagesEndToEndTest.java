package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.GraphUploads;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Pictures of products, from the upload to the customer's phone, with the flows as shipped. */
class ProductImagesEndToEndTest {

    private static final byte[] FRONT = SampleBytes.jpeg(64, 48);
    private static final byte[] BACK = SampleBytes.png(32, 32);

    private FlowGateway gateway;
    private ConfigurableApplicationContext node;
    private ConsoleClient console;

    @BeforeEach
    void open() throws Exception {
        gateway = new FlowGateway(Path.of("").toAbsolutePath(), "waybill.erp.cache.products=0s");
        node = gateway.start();
        console = gateway.console(node, "ada");
    }

    @AfterEach
    void close() {
        node.close();
        gateway.close();
    }

    /** 004-31: two pictures keep their order. */
    @Test
    void customersSeeTheFirstPictureWithTheProductAndTheOthersOnRequest() throws Exception {
        attach(upload("front.jpg", FRONT), upload("back.png", BACK));
        Customer amina = gateway.customer("Amina Yusuf", node);

        choosesTheProduct(amina);
        assertThat(bytesOf(amina.hears(""))).isEqualTo(FRONT);
        amina.hears("How many");
        amina.says("photos");
        assertThat(bytesOf(amina.hears(""))).isEqualTo(FRONT);
        assertThat(bytesOf(amina.hears(""))).isEqualTo(BACK);
        amina.says("2").hears("Your cart");

        Customer brian = gateway.customer("Brian Otieno", node);
        choosesTheProduct(brian);
        assertThat(bytesOf(brian.hears(""))).isEqualTo(FRONT);
        assertThat(gateway.graph.uploads().all())
                .extracting(GraphUploads.Upload::mime)
                .containsExactly("image/jpeg", "image/png");
    }

    /** 004-29: a media id that Meta does not know any more is uploaded again by itself. */
    @Test
    void aPictureThatMetaForgotIsHandedOverAgainAndArrives() throws Exception {
        attach(upload("front.jpg", FRONT));
        Customer amina = gateway.customer("Amina Yusuf", node);
        choosesTheProduct(amina);
        amina.hears("");
        gateway.graph.uploads().forget();

        Customer brian = gateway.customer("Brian Otieno", node);
        choosesTheProduct(brian);

        assertThat(bytesOf(brian.hears(""))).isEqualTo(FRONT);
        brian.hears("How many");
        assertThat(gateway.graph.uploads().all()).hasSize(2);
        assertThat(gateway.graph.refusals())
                .singleElement()
                .satisfies(refused -> assertThat(refused.outcome()).contains("media attachment ID"));
        gateway.graph.reset();
    }

    @Test
    void thePictureThatCannotBeHandedOverDoesNotStopTheText() throws Exception {
        attach(upload("front.jpg", FRONT));
        gateway.graph.uploads().fail(2);
        Customer amina = gateway.customer("Amina Yusuf", node);

        choosesTheProduct(amina);

        amina.hears("How many");
        await().untilAsserted(() -> assertThat(gateway.database
                        .jdbc()
                        .sql("select error from outbox where state = 'dead'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("The file of this message could not be handed to WhatsApp, so it was left out."));
    }

    /** 004-31: a removed picture leaves list and chat, and its file stays. */
    @Test
    void aRemovedPictureLeavesTheChatAndStaysUploaded() throws Exception {
        String front = upload("front.jpg", FRONT);
        String back = upload("back.png", BACK);
        attach(front, back);
        attach(back);
        Customer amina = gateway.customer("Amina Yusuf", node);

        choosesTheProduct(amina);

        assertThat(bytesOf(amina.hears(""))).isEqualTo(BACK);
        assertThat(images()).extracting(image -> image.path("id").asText()).containsExactlyInAnyOrder(front, back);
        attach();
        Customer brian = gateway.customer("Brian Otieno", node);
        choosesTheProduct(brian);
        brian.hears("How many");
    }

    @Test
    void aPictureIsKeptOnceAndEverybodyMaySeeIt() throws Exception {
        String id = upload("../../Größe.jpg", FRONT);
        attach(id);

        HttpResponse<byte[]> again = console.upload("/api/v1/images", "other.jpg", FRONT);
        assertThat(again.statusCode()).isEqualTo(200);
        JsonNode image = images().getFirst();
        assertThat(image.path("id").asText())
                .isEqualTo(id)
                .isEqualTo(Json.read(again.body()).path("id").asText());
        assertThat(image.path("filename").asText()).isEqualTo("Größe.jpg");
        assertThat(image.path("width").intValue()).isEqualTo(64);
        assertThat(image.path("products")).hasToString("[\"" + firstProduct() + "\"]");

        HttpResponse<byte[]> seen = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s"
                                        .formatted(
                                                FlowGateway.port(node),
                                                image.path("url").asText())))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(seen.body()).isEqualTo(FRONT);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("public", "immutable"));
    }

    /** 004-28: 6 MB and WebP are refused with the reason. */
    @Test
    void whatWhatsAppWouldNotShowIsRefusedWithTheReason() throws Exception {
        assertThat(refused("a.webp", SampleBytes.webp(), 422)).contains("image/webp");
        assertThat(refused("a.jpg", Arrays.copyOf(FRONT, 6 * 1024 * 1024), 422)).contains("6.0 MB", "5 MB at most");
        assertThat(refused("a.jpg", Arrays.copyOf(FRONT, FRONT.length - 10), 422))
                .contains("cut off");
        assertThat(put("[\"nothing\"]")).contains("There is no picture nothing.");
        assertThat(images()).isEmpty();
    }

    private void choosesTheProduct(Customer customer) throws IOException {
        GraphMessage products = customer.says("order").hears("What would you like to order?");
        customer.sends(CustomerMessage.tap(products.options().getFirst()));
    }

    private byte[] bytesOf(GraphMessage message) {
        String id = message.json().at("/image/id").asText();
        return gateway.graph.uploads().all().stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No picture: " + message.body()))
                .bytes();
    }

    private String upload(String filename, byte[] bytes) throws Exception {
        HttpResponse<byte[]> answer = console.upload("/api/v1/images", filename, bytes);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(201);
        return Json.read(answer.body()).path("id").asText();
    }

    private String refused(String filename, byte[] bytes, int status) throws Exception {
        HttpResponse<byte[]> answer = console.upload("/api/v1/images", filename, bytes);
        assertThat(answer.statusCode()).isEqualTo(status);
        return Json.read(answer.body()).path("detail").asText();
    }

    private List<JsonNode> images() throws Exception {
        JsonNode images = Json.read(console.get("/api/v1/images").body());
        return images.valueStream().toList();
    }

    private void attach(String... ids) throws Exception {
        String list = Json.write(List.of(ids));
        assertThat(put(list)).isEqualTo(list);
    }

    private String put(String ids) throws Exception {
        return console.put("/api/catalog/products/%s/images".formatted(firstProduct()), ids)
                .body();
    }

    /** The one that stands first in the customers' list. */
    private String firstProduct() throws Exception {
        JsonNode products = Json.read(console.get("/api/catalog/products").body());
        return products.path("products")
                .valueStream()
                .filter(product -> product.path("active").booleanValue()
                        && product.path("visible").booleanValue())
                .map(product -> product.path("externalProductId").asText())
                .findFirst()
                .orElseThrow();
    }
}
