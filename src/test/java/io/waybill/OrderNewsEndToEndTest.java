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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** 002-11: what is said of one status is said of each that is mapped, once. */
    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "ready", "shipped", "delivered", "cancelled"})
    void tellsOfEachMappedStatusOnce(String status) throws Exception {
        Customer zuri = shop.customer("Zuri");
        zuri.says("menu").hears("How can we help you?");
        String order = "Z-" + status;
        shop.tells("order.created", """
                {"external_order_id": "%1$s", "order_number": "%1$s", "status": "pending", "phone": "%2$s"}
                """.formatted(order, zuri.identity()));

        assertThat(shop.says(order, status)).isEqualTo("changed");
        assertThat(shop.says(order, status)).isEqualTo("known");
        assertThat(shop.says(order, status)).isEqualTo("known");

        assertThat(zuri.hearsUntil(2).received().getLast().text()).contains(order);
        assertThat(shop.told(order, status)).isEqualTo("sent");
        assertThat(shop.gateway
                        .database
                        .jdbc()
                        .sql("select count(*) from outbox where contact_id = ?")
                        .param(shop.gateway.database.contactOf(zuri.identity()))
                        .query(Integer.class)
                        .single())
                .as("the menu, and one message")
                .isEqualTo(2);
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

    /** 001-35: the ERP has the status, nothing goes out, and one notice names template and status. */
    @Test
    void holdsWhatMetaHasNotApprovedAndSendsItThen() throws Exception {
        Customer chao = shop.customer("Chao");
        String order = shop.order(chao);
        shop.fallsSilent(chao);
        int before = chao.received().size();
        shop.post("/api/v1/templates/order_shipped/submit", "{}");

        shop.post("/api/v1/orders/%s/status".formatted(order), "{\"status\": \"shipped\"}");
        assertThat(shop.told(order, "shipped")).isEqualTo("held");

        assertThat(erpStatus(order)).isEqualTo("shipped");
        assertThat(shop.gateway.graph.requests().stream()
                        .filter(request -> request.recipient().equals(chao.address())))
                .as("what Graph was asked to send")
                .hasSize(before);
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

    /** 002-35: a placeholder more at Meta is a notice at the next sync, holds the sends, and fails nothing at Graph. */
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

    /** 002-18: the ERP's address of the parcel stands in the button. */
    @Test
    void putsTheErpsTrackingAddressIntoTheButton() throws Exception {
        shop.meta.has("parcel", "en", "APPROVED", "UTILITY", """
                [{"type": "BODY", "text": "Order {{1}} is with the driver now.", "example": {"body_text": [["SO-1"]]}},
                 {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Track it", "url": "https://track.test/p/{{1}}", "example": ["x"]}]}]
                """);
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.shipped", """
                {"template": "parcel", "languages": ["en"], "variables": {"body.1": "order.number", "button.0.1": "order.tracking_url"}}
                """);
        try {
            Customer eva = shop.customer("Eva");
            String order = shop.order(eva);
            shop.fallsSilent(eva);
            int before = eva.received().size();

            shop.tells("order.status", """
                    {"external_order_id": "%s", "status": "Out for delivery", "tracking_url": "https://track.test/p/A%%2F1"}
                    """.formatted(order));

            GraphMessage told = eva.hearsUntil(before + 1).received().getLast();
            assertThat(told.json().at("/template/components/1").toString())
                    .isEqualTo(
                            "{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\",\"parameters\":[{\"type\":\"text\",\"text\":\"A%2F1\"}]}");
        } finally {
            shop.put("/api/v1/template-mappings/order.shipped", """
                    {"template": "order_shipped", "languages": ["en", "fr"], "variables": {"body.1": "order.number"}}
                    """);
        }
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

    /** 002-15: sent once the ERP has made the order. */
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

    /** 002-16: said once, only where somebody has mapped it, and never beside that the order is received. */
    @Test
    void saysThatAnOrderIsPendingOnlyWhereSomebodyWantsIt() throws Exception {
        String unmapped =
                website(shop.customer("Asha"), "").path("external_order_id").asText();
        assertThat(shop.told(unmapped, "pending")).isEqualTo("nothing");

        shop.meta.has("in_review", "en", "APPROVED", "UTILITY", body("We look at your order {{1}} now."));
        shop.post("/api/v1/templates/sync", "{}");
        shop.put("/api/v1/template-mappings/order.pending", """
                {"template": "in_review", "languages": ["en"], "variables": {"body.1": "order.number"}}
                """);
        Customer pendo = shop.customer("Pendo");
        JsonNode made = website(pendo, "");
        assertThat(pendo.hearsUntil(1).received().getLast().text())
                .isEqualTo("in_review " + made.path("order_number").asText());
        assertThat(shop.says(made.path("external_order_id").asText(), "On hold"))
                .isEqualTo("known");

        shop.put("/api/v1/template-mappings/order.received", """
                {"template": "order_received", "languages": ["en", "fr"], "variables": {"body.1": "order.number", "body.2": "order.total"}}
                """);
        Customer zuri = shop.customer("Zuri");
        zuri.comesToTheSummary().taps("Confirm");
        zuri.hears("Thank you, we have received your order SO-");
        zuri.hears("Shall we deliver it?");
        assertThat(texts(zuri)).noneMatch(text -> text.contains("We look at your order"));
        assertThat(pendo.received()).hasSize(1);

        shop.console().delete("/api/v1/template-mappings/order.received");
        shop.console().delete("/api/v1/template-mappings/order.pending");
    }

    /** 002-17: from pending to confirmed its template goes once, with the number of the order in it. */
    @Test
    void tellsByItsTemplateOnceThatAPendingOrderIsConfirmed() throws Exception {
        shop.approved("order_confirmed");
        Customer salma = shop.customer("Salma");
        JsonNode made = website(salma, "");
        String order = made.path("external_order_id").asText();

        assertThat(shop.says(order, "confirmed")).isEqualTo("changed");
        assertThat(shop.says(order, "Confirmed")).isEqualTo("known");

        assertThat(salma.hearsUntil(1).received().getLast().text())
                .isEqualTo("order_confirmed " + made.path("order_number").asText());
        assertThat(salma.says("menu").hearsUntil(2).received().getLast().text()).contains("How can we help you?");
    }

    /** 002-04, 002-14: each mapped change is exactly one message, and an order that is fetched gets the text about that. */
    @Test
    void tellsEachMappedStatusByOneMessageHoweverOftenItIsReported() throws Exception {
        Customer nuru = shop.customer("Nuru");
        nuru.says("menu").hears("");
        String delivered = website(nuru, "").path("external_order_id").asText();
        String fetched =
                website(nuru, "\"pickup\": true,").path("external_order_id").asText();
        String cancelled = website(nuru, "").path("external_order_id").asText();

        comesTo(delivered, "confirmed", "shipped", "delivered");
        comesTo(fetched, "confirmed", "ready", "delivered");
        comesTo(cancelled, "cancelled");
        nuru.says("menu");

        for (String told : List.of(
                "is confirmed, and we are getting it ready",
                "is on its way to you",
                "has been delivered",
                "is confirmed, and we are getting it ready",
                "is ready and waits for you in our store",
                "has been delivered",
                "has been cancelled",
                "How can we help you?")) {
            nuru.hears(told);
        }
    }

    private void comesTo(String order, String... statuses) throws Exception {
        for (String status : statuses) {
            assertThat(shop.says(order, status)).isEqualTo("changed");
            assertThat(shop.says(order, status)).isEqualTo("known");
        }
    }

    /** An order of the website, pending, about which its customer is asked nothing. */
    private JsonNode website(Customer customer, String more) throws Exception {
        HttpResponse<byte[]> made = shop.console()
                .send(
                        "POST",
                        "/api/v1/orders",
                        """
                        {"customer": {"phone": "%s", "name": "%s"}, %s "items": [{"external_product_id": "P-1", "qty": 1}]}
                        """.formatted(customer.identity(), customer.sender().name(), more)
                                .getBytes(StandardCharsets.UTF_8),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        String answer = new String(made.body(), StandardCharsets.UTF_8);
        assertThat(made.statusCode()).as(answer).isEqualTo(201);
        return Json.read(answer);
    }

    private String erpStatus(String order) {
        return shop.gateway.erp.orders().stream()
                .filter(each -> each.id().equals(order))
                .findFirst()
                .orElseThrow()
                .status();
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
