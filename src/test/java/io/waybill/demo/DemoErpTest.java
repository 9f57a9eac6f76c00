package io.waybill.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.CheckOptions;
import io.waybill.erp.check.CheckReport;
import io.waybill.erp.check.ErpCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoErpTest extends DemoErpSupport {

    @Test
    void listsItsJobsPageByPage() {
        JsonNode all = ask(ErpOperation.LIST_JOBS, "{'active_only':true}").get("items");

        assertThat(all)
                .hasSize(12)
                .allSatisfy(job ->
                        assertThat(job.get("department_name").textValue()).isNotBlank());
        assertThat(all).extracting(job -> job.get("name").textValue()).doesNotContain("Night guard");
    }

    @Test
    void takesOneApplicantForOneKeyWithTheDigestOfTheFile() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(apply("J105", "same-applicant").statusCode()).isEqualTo(200);
        }

        assertThat(hr.applicants())
                .filteredOn(applicant -> applicant.email().equals("a@example.com"))
                .singleElement()
                .satisfies(applicant -> {
                    assertThat(applicant.job()).isEqualTo("Shop assistant");
                    assertThat(applicant.filename()).isEqualTo("cv.pdf");
                    assertThat(applicant.size()).isEqualTo(3);
                    assertThat(applicant.sha256())
                            .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
                });
        assertThat(apply("J109", "closed").statusCode()).isEqualTo(422);
    }

    @Test
    void keepsTheContract() {
        CheckReport report = new ErpCheck(
                        gateway,
                        Clock.systemUTC(),
                        () -> UUID.randomUUID().toString().substring(0, 8))
                .check(CheckOptions.usual().withWrites(true));

        // Nothing but what it tells beyond the contract.
        assertThat(report.operations())
                .flatExtracting(operation -> operation.findings().stream()
                        .map(finding -> "%s %s %s".formatted(operation.operation(), finding.kind(), finding.field()))
                        .toList())
                .containsExactly(
                        "LIST_PRODUCTS extra items[].description",
                        "CREATE_ORDER extra currency",
                        "SET_ADDRESS extra order_number",
                        "CANCEL_ORDER extra order_number");
        assertThat(report.proved()).isEqualTo(Idempotency.KEYED);
        assertThat(demo.orders())
                .filteredOn(order -> String.valueOf(order.note()).startsWith("WAYBILL CONTRACT CHECK"))
                .singleElement()
                .satisfies(order -> assertThat(order.status()).isEqualTo("cancelled"));
    }

    private HttpResponse<String> apply(String job, String key) throws Exception {
        String body =
                "{'name':'Amina','email':'a@example.com','role':'%s','resume_filename':'cv.pdf','resume_mime':'application/pdf','resume_base64':'YWJj'}"
                        .formatted(job)
                        .replace('\'', '"');
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/demo-erp/api/applicants".formatted(port)))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void sellsOneOrderEndToEnd() {
        JsonNode products =
                ask(ErpOperation.LIST_PRODUCTS, "{'active_only':true}").get("items");
        assertThat(products).hasSize(42);
        assertThat(products)
                .filteredOn(product -> product.path("kind").asText().equals("service"))
                .extracting(service -> service.path("duration_minutes").asInt())
                .containsExactly(60, 2);
        assertThat(products)
                .filteredOn(product -> product.get("price").isNull())
                .hasSize(2);

        assertThat(price("P107", 9)).isEqualTo(new BigDecimal("285.00"));
        assertThat(price("P107", 10)).isEqualTo(new BigDecimal("256.50"));

        String customer = customer("+254700000001");
        JsonNode order = ask(
                ErpOperation.CREATE_ORDER,
                "{'external_customer_id':'%s','order_note':'Ring twice','items':[{'external_product_id':'P107','qty':10},{'external_product_id':'P111','qty':2}],'totals':{'delivery':150,'total':3045.00,'currency':'KES'}}"
                        .formatted(customer));
        assertThat(order.get("order_number").textValue()).startsWith("SO-");
        assertThat(order.get("status").textValue()).isEqualTo("pending");
        assertThat(order.get("total").decimalValue()).isEqualTo(new BigDecimal("3045.00"));

        String id = order.get("external_order_id").textValue();
        ask(
                ErpOperation.SET_ADDRESS,
                "{'external_order_id':'%s','address_text':'Kasarani <House 16> & Co','latitude':-1.25,'longitude':36.9}"
                        .formatted(id));
        assertThat(ask(ErpOperation.CONFIRM_ORDER, "{'external_order_id':'%s'}".formatted(id))
                        .get("status")
                        .textValue())
                .isEqualTo("confirmed");
        assertThat(ask(ErpOperation.GET_ORDER_STATUS, "{'external_order_id':'%s'}".formatted(id)))
                .isEqualTo(json("{'status':'confirmed','order_number':'SO-%s'}".formatted(id)));

        DemoOrder kept = demo.orders().getFirst();
        assertThat(kept.orderNumber()).isEqualTo("SO-" + id);
        assertThat(kept.status()).isEqualTo("confirmed");
        assertThat(kept.address()).isEqualTo("Kasarani <House 16> & Co (-1.25, 36.9)");
        assertThat(kept.note()).isEqualTo("Ring twice");
        assertThat(kept.customer().phone()).isEqualTo("+254700000001");
        assertThat(kept.items())
                .extracting(DemoOrder.Item::qty, DemoOrder.Item::total)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("10"), new BigDecimal("2565.00")),
                        org.assertj.core.groups.Tuple.tuple(new BigDecimal("2"), new BigDecimal("330.00")));
    }

    @Test
    void cancelsAnOrderAndThenRefusesToConfirmIt() {
        String id = order(UUID.randomUUID().toString());

        assertThat(ask(ErpOperation.CANCEL_ORDER, "{'external_order_id':'%s','reason':'x'}".formatted(id))
                        .get("status")
                        .textValue())
                .isEqualTo("cancelled");
        assertThat(call(ErpOperation.CONFIRM_ORDER, "{'external_order_id':'%s'}".formatted(id)))
                .isEqualTo(new ErpReply.Refused(
                        "CONFIRM_ORDER: the ERP answers 409: \"Order SO-%s is cancelled.\".".formatted(id)));
    }

    @Test
    void knowsACustomerByPhoneOrByUserId() {
        assertThat(customer("+254700000002")).isEqualTo(customer("+254700000002"));
        String hidden = "{'user_id':'KE.1','phone':null,'name':'Otieno'}";
        assertThat(ask(ErpOperation.UPSERT_CUSTOMER, hidden)).isEqualTo(ask(ErpOperation.UPSERT_CUSTOMER, hidden));
    }

    @Test
    void createsOneOrderForOneKeyHoweverManyAskAtOnce() throws Exception {
        String key = UUID.randomUUID().toString();
        String request = order("any customer", customer("+254700000003"));
        int before = demo.orders().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ErpReply>> asking = IntStream.range(0, 20)
                    .<Callable<ErpReply>>mapToObj(i -> () -> gateway.call(ErpOperation.CREATE_ORDER, json(request), key)
                            .reply())
                    .toList();
            assertThat(threads.invokeAll(asking))
                    .extracting(Future::get)
                    .allSatisfy(reply -> assertThat(reply).isInstanceOf(ErpReply.Ok.class))
                    .extracting(Object::toString)
                    .containsOnly(threads.invokeAll(asking).getFirst().get().toString());
        }
        assertThat(demo.orders()).hasSize(before + 1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        String key = UUID.randomUUID().toString();
        order(key);

        ErpReply other = gateway.call(ErpOperation.CREATE_ORDER, json(order("other", customer("+254700000004"))), key)
                .reply();

        assertThat(other)
                .asInstanceOf(type(ErpReply.Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).contains("used for another request"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_CONNECTIONS, Down, 0",
        "ERROR_BEFORE, Unknown, 0",
        "ERROR_AFTER, Unknown, 1",
        "TIMEOUT_AFTER, Unknown, 1",
        "REFUSES_ORDERS, Refused, 0",
        "HTML, Unknown, 1",
        "EMPTY, Unknown, 1"
    })
    void failsAsItIsTold(DemoFailure failure, String ending, int orders) {
        String request = order("failing", customer("+254700000005"));
        String key = UUID.randomUUID().toString();
        int before = demo.orders().size();
        switches.fail(failure);

        ErpReply reply =
                gateway.call(ErpOperation.CREATE_ORDER, json(request), key).reply();

        assertThat(reply.getClass().getSimpleName()).isEqualTo(ending);
        assertThat(demo.orders()).hasSize(before + orders);

        switches.fail(DemoFailure.NONE);
        assertThat(gateway.call(ErpOperation.CREATE_ORDER, json(request), key).reply())
                .as("the same key asks what became of it")
                .isInstanceOf(ErpReply.Ok.class);
        assertThat(demo.orders()).hasSize(before + 1);
    }

    @Test
    void isSlowWhenToldSo() {
        switches.delay(5_000);

        assertThat(call(ErpOperation.GET_PRICE, "{'external_product_id':'P101','qty':1}"))
                .isInstanceOf(ErpReply.Down.class);
    }

    @ParameterizedTest
    @CsvSource({
        "P104, 1, has no price yet",
        "P140, 1, is not sold any more",
        "P999, 1, There is no product",
        "P101, 0, cannot be sold in this quantity"
    })
    void quotesNoPriceForWhatItCannotSell(String product, int qty, String why) {
        ErpReply reply = call(ErpOperation.GET_PRICE, "{'external_product_id':'%s','qty':%d}".formatted(product, qty));

        assertThat(reply)
                .asInstanceOf(type(ErpReply.Refused.class))
                .satisfies(refused -> assertThat(refused.reason()).contains(why));
    }

    @Test
    void doesNotAnswerThroughAProxy() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/demo-erp/api/products"))
                    .header("X-Forwarded-For", "203.0.113.9")
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void listsOrdersPageByPageAndFilters() {
        String before = ask(ErpOperation.UPSERT_CUSTOMER, "{'phone':'+254700000020','name':'Wanjiku'}")
                .get("external_customer_id")
                .textValue();
        List<String> placed =
                IntStream.range(0, 7).mapToObj(i -> place(before, "P101", 1)).toList();
        ask(ErpOperation.SET_ORDER_STATUS, "{'external_order_id':'%s','status':'shipped'}".formatted(placed.getLast()));

        JsonNode all = ask(ErpOperation.LIST_ORDERS, "{'external_customer_id':'%s'}".formatted(before))
                .get("items");

        assertThat(all)
                .extracting(row -> row.get("external_order_id").textValue())
                .containsExactlyElementsOf(placed);
        assertThat(all.get(0).get("total").decimalValue()).isEqualTo(new BigDecimal("1250.00"));
        assertThat(ask(ErpOperation.LIST_ORDERS, "{'external_customer_id':'%s','status':'shipped'}".formatted(before))
                        .get("items"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get("order_number").textValue()).isEqualTo("SO-" + placed.getLast()));
        assertThat(call(
                        ErpOperation.LIST_ORDERS,
                        "{'external_customer_id':'%s','changed_since':'2999-01-01T00:00:00+03:00'}".formatted(before)))
                .isEqualTo(new ErpReply.Empty());
        assertThat(ask(
                                ErpOperation.LIST_ORDERS,
                                "{'external_customer_id':'%s','changed_since':'2026-01-01T00:00:00Z'}"
                                        .formatted(before))
                        .get("items"))
                .hasSize(7);
    }

    @Test
    void findsAnOrderByOurReferenceOrItsNumber() {
        String key = UUID.randomUUID().toString();
        String id = order(key);

        JsonNode found = ask(ErpOperation.FIND_ORDER, "{'client_reference':'%s'}".formatted(key));

        assertThat(found.get("external_order_id").textValue()).isEqualTo(id);
        assertThat(found.get("total").decimalValue()).isEqualTo(new BigDecimal("1250.00"));
        assertThat(ask(ErpOperation.FIND_ORDER, "{'order_number':'SO-%s'}".formatted(id)))
                .isEqualTo(found);
        assertThat(call(ErpOperation.FIND_ORDER, "{'client_reference':'%s-other'}".formatted(key)))
                .isEqualTo(new ErpReply.Empty());
        assertThat(refusal(ErpOperation.FIND_ORDER, "{}")).contains("client_reference, order_number");
    }

    @Test
    void setsAStatusThatConfirmingLeavesAlone() {
        String id = order(UUID.randomUUID().toString());
        String status = "{'external_order_id':'%s','status':'%s'}";

        assertThat(ask(ErpOperation.SET_ORDER_STATUS, status.formatted(id, "shipped"))
                        .get("status")
                        .textValue())
                .isEqualTo("shipped");
        assertThat(ask(ErpOperation.CONFIRM_ORDER, "{'external_order_id':'%s'}".formatted(id))
                        .get("status")
                        .textValue())
                .isEqualTo("shipped");
        assertThat(refusal(ErpOperation.SET_ORDER_STATUS, status.formatted(id, "lost")))
                .contains("An order is pending, confirmed");
        ask(ErpOperation.CANCEL_ORDER, "{'external_order_id':'%s'}".formatted(id));
        assertThat(refusal(ErpOperation.SET_ORDER_STATUS, status.formatted(id, "shipped")))
                .contains("is cancelled");
    }

    @Test
    void writesAReceiptOfAConfirmedOrder() {
        String id = order(UUID.randomUUID().toString());
        String request = "{'external_order_id':'%s'}".formatted(id);
        assertThat(refusal(ErpOperation.GET_RECEIPT, request)).contains("is pending, so there is no receipt");
        ask(ErpOperation.CONFIRM_ORDER, request);

        JsonNode receipt = ask(ErpOperation.GET_RECEIPT, request);

        assertThat(receipt.get("filename").textValue()).isEqualTo("receipt-SO-%s.txt".formatted(id));
        assertThat(new String(
                        Base64.getDecoder().decode(receipt.get("receipt_base64").textValue())))
                .contains("RECEIPT SO-" + id, "1 x Gas cylinder 6 kg refill  1250.00", "Total KES 1250.00");
    }
}
