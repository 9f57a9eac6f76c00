package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCentralProfileTest extends ProfileSupport {

    private static final String BASE = "/v2.0/companies(bb6d48b6-c7b2-4a38-9a93-ad5506407f12)";
    private static final String ORDER_ID = "5d115c9c-44e3-ea11-bb43-000d3a2feca1";
    private static final String ORDER = BASE + "/salesOrders(" + ORDER_ID + ")";
    private static final String THE_ORDER = "{'external_order_id':'" + ORDER_ID + "'}";
    private static final String ETAG = "W/\"JzQ0OzZ3Mjk9\"";
    private static final String MADE =
            "{'id':'" + ORDER_ID + "','number':'S-ORD101001','status':'Draft','totalAmountIncludingTax':13.90}";
    private static final String ITEMS =
            "{'external_customer_id':'c-1','items':[{'external_product_id':'i-1','name':'Tea','qty':2,'unit_price':6.95}],'totals':{'total':13.90},'order_note':'Deliver to: House 16'}";

    private ErpGateway gateway;

    @Override
    ErpGateway shop() {
        return gateway;
    }

    @BeforeEach
    void gateway() {
        gateway = gateway(
                shipped("businesscentral").replace("https://login.microsoftonline.com", erp.baseUrl()),
                Map.of(
                        "const.tenant", "contoso",
                        "const.company", "bb6d48b6-c7b2-4a38-9a93-ad5506407f12",
                        "const.currency", "KES",
                        "secret.client", "app",
                        "secret.password", "s3cret"));
        token("t1");
    }

    private static void token(String token) {
        erp.stubFor(post("/contoso/oauth2/v2.0/token")
                .willReturn(answer(200, "{'access_token':'" + token + "','expires_in':3599}")));
    }

    @Test
    void signsInForItsScope() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/items(i-1)"))
                .willReturn(answer(200, "{'unitPrice':6.95,'blocked':false}")));

        price();
        price();

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/contoso/oauth2/v2.0/token"))
                        .withRequestBody(
                                equalTo(
                                        "grant_type=client_credentials&client_id=app&client_secret=s3cret&scope=https%3A%2F%2Fapi.businesscentral.dynamics.com%2F.default")));
        erp.verify(
                2,
                getRequestedFor(urlPathEqualTo(BASE + "/items(i-1)"))
                        .withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void renewsARejectedTokenOnce() {
        erp.stubFor(
                get(urlPathEqualTo(BASE + "/items(i-1)"))
                        .willReturn(
                                answer(
                                        401,
                                        "{'error':{'code':'Authentication_InvalidCredentials','message':'The server has rejected the client credentials.'}}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/items(i-1)"))
                .withHeader("Authorization", equalTo("Bearer t2"))
                .willReturn(answer(200, "{'unitPrice':6.95,'blocked':false}")));
        erp.stubFor(post("/contoso/oauth2/v2.0/token")
                .inScenario("token")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("second")
                .willReturn(answer(200, "{'access_token':'t1','expires_in':3599}")));
        erp.stubFor(post("/contoso/oauth2/v2.0/token")
                .inScenario("token")
                .whenScenarioStateIs("second")
                .willReturn(answer(200, "{'access_token':'t2','expires_in':3599}")));

        assertThat(answered(price()).path("unit_price").decimalValue()).isEqualByComparingTo("6.95");
        erp.verify(2, postRequestedFor(urlEqualTo("/contoso/oauth2/v2.0/token")));
    }

    @Test
    void listsAThousandItemsOnceEach() {
        String next = "?$filter=blocked%20eq%20false&$skiptoken=";
        items("blocked eq false", 0, erp.baseUrl() + BASE + "/items" + next + "i-499");
        erp.stubFor(get(urlEqualTo(BASE + "/items" + next + "i-499"))
                .withHeader("Prefer", equalTo("odata.maxpagesize=500"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(answer(200, page(499, 1_000, null))));

        JsonNode items = answered(read(gateway, ErpOperation.LIST_PRODUCTS, "{'active_only':true}"))
                .path("items");

        assertThat(items).hasSize(1_000);
        assertThat(new HashSet<>(items.findValuesAsText("id"))).hasSize(1_000);
        assertThat(items.get(7).toString())
                .isEqualTo("{\"id\":\"i-7\",\"name\":\"Tea 7\",\"price\":6.90,\"currency\":\"KES\",\"active\":true}");
        assertThat(items.get(0).has("price")).as("a price of 0 is none").isFalse();
    }

    private static void items(String filter, int from, String next) {
        erp.stubFor(get(urlPathEqualTo(BASE + "/items"))
                .withQueryParam("$filter", equalTo(filter))
                .withQueryParam("$select", equalTo("id,number,displayName,unitPrice,blocked,type,inventory"))
                .withHeader("Prefer", equalTo("odata.maxpagesize=500"))
                .willReturn(answer(200, page(from, 500, next))));
    }

    private static String page(int from, int to, String next) {
        return "{" + (next == null ? "" : "'@odata.nextLink':'" + next + "',") + "'value':["
                + IntStream.range(from, to)
                        .mapToObj(
                                i -> "{'id':'i-%d','number':'%d','displayName':'Tea %d','unitPrice':%s,'blocked':false}"
                                        .formatted(i, 1000 + i, i, i == 0 ? "0" : "6.90"))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void sellsNoBlockedItem() {
        erp.stubFor(
                get(urlPathEqualTo(BASE + "/items(i-1)")).willReturn(answer(200, "{'unitPrice':6.95,'blocked':true}")));

        assertThat(reason(price())).startsWith("GET_PRICE: unit_price must be");
    }

    private ErpReply price() {
        return read(gateway, ErpOperation.GET_PRICE, "{'external_product_id':'i-1','qty':2}");
    }

    @Test
    void takesTheCustomerWhoIsThere() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/customers"))
                .withQueryParam("$filter", equalTo("phoneNumber eq '+254700000001'"))
                .withQueryParam("$orderby", equalTo("number"))
                .willReturn(answer(200, "{'value':[{'id':'c-7'}]}")));

        assertThat(answered(customer("+254700000001"))
                        .path("external_customer_id")
                        .textValue())
                .isEqualTo("c-7");
        erp.verify(0, postRequestedFor(urlEqualTo(BASE + "/customers")));
    }

    @Test
    void makesACustomerWhereNoneIs() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/customers")).willReturn(answer(200, "{'value':[]}")));
        erp.stubFor(post(BASE + "/customers")
                .withRequestBody(equalToJson(
                        "{\"displayName\":\"Amina O'Hara\",\"phoneNumber\":\"+254700000001\",\"type\":\"Person\"}"))
                .willReturn(answer(201, "{'id':'c-8','number':'C00080'}")));

        assertThat(answered(customer("+254700000001"))
                        .path("external_customer_id")
                        .textValue())
                .isEqualTo("c-8");
    }

    @Test
    void keepsAQuoteInsideTheFilter() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/customers")).willReturn(answer(200, "{'value':[{'id':'c-7'}]}")));

        customer("x' or '1' eq '1");

        erp.verify(getRequestedFor(urlPathEqualTo(BASE + "/customers"))
                .withQueryParam("$filter", equalTo("phoneNumber eq 'x'' or ''1'' eq ''1'")));
    }

    @Test
    void refusesACustomerWithoutANumberBeforeAnythingIsSent() {
        ErpReply reply = first(gateway, ErpOperation.UPSERT_CUSTOMER, "{'user_id':'KE.123','name':'Amina'}");

        assertThat(reason(reply)).contains("in.phone has no value").contains("not sent");
        erp.verify(0, postRequestedFor(urlEqualTo(BASE + "/customers")));
    }

    private ErpReply customer(String phone) {
        return gateway.call(
                        ErpOperation.UPSERT_CUSTOMER,
                        json("{}").put("name", "Amina O'Hara").put("phone", phone),
                        KEY)
                .reply();
    }

    @Test
    void createsAnOrderWithItsLinesAndItsNoteInOneCall() {
        erp.stubFor(post(BASE + "/salesOrders").willReturn(answer(201, MADE)));

        JsonNode order = answered(first(gateway, ErpOperation.CREATE_ORDER, ITEMS));

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"%s\",\"order_number\":\"S-ORD101001\",\"status\":\"pending\",\"total\":13.90}"
                                .formatted(ORDER_ID));
        erp.verify(1, postRequestedFor(urlEqualTo(BASE + "/salesOrders")).withRequestBody(equalToJson("""
                                        {"customerId": "c-1", "externalDocumentNumber": "%s", "salesOrderLines": [
                                          {"lineType": "Item", "itemId": "i-1", "quantity": 2, "unitPrice": 6.95},
                                          {"lineType": "Comment", "description": "Deliver to: House 16"}]}""".formatted(
                        KEY))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "100, 1", "101, 2", "250, 3"})
    void splitsALongNoteWithoutLosingALetter(int length, int lines) {
        erp.stubFor(post(BASE + "/salesOrders").willReturn(answer(201, MADE)));
        String note =
                IntStream.range(0, length).mapToObj(i -> String.valueOf(i % 10)).collect(Collectors.joining());

        gateway.call(ErpOperation.CREATE_ORDER, json(ITEMS).put("order_note", note), KEY);

        JsonNode sent = json(erp.findAll(postRequestedFor(urlEqualTo(BASE + "/salesOrders")))
                .getFirst()
                .getBodyAsString());
        List<String> comments = sent.path("salesOrderLines").findValuesAsText("description");
        assertThat(sent.path("salesOrderLines")).hasSize(1 + lines);
        assertThat(String.join("", comments)).isEqualTo(note);
        assertThat(comments).allMatch(line -> line.length() <= 100);
    }

    @Test
    void findsTheOrderWhoseAnswerWasLostAndCreatesNothingTwice() {
        erp.stubFor(post(BASE + "/salesOrders").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(first(gateway, ErpOperation.CREATE_ORDER, ITEMS)).isInstanceOf(ErpReply.Unknown.class);
        search("{'value':[]}");
        assertThat(later(gateway, ErpOperation.CREATE_ORDER, ITEMS, Kind.LOOK)).isInstanceOf(ErpReply.Unknown.class);
        search("{'value':[" + MADE + "]}");

        ErpReply found = later(gateway, ErpOperation.CREATE_ORDER, ITEMS, Kind.AGAIN);

        assertThat(answered(found).path("external_order_id").textValue()).isEqualTo(ORDER_ID);
        erp.verify(1, postRequestedFor(urlEqualTo(BASE + "/salesOrders")));
    }

    private static void search(String answer) {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders"))
                .withQueryParam("$filter", equalTo("externalDocumentNumber eq '" + KEY + "'"))
                .willReturn(answer(200, answer)));
    }

    @Test
    void takesAnOrderThatExistsForPlaced() {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(answer(200, MADE)));

        assertThat(answered(first(gateway, ErpOperation.CONFIRM_ORDER, THE_ORDER))
                        .toString())
                .isEqualTo("{\"status\":\"confirmed\",\"order_number\":\"S-ORD101001\"}");
    }

    @Test
    void placesNothingThatIsGone() {
        erp.stubFor(get(urlPathEqualTo(ORDER))
                .willReturn(answer(
                        404,
                        "{'error':{'code':'BadRequest_NotFound','message':'Bad Request - Error in query syntax.'}}")));

        assertThat(reason(first(gateway, ErpOperation.CONFIRM_ORDER, THE_ORDER)))
                .contains("404: \"Bad Request - Error in query syntax.\"");
    }

    @Test
    void writesTheAddressOverTheStateItHasRead() {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(order("Draft")));
        erp.stubFor(patch(urlEqualTo(ORDER)).willReturn(answer(200, MADE)));
        String street = "Kasarani <House 16> & Co, ".repeat(4);

        ErpReply reply = gateway.call(
                        ErpOperation.SET_ADDRESS,
                        json("{'external_order_id':'" + ORDER_ID + "','latitude':-1.28,'longitude':36.81}")
                                .put("address_text", street),
                        KEY)
                .reply();

        assertThat(answered(reply).path("status").textValue()).isEqualTo("ok");
        String all = street + " / -1.28, 36.81";
        erp.verify(patchRequestedFor(urlEqualTo(ORDER))
                .withHeader("If-Match", equalTo(ETAG))
                .withRequestBody(equalToJson(json("{}")
                        .put("shipToAddressLine1", all.substring(0, 100))
                        .put("shipToAddressLine2", all.substring(100))
                        .toString())));
    }

    @ParameterizedTest
    @CsvSource({"409", "412"})
    void overwritesNothingThatSomebodyElseHasChanged(int status) {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(order("Draft")));
        erp.stubFor(
                patch(urlEqualTo(ORDER))
                        .willReturn(
                                answer(
                                        status,
                                        "{'error':{'code':'Request_EntityChanged','message':'Another user has already changed the record.'}}")));

        ErpReply reply = first(
                gateway,
                ErpOperation.SET_ADDRESS,
                "{'external_order_id':'" + ORDER_ID + "','address_text':'House 16'}");

        assertThat(reply).isInstanceOf(ErpReply.Down.class);
        assertThat(reason(reply)).contains("Another user has already changed the record.");
    }

    @ParameterizedTest
    @CsvSource({"Draft, false, pending", "In Review, false, pending", "Open, false, confirmed", "Open, true, shipped"})
    void translatesTheStateOfAnOrder(String theirs, boolean shipped, String ours) {
        erp.stubFor(get(urlPathEqualTo(ORDER))
                .willReturn(
                        answer(200, "{'number':'S-1','status':'%s','fullyShipped':%s}".formatted(theirs, shipped))));

        assertThat(answered(read(gateway, ErpOperation.GET_ORDER_STATUS, THE_ORDER))
                        .toString())
                .isEqualTo("{\"order_number\":\"S-1\",\"status\":\"%s\"}".formatted(ours));
    }

    @ParameterizedTest
    @CsvSource({"Open, delivered", "Paid, delivered", "Canceled, cancelled"})
    void looksForTheInvoiceOfAnOrderThatIsGone(String theirs, String ours) {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(answer(404, "{'error':{'message':'gone'}}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesInvoices"))
                .withQueryParam("$filter", equalTo("orderId eq (" + ORDER_ID + ")"))
                .willReturn(
                        answer(200, "{'value':[{'id':'v-1','orderNumber':'S-1','status':'%s'}]}".formatted(theirs))));

        assertThat(answered(read(gateway, ErpOperation.GET_ORDER_STATUS, THE_ORDER))
                        .toString())
                .isEqualTo("{\"order_number\":\"S-1\",\"status\":\"%s\"}".formatted(ours));
    }

    @Test
    void saysThatAnOrderIsNotThere() {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(answer(404, "{'error':{'message':'gone'}}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesInvoices")).willReturn(answer(200, "{'value':[]}")));

        assertThat(read(gateway, ErpOperation.GET_ORDER_STATUS, THE_ORDER)).isInstanceOf(ErpReply.Refused.class);
    }

    @Test
    void deletesADraftThatIsCancelled() {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(order("Draft")));
        erp.stubFor(delete(urlEqualTo(ORDER)).willReturn(aResponse().withStatus(204)));

        assertThat(cancelled()).isEqualTo("cancelled");
        erp.verify(1, deleteRequestedFor(urlEqualTo(ORDER)).withHeader("If-Match", equalTo(ETAG)));
    }

    @Test
    void deletesNoOrderThatIsReleased() {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(order("Open")));

        assertThat(cancelled()).isEqualTo("confirmed");
        erp.verify(0, deleteRequestedFor(urlEqualTo(ORDER)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|cancelled", "[{'id':'v-1'}]|delivered"})
    void tellsACancelledOrderFromAnInvoicedOne(String invoices, String status) {
        erp.stubFor(get(urlPathEqualTo(ORDER)).willReturn(answer(404, "{'error':{'message':'gone'}}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesInvoices")).willReturn(answer(200, "{'value':" + invoices + "}")));

        assertThat(cancelled()).isEqualTo(status);
    }

    private String cancelled() {
        return answered(first(gateway, ErpOperation.CANCEL_ORDER, THE_ORDER))
                .path("status")
                .textValue();
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder order(String status) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"@odata.etag\":\"%s\",\"id\":\"%s\",\"status\":\"%s\"}"
                        .formatted(ETAG.replace("\"", "\\\""), ORDER_ID, status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "client_reference | WB-1 | externalDocumentNumber eq 'WB-1'",
                "order_number | S-1 | number eq 'S-1'",
                "order_number | x' or '1' eq '1 | number eq 'x'' or ''1'' eq ''1'"
            })
    void findsAnOrderByWhatIsKnownOfIt(String field, String value, String filter) {
        // One more than was asked for.
        erp.stubFor(
                get(urlPathEqualTo(BASE + "/salesOrders"))
                        .withQueryParam("$filter", equalTo(filter))
                        .withQueryParam("$top", equalTo("1"))
                        .willReturn(
                                answer(
                                        200,
                                        "{'value':[{'id':'o-1','number':'S-1','status':'Open','fullyShipped':false,'totalAmountIncludingTax':13.90,'currencyCode':'USD','externalDocumentNumber':'WB-1'},{'id':'o-2','number':'S-2','status':'Draft'}]}")));

        assertThat(found(gateway, field, value))
                .isEqualTo(
                        "{\"external_order_id\":\"o-1\",\"order_number\":\"S-1\",\"status\":\"confirmed\",\"total\":13.90,\"currency\":\"USD\",\"client_reference\":\"WB-1\"}");
    }

    @Test
    void findsOnlyWhatHasBothItsNumberAndItsReference() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders")).willReturn(answer(200, "{'value':[]}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesInvoices")).willReturn(answer(200, "{'value':[]}")));

        ErpReply reply = read(gateway, ErpOperation.FIND_ORDER, "{'client_reference':'WB-1','order_number':'S-1'}");

        assertThat(reply).isInstanceOf(ErpReply.Empty.class);
        erp.verify(getRequestedFor(urlPathEqualTo(BASE + "/salesOrders"))
                .withQueryParam("$filter", equalTo("(externalDocumentNumber eq 'WB-1') and (number eq 'S-1')")));
    }

    @Test
    void findsAnOrderThatIsInvoicedAndGone() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders")).willReturn(answer(200, "{'value':[]}")));
        erp.stubFor(
                get(urlPathEqualTo(BASE + "/salesInvoices"))
                        .withQueryParam("$filter", equalTo("orderNumber eq 'S-1'"))
                        .willReturn(
                                answer(
                                        200,
                                        "{'value':[{'id':'v-1','orderId':'o-1','orderNumber':'S-1','status':'Paid','totalAmountIncludingTax':5.00,'currencyCode':'','externalDocumentNumber':''}]}")));

        assertThat(answered(read(gateway, ErpOperation.FIND_ORDER, "{'order_number':'S-1'}"))
                        .toString())
                .isEqualTo(
                        "{\"external_order_id\":\"o-1\",\"order_number\":\"S-1\",\"status\":\"delivered\",\"currency\":\"KES\"}");
    }

    @Test
    void findsNoOrderThatIsNeitherThereNorInvoiced() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders")).willReturn(answer(200, "{'value':[]}")));
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesInvoices")).willReturn(answer(200, "{'value':[]}")));

        assertThat(read(gateway, ErpOperation.FIND_ORDER, "{'client_reference':'WB-9'}"))
                .isInstanceOf(ErpReply.Empty.class);
    }

    @Test
    void takesAWrongPathForNoMissingOrder() {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders"))
                .willReturn(answer(404, "{'error':{'code':'BadRequest_NotFound','message':'no such company'}}")));

        assertThat(read(gateway, ErpOperation.FIND_ORDER, "{'client_reference':'WB-9'}"))
                .isInstanceOf(ErpReply.Refused.class);
    }

    @Test
    void listsOrdersPageByPage() {
        String next = BASE + "/salesOrders?$skiptoken=o-1";
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders"))
                .withQueryParam("$orderby", equalTo("number"))
                .withHeader("Prefer", equalTo("odata.maxpagesize=500"))
                .willReturn(answer(
                        200,
                        "{'@odata.nextLink':'%s','value':[{'id':'o-1','number':'S-1','status':'Open','fullyShipped':true,'totalAmountIncludingTax':13.90,'currencyCode':'','externalDocumentNumber':'','customerId':'c-1','lastModifiedDateTime':'2026-11-20T08:00:00.123Z'}]}"
                                .formatted(erp.baseUrl() + next))));
        // The row at the border comes again.
        erp.stubFor(
                get(urlEqualTo(next))
                        .willReturn(
                                answer(
                                        200,
                                        "{'value':[{'id':'o-1','number':'S-1','status':'Open','fullyShipped':true},{'id':'o-2','number':'S-2','status':'In Review','fullyShipped':false,'totalAmountIncludingTax':0,'currencyCode':'USD','externalDocumentNumber':'WB-2'}]}")));

        JsonNode items = answered(read(gateway, ErpOperation.LIST_ORDERS, "{}")).path("items");

        assertThat(items.toString())
                .isEqualTo(
                        "[{\"external_order_id\":\"o-1\",\"order_number\":\"S-1\",\"status\":\"shipped\",\"total\":13.90,\"currency\":\"KES\",\"external_customer_id\":\"c-1\",\"changed_at\":\"2026-11-20T08:00:00.123Z\"},"
                                + "{\"external_order_id\":\"o-2\",\"order_number\":\"S-2\",\"status\":\"pending\",\"total\":0,\"currency\":\"USD\",\"client_reference\":\"WB-2\"}]");
        assertThat(erp.findAll(getRequestedFor(urlPathEqualTo(BASE + "/salesOrders")))
                        .getFirst()
                        .queryParameter("$filter")
                        .isPresent())
                .as("without a wish there is no filter")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'status':'pending'} | (status ne 'Open') and (fullyShipped eq false)",
                "{'status':'confirmed'} | (status eq 'Open') and (fullyShipped eq false)",
                "{'status':'shipped'} | fullyShipped eq true",
                "{'external_customer_id':'5d115c9c-44e3','changed_since':'2026-11-20T10:00:00Z'} | (customerId eq (5d115c9c-44e3)) and (lastModifiedDateTime ge (2026-11-20T10:00:00Z))",
                "{'changed_since':'2026-11-20T10:00:00.5+03:00'} | lastModifiedDateTime ge (2026-11-20T10:00:00.5+03:00)"
            })
    void asksForTheOrdersThatAreWanted(String request, String filter) {
        erp.stubFor(get(urlPathEqualTo(BASE + "/salesOrders")).willReturn(answer(200, "{'value':[]}")));

        assertThat(read(gateway, ErpOperation.LIST_ORDERS, request)).isInstanceOf(ErpReply.Empty.class);
        erp.verify(getRequestedFor(urlPathEqualTo(BASE + "/salesOrders")).withQueryParam("$filter", equalTo(filter)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'status':'delivered'} | Business Central lists no orders that are delivered",
                "{'external_customer_id':'1) or (1 eq 1'} | the value of in.external_customer_id is no key"
            })
    void asksForNothingThatItDoesNotHave(String request, String why) {
        assertThat(reason(read(gateway, ErpOperation.LIST_ORDERS, request)))
                .contains(why)
                .contains("not sent");
        erp.verify(0, getRequestedFor(urlPathEqualTo(BASE + "/salesOrders")));
    }

    @Test
    void waitsWhenItHasCalledTooOften() {
        erp.stubFor(post(BASE + "/salesOrders")
                .willReturn(answer(
                        429, "{'error':{'code':'Application_TooManyRequests','message':'Too many requests.'}}")));

        ErpReply reply = first(gateway, ErpOperation.CREATE_ORDER, ITEMS);

        assertThat(reply).isInstanceOf(ErpReply.Down.class);
        assertThat(reason(reply)).contains("Too many requests.");
    }

    @Test
    void showsWhatBusinessCentralSays() {
        erp.stubFor(post(BASE + "/salesOrders")
                .willReturn(answer(
                        400, "{'error':{'code':'Application_DialogException','message':'The customer is blocked.'}}")));

        assertThat(reason(first(gateway, ErpOperation.CREATE_ORDER, ITEMS)))
                .contains("400: \"The customer is blocked.\"");
    }

    @Test
    void knowsHowEachWriteIsSettled() {
        assertThat(gateway.profile().idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(gateway.profile().idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(gateway.profile().idempotency(ErpOperation.SET_ADDRESS)).isEqualTo(Idempotency.KEYED);
        assertThat(gateway.profile().idempotency(ErpOperation.CANCEL_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(gateway.available()).doesNotContain(ErpOperation.LIST_JOBS, ErpOperation.CREATE_APPLICANT);
    }
}
