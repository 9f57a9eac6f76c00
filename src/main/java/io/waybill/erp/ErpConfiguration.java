package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.home.Home;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Puts the ERP side together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErpProperties.class)
public class ErpConfiguration {

    @Bean
    EndpointProfiles endpointProfiles(Home home) {
        return new EndpointProfiles(home);
    }

    @Bean
    ErpSetup erpSetup(ErpProperties properties, EndpointProfiles profiles) {
        return ErpSetup.of(properties, profiles);
    }

    @Bean
    ErpAddress erpAddress(ErpSetup setup, Environment environment) {
        URI configured = setup.baseUrl();
        return configured == null ? () -> demo(environment) : () -> Optional.of(configured);
    }

    /** The port is known only once our own server listens: it may be a free one chosen by the system. */
    private static Optional<URI> demo(Environment environment) {
        String path = environment.getProperty("server.servlet.context-path", "");
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://127.0.0.1:" + port + path + "/demo-erp"));
    }

    @Bean
    ErpWire erpWire() {
        return new ErpWire();
    }

    /** The expressions of flows and profiles in routes: {@code language: jsonata}. */
    @Bean("jsonata-language")
    RouteExpressions jsonataInRoutes() {
        return new RouteExpressions();
    }

    /** Tables of routes to an ERP that reads and writes files. */
    @Bean
    @Lazy
    CsvTables csv() {
        return new CsvTables();
    }

    /** The component of the ERP routes. */
    @Bean
    HttpComponent erpHttp(ErpSetup setup, ErpProperties properties) {
        return new ErpHttpComponent(setup, properties);
    }

    @Bean
    Guards erpGuards(ErpSetup setup, ErpProperties properties, ObjectProvider<Clock> clocks) {
        return new Guards(
                setup.bulkhead(),
                properties.bulkheadWait(),
                properties.circuitBreaker(),
                clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    ErpGateway erpGateway(
            ErpSetup setup,
            ErpProperties properties,
            Guards guards,
            ErpAddress address,
            ProducerTemplate camel,
            MeterRegistry meters,
            ObjectProvider<SentFiles> sentFiles,
            ObjectProvider<Clock> clocks,
            EndpointProfiles profiles,
            Environment environment) {
        EndpointProfile profile = setup.profile();
        SentFiles sent = sentFiles.getIfAvailable(() -> SentFiles.NONE);
        unless(
                profile.files() != EndpointProfile.Files.LINK || sent.haveLinks(),
                "The endpoint profile \"%s\" says \"files: link\", but waybill.public-url is not set: say under which address the ERP reaches this gateway."
                        .formatted(profile.name()));
        Clock clock = clocks.getIfAvailable(Clock::systemUTC);
        ErpGateway payments = PaymentSetup.of(Binder.get(environment), profiles, setup)
                .map(payment -> ErpAssembly.assemble(payment, camel, meters, clock))
                .orElse(null);
        return ErpAssembly.assemble(setup, properties, address, guards, camel, meters, sent, clock, payments);
    }

    @Bean
    ErpConnections erpConnections(
            ErpGateway gateway,
            ErpSetup setup,
            ErpProperties properties,
            EndpointProfiles profiles,
            ErpAddress address,
            ProducerTemplate camel,
            ObjectProvider<SentFiles> sentFiles,
            ObjectProvider<Clock> clocks) {
        return new ErpConnections(
                gateway,
                setup,
                properties,
                profiles,
                address,
                camel,
                sentFiles.getIfAvailable(() -> SentFiles.NONE),
                clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    PaymentCallback paymentCallback(ErpGateway gateway, Environment environment) {
        String token = Binder.get(environment)
                .bind(PaymentCallback.TOKEN, String.class)
                .orElse(null);
        return PaymentCallback.of(token, () -> gateway.profile(ErpOperation.GET_PAYMENT_STATUS));
    }
}
