package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedReadTest extends MappedErpSupport {

    private static final String WRITES = """
              CREATE_ORDER: { method: POST, path: /orders }
            """ + REST;

    private static final String SHOP = """
            title: Shop
            const: { company: Example Ltd }
            nothing: [false, ""]
            message: [ $.exception ]
            maps: { order: { "0": pending, "1": confirmed } }
            operations:
              LIST_PRODUCTS:
                method: GET
                path: /api/resource/Sales Item
                query:
                  filters: { json: [[ disabled, "=", 0 ], [ company, "=", "= const.company" ]] }
                  start: "= page.offset"
                  length: "= page.size"
                paging: { size: 2 }
                items: $.data[*]
                answer:
                  id: $.code
                  name: [ $.title, $.code ]
                  price: $.price
                  currency: KES
                  active: { from: $.disabled, map: { "0": true }, default: false }
              GET_PRICE:
                method: GET
                path: "/odata/Items('{in.external_product_id}')"
                fail: $.error
                answer: { unit_price: $.Price, currency: $.Currency }
              GET_ORDER_STATUS:
                method: GET
                path: "/orders({in.external_order_id})"
                outcomes: { 410: down }
                answer: { order_number: $.number, status: { from: $.status, map: order, default: unknown } }
            """ + WRITES;

    @Test
    void readsAListInTheErpsOwnWordsPageByPage() {
        page(
                0,
                "[{'code':'A','title':'Tea','price':'6.99000000','disabled':0},{'code':'B','title':false,'price':7.10,'disabled':0}]");
        page(2, "[{'code':'C','title':'Old','price':1,'disabled':1}]");

        JsonNode items = ok(gateway(SHOP)
                        .call(ErpOperation.LIST_PRODUCTS, json("{'active_only':true}"), null)
                        .reply())
                .body()
                .path("items");

        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("name").textValue()).isEqualTo("Tea");
        assertThat(items.get(0).path("price").decimalValue()).isEqualTo(new BigDecimal("6.99000000"));
        assertThat(items.get(1).path("name").textValue()).isEqualTo("B");
        erp.verify(
                2,
                getRequestedFor(urlPathEqualTo("/api/resource/Sales%20Item"))
                        .withQueryParam(
                                "filters", equalTo("[[\"disabled\",\"=\",0],[\"company\",\"=\",\"Example Ltd\"]]")));
    }

    private static void page(int offset, String rows) {
        erp.stubFor(get(urlPathEqualTo("/api/resource/Sales%20Item"))
                .withQueryParam("start", equalTo(String.valueOf(offset)))
                .withQueryParam("length", equalTo("2"))
                .willReturn(answer("{'data':" + rows + "}")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "AB-1, /odata/Items('AB-1')",
                "a'b, /odata/Items('a%27%27b')",
                "x') or ('1, /odata/Items('x%27%27%29%20or%20%28%27%271')",
                "5/8, /odata/Items('5%2F8')"
            })
    void keepsAKeyInItsPlace(String product, String url) {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'Price':1.10,'Currency':'KES'}")));

        ok(price(gateway(SHOP), product));

        erp.verify(getRequestedFor(urlEqualTo(url)));
    }

    @Test
    void refusesAKeyThatWouldBeMoreThanOne() {
        ErpReply reply = gateway(SHOP)
                .call(ErpOperation.GET_ORDER_STATUS, json("{'external_order_id':'1) or (2'}"), null)
                .reply();

        assertThat(reason(reply)).contains("in.external_order_id is no key").contains("was not sent");
        assertThat(erp.getAllServeEvents()).isEmpty();
    }

    @Test
    void leavesOutTheRoutesOfAProfileThatIsNotUsed() {
        assertThat(camel.getCamelContext().getRoutes())
                .extracting(Route::getId)
                .contains("erp")
                .noneMatch(id -> id.startsWith("csv-"));
    }

    @Test
    void translatesTheErpsWords() {
        erp.stubFor(get("/orders(7)").willReturn(answer("{'number':'SO7','status':1}")));
        erp.stubFor(get("/orders(8)").willReturn(answer("{'number':'SO8','status':9}")));
        ErpGateway gateway = gateway(SHOP);

        assertThat(status(gateway, "7").path("status").textValue()).isEqualTo("confirmed");
        assertThat(status(gateway, "8").path("status").textValue()).isEqualTo("unknown");
    }

    private static JsonNode status(ErpGateway gateway, String order) {
        ObjectNode request = json("{}").put("external_order_id", order);
        return ok(gateway.call(ErpOperation.GET_ORDER_STATUS, request, null).reply())
                .body();
    }

    @Test
    void seesAFailureInsideA200() {
        erp.stubFor(
                any(anyUrl()).willReturn(answer("{'error':['NotFound',['no such item']],'message':'no such item'}")));

        assertThat(price(gateway(SHOP), "P1"))
                .isEqualTo(new ErpReply.Refused("GET_PRICE: the ERP says: \"no such item\"."));
    }

    @Test
    void readsAMessageThatIsJsonWithinJson() {
        erp.stubFor(
                any(anyUrl())
                        .willReturn(
                                aResponse()
                                        .withStatus(417)
                                        .withHeader("Content-Type", "application/json")
                                        .withBody(
                                                "{\"exception\":\"[\\\"{\\\\\\\"message\\\\\\\": \\\\\\\"first\\\\\\\"}\\\", \\\"{\\\\\\\"message\\\\\\\": \\\\\\\"no such item\\\\\\\"}\\\"]\"}")));

        assertThat(reason(price(gateway(SHOP), "P1"))).isEqualTo("GET_PRICE: the ERP answers 417: \"no such item\".");
    }

    @Test
    void takesAStatusAsTheProfileSays() {
        erp.stubFor(any(anyUrl()).willReturn(answer(410, "{'exception':'moving'}")));

        ErpReply reply = gateway(SHOP)
                .call(ErpOperation.GET_ORDER_STATUS, json("{'external_order_id':'7'}"), null)
                .reply();

        assertThat(reply).isInstanceOf(ErpReply.Down.class);
        assertThat(reason(reply)).contains("410: \"moving\"");
    }

    @Test
    void saysWhichFieldIsMissing() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'Price':1.10}")));

        assertThat(reason(price(gateway(SHOP), "P1"))).startsWith("GET_PRICE: currency must be text");
    }

    @Test
    void joinsPricesFromASecondList() {
        erp.stubFor(get("/items").willReturn(answer("{'data':[{'name':'A'},{'name':'B'}]}")));
        erp.stubFor(get(urlPathEqualTo("/prices"))
                .withQueryParam("codes", equalTo("[\"A\",\"B\"]"))
                .willReturn(answer("{'data':[{'code':'B','rate':2.50},{'code':'A','rate':1.25}]}")));
        ErpGateway gateway = gateway("""
                title: Shop
                operations:
                  LIST_PRODUCTS:
                    steps:
                      - { as: prices0, method: GET, path: /items }
                      - { as: prices, method: GET, path: /prices, query: { codes: { json: "= [prices0.data.name]" } } }
                    items: $prices0.data[*]
                    join: { price: { rows: "$prices.data[*]", key: $.code, to: $.name } }
                    answer: { id: $.name, name: $.name, price: $price.rate, currency: KES, active: true }
                  GET_PRICE: { method: GET, path: /price }
                """ + WRITES);

        JsonNode items = ok(gateway.call(ErpOperation.LIST_PRODUCTS, json("{}"), null)
                        .reply())
                .body()
                .path("items");

        assertThat(items.get(0).path("price").decimalValue()).isEqualTo(new BigDecimal("1.25"));
        assertThat(items.get(1).path("price").decimalValue()).isEqualTo(new BigDecimal("2.50"));
    }

    @Test
    void followsTheAddressOfTheNextPage() {
        erp.stubFor(get("/Items?top=20").willReturn(answer("{'value':[{'c':'A'}],'odata.nextLink':'Items?$skip=20'}")));
        erp.stubFor(get("/Items?$skip=20").willReturn(answer("{'value':[{'c':'B'}]}")));

        assertThat(ids(gateway(linked()))).containsExactly("A", "B");
    }

    @Test
    void doesNotTakeItsSecretsToAnotherHostForTheNextPage() {
        erp.stubFor(get("/Items?top=20")
                .willReturn(
                        answer("{'value':[{'c':'A'}],'odata.nextLink':'http://elsewhere.invalid/Items?$skip=20'}")));

        ErpReply reply = gateway(linked())
                .call(ErpOperation.LIST_PRODUCTS, json("{}"), null)
                .reply();

        assertThat(reason(reply)).contains("elsewhere.invalid, which is not the ERP");
    }

    private static String linked() {
        return """
                title: Shop
                operations:
                  LIST_PRODUCTS:
                    method: GET
                    path: /Items
                    query: { top: 20 }
                    paging: { next: "$['odata.nextLink']" }
                    items: $.value[*]
                    answer: { id: $.c, name: $.c, active: true }
                  GET_PRICE: { method: GET, path: /price }
                """ + WRITES;
    }

    @Test
    void goesOnUntilAnEmptyPageWhereTheErpGivesFewerRowsThanItIsAskedFor() {
        erp.stubFor(post("/search").withRequestBody(equalTo("{\"from\":0}")).willReturn(answer("[{'c':'A'}]")));
        erp.stubFor(post("/search").withRequestBody(equalTo("{\"from\":100}")).willReturn(answer("[{'c':'B'}]")));
        erp.stubFor(post("/search").withRequestBody(equalTo("{\"from\":200}")).willReturn(answer("[]")));
        ErpGateway gateway = gateway("""
                title: Shop
                operations:
                  LIST_PRODUCTS:
                    method: POST
                    reads: true
                    path: /search
                    body: { from: "= page.offset" }
                    paging: { stop: empty-page }
                    items: $
                    answer: { id: $.c, name: $.c, active: true }
                  GET_PRICE: { method: GET, path: /price }
                """ + WRITES);

        assertThat(ids(gateway)).containsExactly("A", "B");
        erp.verify(3, postRequestedFor(urlEqualTo("/search")));
    }

    private static List<String> ids(ErpGateway gateway) {
        return ok(gateway.call(ErpOperation.LIST_PRODUCTS, json("{}"), null).reply())
                .body()
                .path("items")
                .findValuesAsText("id");
    }

    private static ErpReply price(ErpGateway gateway, String product) {
        return gateway.call(ErpOperation.GET_PRICE, json("{'qty':1}").put("external_product_id", product), null)
                .reply();
    }
}
