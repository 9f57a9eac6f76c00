package io.waybill.flow.simulate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.waybill.expression.Json;
import io.waybill.flow.Lines;
import io.waybill.flow.LoadProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/** Reads JSON files of one schema and says on which line they are wrong. */
final class CheckedJson {

    private static final ObjectMapper STRICT =
            Json.MAPPER.copy().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private final JsonSchema schema;

    CheckedJson(String schemaFile) {
        try (InputStream in = Objects.requireNonNull(
                CheckedJson.class.getResourceAsStream("/schemas/" + schemaFile), "A schema is missing.")) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build();
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that keeps its schema. */
    record Document(JsonNode root, Lines lines) {

        /** What {@code made} makes; what it finds wrong gets its line. */
        <T> T checked(Supplier<T> made) {
            try {
                return made.get();
            } catch (Wrong e) {
                throw new Unreadable(List.of(problem(e.pointer, String.valueOf(e.getMessage()))));
            }
        }

        private LoadProblem problem(String pointer, String sentence) {
            Lines.Place place = lines.of(pointer);
            return new LoadProblem(LoadProblem.Kind.FORM, place.line(), place.column(), pointer, sentence);
        }
    }

    /** Something that no schema can say. */
    static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String pointer;

        Wrong(String pointer, String message) {
            super(message);
            this.pointer = pointer;
        }
    }

    /** @throws Unreadable with line and path of each problem */
    Document read(String text) {
        JsonNode root;
        try {
            root = STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new Unreadable(List.of(new LoadProblem(
                    LoadProblem.Kind.FORM,
                    line,
                    column,
                    "",
                    "This is not JSON: %s.".formatted(e.getOriginalMessage()))));
        }
        if (!root.isObject()) {
            throw new Unreadable(
                    List.of(new LoadProblem(LoadProblem.Kind.FORM, 1, 1, "", "This must be a JSON object.")));
        }
        Document document = new Document(root, new Lines(text));
        List<LoadProblem> problems = problems(root, "", document);
        if (!problems.isEmpty()) {
            throw new Unreadable(problems);
        }
        return document;
    }

    /** What is wrong with {@code part}, which stands at {@code pointer} of {@code document}. */
    List<LoadProblem> problems(JsonNode part, String pointer, Document document) {
        return schema.validate(part).stream()
                .map(message -> problem(message, pointer, document))
                .distinct()
                .sorted(Comparator.comparingInt(LoadProblem::line))
                .toList();
    }

    private static LoadProblem problem(ValidationMessage message, String prefix, Document document) {
        String own = message.getInstanceLocation().toString();
        String pointer = prefix + own;
        String type = message.getType();
        if (type.equals("additionalProperties") || type.equals("unevaluatedProperties")) {
            String name = Objects.toString(message.getProperty(), "");
            return document.problem(
                    pointer + '/' + name.replace("~", "~0").replace("/", "~1"),
                    "The key %s is not known here.".formatted(name));
        }
        if (type.equals("oneOf")) {
            return document.problem(
                    pointer,
                    "A step is exactly one of say, tap, location, share, file, cart, wait, erp, mend, price, stock, hide and show.");
        }
        String said = message.getMessage();
        String bare = said.startsWith(own + ": ") ? said.substring(own.length() + 2) : said;
        return document.problem(pointer, "The value " + bare + '.');
    }
}
