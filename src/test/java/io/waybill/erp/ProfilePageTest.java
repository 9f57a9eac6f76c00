package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.home.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/erp-profile-format.md} against the schema of endpoint profiles. */
class ProfilePageTest {

    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final String MAPPED = "/$defs/operation/else/else/then";

    /** The heading of each part of the schema; some parts are written down in several places there. */
    private static final Map<String, List<String>> PARTS = Map.ofEntries(
            Map.entry("The file", List.of("")),
            Map.entry("Rate", List.of("/properties/rate")),
            Map.entry("Callback", List.of("/properties/callback")),
            Map.entry(
                    "Signing in",
                    Stream.of(0, 1, 2, 3, 4, 5)
                            .map("/properties/auth/oneOf/%d"::formatted)
                            .toList()),
            Map.entry("Operations", List.of("/properties/operations")),
            Map.entry("Our own contract", List.of("/$defs/operation/else/else/else")),
            Map.entry("A Camel route", List.of("/$defs/operation/else/then")),
            Map.entry("A mapped operation", List.of(MAPPED + "/then", MAPPED + "/else")),
            Map.entry(
                    "Requests",
                    List.of(
                            "/$defs/step",
                            "/$defs/step/properties/find",
                            MAPPED + "/else/properties/find",
                            "/properties/auth/oneOf/5/properties/login")),
            Map.entry("Filters", List.of("/$defs/parameter/then")),
            Map.entry("Answers", List.of("/$defs/reading/then")),
            Map.entry("Paging", List.of(MAPPED + "/then/properties/paging", MAPPED + "/else/properties/paging")),
            Map.entry(
                    "Join",
                    List.of(
                            MAPPED + "/then/properties/join/additionalProperties",
                            MAPPED + "/else/properties/join/additionalProperties")));

    private final String page = page();
    private final JsonNode schema = schema();
    private final Map<String, String> sections = sections();

    @TempDir
    Path folder;

    @Test
    void documentsEveryKeyOfTheSchemaAndNoOther() {
        Set<String> ofRequests = keys("Requests");
        PARTS.keySet().forEach(heading -> {
            Set<String> keys = keys(heading);
            if (heading.equals("A mapped operation")) {
                keys.removeAll(ofRequests);
            }
            assertThat(rows(heading).keySet()).as(heading).isNotEmpty().containsExactlyInAnyOrderElementsOf(keys);
        });
    }

    @Test
    void hasAPartForEachObjectOfTheSchema() {
        Set<String> objects = new TreeSet<>();
        collect(schema, "", objects);

        assertThat(objects)
                .containsExactlyInAnyOrderElementsOf(
                        PARTS.values().stream().flatMap(List::stream).toList());
    }

    @Test
    void namesTheLimitsOfTheSchema() {
        PARTS.forEach((heading, pointers) -> pointers.forEach(pointer -> properties(pointer)
                .forEach((key, property) -> Stream.of("maxLength", "maximum", "maxItems")
                        .filter(limit -> property.has(limit))
                        .forEach(limit -> assertThat(row(heading, key))
                                .as("%s of %s under %s", limit, key, heading)
                                .contains(String.format(
                                        Locale.ROOT, "%,d", property.path(limit).asInt()))))));
    }

    @Test
    void namesEveryWordThatMayStandSomewhere() {
        PARTS.forEach((heading, pointers) -> pointers.forEach(pointer -> properties(pointer)
                .forEach((key, property) -> property.path("enum")
                        .forEach(word -> assertThat(row(heading, key))
                                .as("%s under %s", key, heading)
                                .contains(word.asText())))));
        assertThat(rows("Outcomes").keySet())
                .containsExactlyInAnyOrderElementsOf(texts(schema.at("/$defs/outcomes/additionalProperties/enum")));
        assertThat(rows("When the end of a write is not known").keySet())
                .containsExactlyInAnyOrderElementsOf(texts(schema.at("/$defs/idempotency/enum")));
        schema.at("/properties/auth/oneOf")
                .forEach(type -> assertThat(sections.get("Signing in"))
                        .contains("`%s`"
                                .formatted(type.at("/properties/type/const").asText())));
        schema.at("/$defs/step/properties/as/not/enum")
                .forEach(taken -> assertThat(rows("Requests").get("as")).contains("`%s`".formatted(taken.asText())));
    }

    @Test
    void hasTwoWholeExamplesThatCanBeUsed() throws IOException {
        List<String> examples = BLOCK.matcher(page)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.startsWith("title:"))
                .toList();

        assertThat(examples).hasSize(2);
        EndpointProfile minimal = load(examples.getFirst());
        assertThat(minimal.available()).hasSize(5);
        assertThat(minimal.idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(EndpointProfile.Idempotency.KEYED);
        EndpointProfile steps = load(examples.getLast());
        assertThat(steps.idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(EndpointProfile.Idempotency.FINDABLE);
        assertThat(steps.idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(EndpointProfile.Idempotency.KEYED);
        assertThat(steps.endpoints().values())
                .hasAtLeastOneElementOfType(Endpoint.Canonical.class)
                .hasAtLeastOneElementOfType(Endpoint.Routed.class)
                .hasAtLeastOneElementOfType(Endpoint.Mapped.class);
    }

    /** So that an editor knows the keys. */
    @ParameterizedTest
    @ValueSource(strings = {"canonical", "demo", "dolibarr", "erpnext", "odoo"})
    void shippedProfilesSayWhereTheirSchemaIs(String name) throws IOException {
        Path profile = Path.of("endpoint-profiles", name + ".yaml");
        String first = Files.readAllLines(profile).getFirst();

        assertThat(first).startsWith("# yaml-language-server: $schema=");
        assertThat(profile.resolveSibling(first.substring(first.indexOf('=') + 1))
                        .normalize())
                .isEqualTo(Path.of("src/main/resources/schemas/endpoint-profile.schema.json"))
                .exists();
    }

    private EndpointProfile load(String yaml) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("endpoint-profiles")).resolve("example.yaml"), yaml);
        return new EndpointProfiles(new Home(folder)).load("example");
    }

    private Set<String> keys(String heading) {
        Set<String> keys = new TreeSet<>();
        PARTS.getOrDefault(heading, List.of())
                .forEach(pointer -> keys.addAll(properties(pointer).keySet()));
        return keys;
    }

    /** What the schema says of each key of an object. */
    private Map<String, JsonNode> properties(String pointer) {
        Map<String, JsonNode> properties = new TreeMap<>();
        schema.at(pointer).path("properties").properties().forEach(property -> {
            String ref = property.getValue().path("$ref").asText();
            properties.put(property.getKey(), ref.isEmpty() ? property.getValue() : schema.at(ref.substring(1)));
        });
        return properties;
    }

    /** A mapped operation that is one request has the keys of a request. */
    private String row(String heading, String key) {
        String row = rows(heading).getOrDefault(key, "");
        return row.isEmpty() && heading.equals("A mapped operation")
                ? rows("Requests").getOrDefault(key, "")
                : row;
    }

    /** The rows of the tables under a heading, by the words in their first cell. */
    private Map<String, String> rows(String heading) {
        Map<String, String> rows = new HashMap<>();
        sections.getOrDefault(heading, "")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> WORD.matcher(line.substring(0, line.indexOf('|', 1)))
                        .results()
                        .forEach(word -> rows.put(word.group(1), line)));
        return rows;
    }

    private Map<String, String> sections() {
        Map<String, String> sections = new HashMap<>();
        for (String part : BLOCK.matcher(page).replaceAll("").split("(?m)^#+ ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                sections.put(part.substring(0, end).strip(), part.substring(end));
            }
        }
        return sections;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static void collect(JsonNode node, String pointer, Set<String> objects) {
        if (node.path("properties").isObject() && !pointer.endsWith("/properties")) {
            objects.add(pointer);
        }
        node.properties().forEach(field -> collect(field.getValue(), pointer + '/' + field.getKey(), objects));
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            collect(node.get(i), pointer + '/' + i, objects);
        }
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/erp-profile-format.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode schema() {
        try (InputStream in = Objects.requireNonNull(
                ProfilePageTest.class.getResourceAsStream("/schemas/endpoint-profile.schema.json"))) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
