package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpOrder;
import io.waybill.far.ErpProduct;
import io.waybill.far.GraphMessage;
import io.waybill.far.HttpSide;
import io.waybill.far.Json;
import io.waybill.far.SignedEvents;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;

/** Paid time with a person, from the order to its renewal, on a running gateway whose clock the test moves. */
@TestInstance(Lifecycle.PER_CLASS)
class ServicesEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger EVENTS = new AtomicInteger();

    // What customers write bears Meta's time, which is the real one.
    private static final SettableClock CLOCK = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    private TemplateGateway shop;

    static class Time {

        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(
                home,
                new Class<?>[] {Time.class},
                "waybill.hooks.private-hosts=127.0.0.1",
                "waybill.delivery.bands[0].min=1",
                "waybill.delivery.bands[0].max=100",
                "waybill.delivery.bands[0].charge=150");
        shop.gateway.erp.products(List.of(
                new ErpProduct("S-1", "Consultation", new BigDecimal("200.00"), "KES", true, 60),
                new ErpProduct("S-2", "Training", new BigDecimal("900.00"), "KES", true, 0),
                new ErpProduct("P-1", "Tea", new BigDecimal("285.00"), "KES", true),
                new ErpProduct("A\u00A01", "Advice", new BigDecimal("200.00"), "KES", true, 60)));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    /** 000-44: a message of an agent one second after the end is refused with the question to renew; 000-41: the order is paid before. */
    @Test
    void sellsAnHourStartsItWithTheFirstReplyEndsItHoldsRepliesAndRenewsIt() throws Exception {
        List<JsonNode> told = new CopyOnWriteArrayList<>();
        try (HttpSide integrator = HttpSide.listen(0, exchange -> {
            told.add(HttpSide.json(exchange));
            HttpSide.answer(exchange, 200, Json.object());
        })) {
            shop.post("/api/v1/hooks", """
                    {"url": "%s/waybill", "eventTypes": ["service.ready", "service.started", "service.expired"]}
                    """.formatted(integrator.uri()));
            Customer amina = shop.customer("Amina");
            String order = ordersAnHour(amina.says("order"), "Consultation");
            assertThat(services(amina)).isEmpty();

            pays(order);
            String text = text(amina.hears("Here is your receipt."));
            assertThat(text)
                    .contains("Consultation", "60 minutes", "KES 200.00")
                    .doesNotContain("Delivery");
            assertThat(shop.get("/api/v1/orders/" + order).at("/order/payment").asText())
                    .isEqualTo("paid");
            JsonNode ready = services(amina).getFirst();
            assertThat(ready.path("state").asText()).isEqualTo("ready");
            assertThat(ready.path("remainingSeconds").asLong()).isEqualTo(3600);

            CLOCK.pass(Duration.ofMinutes(20));
            Instant replied = CLOCK.instant();
            shop.post(conversation(amina), "{\"text\": \"Hello Amina, how can I help?\"}");
            amina.hears("how can I help?");
            JsonNode active = becomes(amina, "active");
            assertThat(active.path("startedAt").asText()).isEqualTo(replied.toString());
            assertThat(active.path("expiresAt").asText())
                    .isEqualTo(replied.plus(Duration.ofMinutes(60)).toString());
            CLOCK.pass(Duration.ofMinutes(59).plusSeconds(59));
            assertThat(services(amina).getFirst().path("remainingSeconds").asLong())
                    .isEqualTo(1);

            CLOCK.pass(Duration.ofSeconds(2));
            HttpResponse<String> refused = shop.console().post(conversation(amina), "{\"text\": \"One more thing.\"}");
            assertThat(shop.refused(409, refused)).contains("The paid time of Consultation", "has not renewed");
            assertThat(Json.read(refused.body()).path("askToRenew").asText())
                    .isEqualTo("/api/v1/services/%d/ask-to-renew"
                            .formatted(active.path("id").asLong()));
            GraphMessage question = amina.hears("Your paid time of 60 min for Consultation is over.");
            assertThat(question.options())
                    .extracting(GraphMessage.Option::title)
                    .containsExactly("Renew");

            // A person was writing, so flows were silent; a tap on Renew orders all the same.
            amina.taps("Renew");
            pays(answersHowMany(amina, "Consultation"));
            amina.hears("Here is your receipt.");
            shop.post(conversation(amina), "{\"text\": \"One more thing.\"}");
            amina.hears("One more thing.");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(told)
                            .extracting(event -> event.path("type").asText())
                            .containsExactlyInAnyOrder(
                                    "service.ready",
                                    "service.started",
                                    "service.expired",
                                    "service.ready",
                                    "service.started"));
            assertThat(amina.received().stream()
                            .filter(message -> message.text().contains("is over")))
                    .hasSize(1);
            assertThat(shop.get("/api/v1/orders/" + order).path("timeline").toString())
                    .contains("The paid time of Consultation began: 60 min.", "The paid time of Consultation is over.");
        }
    }

    @Test
    void sellsAnHourOnAWebsiteWithoutDeliveryAndItIsOneWhenItIsPaid() throws Exception {
        Customer wairimu = shop.customer("Wairimu");
        wairimu.says("menu").hears("");
        ApiClient website = ApiClient.with(FlowGateway.port(shop.node()), shop.console(), "Shop", "orders:create");

        JsonNode made = ApiClient.body(website.post("/api/v1/orders", "service-1", """
                {"customer": {"phone": "%s", "name": "Wairimu"}, "items": [{"external_product_id": "S-1", "qty": 2}]}
                """.formatted(wairimu.identity())));

        assertThat(made.path("total").decimalValue())
                .as("an hour is not brought")
                .isEqualByComparingTo("400.00");
        pays(made.path("external_order_id").asText());
        await().atMost(PATIENCE).until(() -> !services(wairimu).isEmpty());
        assertThat(services(wairimu).getFirst().path("remainingSeconds").asLong())
                .isEqualTo(7200);
        JsonNode mixed = ApiClient.body(website.post("/api/v1/orders", "service-2", """
                {"customer": {"phone": "%s", "name": "Wairimu"},
                 "items": [{"external_product_id": "S-1", "qty": 1}, {"external_product_id": "P-1", "qty": 1}]}
                """.formatted(wairimu.identity())));
        assertThat(mixed.path("total").decimalValue()).as("and the tea is").isEqualByComparingTo("635.00");
    }

    @Test
    void asksByTheMappedTemplateAfterThe24HoursAndItsButtonOrders() throws Exception {
        shop.approved("service_renew");
        shop.put("/api/v1/template-mappings/service.renew", """
                {"template": "service_renew", "languages": ["en", "fr"],
                 "variables": {"body.1": "service.minutes", "body.2": "service.name"}}
                """);
        Customer brian = usesAnHour("Brian");

        shop.fallsSilent(brian);
        CLOCK.pass(Duration.ofMinutes(60));

        GraphMessage question = brian.hears("service_renew 60 Consultation");
        assertThat(question.options()).extracting(GraphMessage.Option::id).containsExactly("#P:S-1");
        brian.sends(CustomerMessage.templateButton("#P:S-1", "Renew")).hears("How many times 60 min of Consultation?");

        for (String language : List.of("en", "fr")) {
            shop.reviewed("service_renew", language, "REJECTED", "INVALID_FORMAT");
        }
        shop.fallsSilent(brian);
        long id = services(brian).getFirst().path("id").asLong();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.refused(
                                409, shop.console().post("/api/v1/services/%d/ask-to-renew".formatted(id), "{}")))
                        .contains("more than 24 hours ago", "service_renew.en", "Meta says: "));
        shop.console().delete("/api/v1/template-mappings/service.renew");
    }

    @Test
    void tellsStaffWhereNobodyCanBeAskedAndAPersonEndsTheHold() throws Exception {
        Customer chao = usesAnHour("Chao");
        shop.fallsSilent(chao);
        CLOCK.pass(Duration.ofMinutes(60));
        long id = becomes(chao, "expired").path("id").asLong();
        String subject = Long.toString(contact(chao));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shop.notices("service-over"))
                        .anyMatch(notice -> notice.startsWith(subject + ": The paid time of Consultation")));

        assertThat(shop.refused(409, shop.console().post("/api/v1/services/%d/ask-to-renew".formatted(id), "{}")))
                .contains("more than 24 hours ago", "service.renew");
        chao.says("I am back");
        await().atMost(PATIENCE)
                .until(() -> shop.console()
                        .post("/api/v1/services/%d/ask-to-renew".formatted(id), "{}")
                        .body()
                        .contains("\"sentAs\":\"message\""));
        chao.hears("is over. Would you like to renew?");
        shop.refused(409, shop.console().post(conversation(chao), "{\"text\": \"Hello\"}"));

        JsonNode closed =
                shop.post("/api/v1/services/%d/close".formatted(id), "{\"reason\": \"A parcel was broken.\"}");

        assertThat(closed.path("state").asText()).isEqualTo("closed");
        assertThat(closed.path("closedBy").asText()).isEqualTo("ada");
        shop.post(conversation(chao), "{\"text\": \"About your parcel:\"}");
        chao.hears("About your parcel:");
        assertThat(shop.notices("service-over")).noneMatch(notice -> notice.startsWith(subject + ":"));
        assertThat(shop.refused(409, shop.console().post("/api/v1/services/%d/close".formatted(id), "{}")))
                .contains("closed by ada already");
        assertThat(shop.console().get("/api/v1/services/999999").statusCode()).isEqualTo(404);
        assertThat(shop.console().get("/api/v1/services?state=over").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aServiceThatNoButtonCanNameIsLeftToPeopleAndHoldsNoOtherUp() throws Exception {
        Customer dia = usesAnHour("Dia", "Advice");
        Customer eli = usesAnHour("Eli", "Consultation");

        CLOCK.pass(Duration.ofMinutes(61));

        eli.hears("is over. Would you like to renew?");
        long id = becomes(dia, "expired").path("id").asLong();
        assertThat(shop.refused(409, shop.console().post("/api/v1/services/%d/ask-to-renew".formatted(id), "{}")))
                .contains("no button can order it");
        assertThat(shop.notices("service-over")).anyMatch(notice -> notice.startsWith(contact(dia) + ": "));
    }

    /** 000-30: a service without duration cannot be made visible. */
    @Test
    void aServiceWithoutDurationCannotBeMadeVisibleAndNoneNeedsAPicture() throws Exception {
        JsonNode products = shop.get("/api/catalog/products").path("products");

        JsonNode consultation = products.get(0);
        assertThat(consultation.path("kind").asText()).isEqualTo("service");
        assertThat(consultation.path("durationMinutes").asInt()).isEqualTo(60);
        assertThat(consultation.path("visible").asBoolean()).isTrue();
        JsonNode training = products.get(1);
        assertThat(training.path("visible").asBoolean()).isFalse();
        assertThat(training.path("problem").asText()).startsWith("No duration available");
        assertThat(shop.refused(422, shop.console().put("/api/catalog/products/S-2/visibility", "{\"visible\": true}")))
                .startsWith("No duration available");
        assertThat(products.get(2).path("kind").asText()).isEqualTo("goods");
    }

    /** Up to the first reply of a person. */
    private Customer usesAnHour(String name) throws Exception {
        return usesAnHour(name, "Consultation");
    }

    private Customer usesAnHour(String name, String product) throws Exception {
        Customer customer = shop.customer(name);
        pays(ordersAnHour(customer.says("order"), product));
        customer.hears("Here is your receipt.");
        shop.post(conversation(customer), "{\"text\": \"Hello, how can I help?\"}");
        customer.hears("how can I help?");
        becomes(customer, "active");
        return customer;
    }

    /** The ERP's id of the order. */
    private String ordersAnHour(Customer customer, String product) throws Exception {
        assertThat(customer.hears("What would you like to order?").text()).contains(product + " · 60 min – KES 200.00");
        customer.taps(product);
        return answersHowMany(customer, product);
    }

    private String answersHowMany(Customer customer, String product) throws Exception {
        customer.hears("How many times 60 min of %s?".formatted(product));
        customer.says("1").hears("1 x %s (60 min): KES 200.00".formatted(product));
        customer.taps("Checkout").hears("*Total: KES 200.00*");
        customer.taps("Confirm").hears("Your time begins with our first answer after you have paid.");
        String number =
                customer.taps("Confirm").hears("Thank you").text().replaceFirst("(?s).*Order (\\S+) is .*", "$1");
        return shop.gateway.erp.orders().stream()
                .filter(order -> order.number().equals(number))
                .map(ErpOrder::id)
                .findFirst()
                .orElseThrow();
    }

    private void pays(String order) throws Exception {
        String id = "evt_service_" + EVENTS.incrementAndGet();
        long now = CLOCK.instant().getEpochSecond();
        String body = """
                {"type": "payment.status", "timestamp": "%s", "data": {"external_order_id": "%s", "status": "paid"}}
                """.formatted(CLOCK.instant(), order);
        HttpResponse<String> answer = shop.events.post(id, now, body, SignedEvents.signature(id, now, body));
        assertThat(answer.body()).contains("changed");
    }

    private JsonNode becomes(Customer customer, String state) {
        await().atMost(PATIENCE)
                .until(() ->
                        services(customer).getFirst().path("state").asText().equals(state));
        try {
            return services(customer).getFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The newest first. */
    private List<JsonNode> services(Customer customer) throws Exception {
        List<JsonNode> services = new CopyOnWriteArrayList<>();
        shop.get("/api/v1/services?contact=" + contact(customer))
                .path("services")
                .forEach(services::add);
        return services;
    }

    private long contact(Customer customer) {
        return shop.gateway.database.contactOf(customer.identity());
    }

    private String conversation(Customer customer) {
        return "/api/v1/conversations/%d/messages".formatted(contact(customer));
    }

    private String text(GraphMessage receipt) throws Exception {
        String id = receipt.json().at("/document/id").asText();
        byte[] pdf = shop.gateway.graph.uploads().all().stream()
                .filter(upload -> upload.id().equals(id))
                .findFirst()
                .orElseThrow()
                .bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
