package io.waybill.erp.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

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
        @Override
        public Optional<String> text(Scope scope) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                text.append(
                        parts.get(i) instanceof Value.Typed typed
                                ? literal(typed, isKey(i), scope)
                                : parts.get(i).text(scope));
            }
            return Optional.of(text.toString());
        }

        private String literal(Value.Typed typed, boolean key, Scope scope) {
            JsonNode value = typed.resolve(scope);
            String source = typed.expression().source();
            return key ? Literals.key(value, source) : language.literal.apply(value, source);
        }

        /** In {@code id eq ({{value}})} the value is a key without quotes, as the GUIDs of OData 4 are. */
        private boolean isKey(int at) {
            return language == Language.ODATA
                    && written(at - 1).endsWith(" eq (")
                    && written(at + 1).startsWith(")");
        }

        private String written(int at) {
            return at >= 0 && at < parts.size() && parts.get(at) instanceof Value.Literal(JsonNode text)
                    ? text.asText()
                    : "";
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
