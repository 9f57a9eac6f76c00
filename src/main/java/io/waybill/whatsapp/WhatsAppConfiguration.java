package io.waybill.whatsapp;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.home.Home;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WhatsAppProperties.class)
class WhatsAppConfiguration {

    private static final int CONNECTIONS = 200;
    /** Files fetched at once; more wait. */
    private static final int MEDIA_CONNECTIONS = 32;

    @Bean
    WhatsAppChannels whatsAppChannels(WhatsAppProperties configured, ObjectProvider<WhatsAppSimulator> simulator) {
        WhatsAppProperties properties = configured.usable();
        WhatsAppSimulator standIn = properties.real() ? null : simulator.getIfAvailable();
        return WhatsAppChannels.of(
                standIn == null ? WhatsAppChannel.real(properties) : standIn.channel(properties), properties.numbers());
    }

    @Bean
    Templates templates(Home home) {
        return Templates.load(home);
    }

    @Bean
    ReopenTemplate reopenTemplate(Templates templates, WhatsAppProperties configured) {
        return new ReopenTemplate(templates, configured.reopenTemplate());
    }

    @Bean
    CloudApi cloudApi(
            WhatsAppChannels channels,
            CamelContext camel,
            ProducerTemplate producer,
            OwnFiles files,
            MeterRegistry meters) {
        return new CloudApi(channels, camel, producer, files, meters);
    }

    @Bean
    GraphAsk graphAsk(CamelContext camel, ProducerTemplate producer) {
        return new GraphAsk(camel, producer);
    }

    @Bean
    MediaUploads mediaUploads(CamelContext camel, ProducerTemplate producer) {
        return new MediaUploads(camel, producer);
    }

    @Bean
    MediaApi mediaApi(WhatsAppChannels channels, CamelContext camel, ProducerTemplate producer) {
        return new MediaApi(channels, camel, producer);
    }

    @Bean
    TemplateApi templateApi(CamelContext camel, ProducerTemplate producer) {
        return new TemplateApi(camel, producer);
    }

    @Bean
    TemplateSamples templateSamples(CamelContext camel, ProducerTemplate producer) {
        return new TemplateSamples(camel, producer);
    }

    @Bean
    MediaWire mediaWire() {
        return new MediaWire();
    }

    /** Camel's component for the scheme {@code graphHttp}. */
    @Bean
    HttpComponent graphHttp(WhatsAppProperties configured) {
        return graph(configured.usable(), CONNECTIONS);
    }

    /** Camel's component for the scheme {@code graphMediaHttp}: answers are read while they come. */
    @Bean
    HttpComponent graphMediaHttp(WhatsAppProperties configured) {
        WhatsAppProperties properties = configured.usable();
        HttpComponent media = graph(properties, MEDIA_CONNECTIONS);
        media.setHttpClientConfigurer(client ->
                client.addExecInterceptorFirst("unread-dropped", new UnreadDropped(properties.mediaTimeout())));
        return media;
    }

    private static HttpComponent graph(WhatsAppProperties properties, int connections) {
        HttpComponent graph = new HttpComponent();
        graph.setClientConnectionManager(connections(properties, connections));
        graph.setConnectionRequestTimeout(properties.responseTimeout().toMillis());
        graph.setResponseTimeout(properties.responseTimeout().toMillis());
        // The outbox owns retries: on 429 and 503 the client would silently post again.
        graph.setAutomaticRetriesDisabled(true);
        graph.setRedirectHandlingDisabled(true);
        graph.setCookieManagementDisabled(true);
        graph.setAuthCachingDisabled(true);
        graph.setContentCompressionDisabled(true);
        graph.setSkipResponseHeaders(true);
        graph.setUserAgent("Waybill");
        return graph;
    }

    private static PoolingHttpClientConnectionManager connections(WhatsAppProperties properties, int most) {
        Timeout response = Timeout.of(properties.responseTimeout());
        ConnectionConfig config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                .setSocketTimeout(response)
                // A connection Graph has closed meanwhile would make a send ambiguous.
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(config)
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .build();
    }
}
