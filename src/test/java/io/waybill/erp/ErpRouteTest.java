package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class ErpRouteTest extends ErpRouteSupport {

    private static final String ORDER = "{'external_order_id':17,'order_number':'SO-1','status':'pending'}";

    @Autowired
    MeterRegistry meters;

    @Autowired
    @Qualifier("erpHttp")
    HttpComponent component;

    @Test
    void sendsAReadAsAQueryAndKeepsDecimalsExact() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'unit_price':0.10,'currency':'KES','margin':[1e2]}")));

        ErpReply.Ok price = ok(getPrice());

        assertThat(price.body().get("unit_price").decimalValue()).isEqualTo(new BigDecimal("0.10"));
        assertThat(price.body().get("margin").isArray())
                .as("unknown fields are kept")
                .isTrue();
        erp.verify(
                1,
                getRequestedFor(urlEqualTo("/api/price?external_product_id=P1&qty=2"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withoutHeader("Idempotency-Key")
                        .withoutHeader("Content-Type"));
    }

    @Test
    void doesNotLetTheCustomerWaitTwiceForAReadThatFailsSlowly() {
        erp.stubFor(get(anyUrl()).willReturn(answer(503, "{}").withFixedDelay(1_100)));

        assertThat(getPrice()).isInstanceOf(ErpReply.Down.class);
        erp.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.99", "'6.99'", "'6.99000000'", "7"})
    void takesMoneyAsANumberOrAsPlainText(String price) {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'unit_price':%s,'currency':'KES'}".formatted(price))));

        assertThat(ok(getPrice()).body().get("unit_price").decimalValue())
                .isEqualTo(new BigDecimal(price.replace("'", "")));
    }

    /** 004-15: the key of the ledger is in the header and in the body; once only: 001-12. */
    @Test
    void sendsAWriteAsJsonWithItsKeyInHeaderAndBody() {
        erp.stubFor(any(anyUrl()).willReturn(answer(201, ORDER)));

        ErpReply.Ok order = ok(createOrder());

        assertThat(order.body().get("external_order_id").textValue()).isEqualTo("17");
        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/api/orders"))
                        .withHeader("Idempotency-Key", equalTo(KEY))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("User-Agent", equalTo("Waybill"))
                        .withRequestBody(equalToJson("""
                        {"external_customer_id":"C1","items":[{"external_product_id":"P1","qty":2}],
                         "totals":{"total":5},"client_reference":"s1-create-1"}""")));
        assertThat(erp.getAllServeEvents().getFirst().getRequest().getHeaders().keys())
                .as("no header of ours leaks")
                .allSatisfy(name -> assertThat(name.toLowerCase()).doesNotContain("camel", "breadcrumb"));
    }

    @Test
    void writesDecimalsWithoutAnExponent() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'status':'confirmed'}")));
        var request = json("{'external_order_id':'7'}");
        request.putObject("payment_info").put("amount", new BigDecimal("1E+3"));

        ok(gateway.call(ErpOperation.CONFIRM_ORDER, request, KEY).reply());

        assertThat(erp.getAllServeEvents().getFirst().getRequest().getBodyAsString())
                .contains("\"amount\":1000}");
    }

    @Test
    void putsFieldsIntoThePathPercentEncodedAndInTheBodyToo() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'status':'confirmed'}")));

        ok(gateway.call(
                        ErpOperation.CONFIRM_ORDER,
                        json("{'external_order_id':'SO/20 5?é{{x}}','payment_info':{'method':'COD'}}"),
                        KEY)
                .reply());

        erp.verify(postRequestedFor(urlEqualTo("/api/orders/SO%2F20%205%3F%C3%A9%7B%7Bx%7D%7D/confirm"))
                .withRequestBody(equalToJson("{\"external_order_id\":\"SO/20 5?é{{x}}\"}", true, true)));
    }

    @Test
    void readsWithAFieldInThePath() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'status':'shipped','order_number':5}")));

        ErpReply.Ok status =
                ok(gateway.call(ErpOperation.GET_ORDER_STATUS, json("{'external_order_id':'a+b&c=d'}"), null)
                        .reply());

        assertThat(status.body().get("order_number").textValue()).isEqualTo("5");
        erp.verify(getRequestedFor(urlEqualTo("/api/orders/a%2Bb%26c%3Dd/status?external_order_id=a%2Bb%26c%3Dd")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", ""})
    void sendsNothingWhenAnIdWouldLeadToAnotherPath(String id) {
        ErpReply reply = gateway.call(
                        ErpOperation.GET_ORDER_STATUS, json("{'external_order_id':'%s'}".formatted(id)), null)
                .reply();

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("external_order_id", "cannot stand in the path");
        erp.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void keepsItsSettingsAgainstCamelsDefaults() {
        assertThat(component.getConnectTimeout()).isEqualTo(3_000);
        assertThat(component.getConnectionsPerRoute()).isEqualTo(400);
        assertThat(component.getMaxTotalConnections()).isEqualTo(400);
        assertThat(component.isAutomaticRetriesDisabled()).isTrue();
        assertThat(component.isCookieManagementDisabled()).isTrue();
        assertThat(component.isCopyHeaders()).isFalse();
    }

    @Test
    void sendsNothingWhenTheFlowLeavesOutARequiredField() {
        ErpReply reply =
                gateway.call(ErpOperation.GET_PRICE, json("{'qty':1}"), null).reply();

        assertThat(reason(reply))
                .isEqualTo(
                        "GET_PRICE was not sent: the flow gives no external_product_id. Add it to what the step sends.");
        erp.verify(0, anyRequestedFor(anyUrl()));
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of("500", answer(500, "{}"), ErpReply.Down.class, ErpReply.Unknown.class),
                Arguments.of("502", html(502), ErpReply.Down.class, ErpReply.Unknown.class),
                Arguments.of("503", html(503), ErpReply.Down.class, ErpReply.Down.class),
                Arguments.of("504", html(504), ErpReply.Down.class, ErpReply.Unknown.class),
                Arguments.of("408", answer(408, ""), ErpReply.Down.class, ErpReply.Unknown.class),
                Arguments.of(
                        "429",
                        answer(429, "{}").withHeader("Retry-After", "1"),
                        ErpReply.Down.class,
                        ErpReply.Down.class),
                Arguments.of("422", answer(422, "{'message':'no'}"), ErpReply.Refused.class, ErpReply.Refused.class),
                Arguments.of("404 page", html(404), ErpReply.Refused.class, ErpReply.Refused.class),
                Arguments.of("401", answer(401, "{}"), ErpReply.Refused.class, ErpReply.Refused.class),
                Arguments.of(
                        "redirect",
                        aResponse().withStatus(302).withHeader("Location", "/login"),
                        ErpReply.Refused.class,
                        ErpReply.Unknown.class),
                Arguments.of("HTML 200", html(200), ErpReply.Down.class, ErpReply.Unknown.class),
                Arguments.of(
                        "HTML called JSON",
                        answer("<html>Fatal error</html>"),
                        ErpReply.Refused.class,
                        ErpReply.Unknown.class),
                Arguments.of("empty", answer(""), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("204", aResponse().withStatus(204), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("bare array", answer("[1]"), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("null", answer("null"), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("missing field", answer("{}"), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("two values", answer("{} {}"), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of("deep", answer("[".repeat(50_000)), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of(
                        "10 MB", answer("'" + "x".repeat(10_000_000)), ErpReply.Refused.class, ErpReply.Unknown.class),
                Arguments.of(
                        "not UTF-8",
                        answer("{}").withBody("{\"currency\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)),
                        ErpReply.Refused.class,
                        ErpReply.Unknown.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endings")
    void saysHowACallEnded(
            String name,
            ResponseDefinitionBuilder response,
            Class<? extends ErpReply> read,
            Class<? extends ErpReply> write) {
        erp.stubFor(any(anyUrl()).willReturn(response));

        ErpReply price = getPrice();
        assertThat(price).isInstanceOf(read);
        assertThat(reason(price)).startsWith("GET_PRICE: ");

        erp.resetRequests();
        ErpAnswer order = createOrderAnswer();
        assertThat(order.reply()).isInstanceOf(write);
        assertThat(reason(order.reply())).startsWith("CREATE_ORDER: ");
        assertThat(order.exchanges()).hasSize(1);
        erp.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void doesNotKnowWhetherAWriteWasExecutedWhenTheConnectionBreaks(Fault fault) {
        erp.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withFault(fault)));

        assertThat(getPrice()).isInstanceOf(ErpReply.Down.class);
        assertThat(createOrder()).isInstanceOf(ErpReply.Unknown.class);
        erp.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void asksOnceMoreWhenAReadFailsFast() {
        erp.stubFor(get(anyUrl())
                .inScenario("hiccup")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(aResponse().withStatus(503)));
        erp.stubFor(get(anyUrl())
                .inScenario("hiccup")
                .whenScenarioStateIs("well")
                .willReturn(answer("{'unit_price':5,'currency':'KES'}")));

        ErpAnswer price = gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null);

        ok(price.reply());
        assertThat(price.exchanges()).extracting(ErpExchange::status).containsExactly(503, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'message':'Credit limit reached'}",
                "{'error':{'code':7,'message':'Credit limit reached'}}",
                "{'error':'Credit limit reached'}",
                "{'errors':[{'message':'Credit limit reached'}]}",
                "{'title':'Bad','detail':'Credit limit reached'}"
            })
    void passesOnWhatTheErpSays(String body) {
        erp.stubFor(any(anyUrl()).willReturn(answer(422, body)));

        assertThat(reason(createOrder())).isEqualTo("CREATE_ORDER: the ERP answers 422: \"Credit limit reached\".");
    }

    /** 004-07: and no order is taken for made, above; the customer is told in EndToEndTest. */
    @Test
    void saysThatHtmlIsNotJson() {
        erp.stubFor(any(anyUrl()).willReturn(html(200)));

        assertThat(reason(getPrice()))
                .isEqualTo("GET_PRICE: the ERP answers 200, but not JSON (an HTML page)."
                        + " Check waybill.erp.base-url and the path in the endpoint profile.");
    }

    @Test
    void repairsHostileText() {
        erp.stubFor(
                any(anyUrl())
                        .willReturn(
                                answer(
                                        "{'items':[{'id':1,'name':'a\\u0000b\\ud800c\\ud83d\\ude00','price':null,'active':true}],'x':1e999999999}")));

        ErpReply.Ok products = ok(listProducts());

        assertThat(products.body().at("/items/0/name").textValue()).isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
        assertThat(products.body().at("/x").isTextual()).isTrue();
    }

    @Test
    void recordsEachExchange() {
        erp.stubFor(any(anyUrl()).willReturn(answer(201, ORDER + " ".repeat(100_000))));

        ErpExchange exchange = createOrderAnswer().exchanges().getFirst();

        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.url()).isEqualTo(erp.baseUrl() + "/api/orders");
        assertThat(exchange.request()).contains("\"client_reference\":\"" + KEY + "\"");
        assertThat(exchange.status()).isEqualTo(201);
        assertThat(exchange.answer()).startsWith("{\"external_order_id\":17").hasSize(32 * 1024);
        assertThat(exchange.took()).isPositive();
    }

    /** 004-14 */
    @Test
    void acceptsTheSameCustomerForTheSamePhoneAndFlagsAnother() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'external_customer_id':'C1'}")));
        var request = json("{'phone':'+254700000007','name':'Wanjiku'}");
        assertThat(gateway.call(ErpOperation.UPSERT_CUSTOMER, request, "k1").notices())
                .isEmpty();
        assertThat(gateway.call(ErpOperation.UPSERT_CUSTOMER, request, "k2").notices())
                .isEmpty();

        erp.stubFor(any(anyUrl()).willReturn(answer("{'external_customer_id':'C2'}")));
        ErpAnswer other = gateway.call(ErpOperation.UPSERT_CUSTOMER, request, "k3");

        ok(other.reply());
        assertThat(other.notices())
                .singleElement()
                .asString()
                .contains("C2", "C1", "007")
                .doesNotContain("+254700000007");
    }

    @Test
    void countsCallsByOperationAndOutcome() {
        erp.stubFor(any(anyUrl()).willReturn(answer(422, "{}")));
        long before = refusedOrders();

        createOrder();

        assertThat(refusedOrders()).isEqualTo(before + 1);
    }

    private long refusedOrders() {
        return meters.timer("waybill.erp.calls", "operation", "CREATE_ORDER", "outcome", "refused")
                .count();
    }

    private static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html><body>Something</body></html>");
    }

    @ParameterizedTest
    @CsvSource({
        "401, ERP call refused: GET_PRICE: the ERP answers 401",
        "500, ERP call failed: GET_PRICE: the ERP answers 500"
    })
    void tellsAnOperatorWhyACallFailedWithoutAPhoneNumber(int status, String sentence, CapturedOutput output) {
        erp.stubFor(get(anyUrl()).willReturn(answer(status, "{'error':'Who is +254700000123?'}")));

        getPrice();

        assertThat(output).contains(sentence, "Who is +***123?").doesNotContain("254700000123");
    }
}
