package io.waybill.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.waybill.CamelTests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
            "waybill.whatsapp.connect-timeout=1s",
            "waybill.whatsapp.response-timeout=1500ms",
            "waybill.whatsapp.media-timeout=1500ms"
        })
@ResourceLock(CamelTests.LOCK)
class MediaApiRouteTest {

    private static final String NUMBER = "310000000000007";

    private static final String LOOK = "/v25.0/4711?phone_number_id=310000000000007";
    private static final String BYTES = "/attachments/?mid=4711&hash=a%2Bb%2F%3D";
    private static final byte[] FILE = "%PDF-1.7 the file".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    static final WireMockExtension graph = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().containerThreads(60))
            .build();

    @RegisterExtension
    static final WireMockExtension elsewhere = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Autowired
    private MediaApi media;

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("waybill.whatsapp.base-url", graph::baseUrl);
    }

    @Test
    void asksGraphWhereTheFileIsAndFetchesItFromThereWithTheToken() {
        isAt(graph.baseUrl() + BYTES, "\"sha256\":\"abc\",\"file_size\":\"17\"");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(ok().withBody(FILE)));

        assertThat(fetch()).isEqualTo(new MediaResult.Fetched("abc", 17L));

        assertThat(taken.toByteArray()).isEqualTo(FILE);
        graph.verify(
                getRequestedFor(urlEqualTo(LOOK)).withHeader("Authorization", equalTo("Bearer token-of-the-test")));
        graph.verify(
                getRequestedFor(urlEqualTo(BYTES)).withHeader("Authorization", equalTo("Bearer token-of-the-test")));
    }

    @Test
    void asksNoHostThatIsNotMetas() {
        isAt(elsewhere.baseUrl() + "/steal", "\"file_size\":17");

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        MediaResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("not Meta's"));
        elsewhere.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void followsNoRedirect() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(temporaryRedirect(elsewhere.baseUrl() + "/steal")));

        assertThat(reason()).contains("302");
        elsewhere.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/x",
                "https://lookaside.fbsbx.com.evil.example/x",
                "https://lookaside.fbsbx.com@evil.example/x",
                "https://evilfbsbx.com/x",
                "https://lookaside.fbsbx.com:8443/x",
                "https://169.254.169.254/x",
                "file:///etc/passwd",
                "https://lookaside.fbsbx.com\\@evil.example/x",
                "not an address"
            })
    void knowsWhichHostsAreMetas(String address) {
        assertThat(MetaHosts.include(address, "https://graph.facebook.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&hash=x",
                "https://LOOKASIDE.fbsbx.com:443/x",
                "https://scontent.whatsapp.net/x",
                "https://graph.facebook.com/v25.0/1"
            })
    void takesMetasHosts(String address) {
        assertThat(MetaHosts.include(address, "https://graph.facebook.com")).isTrue();
    }

    @Test
    void asksForANewAddressWhenTheFirstHasEnded() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES))
                .inScenario("ended")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(404))
                .willSetStateTo("new"));
        graph.stubFor(get(urlEqualTo(BYTES))
                .inScenario("ended")
                .whenScenarioStateIs("new")
                .willReturn(ok().withBody(FILE)));

        assertThat(fetch()).isInstanceOf(MediaResult.Fetched.class);
        assertThat(taken.toByteArray()).isEqualTo(FILE);
        graph.verify(2, getRequestedFor(urlEqualTo(LOOK)));
    }

    @Test
    void asksTwiceAndNotForEver() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(aResponse().withStatus(404)));

        assertThat(reason()).contains("not where Graph says");
        graph.verify(2, getRequestedFor(urlEqualTo(BYTES)));
    }

    @Test
    void saysWhatGraphSaysOfAFileItDoesNotHave() {
        graph.stubFor(get(urlEqualTo(LOOK))
                .willReturn(jsonResponse(
                        "{\"error\":{\"message\":\"Object with ID '4711' does not exist\",\"code\":100}}", 400)));

        assertThat(reason()).contains("400").contains("does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"url\":{}}"})
    void survivesAnAnswerThatMakesNoSense(String body) {
        graph.stubFor(get(urlEqualTo(LOOK)).willReturn(okJson(body)));

        assertThat(reason()).contains("no address");
    }

    @Test
    void fetchesNothingThatIsAnnouncedTooLarge() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":\"1001\"");

        assertThat(fetch()).isEqualTo(new MediaResult.TooLarge());
        graph.verify(0, getRequestedFor(urlPathEqualTo("/attachments/")));
    }

    @Test
    void hangsUpOnAFileThatIsLargerThanAnnounced() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES))
                .willReturn(ok().withBody(new byte[1_000_000]).withChunkedDribbleDelay(100, 20_000)));
        long start = System.nanoTime();

        MediaResult result = media.fetch(NUMBER, "4711", 1_000, bytes -> {
            if (bytes.readNBytes(1_001).length > 1_000) {
                throw new MediaTooLarge();
            }
        });

        assertThat(result).isEqualTo(new MediaResult.TooLarge());
        // The rest would take twenty seconds.
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
    }

    @Test
    void waitsForAFileOnlySoLong() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(ok().withBody(FILE).withFixedDelay(3_000)));
        assertThat(reason()).contains("in time");

        graph.stubFor(get(urlEqualTo(BYTES))
                .willReturn(ok().withBody(new byte[100_000]).withChunkedDribbleDelay(50, 20_000)));
        long start = System.nanoTime();
        assertThat(reason()).contains("in time");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"RANDOM_DATA_THEN_CLOSE", "MALFORMED_RESPONSE_CHUNK", "CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void survivesABrokenConnection(Fault fault) {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(aResponse().withFault(fault)));

        assertThat(reason()).contains("broke off");
    }

    @Test
    void noticesAFileThatEndsTooEarly() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES))
                .willReturn(ok().withBody(FILE).withHeader("Content-Length", String.valueOf(FILE.length + 5))));

        assertThat(fetch()).isInstanceOf(MediaResult.Missing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../messages", "4711?x=y", "4711/../..", "a b"})
    void asksForNothingThatIsNoId(String id) {
        assertThat(media.fetch(NUMBER, id, 1_000, in -> {})).isInstanceOf(MediaResult.Missing.class);
        graph.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void hidesNoErrorOfOurOwn() {
        isAt(graph.baseUrl() + BYTES, "\"file_size\":17");
        graph.stubFor(get(urlEqualTo(BYTES)).willReturn(ok().withBody(FILE)));

        assertThatThrownBy(() -> media.fetch(NUMBER, "4711", 1_000, in -> {
                    throw new IllegalStateException("the store");
                }))
                .hasMessage("the store");
    }

    private MediaResult fetch() {
        taken.reset();
        return media.fetch(NUMBER, "4711", 1_000, in -> in.transferTo(taken));
    }

    private String reason() {
        MediaResult result = fetch();
        assertThat(result).isInstanceOf(MediaResult.Missing.class);
        return ((MediaResult.Missing) result).reason();
    }

    private static void isAt(String url, String more) {
        graph.stubFor(
                get(urlEqualTo(LOOK)).willReturn(okJson("{\"url\":\"%s\",\"id\":\"4711\",%s}".formatted(url, more))));
    }
}
