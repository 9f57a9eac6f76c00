package io.waybill.flow;

import io.waybill.expression.Expression;
import io.waybill.expression.Scope;
import io.waybill.expression.Value;
import io.waybill.message.Formatting;

/** Makes texts for WhatsApp of those of a flow: what is put into them does not change how they look. */
final class Spoken implements Value.Pieces {

    private final Formatting formatting = new Formatting();

    private Spoken() {}

    static String text(Value value, Scope scope) {
        Spoken spoken = new Spoken();
        value.tell(scope, spoken);
        return spoken.formatting.text();
    }

    @Override
    public void written(String text) {
        formatting.written(text);
    }

    /** Marks that stand in the expression's own words were written there to be seen. */
    @Override
    public void value(String text, Expression expression) {
        formatting.value(text, expression.words());
    }
}
