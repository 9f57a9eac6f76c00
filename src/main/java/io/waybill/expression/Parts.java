package io.waybill.expression;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart at its {@code {{expressions}}}. */
final class Parts {

    private Parts() {}

    static List<Value> of(String text) {
        List<Value> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            literal(text.substring(from, open), parts);
            int close = closing(text, open + 2);
            parts.add(new Value.Typed(Expression.compile(text.substring(open + 2, close))));
            from = close + 2;
        }
        literal(text.substring(from), parts);
        return List.copyOf(parts);
    }

    private static void literal(String text, List<Value> parts) {
        if (!text.isEmpty()) {
            parts.add(new Value.Literal(Json.nodes().textNode(text)));
        }
    }

    /** Where the expression ends: braces of its own and quoted text do not end it. */
    private static int closing(String text, int start) {
        int depth = 0;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                i = ExpressionText.endOfQuoted(text, i);
                continue;
            }
            if (depth == 0 && text.startsWith("}}", i)) {
                return i;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            i++;
        }
        throw new InvalidExpression("The text opens {{ and never closes it.");
    }
}
