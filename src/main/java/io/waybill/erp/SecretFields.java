package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.List;
import java.util.Map;

/** Values made of secrets that requests carry: {@code auth.name} in what is sent, and in nothing that is kept or answered. */
final class SecretFields {

    /** For a system that needs none. */
    static final SecretFields NONE = new SecretFields(Map.of(), Scope.NONE);

    private final Map<String, Value> values;
    private final Scope secrets;

    /** @param secrets what signing in knows */
    SecretFields(Map<String, Value> values, Scope secrets) {
        this.values = values;
        this.secrets = secrets;
    }

    /** The values at {@code now}, which a request may say too. */
    Filled at(JsonNode now) {
        ObjectNode filled = ErpJson.object();
        Scope scope = values.isEmpty() ? secrets : secrets.with("now", now);
        values.forEach((name, value) -> filled.set(name, value.resolve(scope)));
        return new Filled(filled);
    }

    /** The values of one request. */
    record Filled(ObjectNode values) {

        /** {@code scope} as the request sees it. */
        Scope in(Scope scope) {
            return values.isEmpty() ? scope : scope.with("auth", values);
        }

        /** Takes the values out of what is kept of requests from {@code first} on. */
        void hide(List<ErpExchange> exchanges, int first) {
            for (int i = first; i < exchanges.size() && !values.isEmpty(); i++) {
                ErpExchange shown = exchanges.get(i);
                exchanges.set(
                        i,
                        new ErpExchange(
                                shown.method(),
                                hide(shown.url()),
                                shown.request() == null ? null : hide(shown.request()),
                                shown.status(),
                                hide(shown.answer()),
                                shown.took(),
                                shown.at()));
            }
        }

        /** A sentence may repeat what the system answered, and that what was sent. */
        ErpReply hide(ErpReply reply) {
            return switch (reply) {
                case ErpReply.Refused(String reason) -> new ErpReply.Refused(hide(reason));
                case ErpReply.Down(String reason) -> new ErpReply.Down(hide(reason));
                case ErpReply.Unknown(String reason) -> new ErpReply.Unknown(hide(reason));
                case ErpReply.Ok ok -> ok;
                case ErpReply.Empty empty -> empty;
            };
        }

        private String hide(String text) {
            String safe = text;
            for (JsonNode value : values) {
                String secret = Json.text(value);
                safe = secret.isEmpty() ? safe : safe.replace(secret, "***");
            }
            return safe;
        }

        @Override
        public String toString() {
            return "Filled[***]";
        }
    }
}
