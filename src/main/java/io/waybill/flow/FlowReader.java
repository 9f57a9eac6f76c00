package io.waybill.flow;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.FlowDefinition.Command;
import io.waybill.flow.FlowProblems.Problem;
import io.waybill.flow.Step.Ask;
import io.waybill.flow.Step.AskType;
import io.waybill.flow.Step.CartChange;
import io.waybill.flow.Step.Jump;
import io.waybill.flow.Step.Options;
import io.waybill.flow.Step.Say;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one flow file: schema first, then every part compiled; all problems are found before it gives up. */
final class FlowReader {

    private static final int TRIES = 3;
    private static final int REVISION_DIGITS = 16;
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                    SchemaLocation.of("classpath:schemas/flow.schema.json"),
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build());
    private static final Set<String> ASK_TYPES = Arrays.stream(AskType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private final Flows.Source source;
    private final List<Problem> problems = new ArrayList<>();
    private Lines lines = Lines.none();

    FlowReader(Flows.Source source) {
        this.source = source;
    }

    FlowDefinition read() {
        JsonNode root = parse();
        lines = Lines.of(source.text());
        SCHEMA.validate(root)
                .forEach(message -> problem(
                        message.getInstanceLocation().toString(),
                        sentence(
                                message.getMessage(),
                                message.getInstanceLocation().toString())));
        stopOnProblems();
        FlowDefinition flow = flow((ObjectNode) root);
        stopOnProblems();
        return flow;
    }

    private JsonNode parse() {
        try {
            return FlowJson.MAPPER.readTree(source.text());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new FlowProblems(List.of(new Problem(
                    source.origin(),
                    at == null ? 1 : at.getLineNr(),
                    "",
                    "This is not JSON: " + e.getOriginalMessage())));
        }
    }

    private FlowDefinition flow(ObjectNode root) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < root.path("steps").size(); i++) {
            steps.add(step(root.path("steps").get(i), "/steps/" + i));
        }
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < root.path("commands").size(); i++) {
            commands.add(command(root.path("commands").get(i), "/commands/" + i));
        }
        return new FlowDefinition(
                root.path("id").textValue(),
                revision(),
                root.path("title").textValue(),
                root.path("lang").asText("en"),
                strings(root.path("start")),
                root.path("menu").textValue(),
                root.path("vars") instanceof ObjectNode vars ? vars : FlowJson.object(),
                List.copyOf(commands),
                outcomes(root.path("on")),
                List.copyOf(steps),
                texts(root.path("texts")));
    }

    private Command command(JsonNode node, String at) {
        return new Command(strings(node.path("words")), node.path("to").textValue(), value(node, "say", at));
    }

    private Step step(JsonNode node, String at) {
        Map<String, Value> set = new LinkedHashMap<>();
        FlowJson.fields(node.path("set"))
                .forEach(field -> set.put(field.getKey(), compiled(field.getValue(), at + "/set/" + field.getKey())));
        return new Step(
                node.path("id").textValue(),
                expression(node, "when", at),
                node.has("call") ? call(node.path("call"), at + "/call") : null,
                node.has("say") ? say(node.path("say"), at + "/say") : null,
                node.has("ask") ? ask(node.path("ask"), at + "/ask") : null,
                node.has("cart") ? cart(node.path("cart"), at + "/cart") : null,
                set,
                jumps(node.path("next"), at + "/next"),
                outcomes(node.path("on")));
    }

    private Step.@Nullable Call call(JsonNode node, String at) {
        String name = node.path("op").textValue();
        if (Arrays.stream(ErpOperation.values()).map(Enum::name).noneMatch(name::equals)) {
            problem(at + "/op", "There is no operation %s.".formatted(name));
            return null;
        }
        ErpOperation operation = ErpOperation.valueOf(name);
        if (operation == ErpOperation.AUTH) {
            problem(at + "/op", "AUTH is called by the gateway itself.");
        }
        if (operation.writes() && node.has("each")) {
            problem(at + "/each", "%s changes the ERP, so it cannot be called for each element.".formatted(name));
        }
        Map<String, String> save = new LinkedHashMap<>();
        FlowJson.fields(node.path("save"))
                .forEach(field -> save.put(field.getKey(), field.getValue().textValue()));
        JsonNode send = node.has("send") ? node.path("send") : FlowJson.object();
        Expression each = node.has("each")
                ? expression(node.path("each").textValue().replaceFirst("^= ", ""), at + "/each")
                : null;
        return new Step.Call(operation, compiled(send, at + "/send"), save, each);
    }

    private Say say(JsonNode node, String at) {
        if (node.isTextual()) {
            return new Say.Text(compiled(node, at), null);
        }
        Value text = value(node, "text", at);
        if (node.has("template")) {
            List<Value> params = new ArrayList<>();
            for (int i = 0; i < node.path("params").size(); i++) {
                params.add(compiled(node.path("params").get(i), at + "/params/" + i));
            }
            return new Say.Template(node.path("template").textValue(), List.copyOf(params));
        }
        if (node.has("image")) {
            return new Say.Image(compiled(node.path("image"), at + "/image"), text);
        }
        if (node.has("document")) {
            Value filename = value(node, "filename", at);
            return new Say.Document(
                    compiled(node.path("document"), at + "/document"),
                    filename == null ? new Value.Literal(FlowJson.text("document")) : filename,
                    text);
        }
        return new Say.Text(text == null ? new Value.Literal(FlowJson.text("")) : text, value(node, "footer", at));
    }

    private Ask ask(JsonNode node, String at) {
        JsonNode type = node.path("type");
        List<AskType> types = (type.isArray() ? strings(type) : List.of(type.textValue()))
                .stream()
                        .filter(name -> isKnown(name, at + "/type"))
                        .map(FlowReader::askType)
                        .toList();
        Options options = node.has("options") ? options(node.path("options"), at + "/options") : null;
        if (types.contains(AskType.CHOICE) && options == null) {
            problem(at, "A choice needs options.");
        }
        String save = node.path("save").textValue();
        if ("contact.phone".equals(save) && !types.equals(List.of(AskType.CONTACT))) {
            problem(at + "/save", "A phone number is never typed: ask for it with the type contact.");
        }
        return new Ask(
                types,
                options,
                value(node, "button", at),
                node.has("min") ? node.path("min").decimalValue() : null,
                node.has("max") ? node.path("max").decimalValue() : null,
                pattern(node, at),
                expression(node, "check", at),
                value(node, "retry", at),
                node.path("tries").asInt(TRIES),
                save);
    }

    private boolean isKnown(String type, String at) {
        if (!ASK_TYPES.contains(type)) {
            problem(
                    at,
                    "Questions of the type %s cannot be asked yet; there are %s."
                            .formatted(type, ASK_TYPES.stream().sorted().collect(Collectors.joining(", "))));
            return false;
        }
        return true;
    }

    private static AskType askType(String name) {
        return AskType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private @Nullable Pattern pattern(JsonNode node, String at) {
        if (!node.has("pattern")) {
            return null;
        }
        try {
            return Pattern.compile(node.path("pattern").textValue());
        } catch (PatternSyntaxException e) {
            problem(at + "/pattern", "This is not a regular expression: " + e.getDescription());
            return null;
        }
    }

    private @Nullable Options options(JsonNode node, String at) {
        if (node.isObject()) {
            Expression list = expression(node.path("from").textValue().replaceFirst("^= ", ""), at + "/from");
            return list == null
                    ? null
                    : new Options.From(
                            list,
                            compiled(node.path("id"), at + "/id"),
                            compiled(node.path("title"), at + "/title"),
                            value(node, "note", at),
                            value(node, "match", at));
        }
        List<Step.Option> options = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            options.add(option(node.get(i), at + "/" + i));
        }
        return new Options.Fixed(List.copyOf(options));
    }

    private Step.Option option(JsonNode node, String at) {
        return node.isObject()
                ? new Step.Option(
                        node.path("id").asText(),
                        compiled(node.path("title"), at + "/title"),
                        value(node, "note", at),
                        node.path("to").textValue())
                : new Step.Option(node.asText(), new Value.Literal(FlowJson.text(node.asText())), null, null);
    }

    private CartChange cart(JsonNode node, String at) {
        if (node.isTextual()) {
            return new CartChange.Clear();
        }
        Value one = new Value.Literal(FlowJson.MAPPER.getNodeFactory().numberNode(1));
        Value qty = node.has("qty") ? compiled(node.path("qty"), at + "/qty") : one;
        if (node.has("add")) {
            return new CartChange.Add(compiled(node.path("add"), at + "/add"), qty, value(node, "options", at));
        }
        return node.has("change")
                ? new CartChange.Change(compiled(node.path("change"), at + "/change"), qty)
                : new CartChange.Remove(compiled(node.path("remove"), at + "/remove"));
    }

    private List<Jump> jumps(JsonNode node, String at) {
        if (node.isTextual()) {
            return List.of(new Jump(null, node.textValue()));
        }
        List<Jump> jumps = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            jumps.add(new Jump(
                    expression(node.get(i), "when", at + "/" + i),
                    node.get(i).path("to").textValue()));
        }
        return List.copyOf(jumps);
    }

    private static Map<Outcome, String> outcomes(JsonNode node) {
        Map<Outcome, String> outcomes = new EnumMap<>(Outcome.class);
        FlowJson.fields(node)
                .forEach(field -> outcomes.put(
                        Outcome.named(field.getKey()), field.getValue().textValue()));
        return outcomes;
    }

    private Map<String, Map<String, Value>> texts(JsonNode node) {
        Map<String, Map<String, Value>> texts = new LinkedHashMap<>();
        FlowJson.fields(node).forEach(language -> {
            Map<String, Value> words = new LinkedHashMap<>();
            FlowJson.fields(language.getValue())
                    .forEach(text -> words.put(
                            text.getKey(),
                            compiled(text.getValue(), "/texts/" + language.getKey() + "/" + text.getKey())));
            texts.put(language.getKey(), words);
        });
        return texts;
    }

    private @Nullable Value value(JsonNode parent, String name, String at) {
        return parent.has(name) ? compiled(parent.path(name), at + "/" + name) : null;
    }

    private Value compiled(JsonNode node, String at) {
        try {
            return Value.of(node);
        } catch (ExpressionFailed e) {
            problem(at, String.valueOf(e.getMessage()));
            return new Value.Literal(node);
        }
    }

    private @Nullable Expression expression(JsonNode parent, String name, String at) {
        return parent.has(name)
                ? expression(parent.path(name).textValue().replaceFirst("^= ", ""), at + "/" + name)
                : null;
    }

    private @Nullable Expression expression(String text, String at) {
        try {
            return Expression.compile(text);
        } catch (ExpressionFailed e) {
            problem(at, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static List<String> strings(JsonNode node) {
        List<String> strings = new ArrayList<>();
        node.forEach(element -> strings.add(element.textValue()));
        return List.copyOf(strings);
    }

    private void problem(String pointer, String sentence) {
        problems.add(new Problem(source.origin(), lines.at(pointer), pointer, sentence));
    }

    private void stopOnProblems() {
        if (!problems.isEmpty()) {
            throw new FlowProblems(problems);
        }
    }

    /** The library begins its sentences with the place, which is said already. */
    private static String sentence(String message, String location) {
        return message.startsWith(location + ":")
                ? message.substring(location.length() + 1).strip()
                : message;
    }

    private String revision() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(source.text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, REVISION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256.", e);
        }
    }
}
