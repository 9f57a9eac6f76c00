package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.waybill.CamelTests;
import io.waybill.erp.check.RouteStandIns;
import io.waybill.home.HomeConfiguration;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real routes and the real client against WireMock as the ERP. */
@CamelSpringBootTest
@SpringBootTest(
        classes = ErpRouteSupport.Application.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "waybill.erp.profile=canonical",
            // Long enough for a busy build machine; ErpTimeoutRouteTest has a short one.
            "waybill.erp.response-timeout=10s",
            "waybill.erp.retry-pause=1ms",
            // One test's failures must not keep the next test's calls from being sent.
            "waybill.erp.circuit-breaker.calls=1000"
        })
@ResourceLock(CamelTests.LOCK)
public abstract class ErpRouteSupport {

    protected static final String KEY = "s1-create-1";
    protected static final WireMockServer erp =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        erp.start();
    }

    @Autowired
    ErpGateway gateway;

    @DynamicPropertySource
    static void baseUrl(DynamicPropertyRegistry properties) {
        properties.add("waybill.erp.base-url", erp::baseUrl);
    }

    @BeforeEach
    void forgetAll() {
        erp.resetAll();
    }

    ErpReply getPrice() {
        return gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null)
                .reply();
    }

    ErpReply createOrder() {
        return createOrderAnswer().reply();
    }

    ErpAnswer createOrderAnswer() {
        return gateway.call(
                ErpOperation.CREATE_ORDER,
                json(
                        "{'external_customer_id':'C1','items':[{'external_product_id':'P1','qty':2}],'totals':{'total':5}}"),
                KEY);
    }

    ErpReply listProducts() {
        return gateway.call(ErpOperation.LIST_PRODUCTS, json("{'active_only':true}"), null)
                .reply();
    }

    protected static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    protected static ResponseDefinitionBuilder answer(String json) {
        return answer(200, json);
    }

    protected static ResponseDefinitionBuilder answer(int status, String json) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(json.replace('\'', '"'));
    }

    protected static ErpReply.Ok ok(ErpReply reply) {
        assertThat(reply).isInstanceOf(ErpReply.Ok.class);
        return (ErpReply.Ok) reply;
    }

    protected static String reason(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Refused(String reason) -> reason;
            case ErpReply.Down(String reason) -> reason;
            case ErpReply.Unknown(String reason) -> reason;
            case ErpReply.Ok ok -> throw new AssertionError("ok: " + ok);
            case ErpReply.Empty empty -> throw new AssertionError("empty");
        };
    }

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
                "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration"
            })
    @Import({RouteStandIns.class, HomeConfiguration.class, ErpConfiguration.class})
    static class Application {}
}
