package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Expression;
import io.waybill.expression.InvalidExpression;
import io.waybill.expression.Json;
import io.waybill.expression.Value;
import io.waybill.flow.FlowParser.Problems;
import io.waybill.flow.FlowParser.Translations;
import io.waybill.message.FileType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Compiles one step. */
final class StepParser {

    private static final Set<String> READ_ONLY = Set.of("cart", "start", "input", "now", "store", "item");
    private static final Set<String> LINE_FIELDS = Set.of("unit_price", "currency", "stock");
    private static final List<String> CART_LINES = List.of("cart", "lines");
    private static final int DEFAULT_TRIES = 3;
    private static final Duration DEFAULT_WAIT = Duration.ofHours(24);

    private final Problems problems;
    private final Translations translations;

    StepParser(Problems problems, Translations translations) {
        this.problems = problems;
        this.translations = translations;
    }

    Step step(JsonNode node, int index, String pointer) {
        String id = node.path("id").textValue();
        Step.Call call = node.has("call") ? call(node.path("call"), pointer + "/call") : null;
        Step.Say say = node.has("say") ? say(node.path("say"), id, pointer + "/say") : null;
        Ask ask = node.has("ask") ? ask(node.path("ask"), id, pointer + "/ask") : null;
        if (say != null && say.template() != null && ask != null && !ask.fitsTemplate()) {
            problems.add(
                    pointer + "/ask",
                    "A template can only ask a choice of at most %d options written here."
                            .formatted(Ask.TEMPLATE_BUTTONS));
        }
        if (say != null && say.offer() != null && ask != null) {
            problems.add(
                    pointer + "/ask",
                    "A step with a link or products cannot ask as well: one message holds one of them. Ask in the next step.");
        }
        return new Step(
                id,
                index,
                node.path("note").textValue(),
                optional(node, "when", pointer),
                call,
                say,
                ask,
                node.has("cart") ? cart(node.path("cart"), pointer + "/cart") : null,
                assignments(node.path("set"), pointer + "/set"),
                node.has("result") ? result((ObjectNode) node.path("result"), pointer + "/result") : null,
                branches(node.path("next"), pointer + "/next"),
                FlowParser.branches(node.path("on")));
    }

    private Step.Call call(JsonNode node, String pointer) {
        Optional<ErpOperation> operation = Arrays.stream(ErpOperation.values())
                .filter(known -> known.name().equals(node.path("op").textValue()))
                .findFirst();
        if (operation.isEmpty()) {
            problems.add(
                    LoadProblem.Kind.CONTRACT,
                    pointer + "/op",
                    "The ERP contract has no operation %s."
                            .formatted(node.path("op").textValue()));
        }
        List<String> each = node.has("each") ? path(node.path("each").textValue()) : null;
        if (each != null && operation.map(ErpOperation::writes).orElse(false)) {
            problems.add(pointer + "/each", "An operation that writes cannot run for each element of a list.");
        }
        Value send = node.has("send")
                ? translations.value(node.path("send"), pointer + "/send")
                : new Value.Fields(Map.of());
        return new Step.Call(
                operation.orElse(ErpOperation.AUTH),
                send instanceof Value.Fields fields ? fields : new Value.Fields(Map.of()),
                saves(node.path("save"), each, pointer + "/save"),
                each,
                node.path("fresh").booleanValue() || pricesCart(operation, each));
    }

    /** What a customer confirms is never a price that was only remembered. */
    private static boolean pricesCart(Optional<ErpOperation> operation, @Nullable List<String> each) {
        return operation.filter(ErpOperation.GET_PRICE::equals).isPresent() && CART_LINES.equals(each);
    }

    private List<Step.Save> saves(JsonNode node, @Nullable List<String> each, String pointer) {
        List<Step.Save> saves = new ArrayList<>();
        node.properties().forEach(field -> {
            String place = pointer + '/' + field.getKey();
            List<String> path = path(field.getKey());
            if (each == null) {
                checkWritable(path, place);
            } else if (!path.getFirst().equals("item") || path.size() != 2) {
                problems.add(place, "A call for each element saves into the element: item.field.");
            } else if (each.equals(CART_LINES) && !LINE_FIELDS.contains(path.getLast())) {
                problems.add(
                        place, "A line of the cart keeps item.unit_price, item.currency and item.stock, nothing else.");
            }
            try {
                saves.add(
                        new Step.Save(path, Expression.compile(field.getValue().textValue())));
            } catch (InvalidExpression e) {
                problems.add(LoadProblem.Kind.EXPRESSION, place, e.getMessage());
            }
        });
        return saves;
    }

    private Step.Say say(JsonNode node, String key, String pointer) {
        if (node.isTextual()) {
            return new Step.Say(translations.text(key + ".say", node, pointer), List.of(), null, null, null);
        }
        List<Value> params = new ArrayList<>();
        node.path("params")
                .forEach(param -> params.add(translations.value(param, pointer + "/params/" + params.size())));
        return new Step.Say(
                translated(node, "text", key + ".say", pointer),
                new ShownParser(translations).shown(node, pointer),
                new ShownParser(translations).offer(node, key, pointer),
                translated(node, "footer", key + ".footer", pointer),
                node.has("template")
                        ? new Step.TemplateText(node.path("template").textValue(), params)
                        : null);
    }

    private Ask ask(JsonNode node, String key, String pointer) {
        List<Ask.Type> types = new ArrayList<>();
        for (JsonNode type :
                node.path("type").isArray() ? node.path("type") : Json.array().add(node.path("type"))) {
            types.add(Ask.Type.named(type.textValue()));
        }
        Ask.Options options = node.has("options") ? options(node.path("options"), key, pointer + "/options") : null;
        if (types.contains(Ask.Type.CHOICE) && options == null) {
            problems.add(pointer, "A choice needs options.");
        }
        if (node.has("about") && !(options instanceof Ask.Options.Fixed)) {
            problems.add(pointer + "/about", "Only options written here can carry the order they are about.");
        }
        List<String> save = node.has("save") ? path(node.path("save").textValue()) : null;
        if (save != null) {
            checkAnswerGoes(save, types, pointer + "/save");
        }
        return new Ask(
                types,
                options,
                translated(node, "button", key + ".button", pointer),
                node.has("min") ? node.path("min").intValue() : null,
                node.has("max") ? node.path("max").intValue() : null,
                node.has("pattern") ? pattern(node.path("pattern").textValue(), pointer + "/pattern") : null,
                accept(node, types, pointer),
                optional(node, "check", pointer),
                optional(node, "preset", pointer),
                translated(node, "retry", key + ".retry", pointer),
                node.path("tries").asInt(DEFAULT_TRIES),
                node.has("remind") ? remind(node.path("remind"), key, pointer + "/remind") : null,
                node.has("wait") ? duration(node.path("wait")) : DEFAULT_WAIT,
                optional(node, "about", pointer),
                save);
    }

    private List<String> accept(JsonNode node, List<Ask.Type> types, String pointer) {
        List<String> accept = new ArrayList<>();
        node.path("accept").forEach(mime -> {
            if (Arrays.stream(FileType.values()).noneMatch(type -> type.matches(mime.textValue()))) {
                problems.add(
                        pointer + "/accept/" + accept.size(),
                        "No file can be told to be %s by its bytes. These can: %s."
                                .formatted(mime.textValue(), FileQuestions.KNOWN));
            }
            accept.add(mime.textValue());
        });
        if (!accept.isEmpty() && !types.contains(Ask.Type.FILE)) {
            problems.add(pointer + "/accept", "Only a question for a file takes media types.");
        }
        if (types.contains(Ask.Type.FILE) && node.has("max")) {
            checkMegabytes(node.path("max").intValue(), types, pointer + "/max");
        }
        return accept;
    }

    private void checkMegabytes(int max, List<Ask.Type> types, String pointer) {
        if (types.contains(Ask.Type.TEXT) || types.contains(Ask.Type.NUMBER)) {
            problems.add(pointer, "It is not clear what max is for: the file in megabytes, or what may be typed.");
        } else if (max < 1 || max > FileQuestions.MOST_MEGABYTES) {
            problems.add(
                    pointer,
                    "The max of a file is from 1 to %d megabytes: WhatsApp brings no larger one."
                            .formatted(FileQuestions.MOST_MEGABYTES));
        }
    }

    /** A phone number that payments or the ERP's customer hang on never comes from what somebody typed. */
    private void checkAnswerGoes(List<String> save, List<Ask.Type> types, String pointer) {
        if (save.equals(List.of("contact", "phone"))) {
            if (!types.equals(List.of(Ask.Type.CONTACT))) {
                problems.add(LoadProblem.Kind.PHONE, pointer, "Only an ask of type contact may set contact.phone.");
            }
        } else if (!save.equals(List.of("contact", "name"))) {
            checkWritable(save, pointer);
        }
    }

    private Ask.Remind remind(JsonNode node, String key, String pointer) {
        return new Ask.Remind(duration(node.path("after")), say(node.path("say"), key + ".remind", pointer + "/say"));
    }

    private Ask.Options options(JsonNode node, String key, String pointer) {
        if (node.isObject()) {
            return new Ask.Options.Listed(
                    path(node.path("from").textValue()),
                    translations.value(node.path("id"), pointer + "/id"),
                    translations.text(key + ".options.title", node.path("title"), pointer + "/title"),
                    translated(node, "note", key + ".options.note", pointer),
                    optional(node, "match", pointer));
        }
        List<Ask.FixedOption> options = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode option : node) {
            Ask.FixedOption fixed = fixed(option, key, pointer + '/' + options.size());
            if (!ids.add(fixed.id())) {
                problems.add(
                        pointer + '/' + options.size(), "Another option has the id %s already.".formatted(fixed.id()));
            }
            options.add(fixed);
        }
        return new Ask.Options.Fixed(List.copyOf(options));
    }

    private Ask.FixedOption fixed(JsonNode node, String key, String pointer) {
        if (node.isIntegralNumber()) {
            return new Ask.FixedOption(node.asText(), Translated.literal(node.asText()), null, node, null);
        }
        String id = node.path("id").textValue();
        return new Ask.FixedOption(
                id,
                translations.text(key + ".options." + id, node.path("title"), pointer + "/title"),
                translated(node, "note", key + ".options." + id + ".note", pointer),
                node.path("id"),
                FlowParser.target(node.path("to")));
    }

    private CartChange cart(JsonNode node, String pointer) {
        if (node.isTextual()) {
            return switch (node.textValue()) {
                case "seen" -> new CartChange.Seen();
                case "fit" -> new CartChange.Fit();
                case "pickup" -> new CartChange.Pickup(true);
                case "deliver" -> new CartChange.Pickup(false);
                default -> new CartChange.Clear();
            };
        }
        if (node.has("take")) {
            List<String> rest = path(node.path("rest").textValue());
            checkWritable(rest, pointer + "/rest");
            return new CartChange.Take(
                    translations.value(node.path("take"), pointer + "/take"),
                    translations.value(node.path("from"), pointer + "/from"),
                    rest);
        }
        if (node.has("add")) {
            return new CartChange.Add(
                    translations.value(node.path("add"), pointer + "/add"),
                    translations.value(node.path("qty"), pointer + "/qty"),
                    optional(node, "options", pointer));
        }
        if (node.has("change")) {
            return new CartChange.Change(
                    translations.value(node.path("change"), pointer + "/change"),
                    translations.value(node.path("qty"), pointer + "/qty"));
        }
        return new CartChange.Remove(translations.value(node.path("remove"), pointer + "/remove"));
    }

    private List<Step.Assignment> assignments(JsonNode node, String pointer) {
        List<Step.Assignment> assignments = new ArrayList<>();
        node.properties().forEach(field -> {
            String place = pointer + '/' + field.getKey();
            List<String> path = path(field.getKey());
            checkWritable(path, place);
            assignments.add(new Step.Assignment(path, translations.value(field.getValue(), place)));
        });
        return assignments;
    }

    private Step.Result result(ObjectNode node, String pointer) {
        Value fields = translations.value(node.deepCopy().without("kind"), pointer);
        return new Step.Result(
                node.path("kind").textValue(),
                fields instanceof Value.Fields known ? known : new Value.Fields(Map.of()));
    }

    private List<Step.Branch> branches(JsonNode node, String pointer) {
        List<Step.Branch> branches = new ArrayList<>();
        if (node.isTextual()) {
            addBranch(branches, null, node);
        }
        for (JsonNode branch : node) {
            String place = pointer + '/' + branches.size();
            addBranch(branches, optional(branch, "when", place), branch.path("to"));
        }
        return branches;
    }

    private static void addBranch(List<Step.Branch> branches, @Nullable Value when, JsonNode to) {
        Target target = FlowParser.target(to);
        if (target != null) {
            branches.add(new Step.Branch(when, target));
        }
    }

    private void checkWritable(List<String> path, String pointer) {
        if (READ_ONLY.contains(path.getFirst()) || path.getFirst().equals("contact")) {
            problems.add(pointer, "The name %s is read-only.".formatted(path.getFirst()));
        }
    }

    private @Nullable Pattern pattern(String regex, String pointer) {
        try {
            return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            problems.add(pointer, "The pattern does not parse: %s.".formatted(e.getDescription()));
            return null;
        }
    }

    private @Nullable Translated translated(JsonNode node, String name, String key, String pointer) {
        return node.has(name) ? translations.text(key, node.path(name), pointer + '/' + name) : null;
    }

    private @Nullable Value optional(JsonNode node, String name, String pointer) {
        return node.has(name) ? translations.value(node.path(name), pointer + '/' + name) : null;
    }

    private static Duration duration(JsonNode node) {
        String text = node.textValue();
        long amount = Long.parseLong(text, 0, text.length() - 1, 10);
        return switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static List<String> path(String text) {
        return List.of(text.split("\\."));
    }
}
