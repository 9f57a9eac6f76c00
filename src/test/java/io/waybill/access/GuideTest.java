package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 003-24: a first administrator is led from the start to the first message, by how things are. */
class GuideTest extends AccessGateway {

    private static final String MODE = "/api/v1/setup-guide/mode";

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from app_user").update();
        jdbc.sql("delete from sign_in_attempt").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void saysOfEachStepWhetherItIsDone() throws Exception {
        JsonNode guide = ok(ada.get("/api/v1/setup-guide"));

        assertThat(guide.path("mode").asText()).isEqualTo("order");
        assertThat(guide.path("done").booleanValue()).isFalse();
        assertThat(steps(guide)).contains("mode done order", "erp todo demo", "number todo simulated");
    }

    @Test
    void eachWayToSellIsAFlowThatIsPublishedAndTheFirstComesBack() throws Exception {
        JsonNode cart = ok(ada.put(MODE, "{\"mode\": \"cart\"}"));
        assertThat(steps(cart)).contains("mode done cart", "erp todo demo");
        JsonNode chat = ok(ada.put(MODE, "{\"mode\": \"chat\"}"));
        assertThat(steps(chat)).contains("mode done chat", "erp unneeded demo");
        assertThat(ada.get("/api/v1/flows/order/revisions/published").body()).contains("\"title\": \"Talk to us\"");
        JsonNode order = ok(ada.put(MODE, "{\"mode\": \"order\"}"));
        assertThat(steps(order)).contains("mode done order");
        int versions = versions();

        ok(ada.put(MODE, "{\"mode\": \"order\"}"));

        assertThat(versions()).as("it was so already").isEqualTo(versions);
        HttpResponse<String> unknown = ada.put(MODE, "{\"mode\": \"auction\"}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("chat, cart, order");
    }

    @Test
    void saysWhatAnErpLacksThatIsToTakeThePlaceOfTheDemo() throws Exception {
        assertThat(erp()).isEqualTo("DEMO CONNECT []");
        JsonNode nothingSaved = ok(ada.get("/api/erp/connection"));
        ok(ada.put(
                "/api/erp/connection",
                "{\"version\": %d, \"startFrom\": \"canonical\", \"baseUrl\": \"https://erp.example.com\"}"
                        .formatted(nothingSaved.path("version").asLong())));

        assertThat(erp())
                .isEqualTo(
                        "DEMO TEST [\"LIST_PRODUCTS\",\"GET_PRICE\",\"UPSERT_CUSTOMER\",\"CREATE_ORDER\",\"CONFIRM_ORDER\"]");
        ok(ada.put(
                "/api/erp/connection",
                "{\"version\": %d, \"startFrom\": \"empty\", \"endpoints\": [{\"operation\": \"LIST_PRODUCTS\", \"method\": \"GET\", \"path\": \"/p\"}]}"
                        .formatted(ok(ada.get("/api/erp/connection"))
                                .path("version")
                                .asLong())));
        assertThat(erp()).isEqualTo("DEMO SET [\"GET_PRICE\",\"UPSERT_CUSTOMER\",\"CREATE_ORDER\",\"CONFIRM_ORDER\"]");
        jdbc.sql("delete from erp_connection").update();
    }

    private String erp() throws Exception {
        JsonNode erp = ok(ada.get("/api/v1/setup-guide")).path("erp");
        return "%s %s %s"
                .formatted(erp.path("served").asText(), erp.path("next").asText(), erp.path("operations"));
    }

    private int versions() throws Exception {
        return ok(ada.get("/api/v1/flows/order")).path("versions").size();
    }

    private static List<String> steps(JsonNode guide) {
        List<String> steps = new ArrayList<>();
        guide.path("steps")
                .forEach(step -> steps.add("%s %s %s"
                        .formatted(
                                step.path("step").asText(),
                                step.path("state").asText(),
                                step.path("found").asText())));
        return steps;
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
