package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
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
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SapB1ProfileTest extends ProfileSupport {

    private static final Map<String, String> SHOP = Map.of(
            "const.companydb", "SBODEMO",
            "const.series", "71",
            "const.currency", "KES",
            "secret.user", "manager",
            "secret.password", "s3cret");
    private static final String ITEM = "/Items('A%20%27%271')";
    private static final String MADE = "{'DocEntry':12,'DocNum':1007,'DocTotal':13.90,'DocumentStatus':'bost_Open'}";
    private static final String ITEMS =
            "{'external_customer_id':'C1','items':[{'external_product_id':'A1','name':'Tea','qty':2,'unit_price':6.95}],'totals':{'total':13.90},'order_note':'Deliver to: House 16'}";
    private static final String THE_ORDER = "{'external_order_id':'12'}";

    private ErpGateway gateway;

    @Override
    ErpGateway shop() {
        return gateway;
    }

    @BeforeEach
    void gateway() {
        gateway = gateway(shipped("sapb1"), SHOP);
        login("abc");
    }

    private static void login(String session) {
        erp.stubFor(post("/Login").willReturn(session(session)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder session(String session) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json;odata=minimalmetadata;charset=utf-8")
                .withHeader(
                        "Set-Cookie", "B1SESSION=" + session + "; HttpOnly; SameSite=None", "ROUTEID=.node1; path=/")
                .withBody("{\"SessionId\":\"" + session + "\",\"Version\":\"1000190\",\"SessionTimeout\":30}");
    }

    @Test
    void opensASessionAndSendsBothItsCookies() {
        priced("[{'PriceList':1,'Price':6.95,'Currency':'KES'}]");

        price();

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/Login"))
                        .withRequestBody(equalToJson(
                                "{\"CompanyDB\":\"SBODEMO\",\"UserName\":\"manager\",\"Password\":\"s3cret\"}")));
        erp.verify(
                getRequestedFor(urlPathEqualTo(ITEM)).withHeader("Cookie", equalTo("B1SESSION=abc; ROUTEID=.node1")));
    }

    @Test
    void opensTheSessionAgainOnceWhenItIsOver() {
        priced("[{'PriceList':1,'Price':6.95,'Currency':'KES'}]");
        price();
        erp.stubFor(get(urlPathEqualTo(ITEM))
                .withHeader("Cookie", equalTo("B1SESSION=abc; ROUTEID=.node1"))
                .willReturn(failure(401, 301, "Invalid session or session already timeout.")));
        login("def");

        assertThat(answered(price()).path("unit_price").decimalValue()).isEqualByComparingTo("6.95");
        erp.verify(2, postRequestedFor(urlEqualTo("/Login")));
    }

    @Test
    void opensASessionAnewAfterHalfAnHourWithoutACall() {
        priced("[{'PriceList':1,'Price':6.95,'Currency':'KES'}]");
        price();
        clock.pass(Duration.ofMinutes(20));
        price();
        erp.verify(1, postRequestedFor(urlEqualTo("/Login")));

        clock.pass(Duration.ofMinutes(30));
        price();

        erp.verify(2, postRequestedFor(urlEqualTo("/Login")));
    }

    @Test
    void listsAThousandItemsOnceEach() {
        erp.stubFor(get(urlPathEqualTo("/Items"))
                .withQueryParam("$filter", equalTo("SalesItem eq 'tYES' and Valid eq 'tYES' and Frozen eq 'tNO'"))
                .withQueryParam("$select", equalTo("ItemCode,ItemName,Valid,Frozen,ItemPrices"))
                .withQueryParam("$orderby", equalTo("ItemCode"))
                .withHeader("Prefer", equalTo("odata.maxpagesize=200"))
                .willReturn(answer(200, page(0))));
        for (int from = 200; from < 1_000; from += 200) {
            erp.stubFor(get(urlEqualTo("/Items?$orderby=ItemCode&$skip=" + from))
                    .withHeader("Prefer", equalTo("odata.maxpagesize=200"))
                    .willReturn(answer(200, page(from))));
        }

        JsonNode items = answered(read(gateway, ErpOperation.LIST_PRODUCTS, "{'active_only':true}"))
                .path("items");

        assertThat(items).hasSize(1_000);
        assertThat(new HashSet<>(items.findValuesAsText("id"))).hasSize(1_000);
        assertThat(items.get(999).toString())
                .isEqualTo(
                        "{\"id\":\"A999\",\"name\":\"Tea 999\",\"price\":6.90,\"currency\":\"EUR\",\"active\":true}");
        assertThat(items.get(0).has("price")).as("a price of 0 is none").isFalse();
    }

    private static String page(int from) {
        return "{'value':["
                + IntStream.range(from, from + 200)
                        .mapToObj(i ->
                                "{'ItemCode':'A%d','ItemName':'Tea %d','Valid':'tYES','Frozen':'tNO','ItemPrices':[{'PriceList':2,'Price':9.90,'Currency':'USD'},{'PriceList':1,'Price':%s,'Currency':'EUR'}]}"
                                        .formatted(i, i, i == 0 ? "0.0" : "6.90"))
                        .collect(Collectors.joining(","))
                + "]"
                + (from == 800 ? "" : ",'odata.nextLink':'Items?$orderby=ItemCode&$skip=%d'".formatted(from + 200))
                + "}";
    }

    @ParameterizedTest
    @CsvSource({"1, 6.95, EUR", "2, 7.50, KES"})
    void takesThePriceOfTheConfiguredList(String list, String amount, String currency) {
        Map<String, String> shop = new HashMap<>(SHOP);
        shop.put("const.pricelist", list);
        gateway = gateway(shipped("sapb1"), shop);
        priced("[{'PriceList':1,'Price':6.95,'Currency':'EUR'},{'PriceList':2,'Price':7.50,'Currency':null}]");

        JsonNode price = answered(price());

        assertThat(price.path("unit_price").decimalValue()).isEqualByComparingTo(amount);
        assertThat(price.path("currency").textValue()).isEqualTo(currency);
    }

    @Test
    void sellsNothingWithoutAPrice() {
        priced("[{'PriceList':1,'Price':0.0,'Currency':'EUR'}]");

        assertThat(reason(price())).startsWith("GET_PRICE: unit_price must be");
    }

    @Test
    void showsWhatSapSaysOfAMissingItem() {
        erp.stubFor(
                get(urlPathEqualTo(ITEM)).willReturn(failure(404, -2028, "No matching records found (ODBC -2028)")));

        assertThat(reason(price())).contains("404: \"No matching records found (ODBC -2028)\"");
    }

    private static void priced(String prices) {
        erp.stubFor(get(urlPathEqualTo(ITEM))
                .willReturn(answer(200, "{'ItemCode':'A','Valid':'tYES','Frozen':'tNO','ItemPrices':" + prices + "}")));
    }

    private ErpReply price() {
        return gateway.call(ErpOperation.GET_PRICE, json("{'qty':2}").put("external_product_id", "A '1"), null)
                .reply();
    }

    @Test
    void takesTheCustomerWhoIsThere() {
        erp.stubFor(get(urlPathEqualTo("/BusinessPartners"))
                .withQueryParam("$filter", equalTo("Cellular eq '+254700000001' and CardType eq 'cCustomer'"))
                .willReturn(answer(200, "{'value':[{'CardCode':'C7'}]}")));

        assertThat(answered(customer("phone", "+254700000001"))
                        .path("external_customer_id")
                        .textValue())
                .isEqualTo("C7");
        erp.verify(0, postRequestedFor(urlEqualTo("/BusinessPartners")));
    }

    @ParameterizedTest
    @CsvSource({"phone, +254700000001", "user_id, KE.1234567890"})
    void makesACustomerWhereNoneIs(String field, String value) {
        erp.stubFor(get(urlPathEqualTo("/BusinessPartners"))
                .withQueryParam("$filter", equalTo("Cellular eq '" + value + "' and CardType eq 'cCustomer'"))
                .willReturn(answer(200, "{'value':[]}")));
        erp.stubFor(post("/BusinessPartners")
                .withRequestBody(equalToJson(
                        "{\"Series\":71,\"CardName\":\"Amina O'Hara\",\"CardType\":\"cCustomer\",\"Cellular\":\"%s\"}"
                                .formatted(value)))
                .willReturn(answer(201, "{'CardCode':'C8'}")));

        assertThat(answered(customer(field, value)).path("external_customer_id").textValue())
                .isEqualTo("C8");
    }

    @Test
    void keepsAQuoteInsideTheFilter() {
        erp.stubFor(get(urlPathEqualTo("/BusinessPartners")).willReturn(answer(200, "{'value':[{'CardCode':'C7'}]}")));

        customer("phone", "x' or '1' eq '1");

        erp.verify(getRequestedFor(urlPathEqualTo("/BusinessPartners"))
                .withQueryParam("$filter", equalTo("Cellular eq 'x'' or ''1'' eq ''1' and CardType eq 'cCustomer'")));
    }

    private ErpReply customer(String field, String value) {
        return gateway.call(
                        ErpOperation.UPSERT_CUSTOMER,
                        json("{}").put("name", "Amina O'Hara").put(field, value),
                        KEY)
                .reply();
    }

    @Test
    void createsAnUnapprovedOrder() {
        erp.stubFor(post("/Orders").willReturn(answer(201, MADE)));

        assertThat(answered(first(gateway, ErpOperation.CREATE_ORDER, ITEMS)).toString())
                .isEqualTo(
                        "{\"external_order_id\":\"12\",\"order_number\":\"1007\",\"status\":\"pending\",\"total\":13.90}");
        erp.verify(1, postRequestedFor(urlEqualTo("/Orders")).withRequestBody(equalToJson("""
                                        {"CardCode": "C1", "NumAtCard": "%s", "DocDueDate": "2026-11-21", "Comments": "Deliver to: House 16",
                                         "Confirmed": "tNO", "DocumentLines": [{"ItemCode": "A1", "Quantity": 2, "UnitPrice": 6.95}]}""".formatted(KEY))));
    }

    @Test
    void deliversAsManyDaysLaterAsTheShopSays() {
        Map<String, String> shop = new HashMap<>(SHOP);
        shop.put("const.days", "12");
        erp.stubFor(post("/Orders").willReturn(answer(201, MADE)));

        first(gateway(shipped("sapb1"), shop), ErpOperation.CREATE_ORDER, ITEMS);

        assertThat(json(erp.findAll(postRequestedFor(urlEqualTo("/Orders")))
                                .getFirst()
                                .getBodyAsString())
                        .path("DocDueDate")
                        .textValue())
                .isEqualTo("2026-12-03");
    }

    @Test
    void findsTheOrderWhoseAnswerWasLostAndCreatesNothingTwice() {
        erp.stubFor(post("/Orders").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(first(gateway, ErpOperation.CREATE_ORDER, ITEMS)).isInstanceOf(ErpReply.Unknown.class);
        search("{'value':[]}");
        assertThat(later(gateway, ErpOperation.CREATE_ORDER, ITEMS, Kind.LOOK)).isInstanceOf(ErpReply.Unknown.class);
        search("{'value':[" + MADE + "]}");

        ErpReply found = later(gateway, ErpOperation.CREATE_ORDER, ITEMS, Kind.AGAIN);

        assertThat(answered(found).path("order_number").textValue()).isEqualTo("1007");
        erp.verify(1, postRequestedFor(urlEqualTo("/Orders")));
    }

    private static void search(String answer) {
        erp.stubFor(get(urlPathEqualTo("/Orders"))
                .withQueryParam("$filter", equalTo("NumAtCard eq '" + KEY + "'"))
                .willReturn(answer(200, answer)));
    }

    @Test
    void approvesAnOrderAndKeepsHowItIsPaid() {
        erp.stubFor(patch(urlEqualTo("/Orders(12)")).willReturn(aResponse().withStatus(204)));

        ErpReply reply = first(
                gateway,
                ErpOperation.CONFIRM_ORDER,
                "{'external_order_id':'12','payment_info':{'method':'ONLINE','amount':13.95,'currency':'KES','payment_id':'P-1'}}");

        assertThat(answered(reply).path("status").textValue()).isEqualTo("confirmed");
        erp.verify(patchRequestedFor(urlEqualTo("/Orders(12)"))
                .withRequestBody(equalToJson("{\"Confirmed\":\"tYES\",\"ClosingRemarks\":\"ONLINE 13.95 KES P-1\"}")));
    }

    @Test
    void approvesAnOrderOfWhichNoPaymentIsKnown() {
        erp.stubFor(patch(urlEqualTo("/Orders(12)")).willReturn(aResponse().withStatus(204)));

        answered(first(gateway, ErpOperation.CONFIRM_ORDER, THE_ORDER));

        erp.verify(
                patchRequestedFor(urlEqualTo("/Orders(12)")).withRequestBody(equalToJson("{\"Confirmed\":\"tYES\"}")));
    }

    @Test
    void writesTheWholeAddress() {
        erp.stubFor(patch(urlEqualTo("/Orders(12)")).willReturn(aResponse().withStatus(204)));
        String street = "Kasarani <House 16> & Co, ".repeat(5);

        answered(gateway.call(
                        ErpOperation.SET_ADDRESS,
                        json("{'external_order_id':'12','latitude':-1.28,'longitude':36.81}")
                                .put("address_text", street),
                        KEY)
                .reply());

        erp.verify(patchRequestedFor(urlEqualTo("/Orders(12)"))
                .withRequestBody(equalToJson(
                        "{\"AddressExtension\":{\"ShipToStreet\":\"%s\",\"ShipToBuilding\":\"%s -1.28, 36.81\"}}"
                                .formatted(street.substring(0, 100), street.substring(100)))));
    }

    @ParameterizedTest
    @CsvSource({
        "bost_Open, tNO, tNO, pending",
        "bost_Open, tYES, tNO, confirmed",
        "bost_Close, tYES, tNO, delivered",
        "bost_Close, tYES, tYES, cancelled"
    })
    void readsTheStateOfAnOrder(String status, String confirmed, String cancelled, String ours) {
        erp.stubFor(get(urlPathEqualTo("/Orders(12)"))
                .willReturn(answer(
                        200,
                        "{'DocNum':1007,'DocumentStatus':'%s','Confirmed':'%s','Cancelled':'%s'}"
                                .formatted(status, confirmed, cancelled))));

        assertThat(answered(read(gateway, ErpOperation.GET_ORDER_STATUS, THE_ORDER))
                        .toString())
                .isEqualTo("{\"order_number\":\"1007\",\"status\":\"%s\"}".formatted(ours));
    }

    @Test
    void cancelsAnOrderOnce() {
        erp.stubFor(get(urlPathEqualTo("/Orders(12)")).willReturn(answer(200, "{'DocEntry':12,'Cancelled':'tNO'}")));
        erp.stubFor(post("/Orders(12)/Cancel").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(first(gateway, ErpOperation.CANCEL_ORDER, THE_ORDER)).isInstanceOf(ErpReply.Unknown.class);
        erp.stubFor(get(urlPathEqualTo("/Orders(12)")).willReturn(answer(200, "{'DocEntry':12,'Cancelled':'tYES'}")));

        ErpReply reply = later(gateway, ErpOperation.CANCEL_ORDER, THE_ORDER, Kind.AGAIN);

        assertThat(answered(reply).path("status").textValue()).isEqualTo("cancelled");
        erp.verify(1, postRequestedFor(urlEqualTo("/Orders(12)/Cancel")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "client_reference | WB-1 | NumAtCard eq 'WB-1'",
                "client_reference | x' or '1' eq '1 | NumAtCard eq 'x'' or ''1'' eq ''1'",
                "order_number | 1007 | DocNum eq 1007"
            })
    void findsAnOrderByWhatIsKnownOfIt(String field, String value, String filter) {
        // One more than was asked for.
        erp.stubFor(
                get(urlPathEqualTo("/Orders"))
                        .withQueryParam("$filter", equalTo(filter))
                        .withQueryParam("$orderby", equalTo("Cancelled asc,DocEntry desc"))
                        .withQueryParam("$top", equalTo("1"))
                        .willReturn(
                                answer(
                                        200,
                                        "{'value':[{'DocEntry':12,'DocNum':1007,'NumAtCard':'WB-1','DocTotal':1390.00,'DocTotalFc':13.90,'DocCurrency':'USD','DocumentStatus':'bost_Open','Cancelled':'tNO','Confirmed':'tYES'},{'DocEntry':11,'DocNum':1006}]}")));

        assertThat(found(gateway, field, value))
                .isEqualTo(
                        "{\"external_order_id\":\"12\",\"order_number\":\"1007\",\"status\":\"confirmed\",\"total\":13.90,\"currency\":\"USD\",\"client_reference\":\"WB-1\"}");
    }

    @Test
    void findsOnlyWhatHasBothItsNumberAndItsReference() {
        erp.stubFor(get(urlPathEqualTo("/Orders")).willReturn(answer(200, "{'value':[]}")));

        ErpReply reply = read(gateway, ErpOperation.FIND_ORDER, "{'client_reference':'WB-1','order_number':'1007'}");

        assertThat(reply).isInstanceOf(ErpReply.Empty.class);
        erp.verify(getRequestedFor(urlPathEqualTo("/Orders"))
                .withQueryParam("$filter", equalTo("(NumAtCard eq 'WB-1') and (DocNum eq 1007)")));
    }

    @ParameterizedTest
    @CsvSource({"S-1007", "1007 or 1 eq 1", "12345678901"})
    void looksForNoNumberThatSapWouldNotGive(String number) {
        assertThat(gateway.call(ErpOperation.FIND_ORDER, json("{}").put("order_number", number), null)
                        .reply())
                .isInstanceOf(ErpReply.Empty.class);
        erp.verify(0, getRequestedFor(urlPathEqualTo("/Orders")));
    }

    @Test
    void takesAWrongPathForNoMissingOrder() {
        erp.stubFor(get(urlPathEqualTo("/Orders")).willReturn(failure(404, -1000, "Unrecognized resource path.")));

        assertThat(reason(read(gateway, ErpOperation.FIND_ORDER, "{'client_reference':'WB-9'}")))
                .contains("Unrecognized resource path.");
    }

    @Test
    void listsOrdersPageByPageAcrossTheEndOfASession() {
        erp.stubFor(
                get(urlPathEqualTo("/Orders"))
                        .withQueryParam("$orderby", equalTo("DocEntry"))
                        .withHeader("Prefer", equalTo("odata.maxpagesize=200"))
                        .willReturn(
                                answer(
                                        200,
                                        "{'odata.nextLink':'Orders?$orderby=DocEntry&$skip=200','value':[{'DocEntry':11,'DocNum':1006,'CardCode':'C1','NumAtCard':'WB-0','DocTotal':13.90,'DocTotalFc':0.0,'DocCurrency':'KES','DocumentStatus':'bost_Close','Cancelled':'tYES','Confirmed':'tYES'}]}")));
        String next = "/Orders?$orderby=DocEntry&$skip=200";
        erp.stubFor(get(urlEqualTo(next)).willReturn(failure(401, 301, "Invalid session or session already timeout.")));
        // The session that is opened next is another one; the row at the border comes again.
        erp.stubFor(
                get(urlEqualTo(next))
                        .withHeader("Cookie", equalTo("B1SESSION=def; ROUTEID=.node1"))
                        .willReturn(
                                answer(
                                        200,
                                        "{'value':[{'DocEntry':11,'DocNum':1006,'DocumentStatus':'bost_Close','Cancelled':'tYES'},{'DocEntry':12,'DocNum':1007,'CardCode':'C1','NumAtCard':null,'DocTotal':1390.00,'DocTotalFc':13.90,'DocCurrency':'USD','DocumentStatus':'bost_Open','Cancelled':'tNO','Confirmed':'tNO'}]}")));
        erp.stubFor(post("/Login")
                .inScenario("login")
                .whenScenarioStateIs(com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED)
                .willSetStateTo("again")
                .willReturn(session("abc")));
        erp.stubFor(
                post("/Login").inScenario("login").whenScenarioStateIs("again").willReturn(session("def")));

        JsonNode items = answered(read(gateway, ErpOperation.LIST_ORDERS, "{}")).path("items");

        assertThat(items.toString())
                .isEqualTo(
                        "[{\"external_order_id\":\"11\",\"order_number\":\"1006\",\"status\":\"cancelled\",\"total\":13.90,\"currency\":\"KES\",\"external_customer_id\":\"C1\",\"client_reference\":\"WB-0\"},"
                                + "{\"external_order_id\":\"12\",\"order_number\":\"1007\",\"status\":\"pending\",\"total\":13.90,\"currency\":\"USD\",\"external_customer_id\":\"C1\"}]");
        erp.verify(2, postRequestedFor(urlEqualTo("/Login")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'status':'pending'} | (Cancelled eq 'tNO') and (DocumentStatus eq 'bost_Open') and (Confirmed eq 'tNO')",
                "{'status':'confirmed'} | (Cancelled eq 'tNO') and (DocumentStatus eq 'bost_Open') and (Confirmed eq 'tYES')",
                "{'status':'delivered'} | (Cancelled eq 'tNO') and (DocumentStatus eq 'bost_Close')",
                "{'status':'cancelled'} | Cancelled eq 'tYES'",
                "{'external_customer_id':'C1','changed_since':'2026-11-20T22:30:00Z'} | (CardCode eq 'C1') and (UpdateDate ge '2026-11-21')"
            })
    void asksForTheOrdersThatAreWanted(String request, String filter) {
        Map<String, String> shop = new HashMap<>(SHOP);
        shop.put("const.timezone", "+0300");
        erp.stubFor(get(urlPathEqualTo("/Orders")).willReturn(answer(200, "{'value':[]}")));

        ErpReply reply = read(gateway(shipped("sapb1"), shop), ErpOperation.LIST_ORDERS, request);

        assertThat(reply).isInstanceOf(ErpReply.Empty.class);
        erp.verify(getRequestedFor(urlPathEqualTo("/Orders")).withQueryParam("$filter", equalTo(filter)));
    }

    @Test
    void listsNoOrdersInAStateThatSapDoesNotHave() {
        assertThat(reason(read(gateway, ErpOperation.LIST_ORDERS, "{'status':'shipped'}")))
                .contains("SAP Business One has no orders that are shipped")
                .contains("not sent");
    }

    @ParameterizedTest
    @CsvSource({"confirmed, tNO, tYES", "pending, tYES, tNO"})
    void approvesAndTakesTheApprovalBack(String wanted, String before, String after) {
        state("bost_Open", "tNO", before);
        erp.stubFor(patch(urlEqualTo("/Orders(12)")).willReturn(aResponse().withStatus(204)));

        assertThat(answered(set(wanted)).path("status").textValue()).isEqualTo(wanted);
        erp.verify(
                1,
                patchRequestedFor(urlEqualTo("/Orders(12)"))
                        .withRequestBody(equalToJson("{\"Confirmed\":\"" + after + "\"}")));
    }

    @Test
    void closesAnOrderThatIsDeliveredOnce() {
        state("bost_Open", "tNO", "tYES");
        erp.stubFor(post("/Orders(12)/Close").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(set("delivered")).isInstanceOf(ErpReply.Unknown.class);
        state("bost_Close", "tNO", "tYES");

        ErpReply reply = later(gateway, ErpOperation.SET_ORDER_STATUS, wanted("delivered"), Kind.AGAIN);

        assertThat(answered(reply).path("status").textValue()).isEqualTo("delivered");
        erp.verify(1, postRequestedFor(urlEqualTo("/Orders(12)/Close")));
        erp.verify(0, patchRequestedFor(urlEqualTo("/Orders(12)")));
    }

    @ParameterizedTest
    @CsvSource({
        "shipped, bost_Open, tNO, can be set to pending",
        "delivered, bost_Close, tYES, the order is cancelled",
        "confirmed, bost_Close, tNO, the order is closed"
    })
    void setsNothingThatSapWouldNotTake(String wanted, String document, String cancelled, String why) {
        state(document, cancelled, "tYES");

        assertThat(reason(set(wanted))).contains(why);
        erp.verify(0, patchRequestedFor(urlEqualTo("/Orders(12)")));
        erp.verify(0, postRequestedFor(urlEqualTo("/Orders(12)/Close")));
    }

    private static void state(String document, String cancelled, String confirmed) {
        erp.stubFor(get(urlPathEqualTo("/Orders(12)"))
                .willReturn(answer(
                        200,
                        "{'DocEntry':12,'DocumentStatus':'%s','Cancelled':'%s','Confirmed':'%s'}"
                                .formatted(document, cancelled, confirmed))));
    }

    private ErpReply set(String status) {
        return first(gateway, ErpOperation.SET_ORDER_STATUS, wanted(status));
    }

    private static String wanted(String status) {
        return "{'external_order_id':'12','status':'" + status + "'}";
    }

    @Test
    void showsWhatSapSays() {
        erp.stubFor(
                post("/Orders").willReturn(failure(400, -5002, "10001153 - Quantity falls into negative inventory")));

        assertThat(reason(first(gateway, ErpOperation.CREATE_ORDER, ITEMS)))
                .contains("400: \"10001153 - Quantity falls into negative inventory\"");
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder failure(
            int status, int code, String text) {
        return answer(status, "{'error':{'code':%d,'message':{'lang':'en-us','value':'%s'}}}".formatted(code, text));
    }

    @Test
    void knowsHowEachWriteIsSettled() {
        assertThat(gateway.profile().idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(gateway.profile().idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(gateway.profile().idempotency(ErpOperation.CONFIRM_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(gateway.profile().idempotency(ErpOperation.CANCEL_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(gateway.available()).doesNotContain(ErpOperation.LIST_JOBS, ErpOperation.CREATE_APPLICANT);
    }
}
