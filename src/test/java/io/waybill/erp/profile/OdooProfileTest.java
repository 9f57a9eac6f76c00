package io.waybill.erp.profile;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.waybill.erp.Attempt;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdooProfileTest extends ProfileSupport {

    private static final String API = "/json/2/";
    private static final String SEARCH = API + "sale.order/search_read";

    private final Map<String, String> properties =
            new HashMap<>(Map.of("secret.apikey", "k3y", "const.database", "shop", "const.deliveryproduct", "55"));

    @Override
    ErpGateway shop() {
        return shipped("odoo", properties);
    }

    @Test
    void listsAThousandProductsOnce() {
        for (int page = 0; page <= 10; page++) {
            int first = page * 100;
            erp.stubFor(post(API + "product.product/search_read")
                    .withRequestBody(matchingJsonPath("$[?(@.offset == %d)]".formatted(first)))
                    .willReturn(answer("[%s]"
                            .formatted(
                                    first < 1000
                                            ? IntStream.range(first, first + 100)
                                                    .mapToObj(OdooProfileTest::product)
                                                    .collect(Collectors.joining(","))
                                            : ""))));
        }

        JsonNode items =
                read(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}").path("items");

        assertThat(items.findValuesAsText("id")).hasSize(1000).doesNotHaveDuplicates();
        assertThat(items.get(8).toString())
                .isEqualTo("{\"id\":\"9\",\"name\":\"Product 8\",\"price\":8.5,\"currency\":\"EUR\",\"active\":true}");
        assertThat(tree(erp.findAll(postRequestedFor(anyUrl())).getFirst().getBodyAsString()))
                .isEqualTo(tree("""
                                {"domain":[["sale_ok","=",true],["id","!=",55]],"fields":["display_name","lst_price","currency_id","active"],
                                 "context":{"active_test":true,"display_default_code":false},"offset":0,"limit":100,"order":"id"}
                                """));
        erp.verify(
                11,
                postRequestedFor(anyUrl())
                        .withHeader("Authorization", equalTo("Bearer k3y"))
                        .withHeader("X-Odoo-Database", equalTo("shop")));
    }

    private static String product(int i) {
        return "{'id':%d,'display_name':'Product %d','lst_price':%d.5,'currency_id':[1,'EUR'],'active':true}"
                .formatted(i + 1, i, i);
    }

    @Test
    void hasNoProductsAndNoJobs() {
        erp.stubFor(post(anyUrl()).willReturn(answer("[]")));

        assertThat(ask(ErpOperation.LIST_PRODUCTS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_JOBS, "{\"active_only\":true}")).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void readsTheSalesPrice() {
        erp.stubFor(post(API + "product.product/read")
                .willReturn(answer("[{'id':31,'lst_price':8.39,'currency_id':[1,'EUR']}]")));

        assertThat(read(ErpOperation.GET_PRICE, "{\"external_product_id\":\"31\",\"qty\":2}")
                        .toString())
                .isEqualTo("{\"unit_price\":8.39,\"currency\":\"EUR\"}");
        assertThat(body("POST", API + "product.product/read").toString())
                .isEqualTo("{\"ids\":[31],\"fields\":[\"lst_price\",\"currency_id\"]}");
    }

    @Test
    void asksForNoProductByWhatIsNoNumber() {
        assertThat(reason(ask(ErpOperation.GET_PRICE, "{\"external_product_id\":\"31]\",\"qty\":2}")))
                .contains("was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void makesACustomerWhereNoneHasThePhoneNumber() {
        erp.stubFor(post(API + "res.partner/search_read").willReturn(answer("[]")));
        erp.stubFor(post(API + "res.partner/create").willReturn(answer("[27]")));

        JsonNode customer =
                write(ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+254700000001\",\"name\":\"Amina <A> O'Brien\"}");

        assertThat(customer.toString()).isEqualTo("{\"external_customer_id\":\"27\"}");
        assertThat(body("POST", API + "res.partner/search_read").toString())
                .isEqualTo(
                        "{\"domain\":[[\"phone_sanitized\",\"=\",\"+254700000001\"]],\"fields\":[\"id\"],\"order\":\"id\",\"limit\":1}");
        assertThat(body("POST", API + "res.partner/create").toString())
                .isEqualTo(
                        "{\"vals_list\":[{\"name\":\"Amina <A> O'Brien\",\"phone\":\"+254700000001\",\"customer_rank\":1}]}");
    }

    @Test
    void takesTheCustomerWithThePhoneNumberHoweverOddItIs() {
        erp.stubFor(post(API + "res.partner/search_read").willReturn(answer("[{'id':27}]")));

        JsonNode customer = write(
                ErpOperation.UPSERT_CUSTOMER, "{\"phone\":\"+1\\\"],[\\\"id\\\",\\\">\\\",\\\"0\",\"name\":\"x\"}");

        assertThat(customer.path("external_customer_id").textValue()).isEqualTo("27");
        JsonNode domain = body("POST", API + "res.partner/search_read").path("domain");
        assertThat(domain).hasSize(1);
        assertThat(domain.at("/0/2").textValue()).isEqualTo("+1\"],[\"id\",\">\",\"0");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void refusesACustomerWithoutAPhoneNumber() {
        assertThat(reason(ask(ErpOperation.UPSERT_CUSTOMER, "{\"name\":\"Amina\"}")))
                .contains("cannot be told apart in Odoo", "was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void createsHeaderAndLinesInOneCall() {
        made();

        JsonNode order = write(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"));

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"12\",\"order_number\":\"S00012\",\"status\":\"pending\",\"total\":225.77}");
        assertThat(body("POST", API + "sale.order/create")).isEqualTo(tree("""
                                {"vals_list":[{"partner_id":27,"client_order_ref":"s1-create-1","note":"Deliver to: Kasarani &lt;House 16&gt; &amp; Co",
                                 "order_line":[[0,0,{"product_id":31,"product_uom_qty":3,"price_unit":8.39,"name":"Tea <black> (Size: Small)"}],
                                               [0,0,{"product_id":32,"product_uom_qty":1,"price_unit":100.10}],
                                               [0,0,{"product_id":55,"product_uom_qty":1,"price_unit":100.50}]]}]}
                                """));
        assertThat(body("POST", API + "sale.order/read").toString())
                .isEqualTo("{\"ids\":[12],\"fields\":[\"name\",\"state\",\"amount_total\"]}");
    }

    @Test
    void writesASingleLineAsAListOfOne() {
        made();
        properties.put("const.deliveryproduct", "none");

        write(
                ErpOperation.CREATE_ORDER,
                "{\"external_customer_id\":\"27\",\"items\":[{\"external_product_id\":\"31\",\"name\":\"Tea\",\"qty\":1,\"unit_price\":8.39}],\"totals\":{\"delivery\":5}}");

        assertThat(body("POST", API + "sale.order/create")
                        .at("/vals_list/0/order_line")
                        .toString())
                .isEqualTo("[[0,0,{\"product_id\":31,\"product_uom_qty\":1,\"price_unit\":8.39}]]");
    }

    @Test
    void findsTheOrderWhoseAnswerWasLostAndMakesNoSecond() {
        erp.stubFor(post(API + "sale.order/create").willReturn(lost()));
        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), Attempt.first(KEY)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.stubFor(post(API + "sale.order/search_read").willReturn(answer("[{'id':12}]")));
        read();

        for (Kind kind : List.of(Kind.LOOK, Kind.AGAIN)) {
            assertThat(ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(kind)))
                            .body()
                            .path("order_number")
                            .textValue())
                    .isEqualTo("S00012");
        }

        erp.verify(1, postRequestedFor(urlEqualTo(API + "sale.order/create")));
        assertThat(erp.findAll(postRequestedFor(urlEqualTo(API + "sale.order/search_read")))
                        .getFirst()
                        .getBodyAsString())
                .isEqualTo(
                        "{\"domain\":[[\"client_order_ref\",\"=\",\"s1-create-1\"],[\"state\",\"!=\",\"cancel\"]],\"fields\":[\"id\"],\"limit\":1}");
    }

    @Test
    void sendsTheOrderAgainOnlyWhenItIsCertainlyNotThere() {
        erp.stubFor(post(API + "sale.order/search_read").willReturn(answer("[]")));
        made();

        assertThat(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(Kind.LOOK)))
                .isInstanceOf(ErpReply.Unknown.class);
        erp.verify(0, postRequestedFor(urlEqualTo(API + "sale.order/create")));
        ok(attempt(ErpOperation.CREATE_ORDER, teaAndCoffee("27,31,32"), again(Kind.AGAIN)));
        erp.verify(1, postRequestedFor(urlEqualTo(API + "sale.order/create")));
    }

    @Test
    void confirmsADraftAndPostsThePayment() {
        state("draft");
        erp.stubFor(post(API + "sale.order/action_confirm").willReturn(answer("true")));
        erp.stubFor(post(API + "sale.order/message_post").willReturn(answer("[901]")));

        JsonNode confirmed = write(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12);

        assertThat(confirmed.toString()).isEqualTo("{\"status\":\"confirmed\",\"order_number\":\"S00012\"}");
        assertThat(body("POST", API + "sale.order/action_confirm").toString()).isEqualTo("{\"ids\":[12]}");
        assertThat(body("POST", API + "sale.order/message_post").toString())
                .isEqualTo("{\"ids\":[12],\"body\":\"Payment: COD, 225.70 EUR (s1-create-1)\"}");
    }

    @Test
    void writesNothingTwiceWhenItConfirmsAgain() {
        state("sale");
        erp.stubFor(post(API + "mail.message/search_read").willReturn(answer("[{'id':901}]")));

        JsonNode confirmed = ok(attempt(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12, again(Kind.AGAIN)))
                .body();

        assertThat(confirmed.path("status").textValue()).isEqualTo("confirmed");
        assertThat(asked()).containsExactly("POST /json/2/sale.order/read", "POST /json/2/mail.message/search_read");
        assertThat(body("POST", API + "mail.message/search_read").toString())
                .isEqualTo(
                        "{\"domain\":[[\"model\",\"=\",\"sale.order\"],[\"res_id\",\"=\",12],[\"body\",\"like\",\"(s1-create-1)\"]],\"fields\":[\"id\"],\"limit\":1}");
    }

    @Test
    void doesNotConfirmWhatIsCancelled() {
        state("cancel");

        assertThat(reason(ask(ErpOperation.CONFIRM_ORDER, PAYMENT_OF_12))).contains("the order is cancelled in Odoo");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void makesADeliveryAddressBelowTheCustomer() {
        state("draft");
        erp.stubFor(post(API + "res.partner/search_read").willReturn(answer("[]")));
        erp.stubFor(post(API + "res.partner/create").willReturn(answer("[28]")));
        erp.stubFor(post(API + "sale.order/write").willReturn(answer("true")));

        assertThat(write(ErpOperation.SET_ADDRESS, ADDRESS_OF_12).toString()).isEqualTo("{\"status\":\"ok\"}");

        assertThat(body("POST", API + "res.partner/search_read").path("domain").toString())
                .isEqualTo(
                        "[[\"parent_id\",\"=\",27],[\"type\",\"=\",\"delivery\"],[\"street\",\"=\",\"Beth <House 16>, O'Brien & Co\"],[\"street2\",\"=\",\"-1.2, 36.8\"]]");
        assertThat(body("POST", API + "res.partner/create").toString())
                .isEqualTo(
                        "{\"vals_list\":[{\"parent_id\":27,\"type\":\"delivery\",\"name\":\"Delivery\",\"street\":\"Beth <House 16>, O'Brien & Co\",\"street2\":\"-1.2, 36.8\"}]}");
        assertThat(body("POST", API + "sale.order/write").toString())
                .isEqualTo("{\"ids\":[12],\"vals\":{\"partner_shipping_id\":28}}");
    }

    @Test
    void takesAnAddressThatTheCustomerHas() {
        state("draft");
        erp.stubFor(post(API + "res.partner/search_read").willReturn(answer("[{'id':28}]")));
        erp.stubFor(post(API + "sale.order/write").willReturn(answer("true")));

        write(ErpOperation.SET_ADDRESS, "{\"external_order_id\":\"12\",\"address_text\":\"Beth House\"}");

        erp.verify(0, postRequestedFor(urlEqualTo(API + "res.partner/create")));
        assertThat(body("POST", API + "res.partner/search_read").at("/domain/3").toString())
                .isEqualTo("[\"street2\",\"=\",false]");
    }

    @ParameterizedTest
    @CsvSource({
        "draft, false, pending",
        "sent, false, pending",
        "sale, false, confirmed",
        "sale, 'started', confirmed",
        "sale, 'partial', shipped",
        "sale, 'full', delivered",
        "cancel, false, cancelled"
    })
    void translatesTheState(String state, String delivery, String ours) {
        erp.stubFor(post(API + "sale.order/read")
                .willReturn(answer("[{'id':12,'name':'S00012','state':'%s','delivery_status':%s}]"
                        .formatted(state, delivery.equals("false") ? "false" : "'" + delivery + "'"))));

        assertThat(read(ErpOperation.GET_ORDER_STATUS, ORDER_12).toString())
                .isEqualTo("{\"order_number\":\"S00012\",\"status\":\"%s\"}".formatted(ours));
        assertThat(body("POST", API + "sale.order/read").path("fields").toString())
                .isEqualTo("[\"name\",\"state\",\"delivery_status\"]");
    }

    @Test
    void doesNotAskForTheDeliveryWhereThereIsNoInventory() {
        state("sale");
        properties.put("const.stock", "no");

        read(ErpOperation.GET_ORDER_STATUS, ORDER_12);

        assertThat(body("POST", API + "sale.order/read").path("fields").toString())
                .isEqualTo("[\"name\",\"state\"]");
    }

    @Test
    void cancelsAndLooksWhetherItIs() {
        erp.stubFor(post(API + "sale.order/read")
                .inScenario("cancel")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer("[{'id':12,'state':'sale'}]")));
        erp.stubFor(post(API + "sale.order/action_cancel")
                .inScenario("cancel")
                .willSetStateTo("cancelled")
                .willReturn(answer("true")));
        erp.stubFor(post(API + "sale.order/read")
                .inScenario("cancel")
                .whenScenarioStateIs("cancelled")
                .willReturn(answer("[{'id':12,'state':'cancel'}]")));

        assertThat(write(ErpOperation.CANCEL_ORDER, ORDER_12).toString()).isEqualTo("{\"status\":\"cancelled\"}");
        assertThat(body("POST", API + "sale.order/action_cancel").toString())
                .isEqualTo("{\"ids\":[12],\"context\":{\"disable_cancel_warning\":true}}");

        assertThat(write(ErpOperation.CANCEL_ORDER, ORDER_12).toString()).isEqualTo("{\"status\":\"cancelled\"}");
        erp.verify(1, postRequestedFor(urlEqualTo(API + "sale.order/action_cancel")));
    }

    @Test
    void doesNotSayCancelledWhenOdooOnlyAsksBack() {
        state("sale");
        erp.stubFor(post(API + "sale.order/action_cancel").willReturn(answer("{'type':'ir.actions.act_window'}")));

        ErpReply reply = ask(ErpOperation.CANCEL_ORDER, ORDER_12);

        assertThat(reply).isInstanceOf(ErpReply.Unknown.class);
        assertThat(reason(reply)).contains("Odoo has not cancelled the order");
    }

    @Test
    void findsAnOrderByOurReferenceAndByItsNumber() {
        orders("[" + row(12, "'partial'") + "]");

        JsonNode order = read(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s12-create-1\"}");

        assertThat(order.toString())
                .isEqualTo(
                        "{\"external_order_id\":\"12\",\"order_number\":\"S12\",\"status\":\"shipped\",\"total\":225.77,\"currency\":\"KES\",\"client_reference\":\"s12-create-1\"}");
        assertThat(body("POST", SEARCH)).isEqualTo(tree("""
                                {"domain":[["client_order_ref","=","s12-create-1"]],
                                 "fields":["name","state","amount_total","currency_id","client_order_ref","delivery_status"],"order":"id desc","limit":1}
                                """));
        erp.resetRequests();
        read(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s12-create-1\",\"order_number\":\"S12\"}");
        assertThat(body("POST", SEARCH).path("domain").toString())
                .isEqualTo("[[\"client_order_ref\",\"=\",\"s12-create-1\"],[\"name\",\"=\",\"S12\"]]");
        erp.resetRequests();
        read(ErpOperation.FIND_ORDER, "{\"order_number\":\"S12\"}");
        assertThat(body("POST", SEARCH).path("domain").toString()).isEqualTo("[[\"name\",\"=\",\"S12\"]]");
    }

    @Test
    void findsNoOrderWhereThereIsNone() {
        orders("[]");

        assertThat(ask(ErpOperation.FIND_ORDER, "{\"client_reference\":\"s9-create-1\"}"))
                .isEqualTo(new ErpReply.Empty());
        assertThat(ask(ErpOperation.LIST_ORDERS, "{}")).isEqualTo(new ErpReply.Empty());
    }

    @Test
    void listsOrdersThatChangedSincePageByPage() {
        for (int page = 0; page < 3; page++) {
            erp.stubFor(post(SEARCH)
                    .withRequestBody(matchingJsonPath("$[?(@.offset == %d)]".formatted(page * 100)))
                    .willReturn(answer(IntStream.range(page * 100, Math.min(page * 100 + 100, 201))
                            .mapToObj(id -> row(id, "false"))
                            .collect(Collectors.joining(",", "[", "]")))));
        }

        JsonNode items = read(
                        ErpOperation.LIST_ORDERS,
                        "{\"changed_since\":\"2026-11-21T10:00:00+03:00\",\"external_customer_id\":\"27\"}")
                .path("items");

        assertThat(items.findValuesAsText("external_order_id")).hasSize(201).doesNotHaveDuplicates();
        assertThat(items.get(200).toString())
                .isEqualTo(
                        "{\"external_order_id\":\"200\",\"order_number\":\"S200\",\"status\":\"confirmed\",\"total\":225.77,\"currency\":\"KES\",\"external_customer_id\":\"27\",\"client_reference\":\"s200-create-1\",\"placed_at\":\"2026-11-21T09:30:00Z\",\"changed_at\":\"2026-11-21T09:31:02Z\"}");
        assertThat(asked()).hasSize(3);
        assertThat(tree(erp.getAllServeEvents().getLast().getRequest().getBodyAsString()))
                .isEqualTo(tree("""
                                {"domain":[["partner_id","=",27],["write_date",">=","2026-11-21 07:00:00"]],
                                 "fields":["name","state","amount_total","currency_id","partner_id","client_order_ref","create_date","write_date","delivery_status"],
                                 "offset":0,"limit":100,"order":"id"}
                                """));
    }

    @Test
    void listsAnOrderThatAPersonMadeWithoutAReference() {
        properties.put("const.stock", "no");
        orders(
                "[{'id':7,'name':'S7','state':'draft','amount_total':1.0,'currency_id':[1,'KES'],'partner_id':[27,'A'],'client_order_ref':false,'create_date':'2026-11-21 09:30:00','write_date':'2026-11-21 09:31:02'}]");

        JsonNode order = read(ErpOperation.LIST_ORDERS, "{}").at("/items/0");

        assertThat(order.path("status").textValue()).isEqualTo("pending");
        assertThat(order.has("client_reference")).isFalse();
        assertThat(body("POST", SEARCH).path("domain").toString()).isEqualTo("[]");
        assertThat(body("POST", SEARCH).path("fields").toString()).doesNotContain("delivery_status");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pending|yes|[[\"state\",\"in\",[\"draft\",\"sent\"]]]",
                "confirmed|yes|[[\"state\",\"=\",\"sale\"],[\"delivery_status\",\"not in\",[\"partial\",\"full\"]]]",
                "confirmed|no|[[\"state\",\"=\",\"sale\"]]",
                "shipped|yes|[[\"state\",\"=\",\"sale\"],[\"delivery_status\",\"=\",\"partial\"]]",
                "delivered|yes|[[\"state\",\"=\",\"sale\"],[\"delivery_status\",\"=\",\"full\"]]",
                "cancelled|no|[[\"state\",\"=\",\"cancel\"]]"
            })
    void listsOrdersOfOneStatus(String status, String stock, String domain) {
        properties.put("const.stock", stock);
        orders("[]");

        ask(ErpOperation.LIST_ORDERS, "{\"status\":\"%s\"}".formatted(status));

        assertThat(body("POST", SEARCH).path("domain").toString()).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({"lost, yes", "shipped, no"})
    void listsNoOrdersOfAStatusThatItDoesNotKnow(String status, String stock) {
        properties.put("const.stock", stock);

        assertThat(reason(ask(ErpOperation.LIST_ORDERS, "{\"status\":\"%s\"}".formatted(status))))
                .contains("Odoo has no orders that are " + status, "was not sent");
        assertThat(asked()).isEmpty();
    }

    @Test
    void givesTheLinkOfTheCustomerPortalForAReceipt() {
        state("sale");
        link("'/my/orders/12?access_token=5f3c-1&report_type=pdf&download=true'");

        assertThat(read(ErpOperation.GET_RECEIPT, ORDER_12).toString())
                .isEqualTo(
                        "{\"receipt_url\":\"https://shop.example.com/my/orders/12?access_token=5f3c-1&report_type=pdf&download=true\",\"filename\":\"S00012.pdf\",\"mime\":\"application/pdf\"}");
        assertThat(body("POST", API + "sale.order/get_portal_url").toString())
                .isEqualTo("{\"ids\":[12],\"report_type\":\"pdf\",\"download\":true}");
        assertThat(body("POST", API + "sale.order/get_base_url").toString()).isEqualTo("{\"ids\":[12]}");
    }

    @Test
    void hasNoReceiptOfADraftAndNoneWithoutALink() {
        state("draft");
        assertThat(reason(ask(ErpOperation.GET_RECEIPT, ORDER_12))).contains("the order is not confirmed in Odoo");
        assertThat(asked()).hasSize(1);
        state("sale");
        link("'#?access_token=5f3c-1'");
        assertThat(reason(ask(ErpOperation.GET_RECEIPT, ORDER_12))).contains("Odoo gives no link to the order");
    }

    private static void link(String path) {
        erp.stubFor(post(API + "sale.order/get_portal_url").willReturn(answer(path)));
        erp.stubFor(post(API + "sale.order/get_base_url").willReturn(answer("'https://shop.example.com'")));
    }

    private static void orders(String rows) {
        erp.stubFor(post(SEARCH).willReturn(answer(rows)));
    }

    private static String row(int id, String delivery) {
        return "{'id':%1$d,'name':'S%1$d','state':'sale','delivery_status':%2$s,'amount_total':225.77,'currency_id':[126,'KES'],'partner_id':[27,'Amina'],'client_order_ref':'s%1$d-create-1','create_date':'2026-11-21 09:30:00','write_date':'2026-11-21 09:31:02'}"
                .formatted(id, delivery);
    }

    @Test
    void listsJobsWithTheirDepartments() {
        erp.stubFor(
                post(API + "hr.job/search_read")
                        .willReturn(
                                answer(
                                        "[{'id':3,'name':'Driver','department_id':[2,'Fleet'],'active':true},{'id':4,'name':'Cook','department_id':false,'active':true}]")));

        JsonNode jobs = read(ErpOperation.LIST_JOBS, "{\"active_only\":true}").path("items");

        assertThat(jobs.get(0).toString())
                .isEqualTo("{\"id\":\"3\",\"name\":\"Driver\",\"active\":true,\"department_name\":\"Fleet\"}");
        assertThat(jobs.get(1).toString()).isEqualTo("{\"id\":\"4\",\"name\":\"Cook\",\"active\":true}");
        assertThat(body("POST", API + "hr.job/search_read")).isEqualTo(tree("""
                                {"domain":[],"fields":["name","department_id","active"],"context":{"active_test":true},"offset":0,"limit":100,"order":"id"}
                                """));
    }

    @Test
    void createsAnApplicantAndAttachesTheResume() throws IOException {
        files = new OneFile();
        erp.stubFor(post(API + "hr.applicant/search_read").willReturn(answer("[]")));
        erp.stubFor(post(API + "hr.applicant/create").willReturn(answer("[70]")));
        erp.stubFor(post(API + "ir.attachment/search_read").willReturn(answer("[]")));
        erp.stubFor(post(API + "ir.attachment/create").willReturn(answer("[71]")));

        assertThat(write(ErpOperation.CREATE_APPLICANT, applicant()).toString())
                .isEqualTo("{\"external_applicant_id\":\"70\",\"status\":\"received\"}");

        assertThat(body("POST", API + "hr.applicant/create").toString())
                .isEqualTo(
                        "{\"vals_list\":[{\"partner_name\":\"Amina\",\"email_from\":\"a@example.com\",\"partner_phone\":\"+254700000001\",\"job_id\":3}]}");
        JsonNode file = body("POST", API + "ir.attachment/create").at("/vals_list/0");
        assertThat(file.path("datas").binaryValue()).isEqualTo(CV);
        assertThat(file.path("name").textValue()).isEqualTo("cv.pdf");
        assertThat(file.path("res_model").textValue()).isEqualTo("hr.applicant");
        assertThat(file.path("res_id").intValue()).isEqualTo(70);
        assertThat(body("POST", API + "ir.attachment/search_read")
                        .path("domain")
                        .toString())
                .isEqualTo("[[\"res_model\",\"=\",\"hr.applicant\"],[\"res_id\",\"=\",70],[\"file_size\",\"=\",%d]]"
                        .formatted(CV.length));
    }

    @Test
    void makesNoSecondApplicantAndNoSecondFile() {
        files = new OneFile();
        erp.stubFor(post(API + "hr.applicant/search_read").willReturn(answer("[{'id':70}]")));
        erp.stubFor(post(API + "ir.attachment/search_read").willReturn(answer("[{'id':71}]")));

        ok(attempt(ErpOperation.CREATE_APPLICANT, applicant(), again(Kind.AGAIN)));

        assertThat(asked()).hasSize(2);
    }

    private static String applicant() {
        return """
                {"name":"Amina","email":"a@example.com","role":"3","phone":"+254700000001","resume":{"id":"cv","filename":"cv.pdf"}}
                """;
    }

    @Test
    void showsWhatOdooSays() {
        state("draft");
        erp.stubFor(
                post(API + "sale.order/action_confirm")
                        .willReturn(
                                answer(
                                        422,
                                        "{'name':'odoo.exceptions.UserError','message':'Some order lines are missing a product','arguments':[],'context':{},'debug':''}")));

        assertThat(ask(ErpOperation.CONFIRM_ORDER, ORDER_12))
                .isEqualTo(new ErpReply.Refused(
                        "CONFIRM_ORDER: the ERP answers 422: \"Some order lines are missing a product\"."));
    }

    @Test
    void reachesTheLevelsItsNotesSay() {
        var profile = shop().profile();

        for (ErpOperation operation : List.of(
                ErpOperation.UPSERT_CUSTOMER,
                ErpOperation.CONFIRM_ORDER,
                ErpOperation.SET_ADDRESS,
                ErpOperation.CREATE_APPLICANT)) {
            assertThat(profile.idempotency(operation)).isEqualTo(Idempotency.FINDABLE);
        }
        assertThat(profile.idempotency(ErpOperation.CANCEL_ORDER)).isEqualTo(Idempotency.KEYED);
    }

    private static void made() {
        erp.stubFor(post(API + "sale.order/create").willReturn(answer("[12]")));
        read();
    }

    private static void read() {
        erp.stubFor(post(API + "sale.order/read")
                .willReturn(answer("[{'id':12,'name':'S00012','state':'draft','amount_total':225.77}]")));
    }

    private static void state(String state) {
        erp.stubFor(post(API + "sale.order/read")
                .willReturn(
                        answer("[{'id':12,'name':'S00012','state':'%s','partner_id':[27,'Amina']}]".formatted(state))));
    }
}
