package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Misconfigured;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets in what is sent, and nowhere else; tokens in the ways that some systems want. */
class SecretFieldsRouteTest extends MappedErpSupport {

    private static final String OPERATIONS = """
            operations:
              LIST_PRODUCTS: { method: GET, path: /p }
              CREATE_ORDER: { method: POST, path: /orders }
              GET_PRICE:
                method: POST
                reads: true
                path: /price
                headers: { X-Pass: "{{auth.pass}}" }
                body: { pass: "= auth.pass", when: "= now", secret: "= secret.pass" }
                answer: { unit_price: $.price, currency: "= $exists(auth.pass) ? auth.pass : 'KES'" }
            """ + REST;

    private static final String FIELDS = "  fields: { pass: \"{{$base64encode(const.shop & secret.pass & now)}}\" }\n";

    /** Base64 of {@code 77hushhush2026-11-21T10:00:00Z}. */
    private static final String PASS = "NzdodXNoaHVzaDIwMjYtMTEtMjFUMTA6MDA6MDBa";

    private final Map<String, String> secrets =
            Map.of("secret.pass", "hushhush", "secret.id", "me", "secret.key", "s3cret");

    @Test
    void sendsWhatIsMadeOfASecretAndKeepsItOutOfAllElse() {
        erp.stubFor(post("/price").willReturn(answer("{'price':1.10,'repeated':'%s'}".formatted(PASS))));

        ErpAnswer answer = price("auth:\n  type: bearer\n  token: \"{{secret.key}}\"\n" + FIELDS);

        assertThat(ok(answer.reply()).body().path("currency").textValue())
                .as("an answer knows no secret")
                .isEqualTo("KES");
        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/price"))
                        .withHeader("X-Pass", equalTo(PASS))
                        .withRequestBody(
                                equalToJson("{\"pass\":\"%s\",\"when\":\"2026-11-21T10:00:00Z\"}".formatted(PASS))));
        assertThat(answer.exchanges()).singleElement().satisfies(exchange -> {
            assertThat(exchange.request()).contains("\"pass\":\"***\"").doesNotContain(PASS);
            assertThat(exchange.answer()).contains("\"repeated\":\"***\"").doesNotContain(PASS);
        });
    }

    @Test
    void getsATokenByGet() {
        erp.stubFor(get(urlPathEqualTo("/token")).willReturn(answer("{'access_token':'t1'}")));
        erp.stubFor(post("/price").willReturn(answer("{'price':1.10}")));

        ok(price(oauth("method: GET, scope: a b")).reply());

        erp.verify(
                1,
                getRequestedFor(urlEqualTo("/token?grant_type=client_credentials&scope=a%20b"))
                        .withHeader("Authorization", equalTo("Basic bWU6czNjcmV0")));
    }

    @Test
    void getsATokenByBasic() {
        erp.stubFor(post("/token").willReturn(answer("{'access_token':'t1'}")));
        erp.stubFor(post("/price").willReturn(answer("{'price':1.10}")));

        ok(price(oauth("client: basic")).reply());

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withHeader("Authorization", equalTo("Basic bWU6czNjcmV0"))
                        .withRequestBody(equalTo("grant_type=client_credentials")));
    }

    @Test
    void getsATokenByTheForm() {
        erp.stubFor(post("/token").willReturn(answer("{'access_token':'t1'}")));
        erp.stubFor(post("/price").willReturn(answer("{'price':1.10}")));

        ok(price(oauth("client: form")).reply());

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withHeader("Authorization", absent())
                        .withRequestBody(containing("client_id=me&client_secret=s3cret")));
    }

    @Test
    void namesSecretsInSigningInOnly() {
        assertThatThrownBy(() -> gateway("title: Ours\n" + OPERATIONS, secrets))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("a secret may stand only in auth");
    }

    private static String oauth(String more) {
        return "auth: { type: oauth2, token-url: /token, client-id: \"{{secret.id}}\", client-secret: \"{{secret.key}}\", %s }\n"
                .formatted(more);
    }

    private ErpAnswer price(String auth) {
        String yaml =
                "title: Ours\nconst: { shop: \"77\" }\n" + auth + OPERATIONS.replace(", secret: \"= secret.pass\"", "");
        return gateway(yaml, secrets).call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':1}"), null);
    }
}
