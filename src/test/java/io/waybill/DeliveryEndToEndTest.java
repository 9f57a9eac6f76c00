package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delivery table as the console has it, and as customers feel it. */
class DeliveryEndToEndTest extends RunningGateway {

    private static final String BANDS = "/api/delivery-charges";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConsoleClient console;

    @BeforeEach
    void signIn() throws Exception {
        console = ConsoleClient.signedIn(port, jdbc, "delivery-ada");
    }

    @AfterEach
    void deliversForNothingAgain() throws Exception {
        for (JsonNode band : table().path("bands")) {
            console.delete(BANDS + "/" + band.path("min").asInt());
        }
    }

    @Test
    void chargesACustomerWhatTheTableSays() throws Exception {
        console.post(BANDS, "{\"min\":1,\"max\":4,\"charge\":150}");
        console.post(BANDS, "{\"min\":5,\"charge\":\"0\"}");

        assertThat(customer("Dora Achieng")
                        .comesToTheSummary()
                        .received()
                        .getLast()
                        .text())
                .contains("Delivery: ", "150.00");
    }

    /** 004-05: a row is added, changed, deleted and brought back; each is there afterwards, and in the audit log. */
    @Test
    void keepsChangesAndBringsARemovedRowBack() throws Exception {
        console.post(BANDS, "{\"min\":1,\"max\":4,\"charge\":150.00}");
        console.post(BANDS, "{\"min\":7,\"max\":null,\"charge\":\"0\"}");
        JsonNode removed = table().at("/bands/0");
        console.delete(BANDS + "/1");
        console.post(BANDS, removed.toString());
        HttpResponse<String> changed = console.put(BANDS + "/7", "{\"min\":6,\"charge\":\"99.50\"}");

        assertThat(table()).isEqualTo(JSON.readTree(changed.body()));
        ObjectNode rows = (ObjectNode) table();
        rows.remove("version");
        assertThat(rows).isEqualTo(JSON.readTree("""
                        {"bands":[{"min":1,"max":4,"charge":"150.00"},{"min":6,"max":null,"charge":"99.50"}],"edited":true,"gaps":"refuse",
                         "warnings":["There is no charge for 5 items: such an order goes to a person."]}"""));
        JsonNode latest = JSON.readTree(console.get(BANDS + "/changes").body()).get(0);
        assertThat(latest.path("by").asText()).isEqualTo("delivery-ada");
        assertThat(latest.at("/before/min").asInt()).isEqualTo(7);
        assertThat(latest.at("/after/charge").asText()).isEqualTo("99.50");
        JsonNode audited = JSON.readTree(
                console.get("/api/v1/audit?action=delivery.charges").body());
        assertThat(audited.path("entries").valueStream().limit(5))
                .extracting(
                        entry -> entry.path("who").asText(),
                        entry -> mins(entry.path("before")),
                        entry -> mins(entry.path("after")))
                .containsExactly(
                        tuple("delivery-ada", List.of(1, 7), List.of(1, 6)),
                        tuple("delivery-ada", List.of(7), List.of(1, 7)),
                        tuple("delivery-ada", List.of(1, 7), List.of(7)),
                        tuple("delivery-ada", List.of(1), List.of(1, 7)),
                        tuple("delivery-ada", List.of(), List.of(1)));
    }

    private static List<Integer> mins(JsonNode table) {
        return table.path("bands")
                .valueStream()
                .map(band -> band.path("min").intValue())
                .toList();
    }

    @Test
    void theSecondOfTwoWhoSaveTheTableLosesNothingAndOverwritesNothing() throws Exception {
        String first = console.put(
                        BANDS, whole(version(), "{\"min\":1,\"max\":4,\"charge\":150},{\"min\":5,\"charge\":0}"))
                .body();
        long seen = JSON.readTree(first).path("version").asLong();
        console.put(BANDS + "/1", "{\"min\":1,\"max\":4,\"charge\":170}");

        HttpResponse<String> second =
                console.put(BANDS, whole(seen, "{\"min\":1,\"max\":9,\"charge\":150},{\"min\":10,\"charge\":0}"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Somebody else has changed the delivery table meanwhile.");
        assertThat(table().at("/bands/0/charge").asText()).isEqualTo("170");
        assertThat(console.put(BANDS, whole(version(), "{\"min\":1,\"max\":4,\"charge\":180}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(table().path("bands")).hasSize(1);
        JsonNode changes = JSON.readTree(console.get(BANDS + "/changes").body());
        assertThat(changes.at("/0/before/min").asInt()).as("row 5 is gone").isEqualTo(5);
        assertThat(changes.at("/1/after/charge").asText()).isEqualTo("180");
        assertThat(console.put(BANDS, whole(version(), "{\"min\":1,\"charge\":1},{\"min\":4,\"charge\":2}"))
                        .statusCode())
                .isEqualTo(422);
    }

    private static String whole(long version, String bands) {
        return "{\"version\":%d,\"bands\":[%s]}".formatted(version, bands);
    }

    private long version() throws Exception {
        return table().path("version").asLong();
    }

    @Test
    void triesAQuantityAndKeepsWhatBecomesOfGaps() throws Exception {
        console.post(BANDS, "{\"min\":1,\"max\":4,\"charge\":150}");
        console.post(BANDS, "{\"min\":6,\"charge\":\"0\"}");

        assertThat(console.get(BANDS + "/try?qty=4").body()).isEqualTo("{\"qty\":4,\"charge\":\"150\",\"min\":1}");
        assertThat(console.get(BANDS + "/try?qty=5").body()).isEqualTo("{\"qty\":5,\"charge\":null,\"min\":null}");
        assertThat(console.get(BANDS + "/try?qty=0").statusCode()).isEqualTo(422);

        HttpResponse<String> decided = console.put(BANDS + "/gaps", "{\"policy\":\"no_charge\"}");
        try {
            assertThat(JSON.readTree(decided.body()).path("warnings").get(0).asText())
                    .isEqualTo("There is no charge for 5 items: delivery costs nothing there.");
            assertThat(console.get(BANDS + "/try?qty=5").body()).isEqualTo("{\"qty\":5,\"charge\":\"0\",\"min\":null}");
            assertThat(JSON.readTree(console.get(BANDS + "/changes").body())
                            .get(0)
                            .path("gaps")
                            .asText())
                    .isEqualTo("no_charge");
        } finally {
            console.put(BANDS + "/gaps", "{\"policy\":\"refuse\"}");
        }
        assertThat(table().path("gaps").asText()).isEqualTo("refuse");
        assertThat(console.put(BANDS + "/gaps", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void namesTheRowsThatOverlap() throws Exception {
        console.post(BANDS, "{\"min\":1,\"max\":4,\"charge\":150}");

        assertThat(JSON.readTree(console.post(BANDS, "{\"min\":4,\"charge\":0}").body())
                        .path("rows"))
                .hasToString("[1,4]");
    }

    /** 004-04: beside 1 to 4 there is no 4 to 6. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'min':4,'max':6,'charge':99}|422|Delivery bands 1 to 4 and 4 to 6 both cover quantity 4.",
                "{'min':5,'max':6,'charge':-1}|422|cannot be negative",
                "{'min':0,'charge':1}|422|starts at 1 or more",
                "{'min':5,'max':4,'charge':1}|422|cannot go from 5 to 4",
                "{'min':5,'charge':1e15}|422|at most 12 digits",
                "{'min':5,'charge':0.00001}|422|No currency",
                "{'charge':1}|422|least quantity",
                "{'min':5}|422|free delivery is 0",
                "{'min':5,'charge':'free'}|400|''",
            })
    void refusesWhatIsNoBand(String band, int status, String sentence) throws Exception {
        console.post(BANDS, "{\"min\":1,\"max\":4,\"charge\":150}");

        HttpResponse<String> answer = console.post(BANDS, band.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains(sentence);
        assertThat(table().path("bands")).hasSize(1);
    }

    @Test
    void saysThatABandIsGone() throws Exception {
        assertThat(console.put(BANDS + "/3", "{\"min\":3,\"charge\":1}").statusCode())
                .isEqualTo(404);
        assertThat(console.delete(BANDS + "/3").body()).contains("There is no delivery band from 3.");
    }

    @Test
    void letsNobodyChangeItWithoutSessionOrToken() throws Exception {
        String band = "{\"min\":1,\"charge\":1}";

        assertThat(new ConsoleClient(port).post(BANDS, band).statusCode()).isEqualTo(401);
        assertThat(new ConsoleClient(port).get(BANDS).statusCode()).isEqualTo(401);
        assertThat(console.withoutToken().post(BANDS, band).statusCode()).isEqualTo(403);
    }

    private JsonNode table() throws IOException, InterruptedException {
        return JSON.readTree(
                ConsoleClient.signedIn(port, jdbc, "delivery-ada").get(BANDS).body());
    }
}
