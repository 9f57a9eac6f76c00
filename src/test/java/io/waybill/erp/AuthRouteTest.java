package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
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

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.waybill.home.Misconfigured;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuthRouteTest extends MappedErpSupport {

    private static final String OPERATIONS = """
            operations:
              LIST_PRODUCTS: { method: GET, path: /p }
              GET_PRICE: { method: GET, path: /price }
              CREATE_ORDER: { method: POST, path: /orders }
            """ + REST;

    private static final String SESSION = """
            title: Sessions
            auth:
              type: session
              idle: 1500
              login: { method: POST, path: /Login, body: { CompanyDB: "= const.company", UserName: "= secret.user", Password: "= secret.password" } }
              cookies: [B1SESSION, ROUTEID]
            const: { company: SBO }
            """ + OPERATIONS;

    private static final Map<String, String> USER = Map.of("secret.user", "manager", "secret.password", "s3cret");

    @Test
    void signsInWithUserNameAndPassword() {
        priced(get(urlPathEqualTo("/price")).withBasicAuth("manager", "s3cret"));

        ok(price(gateway("""
                title: Basic
                auth: { type: basic, username: "{{secret.user}}", password: "{{secret.password}}" }
                """ + OPERATIONS, USER)));
    }

    @Test
    void putsASecretIntoAHeader() {
        priced(get(urlPathEqualTo("/price")).withHeader("Authorization", equalTo("token k:s3cret")));

        ok(price(gateway("""
                title: Header
                auth: { type: header, name: Authorization, value: "token {{secret.key}}:{{secret.password}}" }
                """ + OPERATIONS, Map.of("secret.key", "k", "secret.password", "s3cret"))));
    }

    @Test
    void sendsABearerToken() {
        priced(get(urlPathEqualTo("/price")).withHeader("Authorization", equalTo("Bearer s3cret")));

        ok(price(gateway("""
                title: Bearer
                auth: { type: bearer, token: "{{secret.key}}" }
                """ + OPERATIONS, Map.of("secret.key", "s3cret"))));
    }

    @Test
    void getsATokenByOAuth2AndKeepsItUntilItExpires() {
        erp.stubFor(post("/token").willReturn(answer("{'access_token':'t1','expires_in':'3600'}")));
        priced(get(urlPathEqualTo("/price")).withHeader("Authorization", equalTo("Bearer t1")));
        ErpGateway gateway = gateway(
                """
                title: OAuth2
                auth: { type: oauth2, token-url: "%s/token", client-id: "{{secret.client}}", client-secret: "{{secret.password}}", scope: "https://api.example/.default" }
                """.formatted(erp.baseUrl()) + OPERATIONS, Map.of("secret.client", "me", "secret.password", "s3 cret"));

        ok(price(gateway));
        ok(price(gateway));
        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/token"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(
                                equalTo(
                                        "grant_type=client_credentials&client_id=me&client_secret=s3%20cret&scope=https%3A%2F%2Fapi.example%2F.default")));
        clock.pass(Duration.ofHours(1));
        ok(price(gateway));
        erp.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void sendsNoSecretToATokenServerWithoutTls() {
        ErpGateway gateway = gateway("""
                title: OAuth2
                auth: { type: oauth2, token-url: "http://login.example.com/token", client-id: me, client-secret: "{{secret.password}}" }
                """ + OPERATIONS, Map.of("secret.password", "s3cret"));

        assertThat(reason(price(gateway))).contains("token-url of the profile must begin with https");
    }

    @Test
    void opensASessionAndSendsItsCookies() {
        login();
        priced(get(urlPathEqualTo("/price")).withHeader("Cookie", equalTo("B1SESSION=abc; ROUTEID=.node1")));

        ok(price(gateway(SESSION, USER)));

        erp.verify(
                1,
                postRequestedFor(urlEqualTo("/Login"))
                        .withRequestBody(equalToJson(
                                "{\"CompanyDB\":\"SBO\",\"UserName\":\"manager\",\"Password\":\"s3cret\"}")));
    }

    @Test
    void opensASessionAgainOnceForAllWhoFindItOver() throws Exception {
        login();
        erp.stubFor(get(urlPathEqualTo("/price"))
                .inScenario("session")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer(401, "")));
        ErpGateway gateway = gateway(SESSION, USER);
        erp.stubFor(post("/Login")
                .inScenario("session")
                .willSetStateTo("open")
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Set-Cookie", "B1SESSION=def", "ROUTEID=.node2")
                        .withFixedDelay(50)));
        priced(get(urlPathEqualTo("/price")).inScenario("session").whenScenarioStateIs("open"));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var prices = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() -> price(gateway)))
                    .toList();
            for (var price : prices) {
                ok(price.get());
            }
        }
        erp.verify(1, postRequestedFor(urlEqualTo("/Login")));
    }

    @Test
    void opensASessionAnewAfterItWasIdleForTooLong() {
        login();
        priced(get(urlPathEqualTo("/price")));
        ErpGateway gateway = gateway(SESSION, USER);
        ok(price(gateway));
        clock.pass(Duration.ofMinutes(20));
        ok(price(gateway));
        clock.pass(Duration.ofMinutes(20));
        ok(price(gateway));
        erp.verify(1, postRequestedFor(urlEqualTo("/Login")));

        clock.pass(Duration.ofMinutes(25));
        ok(price(gateway));
        erp.verify(2, postRequestedFor(urlEqualTo("/Login")));
    }

    @Test
    void readsInTheBodyThatASessionIsOver() {
        erp.stubFor(post("/login").willReturn(answer("{'session':'s1'}")));
        erp.stubFor(get(urlPathEqualTo("/price"))
                .inScenario("body")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(answer("{'fault':'session expired'}")));
        priced(get(urlPathEqualTo("/price"))
                .inScenario("body")
                .whenScenarioStateIs("renewed")
                .withHeader("X-Session", equalTo("s1")));

        ok(price(gateway("""
                title: Body
                auth:
                  type: session
                  login: { method: POST, path: /login, body: { u: "= secret.user" } }
                  headers: { X-Session: "{{login.session}}" }
                  expired: $.fault
                """ + OPERATIONS, USER)));
        erp.verify(2, postRequestedFor(urlEqualTo("/login")));
    }

    @Test
    void showsNoSecretWhateverTheErpRepeats() {
        erp.stubFor(any(anyUrl()).willReturn(answer(422, "{'message':'bad key s3cret'}")));
        ErpGateway gateway = gateway("""
                title: Header
                auth: { type: header, name: X-Key, value: "{{secret.key}}" }
                """ + OPERATIONS, Map.of("secret.key", "s3cret"));

        ErpAnswer answer = gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null);

        assertThat(answer.toString()).doesNotContain("s3cret").contains("bad key ***");
    }

    @Test
    void saysWhatToDoWhenASecretIsNotSet() {
        assertThatThrownBy(() -> gateway(SESSION, Map.of("secret.user", "manager")))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("The profile \"ours\" signs in with waybill.erp.secret.password, which is not set.");
    }

    @Test
    void refusesASecretOutsideOfSigningIn() {
        assertThatThrownBy(
                        () -> gateway(
                                "title: Leaky\n"
                                        + OPERATIONS.replace(
                                                "GET_PRICE: { method: GET, path: /price }",
                                                "GET_PRICE: { method: GET, path: /price, query: { k: \"= secret.key\" }, answer: { unit_price: $.p, currency: KES } }")))
                .hasMessageContaining("line 4: GET_PRICE: a secret may stand only in auth");
    }

    @Test
    void takesNoMoreCallsThanTheErpWants() {
        priced(get(urlPathEqualTo("/price")));
        ErpGateway gateway = gateway(
                "title: Slow\nrate: { calls: 2, seconds: 3600 }\n" + OPERATIONS, Map.of("bulkhead-wait", "10ms"));
        ok(price(gateway));
        ok(price(gateway));

        assertThat(reason(price(gateway))).contains("takes no more calls at this moment");
        erp.verify(2, getRequestedFor(urlPathEqualTo("/price")));
    }

    private static void login() {
        erp.stubFor(post("/Login")
                .withRequestBody(containing("manager"))
                .willReturn(aResponse()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Set-Cookie", "B1SESSION=abc; HttpOnly; path=/", "ROUTEID=.node1; path=/")
                        .withBody("{\"SessionId\":\"abc\"}")));
    }

    private static void priced(MappingBuilder request) {
        erp.stubFor(request.willReturn(answer("{'unit_price':1.10,'currency':'KES'}")));
    }

    private static ErpReply price(ErpGateway gateway) {
        return gateway.call(ErpOperation.GET_PRICE, json("{'external_product_id':'P1','qty':2}"), null)
                .reply();
    }
}
