package io.waybill.erp;

import static io.waybill.home.Misconfigured.unless;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybill.home.Misconfigured;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Which ERP is asked: the one of the configuration, or one that was connected in the console. Exactly one is, at any time; a call
 * ends with the one it began with.
 */
public final class ErpConnections {

    private static final Pattern SECRET = Pattern.compile("waybill\\.erp\\.secret\\.([A-Za-z0-9]+)");
    private static final Pattern CONSTANT = Pattern.compile("waybill\\.erp\\.const\\.([A-Za-z0-9]+)");
    private static final Pattern PROPERTY = Pattern.compile("waybill\\.erp\\.([a-z-]+)");

    private final ErpGateway gateway;
    private final ErpSetup configured;
    private final ErpProperties properties;
    private final EndpointProfiles profiles;
    private final ErpAddress address;
    private final ProducerTemplate camel;
    private final SentFiles files;
    private final Clock clock;
    private final ErpLink configuredLink;

    ErpConnections(
            ErpGateway gateway,
            ErpSetup configured,
            ErpProperties properties,
            EndpointProfiles profiles,
            ErpAddress address,
            ProducerTemplate camel,
            SentFiles files,
            Clock clock) {
        this.gateway = gateway;
        this.configured = configured;
        this.properties = properties;
        this.profiles = profiles;
        this.address = address;
        this.camel = camel;
        this.files = files;
        this.clock = clock;
        this.configuredLink = gateway.now();
    }

    /**
     * The ERP of the configuration.
     *
     * @param text of its profile
     * @param baseUrl null while the demo ERP has not started
     * @param constants that win over those of the profile
     * @param secrets the names of those that are set
     */
    public record Configured(
            boolean demo,
            EndpointProfile profile,
            String text,
            @Nullable String baseUrl,
            Map<String, String> constants,
            Set<String> secrets) {}

    /** The ERP of {@code waybill.erp.*}; nothing there is the demo ERP. */
    public Configured configured() {
        EndpointProfile profile = configured.profile();
        return new Configured(
                properties.isDemo(),
                profile,
                profiles.text(profile.name()).orElse(""),
                address.baseUrl().map(URI::toString).orElse(null),
                properties.constants(),
                properties.secretNames().collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Profiles of ERPs to begin with, by name; those that cannot be read are left out. */
    public List<EndpointProfile> shipped() {
        return profiles.names().stream()
                .flatMap(name -> readable(name).stream())
                .filter(profile -> profile.kind() == EndpointProfile.Kind.ERP)
                .toList();
    }

    private Optional<EndpointProfile> readable(String name) {
        try {
            return Optional.of(profiles.load(name));
        } catch (Misconfigured e) {
            return Optional.empty();
        }
    }

    /** The text of a shipped profile. */
    public Optional<String> shipped(String name) {
        return profiles.names().contains(name) ? profiles.text(name) : Optional.empty();
    }

    /**
     * Reads a profile; it may lack operations.
     *
     * @throws Misconfigured when it breaks a rule, with a line for each
     */
    public EndpointProfile read(String name, String text) {
        EndpointProfile profile = profiles.read(name, text);
        unless(
                profile.kind() == EndpointProfile.Kind.ERP,
                "Profile: kind is payment, but an ERP is connected here; a payment provider is configured by waybill.payment.*.");
        return profile;
    }

    /** Why {@code connection} cannot be asked as it is, as a sentence; empty: it can. */
    public Optional<String> problem(ErpConnection connection) {
        try {
            link(connection);
            return Optional.empty();
        } catch (Misconfigured e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A way to try {@code connection} beside what is asked for customers.
     *
     * @throws Misconfigured when it cannot be asked as it is
     */
    public ErpGateway tried(ErpConnection connection) {
        return new ErpGateway(link(connection), new SimpleMeterRegistry(), null);
    }

    /** A way to try the ERP of the configuration, even while another one is asked. */
    public ErpGateway triedConfigured() {
        return new ErpGateway(
                ErpAssembly.link(
                        configured,
                        properties,
                        address,
                        guards(configured, properties),
                        camel,
                        files,
                        clock,
                        null,
                        Set.of()),
                new SimpleMeterRegistry(),
                null);
    }

    /**
     * From now on customers are served by {@code connection}.
     *
     * @param closed why nothing is sent; null: it is open
     * @throws Misconfigured when it cannot be asked as it is; then nothing has changed
     */
    public void use(ErpConnection connection, @Nullable String closed) {
        gateway.use(link(connection).closed(closed));
    }

    /** From now on customers are served by the ERP of the configuration. */
    public void useConfigured(@Nullable String closed) {
        gateway.use(configuredLink.closed(closed));
    }

    /** Asks {@code hindrance}, before each write for customers, why it cannot be sent; it may have another ERP asked from then on. */
    public void beforeEachWrite(Supplier<Optional<String>> hindrance) {
        gateway.beforeEachWrite(hindrance);
    }

    /** What is asked stays the same, but nothing is sent for {@code reason}; null: it is sent again. */
    public void close(@Nullable String reason) {
        gateway.close(reason);
    }

    private ErpLink link(ErpConnection connection) {
        try {
            EndpointProfile profile = read(connection.profile(), connection.text());
            unless(connection.baseUrl() != null, "The base URL is not set: say where this ERP is.");
            ErpProperties own = properties.connectedTo(connection, profile.auth() instanceof Auth.Canonical);
            // Time-outs stand on the HTTP client, which is one for all.
            ErpSetup setup = ErpSetup.of(own, profile).withTimeoutsOf(configured);
            unless(
                    profile.files() != EndpointProfile.Files.LINK || files.haveLinks(),
                    "The profile says \"files: link\", but waybill.public-url is not set: say in the configuration under which address the ERP reaches this gateway.");
            URI baseUrl = setup.baseUrl();
            return ErpAssembly.link(
                    setup,
                    own,
                    () -> Optional.ofNullable(baseUrl),
                    guards(setup, own),
                    camel,
                    files,
                    clock,
                    null,
                    gateway.payments().map(ErpGateway::available).orElse(Set.of()));
        } catch (Misconfigured e) {
            throw new Misconfigured(words(String.valueOf(e.getMessage())), e);
        }
    }

    private Guards guards(ErpSetup setup, ErpProperties own) {
        return new Guards(setup.bulkhead(), own.bulkheadWait(), own.circuitBreaker(), clock);
    }

    /** A sentence about properties, said of what stands in the console. */
    private static String words(String sentence) {
        String secrets = SECRET.matcher(sentence).replaceAll("the secret \"$1\"");
        String constants = CONSTANT.matcher(secrets).replaceAll("the constant \"$1\"");
        return PROPERTY.matcher(constants).replaceAll("\"$1\"");
    }
}
