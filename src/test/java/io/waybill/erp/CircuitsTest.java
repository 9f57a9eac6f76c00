package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.CamelTests;
import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Ok;
import java.time.Duration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Each test breaks another operation: the circuits outlive a test. */
@CamelSpringBootTest
@SpringBootTest(
        classes = {ErpRouteSupport.Application.class, CircuitsTest.Time.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "waybill.erp.profile=canonical",
            "waybill.erp.response-timeout=20s",
            "waybill.erp.retry-pause=1ms",
            "waybill.erp.circuit-breaker.calls=4",
            "waybill.erp.circuit-breaker.open=10s"
        })
@ResourceLock(CamelTests.LOCK)
class CircuitsTest {

    private static final GatedErp ERP = new GatedErp();

    @Autowired
    private ErpGateway gateway;

    @Autowired
    private SettableClock clock;

    private final TestDatabase database = TestDatabase.migrated();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @DynamicPropertySource
    static void baseUrl(DynamicPropertyRegistry properties) {
        properties.add("waybill.erp.base-url", ERP::baseUrl);
    }

    @BeforeEach
    void shop() {
        ERP.reset();
        ERP.sells(3);
    }

    @Test
    void showsWhatIsKeptBackAndWhy() {
        Circuits circuits = circuits();
        ERP.answers("/api/price", 503, "{'error':'no line for 254711000123'}");
        clock.pass(Duration.ofMinutes(1));

        getPrice();

        Circuit price = of(circuits, ErpOperation.GET_PRICE);
        assertThat(price.state()).isEqualTo(Circuit.State.OPEN);
        assertThat(price.calls()).isEqualTo(2);
        assertThat(price.failures()).isEqualTo(2);
        assertThat(price.since()).isEqualTo(clock.instant());
        assertThat(price.triedAgainAt()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(price.lastFailure().reason())
                .contains("GET_PRICE", "503", "***123")
                .doesNotContain("254711000123");
        assertThat(circuits.all())
                .extracting(Circuits.Seen::circuit)
                .filteredOn(circuit -> circuit.operation() == ErpOperation.CONFIRM_ORDER)
                .singleElement()
                .satisfies(circuit -> {
                    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
                    assertThat(circuit.lastFailure()).isNull();
                    assertThat(circuit.triedAgainAt()).isNull();
                });
        assertThat(gauge("GET_PRICE")).isEqualTo(2);
        assertThat(gauge("CONFIRM_ORDER")).isZero();

        clock.pass(Duration.ofSeconds(1));
        assertThat(circuits.tryOnce(Circuits.System.ERP, ErpOperation.GET_PRICE))
                .containsInstanceOf(Down.class);
        assertThat(of(circuits, ErpOperation.GET_PRICE).triedAgainAt())
                .as("left alone for another while")
                .isEqualTo(clock.instant().plusSeconds(10));

        ERP.answers("/api/price", 200, "{'unit_price':10,'currency':'KES'}");
        assertThat(getPrice()).as("kept back still").isInstanceOf(Down.class);
        assertThat(circuits.tryOnce(Circuits.System.ERP, ErpOperation.GET_PRICE))
                .containsInstanceOf(Ok.class);
        assertThat(getPrice()).as("let through").isInstanceOf(Ok.class);
    }

    @Test
    void triesAListAndKeepsItAtOnce() {
        ErpReads reads = reads();
        Circuits circuits = new Circuits(gateway, reads, meters);
        ERP.answers("/api/jobs", 503, "{}");
        assertThat(jobs(reads)).isInstanceOf(Down.class);
        ERP.answers("/api/jobs", 200, "{'items':[{'id':'J1','name':'Rider','active':true}]}");
        assertThat(jobs(reads)).as("kept back").isInstanceOf(Down.class);

        assertThat(circuits.tryOnce(Circuits.System.ERP, ErpOperation.LIST_JOBS))
                .containsInstanceOf(Ok.class);

        int asked = ERP.asked("/api/jobs");
        assertThat(jobs(reads)).isInstanceOf(Ok.class);
        assertThat(ERP.asked("/api/jobs")).isEqualTo(asked);
    }

    @Test
    void writesNothingToSeeWhetherTheErpIsWellAgain() {
        Circuits circuits = circuits();
        ERP.answers("/api/customers", 503, "{}");
        upsertCustomer();
        upsertCustomer();
        assertThat(of(circuits, ErpOperation.UPSERT_CUSTOMER).state()).isEqualTo(Circuit.State.OPEN);
        int asked = ERP.asked("/api/customers");

        assertThat(circuits.tryOnce(Circuits.System.ERP, ErpOperation.UPSERT_CUSTOMER))
                .isEmpty();

        assertThat(ERP.asked("/api/customers")).isEqualTo(asked);
        assertThat(of(circuits, ErpOperation.UPSERT_CUSTOMER).state()).isEqualTo(Circuit.State.HALF_OPEN);
        ERP.answers("/api/customers", 200, "{'external_customer_id':'C1'}");
        assertThat(upsertCustomer()).isInstanceOf(Ok.class);
    }

    private double gauge(String operation) {
        return meters.get("waybill.erp.circuit")
                .tag("operation", operation)
                .gauge()
                .value();
    }

    private static Circuit of(Circuits circuits, ErpOperation operation) {
        return circuits.seen(Circuits.System.ERP, operation).circuit();
    }

    private Circuits circuits() {
        return new Circuits(gateway, reads(), meters);
    }

    private ErpReads reads() {
        return ReadsSupport.reads(gateway, database.jdbc(), clock);
    }

    private static ErpReply jobs(ErpReads reads) {
        return reads.ask(ErpOperation.LIST_JOBS, json("{'active_only':true}")).reply();
    }

    private ErpReply getPrice() {
        return gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null)
                .reply();
    }

    private ErpReply upsertCustomer() {
        return gateway.call(ErpOperation.UPSERT_CUSTOMER, json("{'phone':'+254711000123','name':'Ada'}"), "s1.1")
                .reply();
    }

    private static ObjectNode json(String text) {
        return ErpRouteSupport.json(text);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        SettableClock clock() {
            return SettableClock.atNoon();
        }
    }
}
