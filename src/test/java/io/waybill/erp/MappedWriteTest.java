package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappedWriteTest extends MappedErpSupport {

    private static final String BY_REFERENCE = "/orders/by-ref/" + KEY;

    private static final String ORDERS = """
            title: Orders
            message: [ $.exception ]
            operations:
              LIST_PRODUCTS: { method: GET, path: /p }
              GET_PRICE: { method: GET, path: /price }
              UPSERT_CUSTOMER:
                method: POST
                path: /customers
                body: { name: "= in.name", phone: "= in.phone" }
                find: { method: GET, path: /customers, query: { f: { sql: "(phone:=:{{in.phone}})" } }, take: "$[0].id", outcomes: { 404: absent } }
                answer: { external_customer_id: $ }
              CONFIRM_ORDER:
                method: PATCH
                path: "/orders/{in.external_order_id}"
                repeatable: true
                body: { confirmed: true }
                outcomes: { 304: done }
                answer: { status: confirmed }
              CREATE_ORDER:
                steps:
                  - as: made
                    method: POST
                    path: /orders
                    body:
                      customer: "= in.external_customer_id"
                      ref: "= key"
                      note: "= in.order_note"
                      lines: "= in.items.{ 'item': external_product_id, 'qty': qty }[]"
                    take: $.data
                    outcomes: { 409: conflict }
                    find: { method: GET, path: "/orders/by-ref/{key}", take: $.data, outcomes: { 404: absent } }
                  - { as: read, method: GET, path: "/orders/{made.id}" }
                answer: { external_order_id: $made.id, order_number: $.number, status: $.status, total: $.total }
            """;

    @Test
    void createsAnOrderWithSeveralCallsAndDoesNotLookForAReferenceThatWasNeverSent() {
        made();
        read();

        ErpReply.Ok reply = ok(create(Attempt.first(KEY)));

        assertThat(reply.body().path("external_order_id").textValue()).isEqualTo("12");
        assertThat(reply.body().path("order_number").textValue()).isEqualTo("CO-1");
        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/orders"))
                        .withRequestBody(equalToJson(
                                "{\"customer\":\"C1\",\"ref\":\"%s\",\"lines\":[{\"item\":\"P1\",\"qty\":2}]}"
                                        .formatted(KEY))));
        erp.verify(0, getRequestedFor(urlEqualTo(BY_REFERENCE)));
    }

    @Test
    void findsTheOrderWhoseAnswerWasLost() {
        erp.stubFor(get(BY_REFERENCE).willReturn(answer("{'data':{'id':12}}")));
        read();

        ErpReply.Ok reply = ok(create(again(Kind.LOOK)));

        assertThat(reply.body().path("external_order_id").textValue()).isEqualTo("12");
        erp.verify(0, postRequestedFor(urlEqualTo("/orders")));
    }

    @Test
    void sendsNothingWhileTheOrderMayBeOnItsWay() {
        erp.stubFor(get(BY_REFERENCE).willReturn(answer(404, "{}")));

        assertThat(create(again(Kind.LOOK)))
                .isEqualTo(
                        new ErpReply.Unknown("CREATE_ORDER (step made): not in the ERP yet; it is looked for again."));
        erp.verify(0, postRequestedFor(urlEqualTo("/orders")));
    }

    @Test
    void sendsAgainWhatIsCertainlyNotThere() {
        erp.stubFor(get(BY_REFERENCE).willReturn(answer(404, "{}")));
        made();
        read();

        ok(create(again(Kind.AGAIN)));

        erp.verify(1, postRequestedFor(urlEqualTo("/orders")));
    }

    @Test
    void staysUnknownWhenTheErpCannotBeAsked() {
        erp.stubFor(get(BY_REFERENCE).willReturn(answer(503, "{}")));

        assertThat(create(again(Kind.AGAIN))).isInstanceOf(ErpReply.Unknown.class);
        erp.verify(0, postRequestedFor(urlEqualTo("/orders")));
    }

    @Test
    void isUnknownWhenALaterCallOfTheOperationFails() {
        made();
        erp.stubFor(get("/orders/12").willReturn(answer(503, "{}")));

        assertThat(create(Attempt.first(KEY))).isInstanceOf(ErpReply.Unknown.class);
    }

    @Test
    void goesOnAtTheStepThatFailed() {
        made();
        erp.stubFor(get("/orders/12").willReturn(answer(503, "{}")));
        List<ObjectNode> kept = new ArrayList<>();
        create(new Attempt(KEY, Kind.FIRST, ErpJson.object(), kept::add));
        read();

        ErpReply.Ok reply = ok(create(new Attempt(KEY, Kind.AGAIN, kept.getLast(), finished -> {})));

        assertThat(reply.body().path("order_number").textValue()).isEqualTo("CO-1");
        erp.verify(1, postRequestedFor(urlEqualTo("/orders")));
        erp.verify(0, getRequestedFor(urlEqualTo(BY_REFERENCE)));
    }

    @Test
    void takesAConflictForTheOrderThatIsThere() {
        erp.stubFor(post("/orders").willReturn(answer(409, "{'exception':'duplicate'}")));
        erp.stubFor(get(BY_REFERENCE).willReturn(answer("{'data':{'id':12}}")));
        read();

        ok(create(Attempt.first(KEY)));
    }

    @Test
    void isDownWhenNothingWasSentAndUnknownWhenAnAnswerWasLost() {
        erp.stubFor(post("/orders").willReturn(answer(429, "{}")));
        assertThat(create(Attempt.first(KEY))).isInstanceOf(ErpReply.Down.class);

        erp.stubFor(post("/orders").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(create(Attempt.first(KEY))).isInstanceOf(ErpReply.Unknown.class);
    }

    @Test
    void looksForACustomerBeforeMakingOne() {
        erp.stubFor(get(urlPathEqualTo("/customers")).willReturn(answer("[{'id':27}]")));

        assertThat(customer("+254700000001").path("external_customer_id").textValue())
                .isEqualTo("27");
        erp.verify(getRequestedFor(urlEqualTo("/customers?f=%28phone%3A%3D%3A%27%2B254700000001%27%29")));
        erp.verify(0, postRequestedFor(urlEqualTo("/customers")));
    }

    @Test
    void makesACustomerWhereNoneIsAnd404SaysSo() {
        erp.stubFor(get(urlPathEqualTo("/customers")).willReturn(answer(404, "{'error':'none'}")));
        erp.stubFor(post("/customers").willReturn(answer("28")));

        assertThat(customer("+254700000001").path("external_customer_id").textValue())
                .isEqualTo("28");
    }

    @Test
    void takesNotModifiedForDone() {
        erp.stubFor(patch(urlEqualTo("/orders/12")).willReturn(aResponse().withStatus(304)));

        ErpReply reply = gateway(ORDERS)
                .write(ErpOperation.CONFIRM_ORDER, json("{'external_order_id':'12'}"), Attempt.first(KEY))
                .reply();

        assertThat(ok(reply).body().path("status").textValue()).isEqualTo("confirmed");
    }

    @Test
    void knowsHowEachWriteCanBeSettled() {
        EndpointProfile profile = gateway(ORDERS).profile();

        assertThat(profile.idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(Idempotency.FINDABLE);
        assertThat(profile.idempotency(ErpOperation.CONFIRM_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(profile.idempotency(ErpOperation.CREATE_APPLICANT)).isEqualTo(Idempotency.MANUAL);
    }

    private ErpReply create(Attempt attempt) {
        return gateway(ORDERS)
                .write(
                        ErpOperation.CREATE_ORDER,
                        json(
                                "{'external_customer_id':'C1','items':[{'external_product_id':'P1','qty':2}],'totals':{'total':5}}"),
                        attempt)
                .reply();
    }

    private JsonNode customer(String phone) {
        return ok(gateway(ORDERS)
                        .call(
                                ErpOperation.UPSERT_CUSTOMER,
                                json("{'name':'Amina'}").put("phone", phone),
                                KEY)
                        .reply())
                .body();
    }

    private static void made() {
        erp.stubFor(post("/orders").willReturn(answer("{'data':{'id':12}}")));
    }

    private static void read() {
        erp.stubFor(get("/orders/12").willReturn(answer("{'number':'CO-1','status':'draft','total':'5.00'}")));
    }
}
