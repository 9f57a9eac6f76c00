package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedProfileMistakesTest {

    private static final String GOOD = """
            title: Ours
            callback: { payment_id: $.data.id }
            maps: { order: { open: pending } }
            auth: { type: header, name: X-Key, value: "{{secret.key}}" }
            operations:
              LIST_PRODUCTS: { method: GET, path: /p, items: "$[*]", answer: { id: $.id, name: $.n, active: true } }
              GET_PRICE: { method: GET, path: "/price/{in.external_product_id}", query: { q: "= in.qty" }, answer: { unit_price: $.p, currency: KES } }
              UPSERT_CUSTOMER: { method: POST, path: /c }
              CONFIRM_ORDER: { method: POST, path: /ok }
              CREATE_ORDER:
                steps:
                  - { as: made, method: POST, path: /o, body: { ref: "= key" }, take: $.id }
                  - { method: GET, path: "/o/{made}" }
                answer: { external_order_id: $made, order_number: $.n, status: { from: $.s, map: order } }
            """;

    private static final String PAYMENT = """
            title: Pay
            kind: payment
            response-timeout: 1000
            operations:
              REQUEST_PAYMENT: { method: POST, path: /pay }
              GET_PAYMENT_STATUS: { method: GET, path: /pay }
            """;

    @TempDir
    Path folder;

    @Test
    void refusesTimeOutsThatAPaymentProviderWouldNotGet() throws IOException {
        load(PAYMENT.replace("response-timeout: 1000\n", ""));

        assertThatThrownBy(() -> load(PAYMENT))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(
                        "a payment provider is asked over the connections of the ERP: leave out response-timeout, and set waybill.erp.response-timeout");
        assertThatThrownBy(() -> load(PAYMENT.replace("response-timeout", "connect-timeout")))
                .hasMessageContaining("leave out connect-timeout");
    }

    @Test
    void takesAProfileWithoutMistakes() throws IOException {
        load(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"= in.qty\"|\"= in.(\"|line 7: The expression does not parse",
                "q: \"= in.qty\"|q: \"a eq '{{in.qty}}'\"|line 7: a quote in the value would end the text around it",
                "q: \"= in.qty\"|q: { odata: \"a eq '{{in.qty}}'\" }|line 7: leave out the quotes around {{…}}",
                "q: \"= in.qty\"|q: { odata: [\"b eq 1\", \"a eq '{{in.qty}}'\"] }|line 7: leave out the quotes around {{…}}",
                "q: \"= in.qty\"|q: { odata: [] }|line 7: $.operations.GET_PRICE.query.q",
                "q: \"= in.qty\"|q: { oql: \"a\" }|line 7: $.operations.GET_PRICE.query.q",
                "q: \"= in.qty\"|q: \"= secret.key\"|line 7: GET_PRICE: a secret may stand only in auth",
                "unit_price: $.p|unit_price: \"$.p[?(\"|line 7: $.p[?( is no JSONPath",
                "unit_price: $.p, ||GET_PRICE must answer unit_price: say where it stands",
                "map: order|map: orders|line 14: there is no map \"orders\" under maps",
                "as: made, ||line 12: a step that writes and is not repeatable needs a name (as)",
                "as: made|as: key|line 12: $.operations.CREATE_ORDER.steps[0]",
                "items: \"$[*]\", ||line 6: LIST_PRODUCTS is a list: say by items where its rows stand",
                "currency: KES }|currency: KES }, items: $|line 7: GET_PRICE is no list and has no items",
                "method: GET, path: /p,|method: GET, path: p,|line 6: $.operations.LIST_PRODUCTS.path",
                "UPSERT_CUSTOMER: { method: POST, path: /c }|UPSERT_CUSTOMER: { route: csv }|line 8: $.operations.UPSERT_CUSTOMER.route",
                "name: X-Key|name: \"X Key\"|line 4: $.auth",
                "$.data.id|\"$.data[?(\"|line 2: $.data[?( is no JSONPath",
                "$.data.id|$data.id|line 2: $.callback.payment_id",
                "payment_id: $.data.id|order: $.data.id|line 2: $.callback",
                "operations:|headers: { Authorization: abc }\\noperations:|Authorization",
            })
    void namesLineAndReasonOfAMistake(String good, String bad, String expected) throws IOException {
        String replaced = GOOD.replace(good, bad == null ? "" : bad.replace("\\n", "\n"));

        assertThatThrownBy(() -> load(replaced))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("ours.yaml")
                .hasMessageContaining(expected);
    }

    @Test
    void refusesAMappingForSigningIn() {
        assertThatThrownBy(() -> load(GOOD + "  AUTH: { method: POST, path: /t, answer: { access_token: $.t } }\n"))
                .hasMessageContaining("line 15: AUTH has only method and path");
    }

    private void load(String yaml) throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("endpoint-profiles"));
        Files.writeString(profiles.resolve("ours.yaml"), yaml);
        new EndpointProfiles(new Home(folder)).load("ours");
    }
}
