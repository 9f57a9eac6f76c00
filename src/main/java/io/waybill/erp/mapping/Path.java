package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.waybill.expression.InvalidExpression;
import io.waybill.expression.Scope;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath (RFC 9535) into an ERP's answer. {@code $} is the answer itself; {@code $name} is what goes by that name in the call,
 * as the answer of an earlier step.
 */
public final class Path {

    private static final Pattern NAMED = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)(.*)", Pattern.DOTALL);
    private static final Configuration JSON = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.SUPPRESS_EXCEPTIONS)
            .build();

    private final String text;
    private final @Nullable String root;
    private final JsonPath path;

    private Path(String text, @Nullable String root, JsonPath path) {
        this.text = text;
        this.root = root;
        this.path = path;
    }

    /** @throws InvalidExpression when it is no JSONPath */
    public static Path of(String text) {
        Matcher named = NAMED.matcher(text);
        boolean isNamed = named.matches();
        try {
            return new Path(
                    text, isNamed ? named.group(1) : null, JsonPath.compile(isNamed ? "$" + named.group(2) : text));
        } catch (InvalidPathException | IllegalArgumentException e) {
            throw new InvalidExpression("%s is no JSONPath: %s".formatted(text, e.getMessage()));
        }
    }

    /** The name it begins with; empty for the answer itself. */
    Optional<String> root() {
        return Optional.ofNullable(root);
    }

    /** What stands there, the first if there are several; {@link MissingNode} when nothing does. */
    public JsonNode read(JsonNode answer, Scope scope) {
        JsonNode found = find(answer, scope);
        if (path.isDefinite() || !found.isArray()) {
            return found;
        }
        return found.isEmpty() ? MissingNode.getInstance() : found.get(0);
    }

    /** All that stands there. */
    List<JsonNode> rows(JsonNode answer, Scope scope) {
        JsonNode found = find(answer, scope);
        if (found.isMissingNode() || found.isNull()) {
            return List.of();
        }
        return found.isArray()
                ? StreamSupport.stream(found.spliterator(), false).toList()
                : List.of(found);
    }

    private JsonNode find(JsonNode answer, Scope scope) {
        JsonNode from = root == null ? answer : scope.name(root);
        if (from == null || from.isMissingNode() || from.isNull()) {
            return MissingNode.getInstance();
        }
        JsonNode found = path.read(from, JSON);
        return found == null ? MissingNode.getInstance() : found;
    }

    @Override
    public String toString() {
        return text;
    }
}
