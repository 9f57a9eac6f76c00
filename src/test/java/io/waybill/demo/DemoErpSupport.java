package io.waybill.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.SettableClock;
import io.waybill.erp.ErpConfiguration;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.RouteStandIns;
import io.waybill.home.HomeConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The gateway and the demo ERP against each other, over HTTP and on PostgreSQL. */
@SpringBootTest(
        classes = DemoErpSupport.Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "waybill.erp.response-timeout=2s",
            "waybill.erp.page-size=5",
            "waybill.erp.retry-pause=1ms",
            "waybill.erp.circuit-breaker.calls=1000"
        })
@Execution(ExecutionMode.SAME_THREAD)
abstract class DemoErpSupport {

    @Autowired
    ErpGateway gateway;

    @Autowired
    DemoErp demo;

    @Autowired
    DemoHr hr;

    @Autowired
    DemoErpSwitches switches;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @AfterEach
    void works() {
        switches.fail(DemoFailure.NONE);
        switches.delay(0);
    }

    BigDecimal price(String product, int qty) {
        return ask(ErpOperation.GET_PRICE, "{'external_product_id':'%s','qty':%d}".formatted(product, qty))
                .get("unit_price")
                .decimalValue();
    }

    String customer(String phone) {
        return ask(ErpOperation.UPSERT_CUSTOMER, "{'phone':'%s','name':'Wanjiku'}".formatted(phone))
                .get("external_customer_id")
                .textValue();
    }

    String order(String key) {
        ErpReply reply = gateway.call(ErpOperation.CREATE_ORDER, json(order("note", customer("+254700000006"))), key)
                .reply();
        return ok(reply).get("external_order_id").textValue();
    }

    /** The external id of a new order of one line. */
    String place(String customer, String product, int qty) {
        return ask(ErpOperation.CREATE_ORDER, newOrder(customer, product, qty, ""))
                .get("external_order_id")
                .textValue();
    }

    static String newOrder(String customer, String product, int qty, String more) {
        return "{'external_customer_id':'%s','items':[{'external_product_id':'%s','qty':%d}],'totals':{'total':1}%s}"
                .formatted(customer, product, qty, more);
    }

    static String order(String note, String customer) {
        return "{'external_customer_id':'%s','order_note':'%s','items':[{'external_product_id':'P101','qty':1}],'totals':{'total':1250}}"
                .formatted(customer, note);
    }

    JsonNode ask(ErpOperation operation, String request) {
        return ok(call(operation, request));
    }

    ErpReply call(ErpOperation operation, String request) {
        String key = operation.writes() ? UUID.randomUUID().toString() : null;
        return gateway.call(operation, json(request), key).reply();
    }

    String refusal(ErpOperation operation, String request) {
        ErpReply reply = call(operation, request);
        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        return ((ErpReply.Refused) reply).reason();
    }

    static JsonNode ok(ErpReply reply) {
        assertThat(reply).isInstanceOf(ErpReply.Ok.class);
        return ((ErpReply.Ok) reply).body();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @EnableAutoConfiguration
    @Import({
        RouteStandIns.class,
        HomeConfiguration.class,
        ErpConfiguration.class,
        DemoErpConfiguration.class,
        DemoErpController.class,
        DemoErpOptionsController.class
    })
    static class Application {

        @Bean
        SettableClock clock() {
            return SettableClock.atNoon();
        }

        @Bean(destroyMethod = "close")
        EmbeddedPostgres postgres() throws IOException {
            return EmbeddedPostgres.start();
        }

        @Bean
        DataSource dataSource(EmbeddedPostgres postgres) {
            return postgres.getPostgresDatabase();
        }
    }
}
