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
import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
        HomeFile file = file(name)
                .orElseThrow(() -> new Misconfigured(
                        "waybill.erp.profile names \"%s\", but there is no endpoint-profiles/%s.yaml; there are: %s."
                                .formatted(name, name, String.join(", ", names()))));
        EndpointProfile profile = read(name, file);
        Arrays.stream(ErpOperation.values())
                .filter(operation -> operation.required(profile.kind())
                        && profile.endpoint(operation).isEmpty())
                .findFirst()
                .ifPresent(missing -> {
                    throw new Misconfigured(
                            "%s has no endpoint for %s, without which a shop cannot sell: give it a method and a path."
                                    .formatted(file.origin(), missing));
                });
        return profile;
    }

    /** A profile as it is written in its file. */
    public Optional<String> text(String name) {
        return file(name).map(HomeFile::text);
    }

    /**
     * A profile that stands in no file; it may lack operations.
     *
     * @throws Misconfigured when it breaks a rule, with line and path
     */
    public EndpointProfile read(String name, String text) {
        return read(name, new HomeFile(name + SUFFIX, "Profile", text));
    }

    private Optional<HomeFile> file(String name) {
        return home.file(FOLDER, name + SUFFIX);
    }

    private EndpointProfile read(String name, HomeFile file) {
        JsonNode yaml = parse(file);
        refuse(schema.validate(yaml).stream()
                .map(message -> problem(file, node(yaml, message), message.getMessage()))
                .toList());
        ProfileParser parser = new ProfileParser(name, yaml);
        EndpointProfile profile = parser.profile();
        refuse(parser.problems().stream()
                .map(problem -> problem(file, problem.at(), problem.sentence()))
                .toList());
        return profile;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new Misconfigured(String.join("\n", problems));
        }
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

    private static JsonNode node(JsonNode yaml, ValidationMessage message) {
        return Optional.ofNullable(message.getInstanceNode()).orElse(yaml);
    }

    private static String problem(HomeFile file, JsonNode node, String message) {
        int line = Optional.ofNullable(JsonNodes.tokenLocationOf(node))
                .map(location -> location.getLineNr())
                .orElse(1);
        return "%s, line %d: %s".formatted(file.origin(), line, message);
    }
}
