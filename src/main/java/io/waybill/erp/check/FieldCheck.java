package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Need;
import io.waybill.erp.Contract.Type;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.FieldReport.State;
import io.waybill.erp.check.Tallies.Detail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds all answers of one operation against its contract, field by field. */
final class FieldCheck {

    private static final String ITEMS = "items";
    private static final Set<String> OF_A_PAGE = Set.of(ITEMS, "has_more");

    private final Contract contract;
    private final Set<String> known;
    private final Shown shown;
    private final Doubts doubts;
    private final Tallies tallies = new Tallies();
    private final Map<String, State> states = new LinkedHashMap<>();
    private int rows;

    FieldCheck(ErpOperation operation, Shown shown) {
        this.contract = Contract.of(operation);
        this.known = contract.answer().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
        this.shown = shown;
        this.doubts = new Doubts(contract, shown, tallies);
    }

    /**
     * @param answer in the contract's names
     * @param raw the answer as it came, for hints
     */
    void look(JsonNode answer, @Nullable JsonNode raw) {
        Hints hints = new Hints(contract, raw, shown);
        if (!(answer instanceof ObjectNode object)) {
            Field wanted = contract.operation().lists() ? itemsField() : firstRequired();
            bad(
                    FindingKind.WRONG_TYPE,
                    "$",
                    -1,
                    "The answer is %s, but an object%s is wanted. %s"
                            .formatted(
                                    shown.value(answer),
                                    contract.operation().lists() ? " with items" : "",
                                    howToMend()),
                    hints.of(wanted));
            return;
        }
        if (contract.operation().lists()) {
            list(object, hints);
        } else {
            fields(object, "", -1, hints);
        }
    }

    List<Finding> findings() {
        return tallies.findings(rows);
    }

    List<FieldReport> fields() {
        List<FieldReport> fields = new ArrayList<>();
        states.forEach((field, state) -> fields.add(new FieldReport(field, state)));
        return fields;
    }

    private void list(ObjectNode page, Hints hints) {
        JsonNode items = page.get(ITEMS);
        if (!(items instanceof ArrayNode array)) {
            absentOrWrong(itemsField(), items, ITEMS, -1, hints);
            return;
        }
        for (int row = 0; row < array.size(); row++) {
            int place = rows + row;
            if (array.get(row) instanceof ObjectNode object) {
                fields(object, "items[].", place, hints.inRow(row));
            } else {
                bad(
                        FindingKind.WRONG_TYPE,
                        "items[]",
                        place,
                        "A row is %s, but an object is wanted. %s".formatted(shown.value(array.get(row)), howToMend()),
                        List.of());
            }
        }
        rows += array.size();
        page.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !OF_A_PAGE.contains(name))
                .forEach(name -> extra(name, -1));
    }

    private void fields(ObjectNode object, String prefix, int row, Hints hints) {
        for (Field field : contract.answer()) {
            JsonNode value = object.get(field.name());
            String name = prefix + field.name();
            if (value != null && !value.isNull()) {
                present(field, value, name, row, hints);
            } else if (Contract.isNeeded(field, object)) {
                absentOrWrong(field, value, name, row, hints);
            } else {
                note(name, State.ABSENT);
            }
        }
        oneOf(object, prefix, row, hints);
        object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> extra(prefix + name, row));
        doubts.look(object, prefix, row);
    }

    private void oneOf(ObjectNode object, String prefix, int row, Hints hints) {
        List<Field> either = contract.answer().stream()
                .filter(field -> field.need() == Need.ONE_OF)
                .toList();
        if (either.isEmpty() || either.stream().anyMatch(field -> object.hasNonNull(field.name()))) {
            return;
        }
        String names = either.stream().map(field -> prefix + field.name()).collect(Collectors.joining(" or "));
        bad(
                FindingKind.MISSING,
                names,
                row,
                "%s is missing; one of them is wanted. %s".formatted(names, howToMend()),
                either.stream().flatMap(field -> hints.of(field).stream()).toList());
    }

    private void present(Field field, JsonNode value, String name, int row, Hints hints) {
        if (Contract.typed(field, value).isEmpty()) {
            absentOrWrong(field, value, name, row, hints);
        } else if (value.isTextual() && (field.type() == Type.MONEY || field.type() == Type.DECIMAL)) {
            note(name, State.NUMBER_AS_TEXT);
            tallies.add(
                    FindingKind.NUMBER_AS_TEXT,
                    name,
                    row,
                    () -> Detail.of("%s came as %s. It is accepted; a JSON number cannot be misread."
                            .formatted(name, shown.value(value))));
        } else {
            note(name, State.OK);
        }
    }

    private void absentOrWrong(Field field, @Nullable JsonNode value, String name, int row, Hints hints) {
        FindingKind kind =
                value == null ? FindingKind.MISSING : value.isNull() ? FindingKind.NULL : FindingKind.WRONG_TYPE;
        String came = switch (kind) {
            case MISSING -> "is missing";
            case NULL -> "is null";
            default -> "is " + shown.value(value);
        };
        note(name, State.valueOf(kind.name()));
        tallies.add(
                kind,
                name,
                row,
                () -> new Detail(
                        "%s %s, but %s is wanted. %s"
                                .formatted(name, came, field.type().wanted(), howToMend()),
                        hints.of(field)));
    }

    private void bad(FindingKind kind, String field, int row, String sentence, List<String> hints) {
        tallies.add(kind, field, row, () -> new Detail(sentence, hints));
    }

    private void extra(String name, int row) {
        note(name, State.EXTRA);
        tallies.add(
                FindingKind.EXTRA,
                name,
                row,
                () -> Detail.of(
                        "%s is not in the contract. Flows get it as it is; nothing need be done.".formatted(name)));
    }

    private void note(String field, State state) {
        states.merge(field, state, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private static Field itemsField() {
        return new Field(ITEMS, Type.LIST, Contract.Need.REQUIRED);
    }

    private Field firstRequired() {
        return contract.answer().stream()
                .filter(field -> field.need() == Contract.Need.REQUIRED)
                .findFirst()
                .orElse(contract.answer().getFirst());
    }

    private static String howToMend() {
        return "Make the ERP answer it, or say in the endpoint profile where it stands.";
    }
}
