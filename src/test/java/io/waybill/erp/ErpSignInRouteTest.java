package io.waybill.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@Import(ErpSignInRouteTest.Clocks.class)
@TestPropertySource(properties = {"waybill.erp.username=waybill", "waybill.erp.password=hunter2-hunter2"})
class ErpSignInRouteTest extends ErpRouteSupport {

    private static final String PRICE = "{'unit_price':5,'currency':'KES'}";
    private static final SettableClock clock = SettableClock.atNoon();

    @BeforeEach
    void tokensOfEarlierTestsAreOver() {
        clock.pass(Duration.ofDays(1));
        erp.stubFor(get(urlPathEqualTo("/api/price")).willReturn(answer(PRICE)));
    }

    @Test
    void signsInOnceAndKeepsTheTokenUntilItExpires() {
        token("t1", 3600);

        ok(getPrice());
        ok(getPrice());
        erp.verify(
                1,
                postRequestedFor(urlPathEqualTo("/api/auth/token"))
                        .withRequestBody(equalToJson("{\"username\":\"waybill\",\"password\":\"hunter2-hunter2\"}")));
        erp.verify(2, getRequestedFor(urlPathEqualTo("/api/price")).withHeader("Authorization", equalTo("Bearer t1")));

        clock.pass(Duration.ofSeconds(3590));
        ok(getPrice());
        erp.verify(2, postRequestedFor(urlPathEqualTo("/api/auth/token")));
    }

    /** 004-21: fifty at once on an expired token are one AUTH call; on a token that is refused, below. */
    @Test
    void fiftyCallsOnAnExpiredTokenSignInOnce() throws InterruptedException {
        token("t1", 3600);
        ok(getPrice());
        clock.pass(Duration.ofSeconds(4000));
        erp.resetRequests();
        erp.stubFor(post("/api/auth/token")
                .willReturn(answer("{'access_token':'t2','expires_in':3600}").withFixedDelay(300)));

        assertThat(fiftyPrices()).allSatisfy(reply -> assertThat(reply).isInstanceOf(ErpReply.Ok.class));

        erp.verify(1, postRequestedFor(urlPathEqualTo("/api/auth/token")));
        erp.verify(50, getRequestedFor(urlPathEqualTo("/api/price")).withHeader("Authorization", equalTo("Bearer t2")));
    }

    @Test
    void fiftyCallsWithARejectedTokenSignInOnce() throws InterruptedException {
        token("t1", 3600);
        ok(getPrice());
        erp.stubFor(get(urlPathEqualTo("/api/price"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(answer(401, "{}")));
        erp.resetRequests();
        erp.stubFor(post("/api/auth/token")
                .willReturn(answer("{'access_token':'t2','expires_in':3600}").withFixedDelay(300)));

        assertThat(fiftyPrices()).allSatisfy(reply -> assertThat(reply).isInstanceOf(ErpReply.Ok.class));

        erp.verify(1, postRequestedFor(urlPathEqualTo("/api/auth/token")));
    }

    @Test
    void renewsTheTokenOnceAndThenGivesUp() {
        token("t1", 3600);
        erp.stubFor(post("/api/orders").willReturn(answer(401, "{'message':'Token hunter2-hunter2 is bad'}")));

        ErpAnswer order = createOrderAnswer();

        assertThat(order.reply()).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(order.reply())).contains("401", "does not accept our credentials");
        erp.verify(2, postRequestedFor(urlPathEqualTo("/api/orders")).withHeader("Idempotency-Key", equalTo(KEY)));
        erp.verify(2, postRequestedFor(urlPathEqualTo("/api/auth/token")));
        assertThat(order.exchanges())
                .extracting(exchange -> exchange.url().replace(erp.baseUrl(), ""))
                .containsExactly("/api/auth/token", "/api/orders", "/api/auth/token", "/api/orders");
    }

    @Test
    void showsNoSecretAnywhere() {
        token("secret-token-1", 3600);
        erp.stubFor(post("/api/orders")
                .willReturn(answer(422, "{'message':'Bearer secret-token-1 of hunter2-hunter2 may not'}")));

        ErpAnswer order = createOrderAnswer();

        String shown = order.reply()
                + order.exchanges().stream().map(ErpExchange::toString).collect(Collectors.joining());
        assertThat(shown).contains("Bearer *** of *** may not").doesNotContain("secret-token-1", "hunter2");
    }

    @Test
    void sendsNothingWhenItCannotSignIn() {
        erp.stubFor(post("/api/auth/token").willReturn(answer(403, "{'message':'Unknown user'}")));

        ErpReply reply = createOrder();

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("signing in failed", "Unknown user");
        erp.verify(0, postRequestedFor(urlPathEqualTo("/api/orders")));
    }

    @Test
    void isDownWhileSigningInIs() {
        erp.stubFor(post("/api/auth/token").willReturn(answer(500, "{}")));

        assertThat(createOrder()).isInstanceOf(ErpReply.Down.class);
        erp.verify(0, postRequestedFor(urlPathEqualTo("/api/orders")));
    }

    @Test
    void callsWithoutATokenWhenTheErpOnlyChecksTheCredentials() {
        erp.stubFor(post("/api/auth/token").willReturn(answer("{'expires_in':60}")));

        ok(getPrice());

        erp.verify(getRequestedFor(urlPathEqualTo("/api/price")).withoutHeader("Authorization"));
    }

    @Test
    void refusesATokenThatWouldAddAHeader() {
        erp.stubFor(any(anyUrl()).willReturn(answer("{'access_token':'x\\r\\nEvil: 1'}")));

        assertThat(reason(getPrice())).contains("access_token contains characters");
    }

    private List<ErpReply> fiftyPrices() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(Stream.<Callable<ErpReply>>generate(() -> this::getPrice)
                            .limit(50)
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    private static void token(String token, int seconds) {
        erp.stubFor(post("/api/auth/token")
                .willReturn(answer("{'access_token':'%s','expires_in':%d}".formatted(token, seconds))));
    }

    @TestConfiguration
    static class Clocks {
        @Bean
        Clock clock() {
            return clock;
        }
    }
}
