package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers chat, order and ask, and find themselves in the reports. */
@TestInstance(Lifecycle.PER_CLASS)
class ReportsEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TemplateGateway shop;

    @BeforeAll
    void chat(@TempDir Path home) throws Exception {
        shop = new TemplateGateway(home, "waybill.store.zone=Africa/Nairobi");
        Customer amina = shop.customer("Amina");
        String order = shop.order(amina);
        shop.says(order, "shipped");
        shop.says(order, "delivered");
        amina.says("where is my order").hearsUntil(amina.received().size() + 1);
        Customer brian = shop.customer("Brian");
        brian.says("order").hears("What would you like to order?");
        brian.says("agent").hears("");
        Customer chao = shop.customer("Chao");
        chao.says("blah blah blah").hears("");
        await().atMost(PATIENCE)
                .until(() -> row("responses", "").get(0).path("responses").asInt() >= 9);
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void followsCustomersFromTheEnquiryToTheDelivery() throws Exception {
        JsonNode all = row("funnel", "").get(0);

        // Chao was shown the menu only.
        assertThat(numbers(all, "started", "filled", "ordered", "confirmed", "delivered"))
                .isEqualTo("2 1 1 1 1");
        JsonNode order = row("funnel", "?by=flow").get(0);
        assertThat(order.path("name").asText()).isEqualTo("order");
        assertThat(order.path("version").asInt()).isEqualTo(1);
        assertThat(numbers(order, "started", "filled", "ordered", "confirmed", "delivered"))
                .isEqualTo("2 1 1 1 1");
        assertThat(row("funnel", "?by=source").get(0).path("name").asText()).isEqualTo("none");
    }

    /** 003-20: the query that is shown, run on what is kept, gives the numbers that are shown. */
    @ParameterizedTest
    @ValueSource(strings = {"", "flow", "source", "flow-source", "order-source"})
    void isRecomputedFromWhatIsKeptByTheQueryItShows(String by) throws Exception {
        JsonNode report = shop.get("/api/v1/numbers/funnel?by=" + by);

        List<String> recomputed = shop.gateway
                .database
                .jdbc()
                .sql(report.path("query").asText())
                .param("from", begin(report.path("from"), 0))
                .param("to", begin(report.path("to"), 1))
                .query((row, n) -> row.getString("name") + " " + row.getLong("started") + " " + row.getLong("filled")
                        + " " + row.getLong("ordered") + " " + row.getLong("confirmed") + " "
                        + row.getLong("delivered"))
                .list();

        assertThat(report.path("rows"))
                .extracting(row -> row.path("name").asText() + " "
                        + numbers(row, "started", "filled", "ordered", "confirmed", "delivered"))
                .isNotEmpty()
                .isEqualTo(recomputed);
    }

    private static OffsetDateTime begin(JsonNode day, int later) {
        return LocalDate.parse(day.asText())
                .plusDays(later)
                .atStartOfDay(ZoneId.of("Africa/Nairobi"))
                .toOffsetDateTime();
    }

    @Test
    void namesTheStepWhereAPersonHadToTakeOver() throws Exception {
        JsonNode first = row("drop-off", "?by=handovers").get(0);

        assertThat(first.path("flow").asText()).isEqualTo("order");
        assertThat(first.path("step").asText()).isNotEmpty();
        assertThat(first.path("handovers").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhoAskedForTheirOrderAndSaysHow() throws Exception {
        JsonNode report = shop.get("/api/v1/numbers/status-questions");

        assertThat(numbers(report.at("/rows/0"), "questions", "orders", "perHundredOrders"))
                .isEqualTo("1 1 100.0");
        assertThat(report.path("query").asText()).contains("from journal");
        assertThat(report.path("zone").asText()).isEqualTo("Africa/Nairobi");
    }

    @Test
    void isATableWhereThatIsWanted() throws Exception {
        HttpResponse<byte[]> accepted =
                shop.console().send("GET", "/api/v1/numbers/daily", new byte[0], "Accept", "text/csv");
        HttpResponse<String> asked = shop.console().get("/api/v1/numbers/daily?format=csv");

        assertThat(accepted.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(asked.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("daily-20", ".csv");
        assertThat(asked.body())
                .startsWith("day,received,sentByBot,sentByPeople,priced,billable\n")
                .isEqualTo(new String(accepted.body(), StandardCharsets.UTF_8));
        assertThat(shop.get("/api/v1/numbers/daily").path("rows").isArray()).isTrue();
    }

    @Test
    void saysWhatCannotBeAskedForWhateverIsAccepted() throws Exception {
        HttpResponse<byte[]> tooLong = shop.console()
                .send("GET", "/api/v1/numbers/funnel?from=2020-01-01&to=2026-01-01", new byte[0], "Accept", "text/csv");

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Json.read(new String(tooLong.body(), StandardCharsets.UTF_8))
                        .path("detail")
                        .asText())
                .contains("at most 400 days");
        assertThat(shop.refused(422, shop.console().get("/api/v1/numbers/funnel?format=pdf")))
                .contains("json or csv");
        assertThat(shop.refused(404, shop.console().get("/api/v1/numbers/profit")))
                .contains("There are funnel");
    }

    private JsonNode row(String report, String query) throws Exception {
        return shop.get("/api/v1/numbers/" + report + query).path("rows");
    }

    private static String numbers(JsonNode row, String... names) {
        StringBuilder numbers = new StringBuilder();
        for (String name : names) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(row.path(name).asText());
        }
        return numbers.toString();
    }
}
