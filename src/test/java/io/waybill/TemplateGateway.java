package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeTemplates;
import io.waybill.far.Json;
import io.waybill.far.SignedEvents;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop whose business account has templates at Meta, with somebody at the console. */
final class TemplateGateway implements AutoCloseable {

    private static final String ACCOUNT = "2";

    final FlowGateway gateway;
    final FakeTemplates meta;
    private final ConfigurableApplicationContext node;
    private final ConsoleClient console;
    final SignedEvents events;

    TemplateGateway(Path home, String... settings) throws IOException, InterruptedException {
        this(home, new Class<?>[0], settings);
    }

    /** @param also beans in the place of the application's */
    TemplateGateway(Path home, Class<?>[] also, String... settings) throws IOException, InterruptedException {
        gateway = new FlowGateway(home, settings);
        gateway.set("waybill.whatsapp.business-account-id=" + ACCOUNT);
        gateway.set("waybill.events.secret=" + SignedEvents.SECRET);
        meta = gateway.graph.account(ACCOUNT);
        node = gateway.start(also);
        console = gateway.console(node, "ada");
        events = new SignedEvents(FlowGateway.port(node));
    }

    Customer customer(String name) {
        return gateway.customer(name, node);
    }

    /** The ERP's id of an order that the customer has made now. */
    String order(Customer customer) throws IOException {
        String number = customer.comesToTheSummary().confirms();
        return gateway.erp.orders().stream()
                .filter(order -> order.number().equals(number))
                .map(ErpOrder::id)
                .findFirst()
                .orElseThrow();
    }

    /** The customer has not written for days. */
    void fallsSilent(Customer customer) {
        gateway.database.jdbc().sql("""
                        update conversation set last_message_at = last_message_at - interval '3 days'
                        where contact_id = (select contact_id from contact_identity where value = ?)
                        """).param(customer.identity()).update();
        gateway.graph.wrote(customer.address(), Instant.now().minus(Duration.ofDays(3)));
    }

    JsonNode get(String path) throws Exception {
        return ok(console.get(path));
    }

    JsonNode post(String path, String json) throws Exception {
        return ok(console.post(path, json));
    }

    void put(String path, String json) throws Exception {
        ok(console.put(path, json));
    }

    /** What is answered to a change that is refused. */
    String refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.read(answer.body()).path("detail").asText();
    }

    ConfigurableApplicationContext node() {
        return node;
    }

    ConsoleClient console() {
        return console;
    }

    /** The ERP tells of an order's status; the answer is what came of it. */
    String says(String order, String status) throws Exception {
        return tells("order.status", "{\"external_order_id\": \"%s\", \"status\": \"%s\"}".formatted(order, status));
    }

    String tells(String type, String data) throws Exception {
        return ok(events.tells(
                        "{\"type\": \"%s\", \"timestamp\": \"%s\", \"data\": %s}".formatted(type, Instant.now(), data)))
                .path("result")
                .asText();
    }

    /** What its customer was told of the status: sent, held, silent or dropped. */
    String told(String order, String status) throws Exception {
        return StreamSupport.stream(
                        get("/api/v1/orders/%s/notices".formatted(order))
                                .path("notices")
                                .spliterator(),
                        false)
                .filter(notice -> notice.path("status").asText().equals(status))
                .map(notice -> notice.path("state").asText())
                .findFirst()
                .orElse("nothing");
    }

    /** Meta's review ends, and its webhook says so. */
    void reviewed(String name, String language, String event, String reason) throws IOException {
        meta.reviewed(name, language, event);
        ObjectNode value = value(name, language);
        value.put("event", event).put("reason", reason);
        tells("message_template_status_update", value);
    }

    void tells(String field, ObjectNode value) throws IOException {
        SignedWebhook webhook = FlowGateway.meta(node);
        assertThat(webhook.post(webhook.envelope().change(field, value))).isEqualTo(200);
    }

    ObjectNode value(String name, String language) {
        // Meta writes the id as a number, and the language with a dash.
        return Json.object()
                .put("message_template_id", meta.of(name, language).get("id").asLong())
                .put("message_template_name", name)
                .put("message_template_language", language.replace('_', '-'));
    }

    /** Submits a file of templates/ and has all its languages approved. */
    void approved(String name) throws Exception {
        for (JsonNode language :
                post("/api/v1/templates/%s/submit".formatted(name), "{}").path("languages")) {
            reviewed(name, language.asText(), "APPROVED", "NONE");
        }
    }

    List<String> notices(String kind) throws Exception {
        return StreamSupport.stream(get("/api/v1/notices").path("notices").spliterator(), false)
                .filter(notice -> notice.path("kind").asText().equals(kind))
                .map(notice -> notice.path("subject").asText() + ": "
                        + notice.path("sentence").asText())
                .toList();
    }

    /** As the list has it. */
    JsonNode template(String name, String language) throws Exception {
        return StreamSupport.stream(get("/api/v1/templates").path("templates").spliterator(), false)
                .filter(template -> template.path("name").asText().equals(name)
                        && template.path("language").asText().equals(language))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? Json.object() : Json.read(answer.body());
    }

    @Override
    public void close() {
        node.close();
        gateway.close();
    }
}
