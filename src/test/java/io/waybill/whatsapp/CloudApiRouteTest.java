package io.waybill.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToIgnoreCase;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.CamelTests;
import io.waybill.whatsapp.SendFailure.Kind;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CamelSpringBootTest
@SpringBootTest(
        classes = WhatsAppAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/50-whatsapp.camel.yaml",
            "waybill.whatsapp.phone-number-id=310000000000007",
            "waybill.whatsapp.access-token=token-of-the-test",
            "waybill.whatsapp.app-secret=s",
            "waybill.whatsapp.verify-token=v",
            "waybill.whatsapp.business-account-id=2",
            "waybill.whatsapp.connect-timeout=1s",
            "waybill.whatsapp.response-timeout=1500ms"
        })
@ResourceLock(CamelTests.LOCK)
class CloudApiRouteTest {

    private static final String NUMBER = "310000000000007";

    private static final String URL = "/v25.0/310000000000007/messages";
    private static final WireMessage HELLO =
            new WireMessage("{\"type\":\"text\",\"text\":{\"body\":\"مرحبا 👩‍👩‍👧‍👦 é\"}}");

    @RegisterExtension
    static final WireMockExtension graph = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig()
                    .dynamicPort()
                    .dynamicHttpsPort()
                    .containerThreads(60))
            .build();

    @Autowired
    private CloudApi cloudApi;

    @Autowired
    private CamelContext camel;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private OwnFiles files;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("waybill.whatsapp.base-url", CloudApiRouteTest::graphUrl);
    }

    @Test
    void sendsTheBytesAsTheyAreWithTokenAndReference() {
        answer(
                okJson(
                        "{\"contacts\":[{\"input\":\"+115550100111\",\"wa_id\":\"15550100111\"}],\"messages\":[{\"id\":\"wamid.A\"}]}"));

        assertThat(cloudApi.send(NUMBER, HELLO, "42")).isEqualTo(new SendResult.Accepted("wamid.A", "+15550100111"));

        LoggedRequest request = onlyRequest();
        assertThat(request.getBody())
                .isEqualTo(
                        "{\"type\":\"text\",\"text\":{\"body\":\"مرحبا 👩‍👩‍👧‍👦 é\"},\"biz_opaque_callback_data\":\"42\"}"
                                .getBytes(StandardCharsets.UTF_8));
        graph.verify(postRequestedFor(urlEqualTo(URL))
                .withHeader("Authorization", equalTo("Bearer token-of-the-test"))
                .withHeader("Content-Type", equalToIgnoreCase("application/json; charset=utf-8")));
    }

    @Test
    void noHeaderOfOursLeaks() {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.A\"}]}"));

        producer.send("direct:whatsapp-send", exchange -> {
            exchange.setVariable("graphUrl", graphUrl() + URL);
            exchange.setVariable("graphAuthorization", "Bearer x");
            exchange.getMessage().setHeader("X-Customer-Phone", "+15550100111");
            exchange.getMessage().setHeader("Cookie", "a=b");
            exchange.getMessage().setHeader("CamelHttpQuery", "a=b");
            exchange.getMessage().setBody("{}".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(onlyRequest().getHeaders().keys().stream().map(String::toLowerCase))
                .containsExactlyInAnyOrder(
                        "authorization", "content-type", "content-length", "host", "connection", "user-agent");
    }

    @ParameterizedTest
    @CsvSource({
        "400, 190, CONFIGURATION",
        "400, 10, CONFIGURATION",
        "400, 250, CONFIGURATION",
        "400, 131042, CONFIGURATION",
        "400, 133010, CONFIGURATION",
        "500, 2, RETRY",
        "400, 2, RETRY",
        "400, 131000, RETRY",
        "429, 130429, RETRY",
        "400, 131056, RETRY",
        "400, 131057, RETRY",
        "400, 4, WAIT",
        "400, 80007, WAIT",
        "400, 131048, WAIT",
        "400, 132015, WAIT",
        "400, 131047, PERMANENT",
        "500, 131026, PERMANENT",
        "400, 100, PERMANENT",
        "400, 132001, PERMANENT",
        "400, 131062, PERMANENT",
        "400, 999999, PERMANENT",
        "500, 999999, RETRY"
    })
    void decidesByTheCodeAndNotByTheStatus(int status, int code, Kind kind) {
        answer(jsonResponse(
                "{\"error\":{\"message\":\"(#%d) x\",\"code\":%d,\"error_data\":{\"details\":\"Why.\"}}}"
                        .formatted(code, code),
                status));

        SendFailure failure = failure();

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.details()).isEqualTo("Why.");
        assertThat(failure.advice()).isNotBlank();
        graph.verify(1, postRequestedFor(urlEqualTo(URL)));
    }

    @ParameterizedTest
    @CsvSource({"500, RETRY", "502, RETRY", "503, RETRY", "429, RETRY", "403, RETRY", "504, AMBIGUOUS", "200, AMBIGUOUS"
    })
    void aPageOfAProxyIsNotAnAnswerOfGraph(int status, Kind kind) {
        answer(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withHeader("Retry-After", "0")
                .withBody("<html>" + "x".repeat(300_000)));

        assertThat(failure().kind()).isEqualTo(kind);
        graph.verify(1, postRequestedFor(urlEqualTo(URL)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "{\"messages\":[]}", "{\"messages\":[{\"id\":\"\"}]}", "[]", "null", "7", "``"})
    void acceptedWithoutAnIdMayHaveBeenSent(String body) {
        answer(okJson(body));

        assertThat(failure().kind()).isEqualTo(Kind.AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void aConnectionBrokenAfterSendingIsAmbiguous(Fault fault) {
        answer(aResponse().withFault(fault));

        assertThat(failure().kind()).isEqualTo(Kind.AMBIGUOUS);
        graph.verify(1, postRequestedFor(urlEqualTo(URL)));
    }

    @Test
    void silenceIsAmbiguous() {
        answer(ok().withFixedDelay(3_000));

        assertThat(failure().kind()).isEqualTo(Kind.AMBIGUOUS);
        await().untilAsserted(() -> graph.verify(1, postRequestedFor(urlEqualTo(URL))));
    }

    @Test
    void anAnswerThatDripsIsAmbiguous() {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.A\"}]}").withChunkedDribbleDelay(2, 6_000));

        assertThat(failure().kind()).isEqualTo(Kind.AMBIGUOUS);
        // On a busy machine the far side may notice the request only after we have given up.
        await().untilAsserted(() -> graph.verify(1, postRequestedFor(urlEqualTo(URL))));
    }

    @Test
    void whatNeverConnectedIsSafeToSendAgain() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        for (String url : List.of(
                "http://127.0.0.1:" + unused, "http://graph.invalid", "https://127.0.0.1:" + graph.getHttpsPort())) {
            CloudApi unreachable =
                    new CloudApi(new WhatsAppChannels(List.of(channel(url))), camel, producer, files, meters);
            SendFailure failure = ((SendResult.Failed) unreachable.send("3", HELLO, "1")).failure();
            assertThat(failure.kind()).as("%s: %s", url, failure).isEqualTo(Kind.RETRY);
            assertThat(failure.details()).isNotBlank();
        }
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() {
        answer(temporaryRedirect("/elsewhere").withHeader("Set-Cookie", "session=1"));

        assertThat(failure().kind()).isEqualTo(Kind.RETRY);
        failure();
        assertThat(graph.getAllServeEvents())
                .hasSize(2)
                .noneMatch(event -> event.getRequest().containsHeader("Cookie"));
    }

    @Test
    void marksAsReadAndShrugsWhenThatFails() {
        answer(okJson("{\"success\":true}"));
        cloudApi.markRead(NUMBER, "wamid.\"B\"", true);

        assertThat(onlyRequest().getBodyAsString()).isEqualTo("""
                        {"messaging_product":"whatsapp","status":"read","message_id":"wamid.\\"B\\"",\
                        "typing_indicator":{"type":"text"}}""");

        answer(aResponse().withFault(Fault.EMPTY_RESPONSE));
        cloudApi.markRead(NUMBER, "wamid.B", false);
    }

    @Test
    void countsByOutcome() {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.A\"}]}"));
        double before = accepted();

        cloudApi.send(NUMBER, HELLO, "1");

        assertThat(accepted()).isEqualTo(before + 1);
    }

    @Test
    void servesManyVirtualThreadsAtOnce() throws Exception {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.A\"}]}").withFixedDelay(50));
        List<Callable<SendResult>> calls = IntStream.range(0, 200)
                .<Callable<SendResult>>mapToObj(i -> () -> cloudApi.send(NUMBER, HELLO, Integer.toString(i)))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<SendResult> result : threads.invokeAll(calls)) {
                assertThat(result.get()).isInstanceOf(SendResult.Accepted.class);
            }
        }

        assertThat(graph.getAllServeEvents().stream()
                        .map(event -> event.getRequest().getBodyAsString())
                        .collect(Collectors.toSet()))
                .hasSize(200);
    }

    private double accepted() {
        return meters.timer("waybill.whatsapp.sends", "outcome", "accepted").count();
    }

    private SendFailure failure() {
        return ((SendResult.Failed) cloudApi.send(NUMBER, HELLO, "1")).failure();
    }

    private static WhatsAppChannel channel(String baseUrl) {
        return new WhatsAppChannel("main", true, "3", "2", () -> "t", "s", "v", () -> baseUrl, "v25.0", 80);
    }

    private static String graphUrl() {
        return "http://127.0.0.1:" + graph.getPort();
    }

    private static void answer(ResponseDefinitionBuilder response) {
        graph.stubFor(post(urlEqualTo(URL)).willReturn(response));
    }

    private static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = graph.findAll(postRequestedFor(urlEqualTo(URL)));
        assertThat(requests).hasSize(1);
        return requests.getFirst();
    }
}
