package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.ConsoleClient;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people who know the business set in the console, in place of properties. */
class SettingsTest extends AccessGateway {

    private static final String STORE = "/api/v1/settings/store";
    private static final String DESK = "/api/v1/settings/desk";

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        jdbc.sql("delete from app_user").update();
        jdbc.sql("delete from sign_in_attempt").update();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    /** 000-22, 003-14, 003-15 */
    @Test
    void theStoreIsWhatSomebodySavedAndWhoSavesSecondIsTold() throws Exception {
        JsonNode before = ok(ada.get(STORE));
        int version = before.path("version").intValue();
        ObjectNode wanted = before.path("store").deepCopy();
        wanted.put("name", " Duka Letu ")
                .put("confirmed", "staff")
                .put("country", "ke")
                .put("zone", "Africa/Nairobi");
        wanted.put("reserveMinutes", 30);
        wanted.putArray("modes").add("delivery").add("pickup");

        JsonNode saved = ok(ada.put(STORE, change(version, "store", wanted)));

        assertThat(saved.path("version").intValue()).isEqualTo(version + 1);
        assertThat(saved.path("savedBy").asText()).isEqualTo("ada");
        assertThat(saved.path("store")).hasToString("""
                {"name":"Duka Letu","modes":["delivery","pickup"],"pickupAddress":null,"confirmed":"staff","reserveMinutes":30,"catalogId":null,"country":"KE","zone":"Africa/Nairobi"}""");
        assertThat(ok(ada.get("/api/v1/costs")).path("zone").asText()).isEqualTo("Africa/Nairobi");
        assertThat(refused(409, ada.put(STORE, change(version, "store", wanted)))
                        .path("detail")
                        .asText())
                .contains("changed it meanwhile");
        JsonNode audited = ok(ada.get("/api/v1/audit?action=setting.change&subject=store"))
                .path("entries")
                .path(0);
        assertThat(audited.path("who").asText()).isEqualTo("ada");
        assertThat(audited.at("/before/confirmed").asText()).isEqualTo("cod");
        assertThat(audited.at("/after/confirmed").asText()).isEqualTo("staff");
        ok(ada.put(STORE, change(version + 1, "store", before.path("store"))));
    }

    @Test
    void aStoreThatCannotBeIsRefusedAtItsField() throws Exception {
        JsonNode before = ok(ada.get(STORE));

        assertThat(field(STORE, "store", before, "zone", "Nairobi"))
                .isEqualTo("/zone: It is a time zone such as Africa/Nairobi, not Nairobi.");
        assertThat(field(STORE, "store", before, "confirmed", "hope"))
                .isEqualTo("/confirmed: It is cod, payment or staff, not hope.");
        assertThat(field(STORE, "store", before, "country", "XX"))
                .startsWith("/country: It is a country in two letters");
        assertThat(field(STORE, "store", before, "name", "x".repeat(81)))
                .isEqualTo("/name: It has 81 characters; there is room for 80.");
        assertThat(ok(ada.get(STORE)).path("version")).isEqualTo(before.path("version"));
    }

    /** 003-12, 003-13 */
    @Test
    void hoursAndTeamsAreWhatSomebodySaved() throws Exception {
        JsonNode before = ok(ada.get(DESK));
        int version = before.path("version").intValue();
        ObjectNode wanted = before.path("desk").deepCopy();
        wanted.put("assign", "round-robin").put("slaMinutes", 20).put("defaultTeam", "sales");
        wanted.putObject("hours").put("monday", "00:00-24:00");
        wanted.putArray("holidays").add("2026-12-26").add("2026-12-25").add("2026-12-25");
        ObjectNode sales =
                wanted.putArray("teams").addObject().put("name", "sales").put("slaMinutes", 10);
        sales.putArray("roles").add("SALES");
        sales.putArray("flows").add("order");

        JsonNode saved = ok(ada.put(DESK, change(version, "desk", wanted)));

        assertThat(saved.at("/desk/holidays")).hasToString("[\"2026-12-25\",\"2026-12-26\"]");
        assertThat(saved.at("/desk/closedText/en").asText()).startsWith("We are closed right now.");
        JsonNode desk = ok(ada.get("/api/v1/desk"));
        assertThat(desk.path("assign").asText()).isEqualTo("round-robin");
        assertThat(desk.at("/defaultTeam/name").asText()).isEqualTo("sales");
        assertThat(desk.at("/teams/0/sla").asText()).isEqualTo("PT10M");
        ok(ada.put(DESK, change(version + 1, "desk", before.path("desk"))));
    }

    @Test
    void hoursAndTeamsThatCannotBeAreRefusedAtTheirField() throws Exception {
        JsonNode before = ok(ada.get(DESK));

        assertThat(field(DESK, "desk", before, "defaultTeam", "nobody"))
                .isEqualTo("/defaultTeam: It is nobody, and there is no such team.");
        ObjectNode hours = before.path("desk").deepCopy();
        hours.putObject("hours").put("monday", "17:00-08:00");
        assertThat(wrong(DESK, before, "desk", hours)).startsWith("/hours/monday: It ends before it begins");
        ObjectNode team = before.path("desk").deepCopy();
        team.putArray("teams").addObject().put("name", "sales");
        assertThat(wrong(DESK, before, "desk", team))
                .isEqualTo("/teams/sales: It has nobody: set its members or roles.");
    }

    @Test
    void onlyThoseWhoMayChangeSettingsDo() throws Exception {
        ConsoleClient integrator = ConsoleClient.signedIn(port, jdbc, "ivy", "INTEGRATOR");
        ConsoleClient seller = ConsoleClient.signedIn(port, jdbc, "sam", "SALES");

        assertThat(integrator.get(STORE).statusCode()).isEqualTo(200);
        assertThat(integrator.put(STORE, "{}").statusCode()).isEqualTo(403);
        assertThat(seller.get(DESK).statusCode()).isEqualTo(403);
    }

    private String field(String path, String name, JsonNode before, String field, String value) throws Exception {
        ObjectNode wanted = before.path(name).deepCopy();
        return wrong(path, before, name, wanted.put(field, value));
    }

    private String wrong(String path, JsonNode before, String name, JsonNode wanted) throws Exception {
        JsonNode problem =
                refused(422, ada.put(path, change(before.path("version").intValue(), name, wanted)));
        JsonNode error = problem.path("errors").path(0);
        return "%s: %s"
                .formatted(error.path("pointer").asText(), error.path("message").asText());
    }

    private static String change(int version, String name, JsonNode wanted) {
        return "{\"version\": %d, \"%s\": %s}".formatted(version, name, wanted);
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        return refused(200, answer);
    }

    private static JsonNode refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body());
    }
}
