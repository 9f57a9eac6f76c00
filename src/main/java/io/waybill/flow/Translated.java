package io.waybill.flow;

import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import java.util.Map;

/** A text of a flow in its base language and in those it was translated to. */
public record Translated(Value base, Map<String, Value> others) {

    public Translated {
        others = Map.copyOf(others);
    }

    static Translated literal(String text) {
        return new Translated(new Value.Literal(Json.nodes().textNode(text)), Map.of());
    }

    String text(Scope scope, String language) {
        return in(language).text(scope);
    }

    /** As WhatsApp is to show it: formatted where the flow says so, and nowhere else. */
    String spoken(Scope scope, String language) {
        return Spoken.text(in(language), scope);
    }

    private Value in(String language) {
        return others.getOrDefault(language, base);
    }
}
