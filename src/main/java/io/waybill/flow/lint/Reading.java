package io.waybill.flow.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression reads from the conversation. Names that are fields of something the expression makes its context (in a predicate,
 * after a dot) are left out, since only the data says whether they are there.
 */
final class Reading {

    private static final Pattern EXISTS = Pattern.compile("\\$exists\\(\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*\\)");
    private static final Pattern ABSENT =
            Pattern.compile("\\$not\\(\\s*\\$exists\\(\\s*([A-Za-z_][A-Za-z0-9_.]*)\\s*\\)\\s*\\)");

    private static final Pattern ALTERNATIVE = Pattern.compile("\\bor\\b|[?:;]");

    private final String text;
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> called = new LinkedHashSet<>();
    private final Set<String> bound = new HashSet<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int at;
    private boolean operand;
    private boolean dot;
    private boolean inPath;
    private String function = "";

    /**
     * A name that is read.
     *
     * @param tested only looked at for whether it is there
     */
    record Use(List<String> path, boolean tested) {

        String name() {
            return path.getFirst();
        }
    }

    private record Frame(boolean ofElement, String function) {}

    private Reading(String text) {
        this.text = text;
    }

    static Reading of(String expression) {
        Reading reading = new Reading(expression);
        reading.frames.push(new Frame(false, ""));
        reading.scan();
        return reading;
    }

    /** What is read; a name that is also tested by {@code $exists} counts as tested everywhere. */
    List<Use> uses() {
        Set<String> tested = new HashSet<>();
        uses.stream().filter(Use::tested).forEach(use -> tested.add(use.name()));
        return uses.stream()
                .map(use -> new Use(use.path(), tested.contains(use.name())))
                .toList();
    }

    /** Names with a dollar that the expression does not define itself. */
    Set<String> unbound() {
        Set<String> unbound = new LinkedHashSet<>(called);
        unbound.removeAll(bound);
        return unbound;
    }

    /** Names that certainly have a value when {@code condition} is {@code holds}. */
    static Set<String> existing(String condition, boolean holds) {
        Set<String> names = new HashSet<>();
        if (holds && !ALTERNATIVE.matcher(condition).find()) {
            for (String part : condition.split("\\band\\b")) {
                addMatch(EXISTS.matcher(part.strip()), names);
            }
        } else if (!holds) {
            addMatch(ABSENT.matcher(condition.strip()), names);
        }
        return names;
    }

    private static void addMatch(Matcher matcher, Set<String> names) {
        if (matcher.matches()) {
            names.add(matcher.group(1));
        }
    }

    private void scan() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '"' || c == '\'') {
                quoted(c);
                value();
            } else if (c == '`') {
                int from = at + 1;
                quoted(c);
                name(text.substring(from, Math.max(from, at - 1)));
            } else if (c == '$') {
                dollar();
            } else if (Character.isDigit(c)) {
                number();
            } else if (isWord(c)) {
                name(word());
            } else {
                symbol(c);
            }
        }
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void number() {
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '.' && nextIsDigit())) {
            at++;
        }
        value();
    }

    private boolean nextIsDigit() {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private String word() {
        int from = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private void dollar() {
        at++;
        String name = word();
        if (name.isEmpty() && at < text.length() && text.charAt(at) == '$') {
            at++;
        }
        boolean element = dot || frames.element().ofElement();
        value();
        if (!name.isEmpty()) {
            if (rest().startsWith(":=") || frames.element().function().equals("function")) {
                bound.add(name);
            } else {
                called.add(name);
            }
            function = rest().startsWith("(") ? name : "";
            dot = element && !function.isEmpty();
        }
    }

    private String rest() {
        int from = at;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        return text.substring(from, Math.min(text.length(), from + 2));
    }

    private void name(String name) {
        if (operand && (name.equals("and") || name.equals("or") || name.equals("in"))) {
            operator();
        } else if (!dot && (name.equals("function") || name.equals("λ")) && rest().startsWith("(")) {
            value();
            function = "function";
        } else if (!dot && (name.equals("true") || name.equals("false") || name.equals("null"))) {
            value();
        } else if (dot) {
            if (inPath && !uses.isEmpty()) {
                Use last = uses.removeLast();
                List<String> path = new ArrayList<>(last.path());
                path.add(name);
                uses.add(new Use(List.copyOf(path), last.tested()));
            }
            boolean still = inPath;
            value();
            inPath = still;
        } else {
            value();
            if (!frames.element().ofElement()) {
                uses.add(new Use(List.of(name), frames.element().function().equals("exists")));
                inPath = true;
            }
        }
    }

    private void symbol(char c) {
        at++;
        switch (c) {
            case '.' -> {
                boolean still = inPath;
                operator();
                inPath = still;
                dot = true;
            }
            case '(' -> open(dot || frames.element().ofElement() && !function.equals("function"), function);
            case '[' -> open(dot || operand || frames.element().ofElement(), "");
            case '{' -> {
                boolean body = function.equals("body");
                open(!body && (dot || operand) || frames.element().ofElement(), "");
            }
            case ')', ']', '}' -> close();
            case '^' -> {
                operator();
                dot = true;
            }
            case '*', '%' -> {
                if (operand) {
                    operator();
                } else {
                    value();
                }
            }
            case '@', '#' -> {
                if (at < text.length() && text.charAt(at) == '$') {
                    at++;
                    bound.add(word());
                }
                value();
            }
            default -> operator();
        }
    }

    private void open(boolean ofElement, String of) {
        frames.push(new Frame(ofElement, of));
        operator();
    }

    private void close() {
        Frame closed = frames.size() > 1 ? frames.pop() : frames.element();
        value();
        if (closed.function().equals("function")) {
            function = "body";
        }
    }

    private void value() {
        operand = true;
        dot = false;
        inPath = false;
        function = "";
    }

    private void operator() {
        operand = false;
        dot = false;
        inPath = false;
        function = "";
    }
}
