package io.waybill.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import io.waybill.erp.EndpointProfile.Files;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads endpoint profiles from {@code endpoint-profiles/}; a wrong one is refused with file, line and path of each error. */
public final class EndpointProfiles {

    private static final String FOLDER = "endpoint-profiles";
    private static final String SUFFIX = ".yaml";
    private static final JsonNodeReader READER = JsonNodeReader.builder()
            .yamlMapper(YAMLMapper.builder().build())
            .locationAware()
            .build();

    private final Home home;
    private final JsonSchema schema;

    public EndpointProfiles(Home home) {
        this.home = home;
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        SchemaLocation.of("classpath:schemas/endpoint-profile.schema.json"),
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.LEGACY)
                                .build());
    }

    /** The names one can choose from. */
    public List<String> names() {
        return home.files(FOLDER, SUFFIX).stream()
                .map(file -> file.name().substring(0, file.name().length() - SUFFIX.length()))
                .toList();
    }

    /** @throws Misconfigured when there is no such profile or it breaks a rule */
    public EndpointProfile load(String name) {
        HomeFile file = home.file(FOLDER, name + SUFFIX)
                .orElseThrow(() -> new Misconfigured(
                        "waybill.erp.profile names \"%s\", but there is no endpoint-profiles/%s.yaml; there are: %s."
                                .formatted(name, name, String.join(", ", names()))));
        JsonNode yaml = parse(file);
        List<String> problems = Stream.concat(problemsOfSchema(file, yaml), problemsOfPlaceholders(file, yaml))
                .toList();
        if (!problems.isEmpty()) {
            throw new Misconfigured(String.join("\n", problems));
        }
        EndpointProfile profile = profile(name, yaml);
        Arrays.stream(ErpOperation.values())
                .filter(operation ->
                        operation.required() && profile.endpoint(operation).isEmpty())
                .findFirst()
                .ifPresent(missing -> {
                    throw new Misconfigured(
                            "%s has no endpoint for %s, without which a shop cannot sell: give it a method and a path."
                                    .formatted(file.origin(), missing));
                });
        return profile;
    }

    private static JsonNode parse(HomeFile file) {
        try {
            return READER.readTree(file.text(), InputFormat.YAML);
        } catch (IOException | RuntimeException e) {
            throw notYaml(file, e);
        }
    }

    /** The reader hides what the parser found in an exception of its own. */
    private static Misconfigured notYaml(HomeFile file, Exception e) {
        if (e.getCause() instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            String what = syntax.getOriginalMessage().lines().findFirst().orElse("");
            return new Misconfigured(
                    "%s, line %d: this is not YAML: %s"
                            .formatted(file.origin(), syntax.getLocation().getLineNr(), what),
                    e);
        }
        return new Misconfigured("%s is not YAML: %s".formatted(file.origin(), e.getMessage()), e);
    }

    private Stream<String> problemsOfSchema(HomeFile file, JsonNode yaml) {
        return schema.validate(yaml).stream().map(message -> problem(file, node(yaml, message), message.getMessage()));
    }

    /** A placeholder that is no request field would always be empty; JSON Schema cannot see that. */
    private static Stream<String> problemsOfPlaceholders(HomeFile file, JsonNode yaml) {
        return Arrays.stream(ErpOperation.values()).flatMap(operation -> {
            JsonNode path = yaml.path("operations").path(operation.name()).path("path");
            List<String> known = Contract.of(operation).request().stream()
                    .map(Contract.Field::name)
                    .toList();
            return new PathTemplate(path.asText())
                    .fields().stream()
                            .filter(field -> !known.contains(field))
                            .map(field -> problem(
                                    file,
                                    path,
                                    "$.operations.%s.path: %s sends no field {%s}; it sends %s"
                                            .formatted(operation, operation, field, String.join(", ", known))));
        });
    }

    private static JsonNode node(JsonNode yaml, ValidationMessage message) {
        return Optional.ofNullable(message.getInstanceNode()).orElse(yaml);
    }

    private static String problem(HomeFile file, JsonNode node, String message) {
        int line = Optional.ofNullable(JsonNodes.tokenLocationOf(node))
                .map(location -> location.getLineNr())
                .orElse(1);
        return "%s, line %d: %s".formatted(file.origin(), line, message);
    }

    private static EndpointProfile profile(String name, JsonNode yaml) {
        Map<ErpOperation, Endpoint> endpoints = new EnumMap<>(ErpOperation.class);
        yaml.get("operations").properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> endpoints.put(
                        ErpOperation.valueOf(entry.getKey()), endpoint(entry.getValue(), yaml.path("headers"))));
        return new EndpointProfile(
                name,
                yaml.get("title").asText(),
                Idempotency.valueOf(yaml.get("idempotency").asText().toUpperCase(Locale.ROOT)),
                Files.valueOf(yaml.path("files").asText("inline").toUpperCase(Locale.ROOT)),
                endpoints,
                milliseconds(yaml, "connect-timeout"),
                milliseconds(yaml, "response-timeout"),
                number(yaml, "bulkhead"),
                number(yaml, "page-size"),
                number(yaml, "max-pages"));
    }

    private static Endpoint endpoint(JsonNode operation, JsonNode shared) {
        Map<String, String> headers = new HashMap<>();
        shared.properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        operation
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new Endpoint(
                operation.get("method").asText(), operation.get("path").asText(), headers);
    }

    private static @Nullable Integer number(JsonNode yaml, String key) {
        return yaml.has(key) ? yaml.get(key).intValue() : null;
    }

    private static @Nullable Duration milliseconds(JsonNode yaml, String key) {
        return yaml.has(key) ? Duration.ofMillis(yaml.get(key).longValue()) : null;
    }
}
