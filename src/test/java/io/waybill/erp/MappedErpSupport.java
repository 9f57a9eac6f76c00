package io.waybill.erp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.SettableClock;
import io.waybill.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Profiles of a test's own against WireMock, through the real routes and the real client. */
public abstract class MappedErpSupport extends ErpRouteSupport {

    /** The core operations that a test is not about. */
    static final String REST = """
              UPSERT_CUSTOMER: { method: POST, path: /customers }
              CONFIRM_ORDER: { method: POST, path: "/orders/{external_order_id}/confirm" }
            """;

    protected final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    protected SentFiles files = SentFiles.NONE;

    @TempDir
    Path folder;

    @Autowired
    ProducerTemplate camel;

    ErpGateway gateway(String yaml) {
        return gateway(yaml, Map.of());
    }

    /** @param properties without {@code waybill.erp.} */
    protected ErpGateway gateway(String yaml, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put("waybill.erp." + name, value));
        all.putIfAbsent("waybill.erp.profile", "ours");
        return gateway(all, profiles(yaml));
    }

    /** @param properties without {@code waybill.erp.} */
    protected ErpGateway shipped(String profile, Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put("waybill.erp." + name, value));
        all.put("waybill.erp.profile", profile);
        return gateway(all, new EndpointProfiles(new Home(Path.of("."))));
    }

    /**
     * The canonical ERP, and beside it a payment provider by its shipped profile.
     *
     * @param properties without {@code waybill.payment.}
     */
    protected ErpGateway paidBy(String profile, Map<String, String> properties) {
        EndpointProfiles profiles = new EndpointProfiles(new Home(Path.of(".")));
        ErpProperties bound = bound(new HashMap<>(Map.of("waybill.erp.profile", "canonical")));
        ErpSetup setup = ErpSetup.of(bound, profiles);
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put("waybill.payment." + name, value));
        all.put("waybill.payment.profile", profile);
        all.put("waybill.payment.base-url", erp.baseUrl());
        all.put("waybill.payment.retry-pause", "1ms");
        all.put("waybill.payment.callback-token", "0123456789-abcdef");
        all.put("waybill.public-url", "https://waybill.example/");
        PaymentSetup payment = PaymentSetup.of(new Binder(new MapConfigurationPropertySource(all)), profiles, setup)
                .orElseThrow();
        return ErpAssembly.assemble(
                setup,
                bound,
                () -> Optional.of(URI.create(erp.baseUrl())),
                new Guards(setup.bulkhead(), bound.bulkheadWait(), bound.circuitBreaker(), clock),
                camel,
                new SimpleMeterRegistry(),
                files,
                clock,
                ErpAssembly.assemble(payment, camel, new SimpleMeterRegistry(), clock));
    }

    private static ErpProperties bound(Map<String, String> all) {
        all.put("waybill.erp.base-url", erp.baseUrl());
        all.put("waybill.erp.retry-pause", "1ms");
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("waybill.erp", ErpProperties.class)
                .get();
    }

    private ErpGateway gateway(Map<String, String> all, EndpointProfiles profiles) {
        ErpProperties bound = bound(all);
        ErpSetup setup = ErpSetup.of(bound, profiles);
        return ErpAssembly.assemble(
                setup,
                bound,
                () -> Optional.of(URI.create(erp.baseUrl())),
                new Guards(setup.bulkhead(), bound.bulkheadWait(), bound.circuitBreaker(), clock),
                camel,
                new SimpleMeterRegistry(),
                files,
                clock);
    }

    EndpointProfiles profiles(String yaml) {
        try {
            Path profiles = Files.createDirectories(folder.resolve("endpoint-profiles"));
            Files.writeString(profiles.resolve("ours.yaml"), yaml);
            return new EndpointProfiles(new Home(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static Attempt again(Attempt.Kind kind) {
        return new Attempt(KEY, kind, ErpJson.object(), finished -> {});
    }
}
