package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Need;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds requests and answers against the {@link Contract} and brings answers into its types: ids as text, amounts exact, times in UTC. */
final class ContractCheck {

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    /** Reply ids of WhatsApp hold 200 characters, and ours carry more than the id. */
    private static final int LONGEST_ID = 128;

    private ContractCheck() {}

    /** A sentence naming the first required field that {@code request} lacks. */
    static Optional<String> problemOfRequest(Contract contract, ObjectNode request) {
        return contract.request().stream()
                .filter(field -> field.need() == Need.REQUIRED && isAbsent(request.get(field.name())))
                .findFirst()
                .map(field -> "%s was not sent: the flow gives no %s. Add it to what the step sends."
                        .formatted(contract.operation(), field.name()))
                .or(() -> withoutAny(contract.request(), request)
                        .map(names -> "%s was not sent: the flow gives none of %s. Add one to what the step sends."
                                .formatted(contract.operation(), names)));
    }

    /** True when the ERP says that there is no such thing, which is an answer and no mistake. */
    static boolean saysNotFound(Contract contract, JsonNode answer) {
        JsonNode found = answer.path(Contract.FOUND);
        return !contract.operation().lists()
                && contract.operation().mayFindNothing()
                && found.isBoolean()
                && !found.booleanValue();
    }

    /** Brings {@code answer} into the contract's types, or says in a sentence what is wrong with it. */
    static Optional<String> problemOfAnswer(Contract contract, JsonNode answer) {
        ErpOperation operation = contract.operation();
        Watching.understood(operation, answer);
        if (!(answer instanceof ObjectNode object)) {
            String wanted = operation.lists() ? "an object with items" : "an object";
            return Optional.of(sentence(operation, "the answer", wanted, describe(answer)));
        }
        if (!operation.lists()) {
            return problemOfFields(contract, object, "");
        }
        if (!(object.get("items") instanceof ArrayNode items)) {
            return Optional.of(sentence(operation, "items", "a list", describe(object.get("items"))));
        }
        for (int i = 0; i < items.size(); i++) {
            String where = "items[%d]".formatted(i);
            if (!(items.get(i) instanceof ObjectNode row)) {
                return Optional.of(sentence(operation, where, "an object", describe(items.get(i))));
            }
            Optional<String> problem = problemOfFields(contract, row, where + ".");
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> problemOfFields(Contract contract, ObjectNode object, String where) {
        List<Field> fields = contract.answer();
        for (Field field : fields) {
            JsonNode value = object.get(field.name());
            if (isAbsent(value)) {
                if (isNeeded(field, object)) {
                    return Optional.of(sentence(
                            contract.operation(),
                            where + field.name(),
                            field.type().wanted(),
                            describe(value)));
                }
                continue;
            }
            JsonNode typed = typed(field.type(), value);
            if (typed == null) {
                return Optional.of(sentence(
                        contract.operation(), where + field.name(), field.type().wanted(), describe(value)));
            }
            if (typed != value) {
                object.set(field.name(), typed);
            }
        }
        return withoutAny(fields, object)
                .map(names -> sentence(contract.operation(), where + "one of " + names, "there", "none of them"));
    }

    /** The names of the fields of which one must be there, when none is. */
    private static Optional<String> withoutAny(List<Field> fields, ObjectNode object) {
        List<String> names = fields.stream()
                .filter(field -> field.need() == Need.ONE_OF)
                .map(Field::name)
                .toList();
        return names.isEmpty() || names.stream().anyMatch(name -> !isAbsent(object.get(name)))
                ? Optional.empty()
                : Optional.of(String.join(", ", names));
    }

    static boolean isNeeded(Field field, ObjectNode object) {
        return switch (field.need()) {
            case REQUIRED, ROW_KEY -> true;
            case OPTIONAL, ONE_OF -> false;
            case WITH_PRICE -> !isAbsent(object.get("price"));
            case WITH_TOTAL -> !isAbsent(object.get("total"));
        };
    }

    /** {@code value} as the contract's type, or null when it is something else. */
    static @Nullable JsonNode typed(Contract.Type type, JsonNode value) {
        return switch (type) {
            case ID -> id(value);
            case TEXT -> value.isTextual() && !value.textValue().isBlank() ? value : null;
            case MONEY ->
                decimal(value)
                        .filter(amount -> amount.signum() >= 0)
                        .map(DecimalNode::valueOf)
                        .orElse(null);
            case DECIMAL -> decimal(value).map(DecimalNode::valueOf).orElse(null);
            case BOOLEAN -> value.isBoolean() ? value : null;
            case TIME -> time(value);
            case OBJECT -> value.isObject() ? value : null;
            case FILE -> isFile(value) ? value : null;
            case LIST -> value.isArray() ? value : null;
        };
    }

    private static @Nullable JsonNode id(JsonNode value) {
        String id = value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return null;
        }
        return value.isTextual() ? value : TextNode.valueOf(id);
    }

    /** In UTC, so that all readers see one form. */
    private static @Nullable JsonNode time(JsonNode value) {
        try {
            return TextNode.valueOf(
                    OffsetDateTime.parse(value.asText()).toInstant().toString());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Optional<BigDecimal> decimal(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return value.isTextual() && PLAIN_DECIMAL.matcher(value.textValue()).matches()
                ? Optional.of(new BigDecimal(value.textValue()))
                : Optional.empty();
    }

    /** True for what a question for a file leaves behind. */
    static boolean isFile(@Nullable JsonNode value) {
        return value != null && value.path("id").isTextual();
    }

    private static boolean isAbsent(@Nullable JsonNode value) {
        return value == null || value.isNull();
    }

    private static String sentence(ErpOperation operation, String field, String wanted, String came) {
        return "%s: %s must be %s, but the ERP sent %s. Make the ERP answer it, or mend the endpoint profile."
                .formatted(operation, field, wanted, came);
    }

    /** What came, short enough for a sentence. */
    static String describe(@Nullable JsonNode value) {
        return switch (value) {
            case null -> "nothing there";
            case JsonNode json when json.isMissingNode() -> "an empty answer";
            case JsonNode json when json.isObject() -> "an object";
            case JsonNode json when json.isArray() -> "a bare list";
            case JsonNode json when json.isTextual() && json.textValue().isBlank() -> "an empty text";
            case JsonNode json when json.isTextual() -> "the text \"%s\"".formatted(shorten(json.textValue(), 40));
            default -> shorten(value.asText(), 40);
        };
    }

    static String shorten(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
