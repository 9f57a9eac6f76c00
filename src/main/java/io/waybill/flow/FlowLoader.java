package io.waybill.flow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.waybill.expression.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Makes a {@link FlowDefinition} of the text of a flow file, or says everything that is wrong with it. */
public final class FlowLoader {

    /** Characters a flow may have. */
    public static final int MAX_TEXT = 1_000_000;

    private static final int REVISION_DIGITS = 16;
    private static final ObjectMapper STRICT =
            Json.MAPPER.copy().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private static final JsonSchema SCHEMA = readSchema();

    private final FlowFormats formats;

    public FlowLoader() {
        this(FlowFormats.known());
    }

    FlowLoader(FlowFormats formats) {
        this.formats = formats;
    }

    /** @throws FlowRejected with line and path of each problem */
    public FlowDefinition load(String text) {
        ObjectNode parsed = parse(text);
        Lines lines = new Lines(text);
        ObjectNode root = formats.today(parsed, lines);
        List<LoadProblem> problems = SCHEMA.validate(root).stream()
                .map(message -> problem(message, lines))
                .distinct()
                .sorted(Comparator.comparingInt(LoadProblem::line))
                .toList();
        if (!problems.isEmpty()) {
            throw new FlowRejected(problems);
        }
        return new FlowParser(root, lines).flow(revision(text));
    }

    /**
     * The flow as JSON of today's format, whatever format it is written in.
     *
     * @throws FlowRejected when it is no JSON, or of a format that cannot be read
     */
    public JsonNode tree(String text) {
        return formats.today(parse(text), new Lines(text));
    }

    /** The first 16 hex digits of the SHA-256 of {@code text}. */
    public static String revision(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, REVISION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode parse(String text) {
        if (text.length() > MAX_TEXT) {
            throw rejected(1, 1, "A flow may have %d characters at most.".formatted(MAX_TEXT));
        }
        try {
            if (STRICT.readTree(text) instanceof ObjectNode root) {
                return root;
            }
            throw rejected(1, 1, "A flow is a JSON object.");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw rejected(line, column, "This is not JSON: %s.".formatted(e.getOriginalMessage()));
        }
    }

    private static FlowRejected rejected(int line, int column, String sentence) {
        return new FlowRejected(List.of(new LoadProblem(LoadProblem.Kind.FORM, line, column, "", sentence)));
    }

    private static LoadProblem problem(ValidationMessage message, Lines lines) {
        String pointer = message.getInstanceLocation().toString();
        if (message.getType().equals("additionalProperties")) {
            String unknown = pointer + '/' + escape(Objects.toString(message.getProperty(), ""));
            return problem(lines, unknown, "The key %s is not known here.".formatted(message.getProperty()));
        }
        return problem(lines, pointer, sentence(message, pointer));
    }

    private static LoadProblem problem(Lines lines, String pointer, String sentence) {
        Lines.Place place = lines.of(pointer);
        return new LoadProblem(LoadProblem.Kind.FORM, place.line(), place.column(), pointer, sentence);
    }

    /** The alternatives of the schema fail with one message each, of which none helps. */
    private static String sentence(ValidationMessage message, String pointer) {
        String rule = message.getEvaluationPath().toString();
        if (rule.contains("/oneOf") || message.getType().equals("oneOf")) {
            return "A cart change is {add, qty}, {change, qty}, {remove}, {take, from, rest}, or one of clear, seen, fit, pickup and deliver.";
        }
        if (rule.contains("/anyOf")) {
            return "A command needs to or say.";
        }
        String said = message.getMessage();
        String bare = said.startsWith(pointer + ": ") ? said.substring(pointer.length() + 2) : said;
        return "The value " + bare + '.';
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonSchema readSchema() {
        try (InputStream in = Objects.requireNonNull(
                FlowLoader.class.getResourceAsStream("/schemas/flow.schema.json"), "The flow schema is missing.")) {
            SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
