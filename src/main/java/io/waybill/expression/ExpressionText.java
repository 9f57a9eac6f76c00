package io.waybill.expression;

import java.util.Map;

/**
 * Reads the text of an expression for what may not stand in it: clocks and chance, which would make a replayed turn differ, and what
 * cannot be bounded while it runs.
 */
final class ExpressionText {

    private static final Map<String, String> REFUSED = Map.of(
            "$eval", "it runs text as an expression",
            "$now", "use the name now",
            "$millis", "use the name now",
            "$random", "a replayed turn would differ",
            "$shuffle", "a replayed turn would differ");

    private final String text;
    private int at;
    private boolean afterOperand;

    private ExpressionText(String text) {
        this.text = text;
    }

    static void check(String text) {
        new ExpressionText(text).scan();
    }

    /** All texts that are written in {@code text}, one after the other. */
    static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                int end = endOfQuoted(text, at);
                if (c != '`') {
                    words.append(text, at + 1, Math.max(at + 1, end - 1));
                }
                at = end - 1;
            }
        }
        return words.toString();
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'' || c == '`') {
                at = endOfQuoted(text, at);
                afterOperand = true;
            } else if (c == '/') {
                slash();
            } else if (c == '$' || Character.isLetterOrDigit(c) || c == '_') {
                word();
            } else {
                afterOperand = c == ')' || c == ']' || c == '}';
                at++;
            }
        }
    }

    private void slash() {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? text.length() : end + 2;
            return;
        }
        if (!afterOperand) {
            throw new InvalidExpression(
                    "Regular expressions are not available here, since they can run for ever; use the pattern of an ask.");
        }
        afterOperand = false;
        at++;
    }

    private void word() {
        int start = at++;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        String reason = REFUSED.get(word);
        if (reason != null) {
            throw new InvalidExpression("%s is not available in flows: %s.".formatted(word, reason));
        }
        afterOperand = !word.equals("and") && !word.equals("or") && !word.equals("in");
    }

    /** The index after the closing quote. */
    static int endOfQuoted(String text, int start) {
        char quote = text.charAt(start);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != quote) {
            i += text.charAt(i) == '\\' && quote != '`' ? 2 : 1;
        }
        return Math.min(i + 1, text.length());
    }
}
