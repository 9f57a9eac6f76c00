package io.waybill.hook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.database.KeptOfPeople;
import io.waybill.database.Node;
import io.waybill.database.PersonalRows;
import io.waybill.database.SecretBox;
import io.waybill.notice.Notices;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookProperties.class)
class HookConfiguration {

    /** No call waits for a connection: as many as can be under way at once. */
    private static final int CONNECTIONS = Hooks.MOST * Deliveries.AT_ONCE;

    @Bean
    KeptOfPeople eventsOfPeople(JdbcClient jdbc) {
        return new PersonalRows(
                jdbc,
                "hook_event",
                "select id, type, occurred_at, data from hook_event where contact_id = any(:contacts) order by occurred_at, id",
                "delete from hook_event where contact_id = any(:contacts)");
    }

    @Bean
    HookBell hookBell() {
        return new HookBell();
    }

    @Bean
    HookEvents hookEvents(JdbcClient jdbc, Clock clock, HookBell bell) {
        return new HookEvents(jdbc, clock, bell);
    }

    @Bean(initMethod = "sealPlain")
    Hooks hooks(JdbcClient jdbc, Clock clock, SecretBox box) {
        return new Hooks(jdbc, clock, box);
    }

    @Bean
    VisibleHooks visibleHooks(Hooks hooks) {
        return new VisibleHooks(hooks);
    }

    @Bean
    Receivers hookReceivers(HookProperties configured) {
        HookProperties properties = configured.usable();
        return new Receivers(properties.allowHttp(), properties.privateHosts());
    }

    @Bean
    Deliveries hookDeliveries(JdbcClient jdbc, TransactionTemplate transaction, Node node, Clock clock, SecretBox box) {
        return new Deliveries(jdbc, transaction, node, clock, box);
    }

    @Bean
    DeliveryLog hookDeliveryLog(JdbcClient jdbc) {
        return new DeliveryLog(jdbc);
    }

    @Bean
    Replays hookReplays(JdbcClient jdbc, HookBell bell, Clock clock) {
        return new Replays(jdbc, bell, clock);
    }

    @Bean
    HookHttp hookHttpCalls(CamelContext camel, ProducerTemplate producer) {
        return new HookHttp(camel, producer);
    }

    @Bean
    HookWork hookWork(
            Deliveries deliveries, JdbcClient jdbc, HookHttp http, Notices notices, HookBell bell, Clock clock) {
        Failures failures = new Failures(() -> ThreadLocalRandom.current().nextDouble());
        return new HookWork(
                new HookSender(deliveries, new DeliveryMarks(jdbc), http, failures, notices, bell, clock), bell);
    }

    @Bean
    HookUpkeep hookUpkeep(JdbcClient jdbc, Deliveries deliveries, MeterRegistry registry, Clock clock) {
        return new HookUpkeep(jdbc, deliveries, registry, clock);
    }

    @Bean
    BoundedCalls hookBoundedCalls(HookProperties configured) {
        HookProperties properties = configured.usable();
        return new BoundedCalls(properties.connectTimeout().plus(properties.responseTimeout()));
    }

    /** Camel's component for the scheme {@code hookHttp}. */
    @Bean
    HttpComponent hookHttp(HookProperties configured, Receivers receivers, BoundedCalls bounded) {
        HookProperties properties = configured.usable();
        HttpComponent http = new HttpComponent();
        http.setClientConnectionManager(connections(properties, receivers));
        http.setConnectionRequestTimeout(properties.connectTimeout().toMillis());
        http.setResponseTimeout(properties.responseTimeout().toMillis());
        // Retries have their time in the database: on 429 and 503 the client would silently post again.
        http.setAutomaticRetriesDisabled(true);
        http.setRedirectHandlingDisabled(true);
        http.setCookieManagementDisabled(true);
        http.setAuthCachingDisabled(true);
        http.setContentCompressionDisabled(true);
        http.setSkipResponseHeaders(true);
        http.setUserAgent("Waybill");
        http.setHttpClientConfigurer(client -> client.addExecInterceptorFirst("bounded-calls", bounded));
        return http;
    }

    private static PoolingHttpClientConnectionManager connections(HookProperties properties, Receivers receivers) {
        ConnectionConfig config = ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                .setTimeToLive(TimeValue.ofMinutes(5))
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(receivers)
                .setDefaultConnectionConfig(config)
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
    }
}
