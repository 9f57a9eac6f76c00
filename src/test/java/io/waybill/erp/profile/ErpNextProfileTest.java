package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErpNextProfileTest extends ProfileSupport {

    private static final String ORDERS = "/api/resource/Sales%20Order";
    private static final String ORDER = ORDERS + "/SAL-ORD-2026-00012";
    private static final String UPDATE_STATUS =
            "/api/method/erpnext.selling.doctype.sales_order.sales_order.update_status";
    private static final String ID = "{\"external_order_id\":\"SAL-ORD-2026-00012\"}";
    private static final String ADDRESS = """
            {"external_order_id":"SAL-ORD-2026-00012","address_text":"Beth House <16>, O'Brien \\"Road\\"","latitude":-1.2345678,"longitude":36.8}
            """;

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "secret.apikey", "k3y",
            "secret.apisecret", "s3cret",
            "const.company", "Example Ltd",
            "const.city", "Nairobi",
            "const.country", "Kenya",
            "const.deliveryitem", "DELIVERY"));

    @Override
    ErpGateway shop() {
        return shipped("erpnext", properties);
    }

    @Test
    void listsAThousandItemsOnceWithTheirPrices() {
        for (int page = 0; page < 11; page++) {
            int first = page * 100;
            items(first, first < 1000 ? IntStream.range(first, first + 100) : IntStream.empty());
        }
        erp.stubFor(post("/api/method/frappe.client.get_list")
                .willReturn(answer("{'message':[%s]}"
                        .formatted(IntStream.range(1, 1000)
                                .mapToObj(i -> "{'item_code':'I%04d','price_list_rate':%d.50,'currency':'KES'}"
                                        .formatted(i, i))
                                .collect(Collectors.joining(","))))));

        JsonNode items =
                read(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}").path("items");

        assertThat(items.findValuesAsText("id")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(items.get(0).has("price")).isFalse();
        assertThat(items.get(7).toString())
                .isEqualTo(
                        "{\"id\":\"I0007\",\"name\":\"Item 7\",\"price\":7.50,\"currency\":\"KES\",\"active\":true}");
        // Ten pages with their prices, and the empty one after them.
        assertThat(asked()).hasSize(21);
        assertThat(asked().getFirst())
                .isEqualTo("GET /api/resource/Item?fields=[\"name\",\"item_name\",\"disabled\"]"
                        + "&filters=[[\"is_sales_item\",\"=\",1],[\"has_variants\",\"=\",0],[\"name\",\"!=\",\"DELIVERY\"],[\"disabled\",\"=\",0]]"
                        + "&order_by=name asc&limit_start=0&limit_page_length=100");
        JsonNode prices =
                tree(erp.findAll(postRequestedFor(anyUrl())).getFirst().getBodyAsString());
        assertThat(prices.path("filters").toString())
                .startsWith("[[\"price_list\",\"=\",\"Standard Selling\"],[\"selling\",\"=\",1]")
                .contains("[\"valid_from\",\"<=\",\"2026-11-21\"],[\"item_code\",\"in\",[\"I0000\",\"I0001\",");
        assertThat(prices.path("filters").get(4).get(2)).hasSize(100);
        erp.verify(getRequestedFor(urlPathEqualTo("/api/resource/Item"))
                .withHeader("Authorization", equalTo("token k3y:s3cret")));
    }

    private static void items(int start, IntStream rows) {
        erp.stubFor(get(urlPathEqualTo("/api/resource/Item"))
                .withQueryParam("limit_start", equalTo(String.valueOf(start)))
                .willReturn(answer("{'data':[%s]}"
                        .formatted(rows.mapToObj(
                                        i -> "{'name':'I%04d','item_name':'Item %d','disabled':0}".formatted(i, i))
                                .collect(Collectors.joining(","))))));
    }

    @Test
    void hasNoItems() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[]}")));

        assertThat(ask(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_JOBS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
        assertThat(asked()).hasSize(2);
    }

    @Test
    void readsThePriceThatHoldsNow() {
        erp.stubFor(get(urlPathEqualTo("/api/resource/Item%20Price"))
                .willReturn(answer("{'data':[{'price_list_rate':8.39,'currency':'KES'}]}")));

        JsonNode price = read(ErpOperation.GET_PRICE, "{\"external_product_id\":\"5\\\" nail, O'Brien\",\"qty\":2}");

        assertThat(price.path("unit_price").decimalValue()).isEqualTo(new BigDecimal("8.39"));
        assertThat(asked())
                .containsExactly("GET /api/resource/Item Price?fields=[\"price_list_rate\",\"currency\"]"
                        + "&filters=[[\"item_code\",\"=\",\"5\\\" nail, O'Brien\"],[\"price_list\",\"=\",\"Standard Selling\"],[\"selling\",\"=\",1],"
                        + "[\"customer\",\"is\",\"not set\"],[\"valid_from\",\"<=\",\"2026-11-21\"]]"
                        + "&or_filters=[[\"valid_upto\",\"is\",\"not set\"],[\"valid_upto\",\">=\",\"2026-11-21\"]]"
                        + "&order_by=valid_from desc&limit_page_length=1");
    }

    @Test
    void knowsWhichDayItIsAtTheSite() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[{'price_list_rate':8.39,'currency':'KES'}]}")));
        made();
        properties.put("const.timezone", "+1400");

        read(ErpOperation.GET_PRICE, "{\"external_product_id\":\"TEA\",\"qty\":2}");
        write(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"));

        assertThat(asked().getFirst()).contains("[\"valid_from\",\"<=\",\"2026-11-22\"]");
        assertThat(body("POST", ORDERS).path("delivery_date").textValue()).isEqualTo("2026-11-24");
    }

    @Test
    void hasNoPriceWhereThePriceListHasNone() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[]}")));

        assertThat(reason(ask(ErpOperation.GET_PRICE, "{\"external_product_id\":\"P1\",\"qty\":2}")))
                .contains("unit_price");
    }

    @Test
    void takesTheCustomerWithThePhoneNumber() {
        erp.stubFor(
                get(urlPathEqualTo("/api/resource/Customer")).willReturn(answer("{'data':[{'name':'Amina - 1'}]}")));

        JsonNode customer = write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+254700000001\",\"name\":\"Amina\"}");

        assertThat(customer.path("external_customer_id").textValue()).isEqualTo("Amina - 1");
        assertThat(asked())
                .containsExactly(
                        "GET /api/resource/Customer?fields=[\"name\"]"
                                + "&filters=[[\"mobile_no\",\"=\",\"+254700000001\"],[\"disabled\",\"=\",0]]&order_by=creation asc&limit_page_length=1");
    }

    @Test
    void makesACustomerWhereNoneHasThePhoneNumber() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[]}")));
        erp.stubFor(post("/api/resource/Customer").willReturn(answer("{'data':{'name':'Amina','docstatus':0}}")));

        JsonNode customer =
                write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+254700000001\",\"name\":\"Amina <A> O'Brien\"}");

        assertThat(customer.path("external_customer_id").textValue()).isEqualTo("Amina");
        assertThat(body("POST", "/api/resource/Customer")).isEqualTo(tree("""
                                {"customer_name":"Amina (A) O'Brien","customer_type":"Individual","customer_group":"Individual","territory":"All Territories","mobile_no":"+254700000001"}
                                """));
    }

    @Test
    void refusesACustomerWithoutAPhoneNumberBeforeAnythingIsAsked() {
        assertThat(reason(ask(ErpOperation.UPSERT_CUSTOMER, "{\"name\":\"Amina\"}")))
                .contains("cannot be told apart in ERPNext", "was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void keepsAQuoteInAPhoneNumberInsideItsFilter() {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[{'name':'Amina'}]}")));

        write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+1\\\"],[\\\"name\\\",\\\"like\\\",\\\"%\",\"name\":\"x\"}");

        String filters = erp.getAllServeEvents()
                .getFirst()
                .getRequest()
                .queryParameter("filters")
                .firstValue();
        assertThat(tree("{\"f\":" + filters + "}").path("f")).hasSize(2);
        assertThat(tree("{\"f\":" + filters + "}").at("/f/0/2").textValue()).isEqualTo("+1\"],[\"name\",\"like\",\"%");
    }

    @Test
    void createsTheOrderWithTheConfirmedPricesAndTheDelivery() {
        made();

        JsonNode order = write(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"));

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"order_number\":\"SAL-ORD-2026-00012\",\"status\":\"pending\",\"total\":225.77}");
        assertThat(asked()).hasSize(1);
        assertThat(body("POST", ORDERS)).isEqualTo(tree("""
                                {"customer":"Amina","company":"Example Ltd","order_type":"Sales","po_no":"s1-create-1","delivery_date":"2026-11-23","currency":"KES",
                                 "selling_price_list":"Standard Selling","ignore_pricing_rule":1,"terms":"Deliver to: Kasarani &lt;House 16&gt; &amp; Co",
                                 "items":[{"item_code":"TEA","qty":3,"rate":8.39,"description":"Tea (black) (Size: Small)"},
                                          {"item_code":"COFFEE","qty":1,"rate":100.10},
                                          {"item_code":"DELIVERY","qty":1,"rate":100.50}]}
                                """));
    }

    @Test
    void leavesTheDeliveryOutAndTakesAWarehouseWhereItIsToldTo() {
        made();
        properties.putAll(
                Map.of("const.deliveryitem", "none", "const.warehouse", "Stores - E", "const.deliverydays", "5"));

        write(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"));

        JsonNode sent = body("POST", ORDERS);
        assertThat(sent.path("items").findValuesAsText("item_code")).containsExactly("TEA", "COFFEE");
        assertThat(sent.path("items").findValuesAsText("warehouse")).containsExactly("Stores - E", "Stores - E");
        assertThat(sent.path("delivery_date").textValue()).isEqualTo("2026-11-26");
    }

    @Test
    void findsTheOrderWhoseAnswerWasLostAndMakesNoSecond() {
        erp.stubFor(post(ORDERS).willReturn(lost()));
        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"), Attempt.first(KEY)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.stubFor(get(urlPathEqualTo(ORDERS))
                .willReturn(answer("{'data':[{'name':'SAL-ORD-2026-00012','status':'Draft','grand_total':225.77}]}")));

        for (Kind kind : List.of(Kind.LOOK, Kind.AGAIN)) {
            JsonNode order = ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"), again(kind)))
                    .body();
            assertThat(order.path("order_number").textValue()).isEqualTo("SAL-ORD-2026-00012");
            assertThat(order.path("total").decimalValue()).isEqualTo(new BigDecimal("225.77"));
        }

        erp.verify(1, postRequestedFor(anyUrl()));
        assertThat(asked().getLast())
                .isEqualTo(
                        "GET /api/resource/Sales Order?fields=[\"name\",\"status\",\"grand_total\"]"
                                + "&filters=[[\"po_no\",\"=\",\"s1-create-1\"],[\"customer\",\"=\",\"Amina\"],[\"docstatus\",\"<\",2]]&limit_page_length=1");
    }

    @Test
    void sendsTheOrderAgainOnlyWhenItIsCertainlyNotThere() {
        erp.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(answer("{'data':[]}")));
        made();

        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"), again(Kind.LOOK)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.verify(0, postRequestedFor(anyUrl()));

        ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("Amina,TEA,COFFEE"), again(Kind.AGAIN)));
        erp.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void submitsADraftWithItsPayment() {
        draft();
        erp.stubFor(put(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':1}}")));

        JsonNode confirmed = write(
                ErpOperation.CONFIRM_ORDER,
                "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"payment_info\":{\"method\":\"ONLINE\",\"amount\":225.70,\"currency\":\"KES\",\"payment_id\":\"QK7\"}}");

        assertThat(confirmed.toString())
                .isEqualTo("{\"status\":\"confirmed\",\"order_number\":\"SAL-ORD-2026-00012\"}");
        assertThat(body("PUT", ORDER).toString())
                .isEqualTo("{\"docstatus\":1,\"terms\":\"Deliver to: Kasarani<br>Payment: ONLINE, 225.70 KES, QK7\"}");
    }

    @Test
    void findsASubmittedOrderConfirmed() {
        erp.stubFor(get(ORDER)
                .willReturn(
                        answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':1,'status':'To Deliver and Bill'}}")));

        assertThat(write(ErpOperation.CONFIRM_ORDER, ID).path("status").textValue())
                .isEqualTo("confirmed");
        erp.verify(1, getRequestedFor(anyUrl()));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void doesNotConfirmWhatIsCancelled() {
        erp.stubFor(get(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':2}}")));

        assertThat(reason(ask(ErpOperation.CONFIRM_ORDER, ID))).contains("the order is cancelled in ERPNext");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void saysWhatErpNextSays() {
        draft();
        erp.stubFor(put(ORDER).willReturn(refusal()));

        ErpReply reply = ask(ErpOperation.CONFIRM_ORDER, ID);

        assertThat(reply)
                .isEqualTo(new ErpReply.Refused(
                        "CONFIRM_ORDER: the ERP answers 417: \"Credit limit has been crossed for customer Amina\"."));
    }

    /** As Frappe writes it: a list of messages as JSON in a text, each of them JSON in a text again. */
    private static ResponseDefinitionBuilder refusal() {
        String message = EXACT.createObjectNode()
                .put("message", "Credit limit has been crossed for customer Amina")
                .put("raise_exception", 1)
                .toString();
        String messages = EXACT.createArrayNode()
                .add(EXACT.createObjectNode().put("message", "Prices were set").toString())
                .add(message)
                .toString();
        return answer(417, "{}")
                .withBody(EXACT.createObjectNode()
                        .put("exception", "frappe.exceptions.ValidationError: Credit limit")
                        .put("exc_type", "ValidationError")
                        .put("_server_messages", messages)
                        .toString());
    }

    @Test
    void saysWhatFrappeSaysWhereThereIsNoMessage() {
        erp.stubFor(any(anyUrl())
                .willReturn(answer(
                        403, "{'exception':'frappe.exceptions.PermissionError: No permission for Item Price'}")));

        assertThat(reason(ask(ErpOperation.GET_PRICE, "{\"external_product_id\":\"P1\",\"qty\":2}")))
                .contains("403: \"frappe.exceptions.PermissionError: No permission for Item Price\"");
    }

    @Test
    void setsTheAddressOfADraft() {
        draft();
        erp.stubFor(get(urlPathEqualTo("/api/resource/Address")).willReturn(answer("{'data':[]}")));
        erp.stubFor(post("/api/resource/Address").willReturn(answer("{'data':{'name':'Amina-Shipping'}}")));
        erp.stubFor(put(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012'}}")));

        assertThat(write(ErpOperation.SET_ADDRESS, ADDRESS).path("status").textValue())
                .isEqualTo("ok");

        assertThat(asked().get(1))
                .isEqualTo(
                        "GET /api/resource/Address?fields=[\"name\"]"
                                + "&filters=[[\"Dynamic Link\",\"link_doctype\",\"=\",\"Customer\"],[\"Dynamic Link\",\"link_name\",\"=\",\"Amina\"],[\"address_type\",\"=\",\"Shipping\"],"
                                + "[\"address_line1\",\"=\",\"Beth House (16), O'Brien \\\"Road\\\"\"],[\"address_line2\",\"=\",\"-1.2345678, 36.8\"]]&limit_page_length=1");
        assertThat(body("POST", "/api/resource/Address")).isEqualTo(tree("""
                                {"address_title":"Amina Wanjiru","address_type":"Shipping","address_line1":"Beth House (16), O'Brien \\"Road\\"","address_line2":"-1.2345678, 36.8",
                                 "city":"Nairobi","country":"Kenya","links":[{"link_doctype":"Customer","link_name":"Amina"}]}
                                """));
        assertThat(body("PUT", ORDER).toString()).isEqualTo("{\"shipping_address_name\":\"Amina-Shipping\"}");
    }

    @Test
    void takesAnAddressThatTheCustomerHas() {
        draft();
        erp.stubFor(get(urlPathEqualTo("/api/resource/Address"))
                .willReturn(answer("{'data':[{'name':'Amina-Shipping'}]}")));
        erp.stubFor(put(ORDER).willReturn(answer("{'data':{}}")));

        write(ErpOperation.SET_ADDRESS, ADDRESS);

        erp.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void keepsALongAddressWhole() {
        draft();
        erp.stubFor(get(urlPathEqualTo("/api/resource/Address")).willReturn(answer("{'data':[]}")));
        erp.stubFor(post("/api/resource/Address").willReturn(answer("{'data':{'name':'A'}}")));
        erp.stubFor(put(ORDER).willReturn(answer("{'data':{}}")));
        String text = "ab".repeat(200);

        write(
                ErpOperation.SET_ADDRESS,
                "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"address_text\":\"%s\"}".formatted(text));

        JsonNode sent = body("POST", "/api/resource/Address");
        assertThat(sent.path("address_line1").textValue()).hasSize(240);
        assertThat(sent.path("address_line1").textValue()
                        + sent.path("address_line2").textValue())
                .isEqualTo(text);
    }

    @Test
    void leavesTheAddressOfASubmittedOrder() {
        erp.stubFor(get(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':1}}")));

        assertThat(reason(ask(ErpOperation.SET_ADDRESS, ADDRESS))).contains("the order is submitted in ERPNext");
        assertThat(asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Draft, Not Delivered, pending",
                "On Hold, Not Delivered, confirmed",
                "To Deliver and Bill, Not Delivered, confirmed",
                "To Bill, Fully Delivered, shipped",
                "Completed, Fully Delivered, delivered",
                "Closed, Fully Delivered, delivered",
                "Closed, Partly Delivered, cancelled",
                "Cancelled, Not Delivered, cancelled"
            })
    void translatesTheStatus(String theirs, String delivery, String ours) {
        erp.stubFor(get(ORDER)
                .willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','status':'%s','delivery_status':'%s'}}"
                        .formatted(theirs, delivery))));

        assertThat(read(ErpOperation.GET_ORDER_STATUS, ID).path("status").textValue())
                .isEqualTo(ours);
    }

    @Test
    void deletesADraftThatIsCancelledAndFindsItCancelledAfterwards() {
        draft();
        erp.stubFor(delete(urlEqualTo(ORDER)).willReturn(answer(202, "{'data':'ok'}")));
        assertThat(write(ErpOperation.CANCEL_ORDER, ID).path("status").textValue())
                .isEqualTo("cancelled");
        assertThat(asked()).last().isEqualTo("DELETE /api/resource/Sales Order/SAL-ORD-2026-00012");
        erp.resetAll();
        erp.stubFor(get(ORDER).willReturn(answer(404, "{'exc_type':'DoesNotExistError'}")));

        assertThat(write(ErpOperation.CANCEL_ORDER, ID).path("status").textValue())
                .isEqualTo("cancelled");
        assertThat(read(ErpOperation.GET_ORDER_STATUS, ID).toString())
                .isEqualTo("{\"order_number\":\"SAL-ORD-2026-00012\",\"status\":\"cancelled\"}");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void cancelsWhatIsSubmittedAndOnlyOnce() {
        erp.stubFor(get(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':1}}")));
        erp.stubFor(put(ORDER).willReturn(answer("{'data':{'docstatus':2}}")));
        write(ErpOperation.CANCEL_ORDER, ID);
        assertThat(body("PUT", ORDER).toString()).isEqualTo("{\"docstatus\":2}");

        erp.stubFor(get(ORDER).willReturn(answer("{'data':{'name':'SAL-ORD-2026-00012','docstatus':2}}")));
        write(ErpOperation.CANCEL_ORDER, ID);
        assertThat(asked()).filteredOn(line -> line.startsWith("PUT")).hasSize(1);
    }

    @Test
    void findsAnOrderByOurReferenceAndByItsNumber() {
        erp.stubFor(
                get(urlPathEqualTo(ORDERS))
                        .willReturn(
                                answer(
                                        "{'data':[{'name':'SAL-ORD-2026-00012','status':'To Deliver and Bill','delivery_status':'Not Delivered','grand_total':225.77,'currency':'KES','po_no':'s1-create-1'}]}")));

        JsonNode order = read(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s1-create-1\"}");
        read(ErpOperation.FIND_ORDER, "{\"order_number\":\"SAL-ORD-2026-00012\"}");
        read(ErpOperation.FIND_ORDER, "{\"client_reference\":\"a\\\"b'\",\"order_number\":\"SAL-ORD-2026-00012\"}");

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"order_number\":\"SAL-ORD-2026-00012\",\"status\":\"confirmed\",\"total\":225.77,\"currency\":\"KES\",\"client_reference\":\"s1-create-1\"}");
        String start =
                "GET /api/resource/Sales Order?fields=[\"name\",\"status\",\"delivery_status\",\"grand_total\",\"currency\",\"po_no\"]&filters=";
        String end = "&order_by=docstatus asc, creation desc&limit_page_length=1";
        assertThat(asked())
                .containsExactly(
                        start + "[[\"po_no\",\"=\",\"s1-create-1\"]]" + end,
                        start + "[[\"name\",\"=\",\"SAL-ORD-2026-00012\"]]" + end,
                        start + "[[\"po_no\",\"=\",\"a\\\"b'\"],[\"name\",\"=\",\"SAL-ORD-2026-00012\"]]" + end);
    }

    @Test
    void findsNoOrderWhereThereIsNone() {
        erp.stubFor(get(urlPathEqualTo(ORDERS)).willReturn(answer("{'data':[]}")));

        assertThat(ask(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s9-create-1\"}"))
                .isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_ORDERS, "{}")).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void doesNotTakeAWrongAddressForNoOrder() {
        erp.stubFor(any(anyUrl()).willReturn(answer(404, "{'exc_type':'DoesNotExistError'}")));

        assertThat(ask(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s9-create-1\"}"))
                .isInstanceOf(ErpReply.Refused.class);
    }

    @Test
    void listsOrdersThatChangedSinceInTheTimeOfTheSite() {
        properties.put("const.timezone", "+0300");
        orders(0, IntStream.range(0, 100));
        orders(100, IntStream.range(100, 102));

        JsonNode items = read(
                        ErpOperation.LIST_ORDERS,
                        "{\"changed_since\":\"2026-11-20T22:30:00Z\",\"external_customer_id\":\"Amina\"}")
                .path("items");

        assertThat(items.findValuesAsText("external_order_id")).hasSize(102).doesNotHaveDuplicates();
        assertThat(items.get(101).toString())
                .isEqualTo(
                        "{\"external_order_id\":\"SO-101\",\"order_number\":\"SO-101\",\"status\":\"cancelled\",\"total\":225.77,\"currency\":\"KES\",\"external_customer_id\":\"Amina\",\"client_reference\":\"s101-create-1\",\"placed_at\":\"2026-11-20T23:05:01.123456Z\",\"changed_at\":\"2026-11-21T08:00:00Z\"}");
        assertThat(asked())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "GET /api/resource/Sales Order?fields=[\"name\",\"status\",\"delivery_status\",\"grand_total\",\"currency\",\"customer\",\"po_no\",\"creation\",\"modified\"]"
                                + "&filters=[[\"company\",\"=\",\"Example Ltd\"],[\"customer\",\"=\",\"Amina\"],[\"modified\",\">=\",\"2026-11-21 01:30:00\"]]"
                                + "&order_by=name asc&limit_start=0&limit_page_length=100");
    }

    private static void orders(int start, IntStream rows) {
        erp.stubFor(get(urlPathEqualTo(ORDERS))
                .withQueryParam("limit_start", equalTo(String.valueOf(start)))
                .willReturn(answer("{'data':[%s]}"
                        .formatted(rows.mapToObj(
                                        "{'name':'SO-%1$d','status':'Closed','delivery_status':'Partly Delivered','grand_total':225.77,'currency':'KES','customer':'Amina','po_no':'s%1$d-create-1','creation':'2026-11-21 02:05:01.123456','modified':'2026-11-21 11:00:00'}"
                                                ::formatted)
                                .collect(Collectors.joining(","))))));
    }

    @Test
    void listsAnOrderThatAPersonMadeWithoutAReference() {
        erp.stubFor(
                get(urlPathEqualTo(ORDERS))
                        .willReturn(
                                answer(
                                        "{'data':[{'name':'SO-1','status':'Draft','delivery_status':null,'grand_total':1,'currency':'KES','customer':'Amina','po_no':null,'creation':'2026-11-21 02:05:01','modified':'2026-11-21 02:05:01'}]}")));

        JsonNode order = read(ErpOperation.LIST_ORDERS, "{}").at("/items/0");

        assertThat(order.path("status").textValue()).isEqualTo("pending");
        assertThat(order.has("client_reference")).isFalse();
        assertThat(asked().getFirst()).contains("&filters=[[\"company\",\"=\",\"Example Ltd\"]]&order_by");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pending|[\"status\",\"=\",\"Draft\"]]&order_by",
                "confirmed|[\"status\",\"in\",[\"On Hold\",\"To Pay\",\"To Deliver and Bill\",\"To Deliver\"]]]&order_by",
                "shipped|[\"status\",\"=\",\"To Bill\"]]&order_by",
                "delivered|[\"status\",\"in\",[\"Completed\",\"Closed\"]]]&or_filters=[[\"status\",\"=\",\"Completed\"],[\"delivery_status\",\"=\",\"Fully Delivered\"]]&order_by",
                "cancelled|[\"status\",\"in\",[\"Cancelled\",\"Closed\"]]]&or_filters=[[\"status\",\"=\",\"Cancelled\"],[\"delivery_status\",\"!=\",\"Fully Delivered\"]]&order_by"
            })
    void listsOrdersOfOneStatus(String status, String filter) {
        erp.stubFor(get(anyUrl()).willReturn(answer("{'data':[]}")));

        ask(ErpOperation.LIST_ORDERS, "{\"status\":\"%s\"}".formatted(status));

        assertThat(asked().getFirst()).contains("&filters=[[\"company\",\"=\",\"Example Ltd\"]," + filter);
    }

    @Test
    void listsNoOrdersOfAStatusThatItDoesNotKnow() {
        assertThat(reason(ask(ErpOperation.LIST_ORDERS, "{\"status\":\"lost\"}")))
                .contains("ERPNext has no orders that are lost", "was not sent");
        assertThat(asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "on_hold, To Deliver and Bill, On Hold",
        "closed, On Hold, Closed",
        "confirmed, On Hold, Draft",
        "confirmed, Closed, Draft"
    })
    void setsTheStatusOfASubmittedOrder(String asked, String before, String sent) {
        submitted(before);
        erp.stubFor(post(UPDATE_STATUS).willReturn(answer("{}")));

        assertThat(write(ErpOperation.SET_ORDER_STATUS, status(asked)).toString())
                .isEqualTo("{\"status\":\"%s\"}".formatted(asked));

        assertThat(body("POST", UPDATE_STATUS).toString())
                .isEqualTo("{\"name\":\"SAL-ORD-2026-00012\",\"status\":\"%s\"}".formatted(sent));
    }

    @ParameterizedTest
    @CsvSource({"on_hold, On Hold", "closed, Closed", "confirmed, To Deliver and Bill"})
    void leavesAnOrderThatIsSoAlready(String asked, String before) {
        submitted(before);

        write(ErpOperation.SET_ORDER_STATUS, status(asked));

        assertThat(asked()).hasSize(1);
    }

    @Test
    void setsNoStatusThatErpNextWorksOutItself() {
        submitted("To Deliver");
        assertThat(reason(ask(ErpOperation.SET_ORDER_STATUS, status("delivered"))))
                .contains("on_hold, closed or confirmed, not to delivered", "was not sent");
        draft();
        assertThat(reason(ask(ErpOperation.SET_ORDER_STATUS, status("on_hold"))))
                .contains("only an order that is submitted in ERPNext");
        erp.verify(0, postRequestedFor(anyUrl()));
    }

    private static String status(String status) {
        return "{\"external_order_id\":\"SAL-ORD-2026-00012\",\"status\":\"%s\"}".formatted(status);
    }

    private static void submitted(String status) {
        erp.stubFor(get(ORDER)
                .willReturn(answer(
                        "{'data':{'name':'SAL-ORD-2026-00012','docstatus':1,'status':'%s'}}".formatted(status))));
    }

    @Test
    void listsOpenJobs() {
        erp.stubFor(
                get(urlPathEqualTo("/api/resource/Job%20Opening"))
                        .willReturn(
                                answer(
                                        "{'data':[{'name':'driver','job_title':'Driver','status':'Open','department':'Fleet - E'},{'name':'cook','job_title':'Cook','status':'Open'}]}")));

        JsonNode jobs = read(ErpOperation.LIST_JOBS, "{\"active_only\":true}").path("items");

        assertThat(jobs.get(0).toString())
                .isEqualTo("{\"id\":\"driver\",\"name\":\"Driver\",\"active\":true,\"department_name\":\"Fleet - E\"}");
        assertThat(jobs.get(1).has("department_name")).isFalse();
        assertThat(asked())
                .containsExactly(
                        "GET /api/resource/Job Opening?fields=[\"name\",\"job_title\",\"status\",\"department\"]"
                                + "&filters=[[\"status\",\"=\",\"Open\"]]&order_by=name asc&limit_start=0&limit_page_length=100");
    }

    @Test
    void createsAnApplicantAndUploadsTheResume() {
        files = new OneFile();
        erp.stubFor(get(urlPathEqualTo("/api/resource/Job%20Applicant")).willReturn(answer("{'data':[]}")));
        erp.stubFor(get(urlPathEqualTo("/api/resource/File")).willReturn(answer("{'data':[]}")));
        erp.stubFor(post("/api/resource/Job%20Applicant")
                .willReturn(answer("{'data':{'name':'a@example.com','status':'Open'}}")));
        erp.stubFor(post("/api/method/upload_file")
                .willReturn(answer("{'message':{'name':'f1','file_url':'/private/files/cv.pdf'}}")));
        erp.stubFor(put("/api/resource/Job%20Applicant/a%40example.com").willReturn(answer("{'data':{}}")));

        JsonNode applicant = write(ErpOperation.CREATE_APPLICANT, applicant());

        assertThat(applicant.toString()).isEqualTo("{\"external_applicant_id\":\"a@example.com\",\"status\":\"Open\"}");
        assertThat(body("POST", "/api/resource/Job%20Applicant").toString())
                .isEqualTo(
                        "{\"applicant_name\":\"Amina\",\"email_id\":\"a@example.com\",\"phone_number\":\"+254700000001\",\"job_title\":\"driver\",\"status\":\"Open\"}");
        erp.verify(postRequestedFor(urlEqualTo("/api/method/upload_file"))
                .withRequestBodyPart(
                        aMultipart("file").withBody(binaryEqualTo(CV)).build())
                .withRequestBodyPart(
                        aMultipart("doctype").withBody(equalTo("Job Applicant")).build())
                .withRequestBodyPart(
                        aMultipart("docname").withBody(equalTo("a@example.com")).build())
                .withRequestBodyPart(
                        aMultipart("is_private").withBody(equalTo("1")).build()));
        assertThat(body("PUT", "/api/resource/Job%20Applicant/a%40example.com").toString())
                .isEqualTo("{\"resume_attachment\":\"/private/files/cv.pdf\"}");
        assertThat(asked().get(0))
                .contains("filters=[[\"email_id\",\"=\",\"a@example.com\"],[\"job_title\",\"=\",\"driver\"]]");
        assertThat(asked().get(2))
                .contains(
                        "[\"attached_to_name\",\"=\",\"a@example.com\"],[\"file_size\",\"=\",%d]".formatted(CV.length));
    }

    @Test
    void makesNoSecondApplicantAndNoSecondFile() {
        files = new OneFile();
        erp.stubFor(get(urlPathEqualTo("/api/resource/Job%20Applicant"))
                .willReturn(answer("{'data':[{'name':'HR-APP-1','status':'Open'}]}")));
        erp.stubFor(get(urlPathEqualTo("/api/resource/File"))
                .willReturn(answer("{'data':[{'name':'f1','file_url':'/private/files/cv.pdf'}]}")));
        erp.stubFor(put("/api/resource/Job%20Applicant/HR-APP-1").willReturn(answer("{'data':{}}")));

        ok(attempt(ErpOperation.CREATE_APPLICANT, applicant(), again(Kind.AGAIN)));

        erp.verify(0, postRequestedFor(anyUrl()));
    }

    private static String applicant() {
        return """
                {"name":"Amina","email":"a@example.com","role":"driver","phone":"+254700000001","resume":{"id":"cv","filename":"cv.pdf"}}
                """;
    }

    @Test
    void reachesTheLevelsItsNotesSay() {
        var profile = shop().profile();

        assertThat(profile.idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.SET_ADDRESS)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.CREATE_APPLICANT)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.CONFIRM_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(profile.idempotency(ErpOperation.CANCEL_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(profile.idempotency(ErpOperation.SET_ORDER_STATUS)).isEqualTo(Idempotency.KEYED);
    }

    private static void made() {
        erp.stubFor(
                post(ORDERS)
                        .willReturn(
                                answer(
                                        "{'data':{'name':'SAL-ORD-2026-00012','docstatus':0,'status':'Draft','grand_total':225.77,'rounded_total':226.0}}")));
    }

    private static void draft() {
        erp.stubFor(
                get(ORDER)
                        .willReturn(
                                answer(
                                        "{'data':{'name':'SAL-ORD-2026-00012','docstatus':0,'status':'Draft','customer':'Amina','customer_name':'Amina Wanjiru','terms':'Deliver to: Kasarani'}}")));
    }
}
