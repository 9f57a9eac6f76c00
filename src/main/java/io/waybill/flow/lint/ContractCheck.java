package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.Contract;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.expression.Expression;
import io.waybill.flow.Step;
import io.waybill.flow.World;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** E6: what a step sends and saves against the contract of its operation. */
record ContractCheck() implements Check {

    /** The rows, and when they were good where they are not of now. */
    private static final List<String> LIST_FIELDS = List.of("items", ErpReads.AS_OF);

    private static final Pattern ASKED_OPERATION = Pattern.compile("\\$erp\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)");

    @Override
    public void check(Subject subject, Report report) {
        for (Step step : subject.steps()) {
            if (step.call() != null) {
                JsonNode call = subject.json(step).path("call");
                Contract contract = Contract.of(step.call().operation());
                String pointer = Subject.pointer(step) + "/call";
                sent(call.path("send"), contract, pointer, report);
                saved(call.path("save"), contract, pointer + "/save", report);
            }
        }
        for (Sources.Source source : Sources.in(subject.root(), "")) {
            Matcher asked = ASKED_OPERATION.matcher(source.expression().source());
            while (asked.find()) {
                String name = asked.group(1);
                if (Arrays.stream(ErpOperation.values())
                        .noneMatch(known -> known.name().equals(name))) {
                    report.add(
                            Rule.E6, source.pointer(), "The ERP contract has no operation %s. Correct the name.", name);
                }
            }
        }
    }

    private static void sent(JsonNode send, Contract contract, String pointer, Report report) {
        send.properties().forEach(field -> {
            String place = pointer + "/send/" + field.getKey();
            Optional<Contract.Field> known = field(contract.request(), field.getKey());
            if (known.isEmpty()) {
                report.add(
                        Rule.E6,
                        place,
                        "%s takes no field %s. It takes: %s.",
                        contract.operation(),
                        field.getKey(),
                        names(contract.request()));
            } else if (!fits(field.getValue(), known.get().type())) {
                report.add(
                        Rule.E6,
                        place,
                        "The field %s of %s is %s. Write such a value, or an expression.",
                        field.getKey(),
                        contract.operation(),
                        known.get().type().wanted());
            } else if (known.get().type() == Contract.Type.LIST && mayCollapse(field.getValue())) {
                report.add(
                        Rule.E6,
                        place,
                        "The field %s is a list, but a list of one becomes its element here. End the expression with [].",
                        field.getKey());
            }
        });
        for (Contract.Field field : contract.request()) {
            if (field.need() == Contract.Need.REQUIRED && !send.has(field.name())) {
                report.add(
                        Rule.E6,
                        send.isMissingNode() ? pointer : pointer + "/send",
                        "%s needs the field %s. Add it to \"send\".",
                        contract.operation(),
                        field.name());
            }
        }
        List<Contract.Field> oneOf = contract.request().stream()
                .filter(field -> field.need() == Contract.Need.ONE_OF)
                .toList();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(field -> send.has(field.name()))) {
            report.add(
                    Rule.E6,
                    send.isMissingNode() ? pointer : pointer + "/send",
                    "%s needs one of the fields %s. Add one to \"send\".",
                    contract.operation(),
                    names(oneOf));
        }
    }

    private static void saved(JsonNode save, Contract contract, String pointer, Report report) {
        List<String> fields = answered(contract);
        save.properties().forEach(entry -> {
            for (Reading.Use use : Reading.of(entry.getValue().textValue()).uses()) {
                if (!fields.contains(use.name())) {
                    report.add(
                            Rule.E6,
                            pointer + '/' + entry.getKey(),
                            "The answer of %s has no field %s. It has: %s.",
                            contract.operation(),
                            use.name(),
                            String.join(", ", fields));
                }
            }
        });
    }

    /** With what the gateway adds to what the ERP answers. */
    private static List<String> answered(Contract contract) {
        if (contract.operation().lists()) {
            return LIST_FIELDS;
        }
        Stream<String> fields = contract.answer().stream().map(Contract.Field::name);
        return (contract.operation() == ErpOperation.GET_ORDER_STATUS
                        ? Stream.concat(fields, Stream.of(World.STAGE))
                        : fields)
                .toList();
    }

    private static Optional<Contract.Field> field(List<Contract.Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static String names(List<Contract.Field> fields) {
        return fields.stream().map(Contract.Field::name).collect(Collectors.joining(", "));
    }

    private static boolean fits(JsonNode value, Contract.Type type) {
        if (value.isTextual() && value.textValue().startsWith("= ")) {
            return true;
        }
        return switch (type) {
            case ID -> value.isTextual() || value.isNumber();
            case TEXT -> value.isTextual();
            case MONEY -> value.isNumber() && value.decimalValue().signum() >= 0;
            case DECIMAL -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case TIME -> value.isTextual();
            case OBJECT -> value.isObject();
            // Only a question makes one.
            case FILE -> false;
            case LIST -> value.isArray();
        };
    }

    private static boolean mayCollapse(JsonNode value) {
        if (!value.isTextual()) {
            return false;
        }
        String source = value.textValue().substring(2).strip();
        List<String> path = Expression.compile(source).path();
        return !source.endsWith("[]") && (path == null || path.size() > 2);
    }
}
