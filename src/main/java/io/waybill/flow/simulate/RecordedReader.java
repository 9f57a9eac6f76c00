package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads recorded conversations; those that talk to the same flow files share what was read of them. */
public final class RecordedReader {

    static final Set<String> INPUTS = Set.of(
            "say",
            "tap",
            "location",
            "share",
            "file",
            "cart",
            "wait",
            "erp",
            "mend",
            "price",
            "stock",
            "payment",
            "feedback",
            "order",
            "hide",
            "show");

    private static final String FLOW = ".flow.json";
    private static final String SAMPLE = ".sample.json";
    private static final Path NO_FILE = Path.of("");

    private final CheckedJson checked = new CheckedJson("flow-test.schema.json");
    private final Map<List<Path>, FlowSet> flowSets = new HashMap<>();

    /**
     * The case files in {@code path}: all {@code .json} of a folder and those below it, but flows and samples.
     *
     * @throws Unreadable when there is no such file or folder
     */
    public static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            if (!Files.isRegularFile(path)) {
                throw new Unreadable("There is no file or folder %s.".formatted(path));
            }
            return List.of(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isCase(file.toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Unreadable("The folder %s cannot be read: %s".formatted(path, e.getMessage()), e);
        }
    }

    private static boolean isCase(String name) {
        return name.endsWith(".json") && !name.endsWith(FLOW) && !name.endsWith(SAMPLE);
    }

    /** @throws Unreadable with line and path of each problem */
    public Recorded read(Path file) {
        return read(file, FlowSet.text(file));
    }

    /** @param file where {@code text} stands, or will stand */
    public Recorded read(Path file, String text) {
        CheckedJson.Document document = checked.read(text);
        ObjectNode root = (ObjectNode) document.root();
        return document.checked(() -> recorded(file, flows(root.path("flows"), file), root, document));
    }

    /**
     * A conversation with {@code flows}, which refers to no file.
     *
     * @throws Unreadable with line and path of each problem
     */
    public Recorded read(String text, FlowSet flows) {
        CheckedJson.Document document = checked.read(text);
        ObjectNode root = (ObjectNode) document.root();
        return document.checked(() -> {
            if (root.has("flows")) {
                throw new CheckedJson.Wrong("/flows", "The flows are given already: leave this key out.");
            }
            if (root.path("sample").isTextual()) {
                throw new CheckedJson.Wrong("/sample", "There are no files here: write the sample itself.");
            }
            return recorded(NO_FILE, flows, root, document);
        });
    }

    private static Recorded recorded(Path file, FlowSet flows, ObjectNode root, CheckedJson.Document document) {
        return new Recorded(
                file,
                root.path("description").asText(),
                flows,
                setup(root, file, document),
                steps(root, "given", document),
                steps(root, "steps", document),
                root);
    }

    // Flows

    private FlowSet flows(JsonNode names, Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        List<Path> files = new ArrayList<>();
        if (names.isMissingNode()) {
            files.addAll(nearestFlows(folder));
        }
        for (int i = 0; i < names.size(); i++) {
            files.add(flowFile(names.get(i).asText(), folder, "/flows/" + i));
        }
        FlowSet known = flowSets.get(files);
        if (known == null) {
            known = FlowSet.of(files, folder);
            flowSets.put(files, known);
        }
        return known;
    }

    private static List<Path> nearestFlows(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            List<Path> files = FlowSet.flowFiles(above);
            if (!files.isEmpty()) {
                return files;
            }
        }
        return List.of();
    }

    private static Path flowFile(String name, Path folder, String pointer) {
        if (name.endsWith(".json")) {
            return folder.resolve(name).normalize();
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            Path file = above.resolve(name + FLOW);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new CheckedJson.Wrong(
                pointer, "There is no %s%s in %s or a folder above it.".formatted(name, FLOW, folder));
    }

    // Setup

    private static Setup setup(JsonNode root, Path file, CheckedJson.Document document) {
        List<Fault> faults = new ArrayList<>();
        root.path("failures").forEach(fault -> faults.add(fault(fault)));
        return new Setup(
                root.has("start") ? instant(root.path("start").asText()) : Setup.START,
                root.path("seed").asLong(1),
                contact(root.path("contact")),
                sample(root.path("sample"), file, document),
                faults);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CheckedJson.Wrong("/start", "This is no time of any day: %s.".formatted(text));
        }
    }

    private static Setup.Contact contact(JsonNode json) {
        Setup.Contact usual = Setup.Contact.usual();
        JsonNode order = json.path("last_order");
        return new Setup.Contact(
                json.has("phone") ? json.path("phone").textValue() : usual.phone(),
                json.path("user_id").asText(usual.userId()),
                json.has("name") ? json.path("name").textValue() : usual.name(),
                json.path("lang").asText(usual.language()),
                order.isMissingNode()
                        ? null
                        : new World.OrderReference(
                                order.path("external_order_id").asText(),
                                order.path("order_number").textValue()),
                source(json.path("source")));
    }

    private static World.@Nullable Source source(JsonNode json) {
        return json.isMissingNode()
                ? null
                : new World.Source(
                        json.path("type").textValue(),
                        json.path("id").textValue(),
                        json.path("headline").textValue(),
                        json.path("url").textValue());
    }

    private static Sample sample(JsonNode json, Path file, CheckedJson.Document document) {
        if (json.isMissingNode()) {
            return Sample.shop();
        }
        if (json.isObject()) {
            return Sample.with(json, "/sample", document);
        }
        Path path = file.toAbsolutePath().normalize().resolveSibling(json.asText());
        try {
            return Sample.at(path);
        } catch (Unreadable e) {
            throw new CheckedJson.Wrong("/sample", String.valueOf(e.getMessage()));
        }
    }

    private static Fault fault(JsonNode json) {
        JsonNode answer = json.get("answer");
        return new Fault(
                ErpOperation.valueOf(json.path("operation").asText()),
                answer == null ? Fault.Ending.named(json.path("ending").asText("refused")) : Fault.Ending.ANSWERS,
                json.has("call") ? json.path("call").intValue() : null,
                json.path("reason").textValue(),
                (ObjectNode) answer);
    }

    // Steps

    private static List<Recorded.Step> steps(JsonNode root, String key, CheckedJson.Document document) {
        List<Recorded.Step> steps = new ArrayList<>();
        for (JsonNode step : root.path(key)) {
            steps.add(new Recorded.Step(
                    document.lines().of('/' + key + '/' + steps.size()).line(), input(step), (ObjectNode) step));
        }
        return steps;
    }

    static Input input(JsonNode step) {
        String kind = step.properties().stream()
                .map(Map.Entry::getKey)
                .filter(INPUTS::contains)
                .findFirst()
                .orElseThrow();
        JsonNode value = step.path(kind);
        return switch (kind) {
            case "say" -> new Input.Say(value.asText());
            case "tap" ->
                value.isObject()
                        ? new Input.Tap(
                                value.path("option").asText(),
                                value.path("back").intValue())
                        : new Input.Tap(value.asText(), 0);
            case "location" ->
                new Input.Location(
                        value.path("latitude").decimalValue(),
                        value.path("longitude").decimalValue(),
                        value.path("name").textValue(),
                        value.path("address").textValue());
            case "share" -> new Input.Share(value.asText().equals("own") ? null : value.asText());
            case "file" ->
                new Input.File(
                        value.path("filename").asText(),
                        value.path("mime").asText(),
                        value.path("caption").textValue(),
                        value.path("size").asLong(Input.File.USUAL_SIZE),
                        value.path("lost").asBoolean());
            case "wait" -> new Input.Wait(Durations.parse(value.asText()));
            case "erp" -> new Input.Break(fault(value));
            case "mend" -> new Input.Mend(operation(value.asText()));
            case "price" ->
                new Input.Price(
                        value.path("product").asText(),
                        value.path("price").isNull()
                                ? null
                                : value.path("price").decimalValue());
            case "cart" -> cart(value);
            case "stock" ->
                new Input.Stock(
                        value.path("product").asText(), value.path("left").decimalValue());
            case "feedback" -> new Input.Feedback(value.asText());
            case "order" -> new Input.Order(value.asText());
            case "payment" -> new Input.Payment(value.asText());
            case "hide" -> new Input.Hide(value.asText());
            default -> new Input.Show(value.asText());
        };
    }

    private static Input cart(JsonNode value) {
        List<Input.Item> items = new ArrayList<>();
        value.forEach(item -> items.add(new Input.Item(
                item.path("product").asText(),
                item.path("qty").intValue(),
                item.has("price") ? item.path("price").decimalValue() : null)));
        return new Input.SendCart(items);
    }

    private static @Nullable ErpOperation operation(String name) {
        return name.equals("all") ? null : ErpOperation.valueOf(name);
    }
}
