package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.Contract;
import io.waybill.erp.Contract.Field;
import io.waybill.erp.Contract.Type;
import io.waybill.erp.ErpOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values of a raw answer that could stand in a field of the contract. */
final class Hints {

    private static final int BEST = 3;
    private static final int DEEPEST = 6;
    private static final int PARTS = 4;
    /** Enough for every row an ERP has; a bound all the same. */
    private static final int MOST_VALUES = 2_000;

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Contract contract;
    private final @Nullable JsonNode raw;
    private final Shown shown;
    private final int row;

    Hints(Contract contract, @Nullable JsonNode raw, Shown shown) {
        this(contract, raw, shown, 0);
    }

    private Hints(Contract contract, @Nullable JsonNode raw, Shown shown, int row) {
        this.contract = contract;
        this.raw = raw;
        this.shown = shown;
        this.row = row;
    }

    /** Looks into this row of the lists of the answer. */
    Hints inRow(int row) {
        return new Hints(contract, raw, shown, row);
    }

    private record Candidate(String path, JsonNode value, double likeness, int depth) {}

    /** The best three, as sentences. */
    List<String> of(Field field) {
        if (raw == null) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        new Walk(field, candidates).visit(raw, "$", "", "", 0);
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::likeness)
                        .reversed()
                        .thenComparing(Candidate::depth))
                .limit(BEST)
                .map(candidate -> sentence(field, candidate))
                .toList();
    }

    private String sentence(Field field, Candidate candidate) {
        // What comes with a token is nobody's business.
        String value = contract.operation() == ErpOperation.AUTH ? "(not shown)" : shown.json(candidate.value());
        return "`%s` would fit %s: %s".formatted(candidate.path(), field.name(), value);
    }

    /** One search through the raw answer. */
    private final class Walk {

        private final Field field;
        private final Likeness likeness;
        private final List<Candidate> found;
        private int seen;

        Walk(Field field, List<Candidate> found) {
            this.field = field;
            this.likeness = new Likeness(field.name());
            this.found = found;
        }

        void visit(JsonNode value, String path, String parent, String key, int depth) {
            if (depth > DEEPEST || ++seen > MOST_VALUES) {
                return;
            }
            consider(value, path, parent, key, depth);
            if (value.isObject()) {
                for (Map.Entry<String, JsonNode> child : value.properties()) {
                    visit(child.getValue(), path + step(child.getKey()), key, child.getKey(), depth + 1);
                }
            } else if (value.isArray() && !value.isEmpty()) {
                list(value, path, parent, key, depth);
            }
        }

        /** One row stands for all, but each part of a pair such as [7, "KES"] for itself. */
        private void list(JsonNode list, String path, String parent, String key, int depth) {
            boolean rows = list.get(0).isContainerNode();
            int first = rows ? Math.min(row, list.size() - 1) : 0;
            int last = rows ? first : Math.min(list.size(), PARTS) - 1;
            for (int index = first; index <= last; index++) {
                visit(list.get(index), "%s[%d]".formatted(path, index), parent, key, depth + 1);
            }
        }

        private void consider(JsonNode value, String path, String parent, String key, int depth) {
            if (isAnotherField(key) || !fits(value)) {
                return;
            }
            double like = Math.max(likeness.of(parent, key), ofShape(value, key));
            if (like >= Likeness.ENOUGH) {
                found.add(new Candidate(path, value, like, depth));
            }
        }

        private boolean isAnotherField(String key) {
            return !key.equals(field.name())
                    && contract.answer().stream().anyMatch(other -> other.name().equals(key));
        }

        private boolean fits(JsonNode value) {
            return field.type() == Type.LIST
                    ? value.isArray() && (value.isEmpty() || value.get(0).isObject())
                    : Contract.typed(field, value).isPresent();
        }

        /** A value can be told by its looks where its name says nothing. */
        private double ofShape(JsonNode value, String key) {
            boolean telling = switch (field.type()) {
                case LIST -> true;
                case TEXT -> field.name().equals("currency") && Doubts.isCurrency(value.asText());
                // A bare id is all that some ERPs answer.
                case ID -> key.isEmpty();
                default -> false;
            };
            return telling ? Likeness.ENOUGH : 0;
        }
    }

    private static String step(String key) {
        return PLAIN_KEY.matcher(key).matches() ? "." + key : "['%s']".formatted(key.replace("'", "\\'"));
    }
}
