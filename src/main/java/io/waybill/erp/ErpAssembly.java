package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Puts together what one system is asked by, or two. */
final class ErpAssembly {

    private ErpAssembly() {}

    static ErpGateway assemble(
            ErpSetup setup,
            ErpProperties properties,
            ErpAddress address,
            Guards guards,
            ProducerTemplate camel,
            MeterRegistry meters,
            SentFiles sent,
            Clock clock) {
        return assemble(setup, properties, address, guards, camel, meters, sent, clock, null, null);
    }

    /** The payment provider {@code payment}, on the ERP's HTTP client. */
    static ErpGateway assemble(PaymentSetup payment, ProducerTemplate camel, MeterRegistry meters, Clock clock) {
        ErpSetup setup = payment.setup();
        ErpProperties properties = payment.properties();
        return assemble(
                setup,
                properties,
                () -> Optional.ofNullable(setup.baseUrl()),
                new Guards(setup.bulkhead(), properties.bulkheadWait(), properties.circuitBreaker(), clock),
                camel,
                meters,
                SentFiles.NONE,
                clock,
                payment.callbackUrl(),
                null);
    }

    /** @param payments asked before the ERP for what it has; null when there is none */
    static ErpGateway assemble(
            ErpSetup setup,
            ErpProperties properties,
            ErpAddress address,
            Guards guards,
            ProducerTemplate camel,
            MeterRegistry meters,
            SentFiles sent,
            Clock clock,
            @Nullable ErpGateway payments) {
        return assemble(setup, properties, address, guards, camel, meters, sent, clock, null, payments);
    }

    private static ErpGateway assemble(
            ErpSetup setup,
            ErpProperties properties,
            ErpAddress address,
            Guards guards,
            ProducerTemplate camel,
            MeterRegistry meters,
            SentFiles sent,
            Clock clock,
            @Nullable String callbackUrl,
            @Nullable ErpGateway payments) {
        ErpLink link = link(
                setup,
                properties,
                address,
                guards,
                camel,
                sent,
                clock,
                callbackUrl,
                payments == null ? Set.of() : payments.available());
        return new ErpGateway(link, meters, payments);
    }

    /**
     * One system as it is asked.
     *
     * @param callbackUrl where it may say that something happened to a payment
     * @param beside what another system is asked for instead
     */
    static ErpLink link(
            ErpSetup setup,
            ErpProperties properties,
            ErpAddress address,
            Guards guards,
            ProducerTemplate camel,
            SentFiles sent,
            Clock clock,
            @Nullable String callbackUrl,
            Set<ErpOperation> beside) {
        EndpointProfile profile = setup.profile();
        Set<ErpOperation> available = profile.available();
        available.addAll(beside);
        FileFields files = new FileFields(sent, profile.files());
        SignIn signIn = new SignIn(properties.secrets().toList(), Passes.idle(profile.auth()), clock);
        ErpSender sender = new ErpSender(
                new ErpHttp(camel, setup.responseTimeout(), properties.maxAnswerBytes()),
                address,
                rate(profile.limits().rate()),
                properties.bulkheadWait(),
                signIn::withoutSecrets,
                setup.responseTimeout(),
                clock);
        FieldScope secrets = secrets(setup, properties, callbackUrl);
        Verdict verdict = new Verdict(profile.message(), profile.outcomes());
        ErpLine line = new ErpLine(
                sender,
                signIn,
                new Passes(profile, properties, sender, verdict, secrets, clock),
                guards,
                Passes.expired(profile.auth()));
        ErpCaller caller = new ErpCaller(
                profile,
                line,
                new MappedCalls(
                        line,
                        verdict,
                        files,
                        new SecretFields(profile.secretFields(), secrets),
                        available,
                        setup.constants(),
                        clock),
                new RoutedCalls(camel, verdict, clock),
                verdict,
                files,
                guards,
                setup.responseTimeout(),
                properties.retryPause());
        return new ErpLink(
                0,
                profile,
                caller,
                new Pages(setup.pageSize(), setup.maxPages()),
                files,
                new KnownCustomers(),
                PayLinks.of(setup.baseUrl(), profile, properties),
                properties.settle(),
                null);
    }

    /** What signing in knows, and nothing else may. */
    private static FieldScope secrets(ErpSetup setup, ErpProperties properties, @Nullable String callbackUrl) {
        ObjectNode names = ErpJson.object();
        names.set("const", setup.constants());
        ObjectNode secrets = names.putObject("secret");
        properties.namedSecrets().forEach(secrets::put);
        if (callbackUrl != null) {
            names.putObject("callback").put("url", callbackUrl);
        }
        return FieldScope.of(names);
    }

    private static @Nullable Bucket rate(EndpointProfile.@Nullable Rate rate) {
        if (rate == null) {
            return null;
        }
        Duration time = rate.time();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.calls()).refillGreedy(rate.calls(), time))
                .build();
    }
}
