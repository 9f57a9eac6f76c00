package io.waybill.whatsapp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.CamelTests;
import io.waybill.ProductionClasses;
import io.waybill.far.FakeGraph;
import io.waybill.message.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever goes out to WhatsApp goes to the Graph that is configured, or to a host of Meta's that it names. */
@CamelSpringBootTest
@SpringBootTest(
        classes = {WhatsAppAlone.class, EgressTest.Watched.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=file:routes/50-whatsapp.camel.yaml",
            "waybill.whatsapp.phone-number-id=1",
            "waybill.whatsapp.access-token=token",
            "waybill.whatsapp.app-secret=s",
            "waybill.whatsapp.verify-token=v"
        })
@ResourceLock(CamelTests.LOCK)
class EgressTest {

    private static final FakeGraph GRAPH = FakeGraph.start(0, "token", "1");
    private static final Set<String> CALLED = ConcurrentHashMap.newKeySet();

    @Autowired
    private CloudApi api;

    @Autowired
    private GraphAsk ask;

    @Autowired
    private MediaApi media;

    @Autowired
    private MediaUploads uploads;

    @Autowired
    private WhatsAppChannels channels;

    @Autowired
    private Templates templates;

    @Autowired
    private CamelContext camel;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("waybill.whatsapp.base-url", GRAPH::uri);
    }

    @AfterAll
    static void close() {
        GRAPH.close();
    }

    /** Writes down every address that a connection of ours calls. */
    static class Watched {

        @Bean
        static BeanPostProcessor watch() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (bean instanceof HttpComponent http) {
                        var before = http.getHttpClientConfigurer();
                        HttpRequestInterceptor note = (request, entity, context) ->
                                CALLED.add(request.getScheme() + "://" + request.getAuthority());
                        http.setHttpClientConfigurer(client -> {
                            if (before != null) {
                                before.configureHttpClient(client);
                            }
                            client.addRequestInterceptorFirst(note);
                        });
                    }
                    return bean;
                }
            };
        }
    }

    /** 003-06: all that goes out goes to the configured Graph only. */
    @Test
    void everyCallGoesToTheGraphThatIsConfigured() {
        GRAPH.keeps("900", new byte[] {1, 2, 3}, "image/png");
        RenderResult.Messages text = (RenderResult.Messages) MessagePayload.render(
                new Reply.Text("Look at https://elsewhere.example/"),
                new Recipient("+254711000001", null),
                true,
                templates);

        api.send("1", text.messages().getFirst(), "1.1");
        api.markRead("1", "wamid.x", true);
        ask.get(channels.main(), "1");
        uploads.upload(
                channels.main(),
                new MediaUploads.FileToSend(
                        "a.pdf",
                        "application/pdf",
                        4,
                        () -> new ByteArrayInputStream("%PDF".getBytes(StandardCharsets.UTF_8))));
        assertThat(media.fetch("1", "900", 100, InputStream::readAllBytes)).isInstanceOf(MediaResult.Fetched.class);

        assertThat(GRAPH.messages()).hasSize(1);
        assertThat(GRAPH.uploads().all()).hasSize(1);
        assertThat(CALLED).containsExactly(GRAPH.uri().toString());
    }

    @Test
    void routesToWhatsAppEndAtGraphOnly() {
        assertThat(camel.getEndpoints().stream()
                        .map(Endpoint::getEndpointUri)
                        .filter(uri -> !uri.startsWith("direct:")))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri).matches("graph(Media)?Http://graph\\?.*"));
    }

    @Test
    void nothingBesideTheRoutesCallsOut() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.waybill.whatsapp..", "io.waybill.outbox..", "io.waybill.setup..", "io.waybill.webhook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.springframework.web.client..", "okhttp3..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .because("what goes out to WhatsApp goes by routes/50-whatsapp.camel.yaml")
                .check(ProductionClasses.all());
    }
}
