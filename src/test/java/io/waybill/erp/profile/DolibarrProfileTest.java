package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.waybill.erp.Attempt;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DolibarrProfileTest extends ProfileSupport {

    private static final String FOUND =
            "{\"external_order_id\":\"12\",\"order_number\":\"CO2611-0002\",\"status\":\"confirmed\",\"total\":225.77000000,\"currency\":\"EUR\",\"client_reference\":\"s1-create-1\"}";
    private static final String RECEIPT =
            "{\"receipt_base64\":\"JVBERg==\",\"filename\":\"CO2611-0002.pdf\",\"mime\":\"application/pdf\"}";

    private final Map<String, String> properties =
            new HashMap<>(Map.of("secret.apikey", "k3y", "const.currency", "EUR", "const.vat", "20"));

    @Override
    ErpGateway shop() {
        return shipped("dolibarr", properties);
    }

    @Test
    void listsAThousandProductsOnceAtThePriceWithTax() {
        for (int page = 0; page <= 10; page++) {
            page(
                    "/products",
                    page,
                    page < 10
                            ? IntStream.range(page * 100, page * 100 + 100)
                                    .mapToObj(i ->
                                            "{'id':'%d','ref':'R%d','label':'Product %d','price_ttc':'%d.38800000','status':'1'}"
                                                    .formatted(i + 1, i, i, i))
                                    .collect(Collectors.joining(","))
                            : "");
        }

        JsonNode items =
                read(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}").path("items");

        assertThat(items.findValuesAsText("id")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(items.get(8).toString())
                .isEqualTo("{\"id\":\"9\",\"name\":\"Product 8\",\"price\":8.39,\"currency\":\"EUR\",\"active\":true}");
        assertThat(asked())
                .hasSize(11)
                .first()
                .isEqualTo(
                        "GET /products?sortfield=t.rowid&sortorder=ASC&limit=100&page=0&sqlfilters=(t.tosell:=:1)&properties=id,ref,label,price_ttc,status");
        erp.verify(11, getRequestedFor(anyUrl()).withHeader("DOLAPIKEY", equalTo("k3y")));
    }

    @Test
    void keepsAJobOnceThatComesTwiceBecauseAPageHasOneRowTooMany() {
        page("/recruitments/jobposition", 0, jobs(1, 101));
        page("/recruitments/jobposition", 1, jobs(101, 101));

        JsonNode items = read(ErpOperation.LIST_JOBS, "{\"active_only\":true}").path("items");

        assertThat(items.findValuesAsText("id")).hasSize(101).doesNotHaveDuplicates();
        assertThat(items.get(0).toString()).isEqualTo("{\"id\":\"1\",\"name\":\"Job 1\",\"active\":true}");
        assertThat(asked().getFirst())
                .isEqualTo(
                        "GET /recruitments/jobposition?sortfield=t.rowid&sortorder=ASC&limit=100&page=0&sqlfilters=(t.status:=:1)&properties=id,ref,label,status");
    }

    private static String jobs(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("{'id':%1$d,'ref':'J%1$d','label':'Job %1$d','status':'1'}"::formatted)
                .collect(Collectors.joining(","));
    }

    private static void page(String path, int page, String rows) {
        erp.stubFor(get(urlPathEqualTo(path))
                .withQueryParam("page", equalTo(String.valueOf(page)))
                .willReturn(answer("[" + rows + "]")));
    }

    @Test
    void hasNoProductsAndNoJobs() {
        erp.stubFor(get(urlPathEqualTo("/products")).willReturn(answer("[]")));
        erp.stubFor(get(urlPathEqualTo("/recruitments/jobposition"))
                .willReturn(error(404, "Not Found: No job position found")));

        assertThat(ask(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_JOBS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void readsThePriceWithTax() {
        erp.stubFor(get("/products/31")
                .willReturn(answer("{'id':'31','price':'6.99166667','price_ttc':'8.39000000','tva_tx':'20.000'}")));

        JsonNode price = read(ErpOperation.GET_PRICE, "{\"external_product_id\":\"31\",\"qty\":2}");

        assertThat(price.toString()).isEqualTo("{\"unit_price\":8.39,\"currency\":\"EUR\"}");
    }

    @Test
    void makesACustomerWhereThereIsNoneWhichIsA404() {
        erp.stubFor(get(urlPathEqualTo("/thirdparties")).willReturn(error(404, "Not Found: Third parties not found")));
        erp.stubFor(post("/thirdparties").willReturn(answer("27")));

        JsonNode customer =
                write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+254700000001\",\"name\":\"Amina <A> O'Brien\"}");

        assertThat(customer.toString()).isEqualTo("{\"external_customer_id\":\"27\"}");
        assertThat(asked().getFirst())
                .isEqualTo(
                        "GET /thirdparties?sortfield=t.rowid&limit=1&sqlfilters=(t.phone:=:'+254700000001')&properties=id");
        assertThat(body("POST", "/thirdparties").toString())
                .isEqualTo(
                        "{\"name\":\"Amina (A) O'Brien\",\"phone\":\"+254700000001\",\"client\":1,\"code_client\":\"auto\"}");
    }

    @Test
    void takesTheCustomerWithThePhoneNumber() {
        erp.stubFor(get(urlPathEqualTo("/thirdparties")).willReturn(answer("[{'id':'27'}]")));

        assertThat(write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+254700000001\",\"name\":\"Amina\"}")
                        .path("external_customer_id")
                        .textValue())
                .isEqualTo("27");
        erp.verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"A\",\"phone\":\"+254' or '1'='1\"}",
                "{\"name\":\"A\",\"phone\":\"+254') or (t.rowid:>:0\"}",
                "{\"name\":\"A\"}"
            })
    void asksForNoCustomerByWhatIsNoPhoneNumber(String request) {
        assertThat(reason(ask(ErpOperation.UPSERT_CUSTOMER, request))).contains("was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void createsTheOrderAtPricesWithoutTaxThatComeToTheTotal() {
        made();

        JsonNode order = write(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"));

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"12\",\"order_number\":\"(PROV12)\",\"status\":\"pending\",\"total\":225.77000000}");
        JsonNode sent = body("POST", "/orders");
        assertThat(sent).isEqualTo(tree("""
                                {"socid":"27","date":1795255200,"ref_ext":"s1-create-1","ref_client":"s1-create-1","note_public":"Deliver to: Kasarani (House 16) & Co",
                                 "lines":[{"fk_product":"31","qty":3,"subprice":6.99166667,"tva_tx":20,"desc":"Tea (black) (Size: Small)","product_type":0},
                                          {"fk_product":"32","qty":1,"subprice":83.41666667,"tva_tx":20,"desc":"Coffee","product_type":0},
                                          {"desc":"Delivery","qty":1,"subprice":83.75,"tva_tx":20,"product_type":1}]}
                                """));
        assertThat(total(sent)).isEqualTo(new BigDecimal("225.77"));
    }

    /** As Dolibarr does: each line rounded to the cent, with tax. */
    private static BigDecimal total(JsonNode order) {
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode line : order.path("lines")) {
            total = total.add(line.path("subprice")
                    .decimalValue()
                    .multiply(line.path("qty").decimalValue())
                    .multiply(new BigDecimal(100).add(line.path("tva_tx").decimalValue()))
                    .divide(new BigDecimal(100))
                    .setScale(2, RoundingMode.HALF_UP));
        }
        return total;
    }

    @ParameterizedTest
    @CsvSource({"5.5, 0.05, 1000", "20, 8.39, 3", "16, 19999.99, 999", "0, 12.34, 7", "21, 0.01, 1"})
    void keepsTheTotalToTheCent(String vat, String price, int qty) {
        made();
        properties.put("const.vat", vat);

        write(ErpOperation.CREATE_ORDER, """
                {"external_customer_id":"27","items":[{"external_product_id":"31","name":"Tea","qty":%d,"unit_price":%s}],"totals":{"delivery":0,"total":1}}
                """.formatted(qty, price));

        assertThat(total(body("POST", "/orders")))
                .isEqualByComparingTo(new BigDecimal(price).multiply(new BigDecimal(qty)));
    }

    @Test
    void leavesTheDeliveryOut() {
        made();
        properties.put("const.deliverylabel", "none");

        write(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"));

        assertThat(body("POST", "/orders").path("lines")).hasSize(2);
    }

    @Test
    void sendsNoLineWithoutAPrice() {
        assertThat(
                        reason(
                                ask(
                                        ErpOperation.CREATE_ORDER,
                                        "{\"external_customer_id\":\"27\",\"items\":[{\"external_product_id\":\"31\",\"qty\":1}],\"totals\":{}}")))
                .contains("an item has no unit_price", "was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void findsTheOrderWhoseAnswerWasLostAndMakesNoSecond() {
        erp.stubFor(post("/orders").willReturn(lost()));
        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), Attempt.first(KEY)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.stubFor(get("/orders/ref_ext/" + KEY).willReturn(answer("{'id':'12','ref':'(PROV12)','status':'0'}")));
        read();

        for (Kind kind : List.of(Kind.LOOK, Kind.AGAIN)) {
            assertThat(ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(kind)))
                            .body()
                            .path("external_order_id")
                            .textValue())
                    .isEqualTo("12");
        }

        erp.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void sendsTheOrderAgainOnlyWhenItIsCertainlyNotThere() {
        erp.stubFor(get("/orders/ref_ext/" + KEY).willReturn(error(404, "Not Found: Order not found")));
        made();

        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(Kind.LOOK)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.verify(0, postRequestedFor(anyUrl()));
        ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(Kind.AGAIN)));
        erp.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotKnowWhatAFailureOfTheServerLeftBehindAndShowsItsText() {
        erp.stubFor(post("/orders")
                .willReturn(error(500, "Internal Server Error: Error creating order, unknown third party 99")));

        ErpReply reply = ask(ErpOperation.CREATE_ORDER, teaAndCoffee("99,31,32"));

        assertThat(reply).isInstanceOf(ErpReply.Unknown.class);
        assertThat(reason(reply))
                .contains("500: \"Internal Server Error: Error creating order, unknown third party 99\"");
    }

    @Test
    void validatesADraftAndAnswersTheNumberThatStays() {
        erp.stubFor(get("/orders/12")
                .inScenario("validation")
                .willReturn(answer("{'id':'12','ref':'(PROV12)','status':'0','note_private':''}")));
        erp.stubFor(post("/orders/12/validate")
                .inScenario("validation")
                .willSetStateTo("validated")
                .willReturn(answer("{'id':'12'}")));
        erp.stubFor(get("/orders/12")
                .inScenario("validation")
                .whenScenarioStateIs("validated")
                .willReturn(validated("Payment: COD")));
        erp.stubFor(put("/orders/12").willReturn(answer("{'id':'12'}")));

        JsonNode confirmed = write(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12);

        assertThat(confirmed.toString()).isEqualTo("{\"status\":\"confirmed\",\"order_number\":\"CO2611-0002\"}");
        assertThat(body("POST", "/orders/12/validate").toString()).isEqualTo("{\"idwarehouse\":0,\"notrigger\":0}");
        assertThat(body("PUT", "/orders/12").toString())
                .isEqualTo("{\"note_private\":\"Payment: COD, 225.70 EUR (s1-create-1)\"}");
    }

    @Test
    void findsAnOrderByOurReference() {
        erp.stubFor(
                get(urlPathEqualTo("/orders"))
                        .willReturn(
                                answer(
                                        "[{'id':'12','ref':'CO2611-0002','ref_ext':'s1-create-1','status':'1','total_ttc':'225.77000000'}]")));

        JsonNode order =
                read(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s1-create-1\",\"order_number\":\"(PROV12)\"}");

        assertThat(order.toString()).isEqualTo(FOUND);
        assertThat(asked())
                .containsExactly(
                        "GET /orders?sortfield=t.rowid&sortorder=DESC&limit=1&sqlfilters=(t.ref_ext:=:'s1-create-1')&properties=id,ref,ref_ext,status,total_ttc");
    }

    @Test
    void findsAnOrderByItsNumberThatMayHoldBrackets() {
        erp.stubFor(
                get("/orders/ref/%28PROV12%29")
                        .willReturn(
                                answer(
                                        "{'id':'12','ref':'CO2611-0002','ref_ext':'s1-create-1','status':'1','total_ttc':'225.77000000'}")));

        assertThat(read(ErpOperation.FIND_ORDER, "{\"order_number\":\"(PROV12)\"}")
                        .toString())
                .isEqualTo(FOUND);
        assertThat(asked()).containsExactly("GET /orders/ref/(PROV12)");
    }

    @Test
    void findsNoOrderWhereThereIsNone() {
        erp.stubFor(get(urlPathEqualTo("/orders")).willReturn(answer("[]")));
        erp.stubFor(get("/orders/ref/CO1").willReturn(error(404, "Not Found: Order not found")));

        assertThat(ask(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s9-create-1\"}"))
                .isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.FIND_ORDER, "{\"order_number\":\"CO1\"}")).isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_ORDERS, "{}")).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void doesNotTakeAWrongAddressForNoOrder() {
        erp.stubFor(get(anyUrl()).willReturn(error(404, "Not Found")));

        assertThat(ask(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s9-create-1\"}"))
                .isInstanceOf(ErpReply.Refused.class);
    }

    @Test
    void listsOrdersThatChangedSinceInTheTimeOfTheServer() {
        properties.put("const.timezone", "+0300");
        page("/orders", 0, orders(1, 100));
        page("/orders", 1, orders(101, 103));

        JsonNode items = read(
                        ErpOperation.LIST_ORDERS,
                        "{\"changed_since\":\"2026-11-20T22:30:00.123456Z\",\"external_customer_id\":\"27\",\"status\":\"confirmed\"}")
                .path("items");

        assertThat(items.findValuesAsText("external_order_id")).hasSize(103).doesNotHaveDuplicates();
        assertThat(items.get(102).toString())
                .isEqualTo(
                        "{\"external_order_id\":\"103\",\"order_number\":\"CO103\",\"status\":\"confirmed\",\"total\":225.77000000,\"currency\":\"EUR\",\"external_customer_id\":\"27\",\"client_reference\":\"s103\",\"placed_at\":\"2026-11-21T10:00:00Z\",\"changed_at\":\"2026-11-21T10:01:00Z\"}");
        assertThat(asked())
                .hasSize(2)
                .first()
                .isEqualTo("GET /orders?sortfield=t.rowid&sortorder=ASC&limit=100&page=0&thirdparty_ids=27"
                        + "&sqlfilters=(t.fk_statut:=:1) and (t.tms:>=:'2026-11-21 01:30:00')"
                        + "&properties=id,ref,ref_ext,status,socid,total_ttc,date_creation,date_modification");
    }

    private static String orders(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        "{'id':'%1$d','ref':'CO%1$d','ref_ext':'s%1$d','status':'1','socid':'27','total_ttc':'225.77000000','date_creation':1795255200,'date_modification':1795255260}"
                                ::formatted)
                .collect(Collectors.joining(","));
    }

    @Test
    void listsAnOrderThatAPersonMadeWithoutAReference() {
        page(
                "/orders",
                0,
                "{'id':'7','ref':'(PROV7)','ref_ext':'','status':'0','socid':'27','total_ttc':'1.00000000','date_creation':1795255200,'date_modification':''}");

        assertThat(read(ErpOperation.LIST_ORDERS, "{}").at("/items/0").toString())
                .isEqualTo(
                        "{\"external_order_id\":\"7\",\"order_number\":\"(PROV7)\",\"status\":\"pending\",\"total\":1.00000000,\"currency\":\"EUR\",\"external_customer_id\":\"27\",\"placed_at\":\"2026-11-21T10:00:00Z\"}");
        assertThat(asked().getFirst()).doesNotContain("sqlfilters=(", "thirdparty_ids");
    }

    @ParameterizedTest
    @CsvSource({"pending, 0", "confirmed, 1", "shipped, 2", "delivered, 3", "cancelled, -1"})
    void listsOrdersOfOneStatus(String ours, String theirs) {
        erp.stubFor(get(anyUrl()).willReturn(answer("[]")));

        ask(ErpOperation.LIST_ORDERS, "{\"status\":\"%s\"}".formatted(ours));

        assertThat(asked().getFirst()).contains("&sqlfilters=(t.fk_statut:=:%s)&".formatted(theirs));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"lost\"}",
                "{\"changed_since\":\"') or (t.rowid:>:'0\"}",
                "{\"external_customer_id\":\"1) or (1=1\"}",
            })
    void listsNoOrdersByWhatIsNoFilter(String request) {
        assertThat(reason(ask(ErpOperation.LIST_ORDERS, request))).contains("was not sent");
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"delivered, 2, 3, close", "delivered, 1, 3, close", "confirmed, 3, 1, reopen"})
    void setsTheStatusAndLooksWhetherItIs(String asked, String before, String after, String call) {
        changes(before, after, call, answer("1"));

        assertThat(write(ErpOperation.SET_ORDER_STATUS, status(asked)).toString())
                .isEqualTo("{\"status\":\"%s\"}".formatted(asked));
        assertThat(asked()).containsExactly("GET /orders/12", "POST /orders/12/" + call, "GET /orders/12");
    }

    @ParameterizedTest
    @CsvSource({"delivered, 3", "confirmed, 1", "confirmed, 2"})
    void leavesAnOrderThatIsSoAlready(String asked, String now) {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','status':'%s'}".formatted(now))));

        write(ErpOperation.SET_ORDER_STATUS, status(asked));

        erp.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void doesNotSayDeliveredWhenTheUserMayNotClose() {
        changes("1", "1", "close", aResponse().withStatus(304));

        ErpReply reply = ask(ErpOperation.SET_ORDER_STATUS, status("delivered"));

        assertThat(reply).isInstanceOf(ErpReply.Unknown.class);
        assertThat(reason(reply)).contains("Dolibarr has not set the order to delivered");
    }

    @ParameterizedTest
    @CsvSource({"shipped, 1", "cancelled, 1", "delivered, 0", "confirmed, -1"})
    void setsNoStatusThatDolibarrCannotTakeBack(String asked, String now) {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','status':'%s'}".formatted(now))));

        assertThat(reason(ask(ErpOperation.SET_ORDER_STATUS, status(asked)))).contains("was not sent");
        erp.verify(0, postRequestedFor(anyUrl()));
    }

    private static String status(String status) {
        return "{\"external_order_id\":\"12\",\"status\":\"%s\"}".formatted(status);
    }

    private static void changes(String before, String after, String call, ResponseDefinitionBuilder answer) {
        erp.stubFor(get("/orders/12")
                .inScenario("status")
                .willReturn(answer("{'id':'12','status':'%s'}".formatted(before))));
        erp.stubFor(post("/orders/12/" + call)
                .inScenario("status")
                .willSetStateTo("set")
                .willReturn(answer));
        erp.stubFor(get("/orders/12")
                .inScenario("status")
                .whenScenarioStateIs("set")
                .willReturn(answer("{'id':'12','status':'%s'}".formatted(after))));
    }

    @Test
    void takesThePdfOfTheOrderForAReceipt() {
        erp.stubFor(get("/orders/12").willReturn(validated("")));
        erp.stubFor(
                get(urlPathEqualTo("/documents/download"))
                        .willReturn(
                                answer(
                                        "{'filename':'CO2611-0002.pdf','content-type':'application/pdf','filesize':3,'content':'JVBERg==','encoding':'base64'}")));

        assertThat(read(ErpOperation.GET_RECEIPT, ORDER_12).toString()).isEqualTo(RECEIPT);
        assertThat(asked())
                .containsExactly(
                        "GET /orders/12",
                        "GET /documents/download?modulepart=commande&original_file=CO2611-0002/CO2611-0002.pdf");
    }

    @Test
    void makesThePdfWhereThereIsNone() {
        erp.stubFor(get("/orders/12").willReturn(validated("")));
        erp.stubFor(get(urlPathEqualTo("/documents/download")).willReturn(error(404, "Not Found: File not found")));
        erp.stubFor(
                put("/documents/builddoc")
                        .willReturn(
                                answer(
                                        "{'filename':'CO2611-0002.pdf','content-type':'application/pdf','filesize':3,'content':'JVBERg==','langcode':'en_US','template':'einstein','encoding':'base64'}")));

        assertThat(read(ErpOperation.GET_RECEIPT, ORDER_12).toString()).isEqualTo(RECEIPT);
        assertThat(body("PUT", "/documents/builddoc").toString())
                .isEqualTo("{\"modulepart\":\"order\",\"original_file\":\"CO2611-0002/CO2611-0002.pdf\"}");
    }

    @Test
    void hasNoReceiptOfADraft() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','ref':'(PROV12)','status':'0'}")));

        assertThat(reason(ask(ErpOperation.GET_RECEIPT, ORDER_12))).contains("the order is not confirmed in Dolibarr");
        assertThat(asked()).hasSize(1);
    }

    /** Ends where the next page would begin: a page beyond the last is a 404 there. */
    @Test
    void keepsAFullPageOfJobsWhenThereIsNoneAfterIt() {
        page("/recruitments/jobposition", 0, jobs(1, 100));
        erp.stubFor(get(urlPathEqualTo("/recruitments/jobposition"))
                .withQueryParam("page", equalTo("1"))
                .willReturn(error(404, "Not Found: No job position found")));

        assertThat(read(ErpOperation.LIST_JOBS, "{\"active_only\":true}").path("items"))
                .hasSize(100);
    }

    @Test
    void takesNotModifiedForValidated() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','ref':'CO2611-0002','status':'0'}")));
        erp.stubFor(post("/orders/12/validate").willReturn(aResponse().withStatus(304)));

        assertThat(write(ErpOperation.CONFIRM_ORDER, ORDER_12)
                        .path("order_number")
                        .textValue())
                .isEqualTo("CO2611-0002");
    }

    @Test
    void writesNothingTwiceWhenItConfirmsAgain() {
        erp.stubFor(get("/orders/12").willReturn(validated("By phone\\nPayment: COD, 225.70 EUR (s1-create-1)")));

        JsonNode confirmed = ok(attempt(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12, again(Kind.AGAIN)))
                .body();

        assertThat(confirmed.path("status").textValue()).isEqualTo("confirmed");
        assertThat(asked()).allMatch(line -> line.startsWith("GET"));
    }

    @Test
    void keepsThePrivateNoteThatIsThere() {
        // Of another attempt, whose reference begins as this one's does.
        erp.stubFor(get("/orders/12").willReturn(validated("By phone (s1-create-12)")));
        erp.stubFor(put("/orders/12").willReturn(answer("{'id':'12'}")));

        write(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12);

        assertThat(body("PUT", "/orders/12").path("note_private").textValue())
                .isEqualTo("By phone (s1-create-12)\nPayment: COD, 225.70 EUR (s1-create-1)");
    }

    @Test
    void doesNotConfirmWhatIsCancelled() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','ref':'CO2611-0002','status':'-1'}")));

        assertThat(reason(ask(ErpOperation.CONFIRM_ORDER, ORDER_12))).contains("the order is cancelled in Dolibarr");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void linksAContactAsShippingAddress() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','socid':'27','ref':'(PROV12)','status':'0'}")));
        erp.stubFor(post("/contacts").willReturn(answer("5")));
        erp.stubFor(post("/orders/12/contact/5/SHIPPING").willReturn(answer("{'success':{'code':200}}")));

        assertThat(write(ErpOperation.SET_ADDRESS, ADDRESS_OF_12).toString()).isEqualTo("{\"status\":\"ok\"}");

        assertThat(body("POST", "/contacts")).isEqualTo(tree("""
                                {"socid":"27","lastname":"Delivery 12","address":"Beth (House 16), O'Brien & Co\\n-1.2, 36.8","ref_ext":"s1-create-1"}
                                """));
        assertThat(asked()).hasSize(3);
    }

    @Test
    void linksTheContactWhoseAnswerWasLost() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'id':'12','socid':'27','status':'0'}")));
        erp.stubFor(get(urlPathEqualTo("/contacts")).willReturn(answer("[{'id':'5'}]")));
        erp.stubFor(post("/orders/12/contact/5/SHIPPING").willReturn(aResponse().withStatus(304)));

        ok(attempt(ErpOperation.SET_ADDRESS, ADDRESS_OF_12, again(Kind.AGAIN)));

        erp.verify(0, postRequestedFor(urlPathEqualTo("/contacts")));
        assertThat(asked()).contains("GET /contacts?limit=1&sqlfilters=(t.ref_ext:=:'s1-create-1')");
    }

    @ParameterizedTest
    @CsvSource({"'-1', cancelled", "'0', pending", "'1', confirmed", "'2', shipped", "'3', delivered", "'7', unknown"})
    void translatesTheStatus(String theirs, String ours) {
        erp.stubFor(get("/orders/12").willReturn(answer("{'ref':'CO2611-0002','status':'%s'}".formatted(theirs))));

        assertThat(read(ErpOperation.GET_ORDER_STATUS, ORDER_12).toString())
                .isEqualTo("{\"order_number\":\"CO2611-0002\",\"status\":\"%s\"}".formatted(ours));
    }

    @Test
    void showsWhatDolibarrSays() {
        erp.stubFor(get(anyUrl()).willReturn(error(404, "Not Found: Order not found")));

        assertThat(ask(ErpOperation.GET_ORDER_STATUS, ORDER_12))
                .isEqualTo(
                        new ErpReply.Refused("GET_ORDER_STATUS: the ERP answers 404: \"Not Found: Order not found\"."));
    }

    @Test
    void saysWhatDolibarrDoesNotHave() {
        assertThat(shop().available()).doesNotContain(ErpOperation.CANCEL_ORDER, ErpOperation.CREATE_APPLICANT);
        assertThat(reason(ask(ErpOperation.CANCEL_ORDER, ORDER_12))).contains("does not have it");
    }

    @Test
    void reachesTheLevelsItsNotesSay() {
        var profile = shop().profile();

        assertThat(profile.idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.SET_ADDRESS)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.CONFIRM_ORDER)).isEqualTo(Idempotency.KEYED);
    }

    private static void made() {
        erp.stubFor(post("/orders").willReturn(answer("12")));
        read();
    }

    private static void read() {
        erp.stubFor(get("/orders/12")
                .willReturn(answer("{'id':'12','ref':'(PROV12)','status':'0','total_ttc':'225.77000000'}")));
    }

    private static ResponseDefinitionBuilder validated(String note) {
        return answer("{'id':'12','ref':'CO2611-0002','status':'1','note_private':'%s'}".formatted(note));
    }

    private static ResponseDefinitionBuilder error(int status, String message) {
        return answer(
                status, "{'error':{'code':%d,'message':'%s'},'debug':{'source':'api.php'}}".formatted(status, message));
    }
}
