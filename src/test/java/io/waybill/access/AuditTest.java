package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Who did what: kept with the change, shown to administrators, and never altered. */
class AuditTest extends AccessGateway {

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transaction;

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from app_user").update();
        jdbc.sql("delete from sign_in_attempt").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void aChangeIsKeptWithWhatWasBeforeAndAfter() throws Exception {
        ConsoleClient.signedIn(port, jdbc, "ben", "SALES");
        ada.put("/api/v1/users/ben", "{\"roles\":[\"VIEWER\"],\"money\":true}");

        JsonNode entry = entries("?action=user.change&subject=ben").path(0);

        assertThat(entry.path("who").asText()).isEqualTo("ada");
        assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(entry.path("at").isTextual()).isTrue();
        assertThat(entry.path("before").path("roles").toString()).isEqualTo("[\"SALES\"]");
        assertThat(entry.path("after").path("roles").toString()).isEqualTo("[\"VIEWER\"]");
        assertThat(entry.path("after").path("money").booleanValue()).isTrue();
        assertThat(entry.path("status").isNull()).isTrue();
    }

    @Test
    void whatTheConsoleSetsForCustomersIsKept() throws Exception {
        ada.put("/api/jobs/J-audit/visibility", "{\"visible\":false}");
        ada.put("/api/v1/modules/jobs", "{\"on\":false}");
        ada.put("/api/v1/modules/jobs", "{\"on\":true}");
        ada.put("/api/catalog/products/P-audit/flow", "{\"flow\":\"order\"}");
        HttpResponse<String> band = ada.post("/api/delivery-charges", "{\"min\":5000,\"max\":5001,\"charge\":7}");
        assertThat(band.statusCode()).as(band.body()).isEqualTo(200);

        JsonNode job = entries("?action=job.visibility&subject=J-audit").path(0);
        assertThat(job.at("/before/visible").booleanValue()).isTrue();
        assertThat(job.at("/after/visible").booleanValue()).isFalse();
        assertThat(entries("?action=module.switch&subject=jobs")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(entries("?action=product.flow&subject=P-audit")
                        .at("/0/after/flow")
                        .asText())
                .isEqualTo("order");
        assertThat(entries("?action=delivery.charges").at("/0/after/bands").toString())
                .contains("5001");
        ada.delete("/api/delivery-charges/5000");
    }

    @Test
    void whatIsRefusedForWantOfAKeyOfSecretsIsNotKept() throws Exception {
        HttpResponse<String> refused = ada.post(
                "/api/v1/hooks", "{\"url\":\"https://93.184.216.34/audit\",\"eventTypes\":[\"order.status\"]}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("waybill.secrets.key");
        assertThat(entries("?action=hook.make").toString()).doesNotContain("93.184.216.34");
    }

    @Test
    void keysAreKeptWithoutTheirSecret() throws Exception {
        String made = ada.post("/api/v1/api-keys", "{\"name\":\"till\",\"scopes\":[\"orders:read\"]}")
                .body();
        String secret = read(made).path("secret").asText();

        assertThat(entries("?action=api-key.make").path(0).toString())
                .contains("orders:read")
                .doesNotContain(secret);
    }

    @Test
    void everyOtherRequestToChangeSomethingIsKeptAlsoOneThatWasRefused() throws Exception {
        ConsoleClient vicky = ConsoleClient.signedIn(port, jdbc, "vicky", "VIEWER");
        vicky.post("/api/v1/orders/SO-9/status", "{\"status\":\"shipped\"}");
        vicky.get("/api/v1/orders");
        vicky.post("/api/v1/flows/lint", "{}");

        JsonNode entries = entries("?who=vicky");

        assertThat(entries).hasSize(2);
        assertThat(entries.at("/0/action").asText()).isEqualTo("POST /api/v1/orders/{order}/status");
        assertThat(entries.at("/0/subject").asText()).isEqualTo("SO-9");
        assertThat(entries.at("/0/status").intValue()).isEqualTo(403);
        assertThat(entries.at("/1/action").asText()).isEqualTo("session.open");
    }

    @Test
    void nothingIsKeptOfAChangeThatCameToNothing() throws Exception {
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
                    audit.done("test.undone", "x", null, null);
                    throw new IllegalStateException("undone");
                }))
                .isInstanceOf(IllegalStateException.class);
        audit.run("test.same", "x", () -> "same", () -> {});

        assertThat(entries("?action=test.undone")).isEmpty();
        assertThat(entries("?action=test.same")).isEmpty();
    }

    @Test
    void nobodyAltersOrRemovesWhatIsKept() throws Exception {
        audit.done("test.kept", "x", null, null);

        assertThatThrownBy(() -> jdbc.sql("update audit set who = 'nobody'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("only added to");
        assertThatThrownBy(() -> jdbc.sql("delete from audit").update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("truncate audit").update()).isInstanceOf(DataAccessException.class);
        assertThat(entries("?action=test.kept")).isNotEmpty();
    }

    @Test
    void isShownInPagesAndPeriodsAndAsATable() throws Exception {
        for (int i = 0; i < 3; i++) {
            audit.done("test.page", "=" + i, null, i);
        }

        JsonNode first = entries("?action=test.page&limit=2");
        assertThat(first).hasSize(2);
        JsonNode rest =
                entries("?action=test.page&before=" + first.path(1).path("id").asLong());
        assertThat(rest.findValuesAsText("subject")).containsExactly("=0");
        assertThat(entries("?action=test.page&from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(entries("?action=test.page&to=2100-01-01T00:00:00Z")).hasSize(3);

        HttpResponse<String> table = ada.get("/api/v1/audit?action=test.page&format=csv");
        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body()).startsWith("id,at,who,address,action,subject,before,after,status\n");
        assertThat(table.body().lines()).hasSize(4);
        assertThat(table.body()).contains("'=0");
    }

    @Test
    void isForThoseWhoManagePeople() throws Exception {
        assertThat(ConsoleClient.signedIn(port, jdbc, "sam", "SALES")
                        .get("/api/v1/audit")
                        .statusCode())
                .isEqualTo(403);
    }

    private JsonNode entries(String query) throws Exception {
        HttpResponse<String> answer = ada.get("/api/v1/audit" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return read(answer.body()).path("entries");
    }

    private static JsonNode read(String json) throws Exception {
        return Json.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
