package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphMessage;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What customers are told of their orders, with Meta's reviews in between. */
@TestInstance(Lifecycle.PER_CLASS)
class OrderNewsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TemplateGateway shop;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home, "waybill.hooks.private-hosts=127.0.0.1");
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void tellsOnceByTheApprovedTemplateHoweverOftenTheStatusIsReported() throws Exception {
        shop.approved("order_delivered");
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        shop.fallsSilent(amina);
        int before = amina.received().size();

        assertThat(shop.says(order, "confirmed")).as("the flow has said so").isEqualTo("known");
        assertThat(shop.says(order, "preparing")).isEqualTo("changed");
        assertThat(shop.says(order, "delivered")).isEqualTo("changed");
        assertThat(shop.says(order, "delivered")).isEqualTo("known");

        GraphMessage told = amina.hearsUntil(before + 1).received().getLast();
        assertThat(told.text()).startsWith("order_delivered SO-");
        assertThat(shop.told(order, "delivered")).isEqualTo("sent");
        assertThat(shop.told(order, "preparing")).isEqualTo("silent");
        assertThat(amina.received()).hasSize(before + 1);
    }

    @Test
    void tellsTheServerOfAnIntegratorOnceForEachStatus() throws Exception {
        List<JsonNode> heard = new CopyOnWriteArrayList<>();
        try (HttpSide integrator = HttpSide.listen(0, exchange -> {
            heard.add(HttpSide.json(exchange));
            HttpSide.answer(exchange, 200, Json.object());
        })) {
            JsonNode made = shop.post("/api/v1/hooks", """
                    {"url": "%s/waybill", "eventTypes": ["order.created", "order.status"]}
                    """.formatted(integrator.uri()));
            String order = shop.order(shop.customer("Fatma"));

            shop.says(order, "preparing");
            shop.says(order, "preparing");
            shop.says(order, "delivered");

            await().atMost(PATIENCE).until(() -> heard.size() == 4);
            assertThat(heard)
                    .extracting(
                            event -> event.path("type").asText(),
                            event -> event.at("/data/status").asText())
                    .containsExactly(
                            tuple("order.created", "pending"),
                            tuple("order.status", "confirmed"),
                            tuple("order.status", "preparing"),
                            tuple("order.status", "delivered"));
            assertThat(heard)
                    .extracting(event -> event.at("/data/external_order_id").asText())
                    .containsOnly(order);
            assertThat(heard.getFirst().at("/data/total").isNumber()).isTrue();
            shop.console().delete("/api/v1/hooks/" + made.at("/hook/id"));
        }
    }

    @Test
    void tellsTheServerOfAnIntegratorThatACustomerWantsAPerson() throws Exception {
        List<JsonNode> heard = new CopyOnWriteArrayList<>();
        try (HttpSide integrator = HttpSide.listen(0, exchange -> {
            heard.add(HttpSide.json(exchange));
            HttpSide.answer(exchange, 200, Json.object());
        })) {
            JsonNode made = shop.post("/api/v1/hooks", """
                    {"url": "%s/waybill", "eventTypes": ["conversation.handover"]}
                    """.formatted(integrator.uri()));
            Customer gabriel = shop.customer("Gabriel");

            gabriel.says("order").hears("What would you like to order?");
            gabriel.says("human");

            await().atMost(PATIENCE).until(() -> heard.size() == 1);
            assertThat(heard.getFirst().path("type").asText()).isEqualTo("conversation.handover");
            assertThat(heard.getFirst().at("/data/contact_id").asLong())
                    .isEqualTo(shop.gateway.database.contactOf(gabriel.identity()));
            shop.console().delete("/api/v1/hooks/" + made.at("/hook/id"));
        }
    }

    @Test
    void saysItInWordsWithoutApprovalWhileTheCustomerIsHere() throws Exception {
        Customer brian = shop.customer("Brian");
        String order = shop.order(brian);

        shop.says(order, "delivered");
        assertThat(shop.told(order, "delivered")).isEqualTo("sent");

        GraphMessage told = brian.hears("has been delivered. Was everything as you wished?");
        assertThat(told.type()).isEqualTo("text");
    }

    @Test
    void holdsWhatMetaHasNotApprovedAndSendsItThen() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        shop.fallsSilent(chao);
        int before = chao.received().size();
        shop.post("/api/v1/templates/order_shipped/submit", "{}");

        shop.says(order, "shipped");
        assertThat(shop.told(order, "shipped")).isEqualTo("held");

        assertThat(shop.notices("template-not-approved"))
                .singleElement()
                .asString()
                .startsWith("order_shipped.en: Messages about \"shipped\" wait for the template order_shipped.en")
                .contains("it is PENDING");
        assertThat(chao.received()).hasSize(before);
        shop.reviewed("order_shipped", "en", "APPROVED", "NONE");
        assertThat(chao.hearsUntil(before + 1).received().getLast().text()).startsWith("order_shipped SO-");
        await().atMost(PATIENCE)
                .until(() -> shop.notices("template-not-approved").isEmpty());
        assertThat(shop.get("/api/v1/orders/%s/notices".formatted(order))
                        .at("/notices/0/state")
                        .asText())
                .isEqualTo("sent");
    }

    @Test
    void holdsWhatDoesNotFitTheTemplateAnyMoreUntilItDoes() throws Exception {
        shop.approved("order_cancelled");
        Customer daudi = shop.customer("Daudi");
        String order = shop.order(daudi);
        shop.fallsSilent(daudi);
        int before = daudi.received().size();
        String right = shop.meta.of("order_cancelled", "en").get("components").toString();

        shop.meta.has(
                "order_cancelled",
                "en",
                "APPROVED",
                "UTILITY",
                body("Your order {{1}} of {{2}} by {{3}} is cancelled now."));
        shop.post("/api/v1/templates/sync", "{}");

        assertThat(shop.notices("template-mismatch"))
                .singleElement()
                .asString()
                .contains("order.cancelled: Messages about order.cancelled are held.")
                .contains("has the placeholder body.2, and no variable is mapped to it")
                .contains("Meta has the placeholders body.1, body.2, body.3 now; mapped are body.1 = order.number.");
        shop.says(order, "cancelled");
        assertThat(shop.told(order, "cancelled")).isEqualTo("held");
        assertThat(daudi.received()).hasSize(before);

        shop.meta.has("order_cancelled", "en", "APPROVED", "UTILITY", right);
        shop.post("/api/v1/templates/sync", "{}");

        assertThat(daudi.hearsUntil(before + 1).received().getLast().text()).startsWith("order_cancelled SO-");
        assertThat(shop.notices("template-mismatch")).isEmpty();
    }

    @Test
    void putsTheErpsTrackingAddressIntoTheButton() throws Exception {
        shop.meta.has("parcel", "en", "APPROVED", "UTILITY", """
                [{"type": "BODY", "text": "Order {{1}} is with the driver now.", "example": {"body_text": [["SO-1"]]}},
                 {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Track it", "url": "https://track.test/p/{{1}}", "example": ["x"]}]}]
                """);
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.preparing", """
                {"template": "parcel", "languages": ["en"], "variables": {"body.1": "order.number", "button.0.1": "order.tracking_url"}}
                """);
        Customer eva = shop.customer("Eva");
        String order = shop.order(eva);
        shop.fallsSilent(eva);
        int before = eva.received().size();

        shop.tells("order.status", """
                {"external_order_id": "%s", "status": "Processing", "tracking_url": "https://track.test/p/A%%2F1"}
                """.formatted(order));

        GraphMessage told = eva.hearsUntil(before + 1).received().getLast();
        assertThat(told.json().at("/template/components/1").toString())
                .isEqualTo(
                        "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"A%2F1\"}]}");
        shop.console().delete("/api/v1/template-mappings/order.preparing");
    }

    @Test
    void neverSendsAnEmptyPlaceholder() throws Exception {
        shop.meta.has("late", "en", "APPROVED", "UTILITY", body("Look at {{1}} to see where it is now."));
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.preparing", """
                {"template": "late", "languages": ["en"], "variables": {"body.1": "order.tracking_url"}}
                """);
        Customer femi = shop.customer("Femi");
        String order = shop.order(femi);
        int before = femi.received().size();

        shop.says(order, "preparing");
        assertThat(shop.told(order, "preparing")).isEqualTo("dropped");

        assertThat(femi.received()).hasSize(before);
        assertThat(shop.notices("undelivered"))
                .anyMatch(notice -> notice.startsWith("order.preparing: A customer was not told")
                        && notice.contains("order.tracking_url has no value that fits the placeholder body.1 of late"));
        shop.console().delete("/api/v1/template-mappings/order.preparing");
    }

    @Test
    void saysTheFallbackWhereTheOrderHasNoValue() throws Exception {
        shop.meta.has("where", "en", "APPROVED", "UTILITY", body("Look at {{1}} to see where {{2}} is now."));
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.preparing", """
                {"template": "where", "languages": ["en"], "variables": {"body.1": "order.tracking_url", "body.2": "order.number"},
                 "fallbacks": {"body.1": "our shop", "body.2": "it"}}
                """);
        Customer kamau = shop.customer("Kamau");
        String order = shop.order(kamau);

        shop.says(order, "processing");

        assertThat(kamau.hears("Look at our shop to see where ").text()).contains("where SO-");
        assertThat(shop.get("/api/v1/template-mappings")
                        .at("/mappings/3/fallbacks/body.1")
                        .asText())
                .isEqualTo("our shop");
        shop.console().delete("/api/v1/template-mappings/order.preparing");
    }

    @Test
    void showsThePictureOfAMappingInTheTemplateAndOverItsWords() throws Exception {
        shop.meta.has("at_the_door", "en", "APPROVED", "UTILITY", """
                [{"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}},
                 {"type": "BODY", "text": "Order {{1}} is on the van.", "example": {"body_text": [["SO-1"]]}}]
                """);
        shop.post("/api/v1/templates/sync", "{}");
        byte[] van = SampleBytes.png(64, 32);
        String url = Json.read(
                        shop.console().upload("/api/v1/images", "van.png", van).body())
                .path("url")
                .asText();
        shop.put("/api/v1/template-mappings/order.preparing", """
                {"template": "at_the_door", "languages": ["en"], "variables": {"body.1": "order.number"}, "header": "%s"}
                """.formatted(url.substring(url.indexOf("/media/"))));
        Customer lulu = shop.customer("Lulu");
        String order = shop.order(lulu);
        shop.says(order, "preparing");
        GraphMessage shown = lulu.hears("is on the van.");
        assertThat(shown.type()).isEqualTo("image");

        Customer moha = shop.customer("Moha");
        order = shop.order(moha);
        shop.fallsSilent(moha);
        int before = moha.received().size();
        shop.says(order, "preparing");

        JsonNode template = moha.hearsUntil(before + 1).received().getLast().json();
        assertThat(template.at("/template/components/0/parameters/0/image/id").asText())
                .isEqualTo(shown.json().at("/image/id").asText())
                .isNotEmpty();
        assertThat(shop.gateway.graph.uploads().all()).hasSize(1);
        shop.console().delete("/api/v1/template-mappings/order.preparing");
    }

    @Test
    void saysThatAnOrderIsReceivedOnlyWhereSomebodyWantsIt() throws Exception {
        Customer grace = shop.customer("Grace");
        shop.order(grace);
        assertThat(texts(grace)).noneMatch(text -> text.contains("we have received your order"));

        shop.put("/api/v1/template-mappings/order.received", """
                {"template": "order_received", "languages": ["en", "fr"], "variables": {"body.1": "order.number", "body.2": "order.total"}}
                """);
        Customer hana = shop.customer("Hana");
        hana.comesToTheSummary().taps("Confirm");
        hana.hears("Thank you, we have received your order SO-");

        await().atMost(PATIENCE)
                .until(() -> texts(hana).stream()
                                .filter(text -> text.contains("we have received your order"))
                                .count()
                        == 1);
        shop.console().delete("/api/v1/template-mappings/order.received");
    }

    @Test
    void asksByTheApprovedTemplateToConfirmAnOrderOfTheWebsiteAndTheTapIsAboutIt() throws Exception {
        shop.approved("order_cod_confirm");
        Customer imani = shop.customer("Imani");

        HttpResponse<byte[]> made = shop.console()
                .send(
                        "POST",
                        "/api/v1/orders",
                        """
                        {"customer": {"phone": "%s", "name": "Imani"}, "confirm": "cod", "items": [{"external_product_id": "P-1", "qty": 1}]}
                        """.formatted(imani.identity()).getBytes(StandardCharsets.UTF_8),
                        "Idempotency-Key",
                        "imani-1");

        assertThat(made.statusCode()).isEqualTo(201);
        String number = Json.read(new String(made.body(), StandardCharsets.UTF_8))
                .path("order_number")
                .asText();
        GraphMessage asked = imani.hears("order_cod_confirm " + number);
        assertThat(asked.type()).isEqualTo("template");
        imani.sends(CustomerMessage.templateButton(asked.options().getFirst().id(), "Confirm"))
                .hears("Thank you! Order %s is confirmed.".formatted(number));
        assertThat(imani.received().stream().filter(message -> message.type().equals("template")))
                .hasSize(1);
    }

    @Test
    void givesUpWhatWaitedTooLong() throws Exception {
        Customer jabu = shop.customer("Jabu");
        String order = shop.order(jabu);
        shop.fallsSilent(jabu);
        int before = jabu.received().size();
        shop.says(order, "ready");
        assertThat(shop.told(order, "ready")).isEqualTo("held");

        shop.gateway
                .database
                .jdbc()
                .sql("update order_notice set at = at - interval '25 hours' where external_order_id = ?")
                .param(order)
                .update();
        shop.post("/api/v1/templates/sync", "{}");

        String path = "/api/v1/orders/%s/notices".formatted(order);
        await().atMost(PATIENCE)
                .until(() -> shop.get(path).at("/notices/0/state").asText().equals("expired"));
        assertThat(shop.get(path).at("/notices/0/reason").asText())
                .startsWith("It waited longer than waybill.templates.held-for.")
                .contains("order_ready.en, which Meta has not approved: it is NOT_SUBMITTED");
        shop.approved("order_ready");
        assertThat(shop.says(order, "ready")).isEqualTo("known");
        assertThat(jabu.received()).hasSize(before);
    }

    private static String body(String text) {
        return "[{\"type\": \"BODY\", \"text\": \"%s\"}]".formatted(text);
    }

    private static List<String> texts(Customer customer) {
        return customer.received().stream().map(GraphMessage::text).toList();
    }
}
