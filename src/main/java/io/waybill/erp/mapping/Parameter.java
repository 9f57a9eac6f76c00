package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The value of a query parameter, before it is percent-encoded. */
sealed interface Parameter {

    /** Empty when the parameter is left out. */
    Optional<String> text(Scope scope);

    /** Text, a number, true or false; JSON when it is more than that. */
    record Plain(Value value) implements Parameter {
        @Override
        public Optional<String> text(Scope scope) {
            JsonNode resolved = value.resolve(scope);
            return resolved.isMissingNode() || resolved.isNull() ? Optional.empty() : Optional.of(Json.text(resolved));
        }
    }

    /** A JSON tree as text, as some ERPs want their filters. */
    record JsonText(Value value) implements Parameter {
        @Override
        public Optional<String> text(Scope scope) {
            return Optional.of(Json.write(value.resolve(scope)));
        }
    }

    /** A filter with values in it, each written as a literal of its language. */
    record Filter(Language language, List<Value> parts) implements Parameter {

        private static final Pattern COMPARED = Pattern.compile(" (eq|ne|ge|gt|le|lt) \\($");

        @Override
        public Optional<String> text(Scope scope) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                text.append(
                        parts.get(i) instanceof Value.Typed typed
                                ? literal(typed, isBare(i), scope)
                                : parts.get(i).text(scope));
            }
            return Optional.of(text.toString());
        }

        private String literal(Value.Typed typed, boolean bare, Scope scope) {
            JsonNode value = typed.resolve(scope);
            String source = typed.expression().source();
            return bare ? Literals.unquoted(value, source) : language.literal.apply(value, source);
        }

        /** In {@code id eq ({{value}})} the value stands without quotes, as the GUIDs and the times of OData 4 do. */
        private boolean isBare(int at) {
            return language == Language.ODATA
                    && COMPARED.matcher(written(at - 1)).find()
                    && written(at + 1).startsWith(")");
        }

        /** False when an expression in it gives nothing. */
        boolean isComplete(Scope scope) {
            return parts.stream().map(part -> part.resolve(scope)).noneMatch(it -> it.isMissingNode() || it.isNull());
        }

        private String written(int at) {
            return at >= 0 && at < parts.size() && parts.get(at) instanceof Value.Literal(JsonNode text)
                    ? text.asText()
                    : "";
        }
    }

    /** Filters of OData of which all must hold; one whose expression gives nothing is left out. */
    record AllOf(List<Filter> filters) implements Parameter {
        @Override
        public Optional<String> text(Scope scope) {
            List<String> asked = filters.stream()
                    .filter(filter -> filter.isComplete(scope))
                    .flatMap(filter -> filter.text(scope).stream())
                    .toList();
            return switch (asked.size()) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(asked.getFirst());
                // An "or" in one of them ends at its bracket.
                default -> Optional.of("(" + String.join(") and (", asked) + ")");
            };
        }
    }

    /** What a filter is written in. */
    enum Language {
        ODATA(Literals::odata),
        SQL(Literals::sql);

        private final BiFunction<JsonNode, String, String> literal;

        Language(BiFunction<JsonNode, String, String> literal) {
            this.literal = literal;
        }
    }
}
