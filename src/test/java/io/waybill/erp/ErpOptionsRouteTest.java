package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to the operations that an ERP may lack. */
class ErpOptionsRouteTest extends ErpRouteSupport {

    private static final String ORDER = "{'external_order_id':17,'order_number':'SO-1','status':'pending'%s}";

    @Test
    void findsAnOrderByOurReference() {
        erp.stubFor(any(anyUrl()).willReturn(answer(ORDER.formatted(",'found':true,'total':5,'currency':'KES'"))));

        assertThat(ok(find()).body().get("external_order_id").textValue()).isEqualTo("17");
        erp.verify(1, getRequestedFor(urlEqualTo("/api/orders/find?client_reference=s1-create-1")));
    }

    @Test
    void findsAnOrderOfAnErpThatDoesNotSayFound() {
        erp.stubFor(any(anyUrl()).willReturn(answer(ORDER.formatted(""))));

        assertThat(find()).isInstanceOf(ErpReply.Ok.class);
    }

    @Test
    void findsNoOrderWhenTheErpSaysSoInWords() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'found':false,'status':null}")));

        assertThat(find()).isEqualTo(new ErpReply.Empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "404|application/json|{'message':'No such order'}|No such order",
                "404|application/json|{'found':false}|Check waybill.erp.base-url and the path",
                "404|text/html|<h1>Not Found</h1>|Check waybill.erp.base-url and the path",
                "404|text/plain||Check waybill.erp.base-url and the path",
                "200|application/json|{}|external_order_id must be text or a number",
                "200|application/json|{'found':true}|external_order_id must be text or a number",
                "200|application/json|{'found':'false'}|found must be true or false",
                "200|application/json|{'found':null}|external_order_id must be text or a number",
                "200|application/json|[]|the answer must be an object"
            })
    void takesNothingElseForAMissingOrder(int status, String type, String body, String sentence) {
        erp.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", type)
                        .withBody(body == null ? "" : body.replace('\'', '"'))));

        assertThat(find()).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(find())).startsWith("FIND_ORDER: ").contains(sentence);
    }

    @Test
    void letsNoOtherOperationFindNothing() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'found':false}")));

        assertThat(getPrice()).isInstanceOf(ErpReply.Refused.class);
        assertThat(createOrder()).isInstanceOf(ErpReply.Unknown.class);
    }

    @Test
    void asksForNoOrderWithoutAName() {
        assertThat(reason(read(ErpOperation.FIND_ORDER, "{'client_reference':null}")))
                .isEqualTo(
                        "FIND_ORDER was not sent: the flow gives none of client_reference, order_number. Add one to what the step sends.");
    }

    @Test
    void tellsOrdersApartByTheIdOfTheErpAndBringsTimesToUtc() {
        String row =
                "{'external_order_id':%d,'order_number':'SO','status':'new','placed_at':'2026-11-21T15:00:00+03:00'}";
        erp.stubFor(any(anyUrl())
                .willReturn(answer(
                        "{'items':[%s,%s,%s]}".formatted(row.formatted(1), row.formatted(2), row.formatted(2)))));

        JsonNode orders =
                ok(read(ErpOperation.LIST_ORDERS, "{'status':'new'}")).body().get("items");

        assertThat(orders).hasSize(2);
        assertThat(orders.get(0).get("placed_at").textValue()).isEqualTo("2026-11-21T12:00:00Z");
        erp.verify(1, getRequestedFor(urlEqualTo("/api/orders?status=new&page=1&limit=100")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'total':5|currency must be text", "'placed_at':'today'|placed_at must be a time with its zone"})
    void namesWhatIsWrongWithAnOrder(String wrong) {
        String[] field = wrong.split("\\|");
        erp.stubFor(any(anyUrl()).willReturn(answer("{'items':[%s]}".formatted(ORDER.formatted("," + field[0])))));

        assertThat(reason(read(ErpOperation.LIST_ORDERS, "{}"))).contains("items[0]." + field[1]);
    }

    @Test
    void wantsAReceiptAsALinkOrAsBytes() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'receipt_url':'https://erp.example.com/r/1'}")));
        assertThat(receipt()).isInstanceOf(ErpReply.Ok.class);

        erp.stubFor(any(anyUrl()).willReturn(answer("{'receipt_base64':'YQ==','filename':'r.txt'}")));
        assertThat(receipt()).isInstanceOf(ErpReply.Ok.class);

        erp.stubFor(any(anyUrl()).willReturn(answer("{'filename':'r.txt'}")));
        assertThat(reason(receipt()))
                .isEqualTo(
                        "GET_RECEIPT: one of receipt_url, receipt_base64 must be there, but the ERP sent none of them. Make the ERP answer it, or mend the endpoint profile.");
    }

    private ErpReply find() {
        return read(ErpOperation.FIND_ORDER, "{'client_reference':'%s'}".formatted(KEY));
    }

    private ErpReply receipt() {
        return read(ErpOperation.GET_RECEIPT, "{'external_order_id':'17'}");
    }

    private ErpReply read(ErpOperation operation, String request) {
        return gateway.call(operation, json(request), null).reply();
    }
}
