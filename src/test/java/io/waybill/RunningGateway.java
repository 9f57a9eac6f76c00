package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.database.TestDatabase;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.GraphMessage;
import io.waybill.far.SignedEvents;
import io.waybill.far.SignedWebhook;
import io.waybill.whatsapp.GraphRules;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on its real wires: signed webhooks in, a Graph and an ERP of ours outside. All tests of this kind
 * share one, so each takes customers of its own.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        // Each test has an ERP of its own making; ErpCacheEndToEndTest is about what is kept.
        properties = {
            "waybill.erp.cache.products=0s",
            "waybill.erp.cache.prices=0s",
            "waybill.erp.cache.jobs=0s",
            "waybill.erp.cache.stale-for=0s",
            // Many tests let the ERP hang; SlowErpEndToEndTest is about what customers are told then.
            "waybill.patience=0s",
            "waybill.typing-after=0s"
        })
@AutoConfigureObservability(tracing = false)
@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
abstract class RunningGateway {

    static final String APP_SECRET = "end-to-end-app-secret";
    static final String VERIFY_TOKEN = "end-to-end-verify-token";
    static final String ACCESS_TOKEN = "end-to-end-access-token";
    static final String PHONE_NUMBER_ID = "310000000000007";
    static final String BUSINESS_ACCOUNT_ID = "210000000000007";

    static final FakeGraph GRAPH = FakeGraph.start(0, ACCESS_TOKEN, PHONE_NUMBER_ID);
    static final FakeErp ERP = FakeErp.start(0);
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    SignedWebhook meta;

    @DynamicPropertySource
    static void aroundIt(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("waybill.secrets.key", () -> "end-to-end-key-of-thirty-two-characters");
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
        properties.add("waybill.whatsapp.phone-number-id", () -> PHONE_NUMBER_ID);
        properties.add("waybill.whatsapp.business-account-id", () -> BUSINESS_ACCOUNT_ID);
        properties.add("waybill.whatsapp.access-token", () -> ACCESS_TOKEN);
        properties.add("waybill.whatsapp.app-secret", () -> APP_SECRET);
        properties.add("waybill.whatsapp.verify-token", () -> VERIFY_TOKEN);
        properties.add("waybill.whatsapp.base-url", GRAPH::uri);
        properties.add("waybill.events.secret", () -> SignedEvents.SECRET);
        properties.add("waybill.whatsapp.messages-per-second", () -> 1000);
        properties.add("waybill.whatsapp.response-timeout", () -> "2s");
        properties.add("waybill.outbox.reconcile", () -> "2s");
        properties.add("waybill.erp.profile", () -> "canonical");
        properties.add("waybill.erp.base-url", ERP::uri);
        properties.add("waybill.erp.response-timeout", () -> "3s");
        properties.add("waybill.erp.page-size", () -> 20);
        // Many tests break the same operation on purpose; none is about the breaker.
        properties.add("waybill.erp.circuit-breaker.calls", () -> 1000);
    }

    @BeforeEach
    void quiet() {
        GRAPH.faults().clear();
        ERP.faults().clear();
        meta = new SignedWebhook(url("/webhooks/whatsapp"), APP_SECRET, BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID);
    }

    @AfterEach
    void sendsNothingThatMetaOrTheErpWouldRefuse() {
        assertThat(GRAPH.refusals()).isEmpty();
        assertThat(GRAPH.requests().stream()
                        .map(GraphMessage::body)
                        .flatMap(body -> GraphRules.violations(body).stream()))
                .isEmpty();
        assertThat(ERP.complaints()).isEmpty();
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    Customer customer(String name) {
        return Customer.named(name, GRAPH, meta);
    }

    double counted(String name, String... tags) {
        Counter counter = meters.find(name).tags(tags).counter();
        return counter == null ? 0 : counter.count();
    }

    /** Bodies of the journal about this customer. */
    List<String> journal(Customer customer, String kind) {
        return jdbc.sql("""
                        select body from journal join contact_identity using (contact_id)
                        where value = ? and journal.kind = ? order by id
                        """)
                .params(customer.identity(), kind)
                .query(String.class)
                .list();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
