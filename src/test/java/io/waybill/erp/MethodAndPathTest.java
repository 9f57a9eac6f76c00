package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out for an operation of which a profile says method and path, and nothing else. */
class MethodAndPathTest extends MappedErpSupport {

    private static final String PROFILE = """
            title: Paths
            operations:
              LIST_PRODUCTS: { method: GET, path: /products }
              GET_PRICE: { method: GET, path: /price }
              CREATE_ORDER: { method: POST, path: /orders }
            """ + REST + "  %s: { method: %s, path: \"%s\" }\n";

    /** 004-22: GET has its fields in the query, every other method as JSON; one of them may stand in the path, too. */
    @ParameterizedTest
    @CsvSource({
        "GET_ORDER_STATUS, GET, /status",
        "GET_ORDER_STATUS, GET, /orders/{external_order_id}/status",
        "GET_ORDER_STATUS, POST, /status",
        "GET_ORDER_STATUS, POST, /orders/{external_order_id}/status",
        "SET_ADDRESS, GET, /address",
        "SET_ADDRESS, GET, /orders/{external_order_id}/address",
        "SET_ADDRESS, POST, /address",
        "SET_ADDRESS, POST, /orders/{external_order_id}/address",
        "SET_ADDRESS, PUT, /address",
        "SET_ADDRESS, PUT, /orders/{external_order_id}/address",
        "SET_ADDRESS, PATCH, /address",
        "SET_ADDRESS, PATCH, /orders/{external_order_id}/address"
    })
    void putsTheFieldsWhereMethodAndPathSay(ErpOperation operation, String method, String path) {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'status':'ok','order_number':'SO-7'}")));
        ObjectNode fields = json("{'external_order_id':'SO/7'}");
        String key = null;
        if (operation.writes()) {
            fields.put("address_text", "Lane 1");
            key = KEY;
        }

        ok(gateway(PROFILE.formatted(operation, method, path))
                .call(operation, fields, key)
                .reply());

        LoggedRequest sent = erp.getAllServeEvents().getFirst().getRequest();
        String url = path.replace("{external_order_id}", "SO%2F7");
        assertThat(sent.getMethod().getName()).isEqualTo(method);
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo(key);
        if (method.equals("GET")) {
            String written = key == null ? "" : "&address_text=Lane%201&client_reference=" + key;
            assertThat(sent.getUrl()).isEqualTo(url + "?external_order_id=SO%2F7" + written);
            assertThat(sent.getBody()).isEmpty();
        } else {
            ObjectNode whole = key == null ? fields : fields.put("client_reference", key);
            assertThat(sent.getUrl()).isEqualTo(url);
            assertThat(json(sent.getBodyAsString())).isEqualTo(whole);
        }
    }

    @Test
    void sendsTheBodyThatAProfileGivesADelete() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'state':'gone'}")));

        ok(gateway(PROFILE.formatted("GET_ORDER_STATUS", "GET", "/status") + """
                          CANCEL_ORDER:
                            method: DELETE
                            path: "/orders/{in.external_order_id}"
                            body: { why: changed }
                            answer: { status: $.state }
                        """)
                .call(ErpOperation.CANCEL_ORDER, json("{'external_order_id':'7'}"), KEY)
                .reply());

        LoggedRequest sent = erp.getAllServeEvents().getFirst().getRequest();
        assertThat(sent.getMethod().getName()).isEqualTo("DELETE");
        assertThat(json(sent.getBodyAsString())).isEqualTo(json("{'why':'changed'}"));
    }
}
