package io.waybill.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/flows.md} against the schema and the linter. */
class FlowPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);

    /** The heading of each part of the schema. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("The flow", ""),
            Map.entry("Commands", "/$defs/command"),
            Map.entry("A step", "/$defs/step"),
            Map.entry("Call", "/$defs/call"),
            Map.entry("Say", "/$defs/say"),
            Map.entry("Place", "/$defs/place"),
            Map.entry("Link", "/$defs/link"),
            Map.entry("Products", "/$defs/products"),
            Map.entry("Ask", "/$defs/ask"),
            Map.entry("Remind", "/$defs/ask/properties/remind"),
            Map.entry("Options", "/$defs/options/items"),
            Map.entry("Options from a list", "/$defs/options"),
            Map.entry("Cart", "/$defs/cart"),
            Map.entry("Result", "/$defs/result"),
            Map.entry("Next", "/$defs/next/items"),
            Map.entry("Outcomes", "/$defs/branches"));

    private final String page = page();
    private final JsonNode schema = schema();

    @Test
    void documentsEveryKeyOfTheSchemaAndNoOther() {
        Map<String, String> sections = sections();
        PARTS.forEach((heading, pointer) -> {
            Set<String> keys = new TreeSet<>();
            schema.at(pointer).path("properties").fieldNames().forEachRemaining(keys::add);
            assertThat(keysOf(sections.getOrDefault(heading, "")))
                    .as(heading)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(keys);
        });
    }

    @Test
    void hasAPartForEachObjectOfTheSchema() {
        Set<String> objects = new TreeSet<>();
        collect(schema, "", objects);

        assertThat(objects).containsExactlyInAnyOrderElementsOf(PARTS.values());
    }

    @Test
    void namesTheLimitsOfTheSchema() {
        Map<String, String> sections = sections();
        PARTS.forEach((heading, pointer) -> schema.at(pointer)
                .path("properties")
                .properties()
                .forEach(property -> {
                    JsonNode node = resolved(property.getValue());
                    String row = row(sections.getOrDefault(heading, ""), property.getKey());
                    for (String limit : List.of("maxLength", "maximum", "maxItems")) {
                        if (node.has(limit)) {
                            assertThat(row)
                                    .as("%s of %s under %s", limit, property.getKey(), heading)
                                    .contains(String.format(
                                            Locale.ROOT, "%,d", node.path(limit).asInt()));
                        }
                    }
                }));
    }

    @Test
    void listsEveryRule() {
        for (Rule rule : Rule.values()) {
            assertThat(page).contains("| %s | %s |".formatted(rule, rule.sentence()));
        }
    }

    @Test
    void hasExamplesWithoutAFinding() {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(page);
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }

        assertThat(examples)
                .hasSizeGreaterThan(1)
                .allSatisfy(example -> assertThat(new Linter(new Setup(Map.of(), Set.of())).lint(example))
                        .isEmpty());
    }

    private Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String part : page.split("(?m)^#+ ")) {
            int end = part.indexOf('\n');
            if (end > 0) {
                sections.put(part.substring(0, end).strip(), part.substring(end));
            }
        }
        return sections;
    }

    private static Set<String> keysOf(String section) {
        Set<String> keys = new TreeSet<>();
        Matcher matcher = KEY.matcher(section);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    private static String row(String section, String key) {
        return section.lines()
                .filter(line -> line.startsWith("| `%s` |".formatted(key)))
                .findFirst()
                .orElse("");
    }

    private JsonNode resolved(JsonNode property) {
        String ref = property.path("$ref").asText();
        boolean simple = !ref.isEmpty() && !ref.endsWith("/id");
        return simple ? schema.at(ref.substring(1)) : property;
    }

    private static void collect(JsonNode node, String pointer, Set<String> objects) {
        if (node.path("properties").isObject() && !pointer.endsWith("/properties")) {
            objects.add(pointer);
        }
        node.properties().forEach(field -> collect(field.getValue(), pointer + '/' + field.getKey(), objects));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/flows.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode schema() {
        try (InputStream in =
                Objects.requireNonNull(FlowPageTest.class.getResourceAsStream("/schemas/flow.schema.json"))) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
