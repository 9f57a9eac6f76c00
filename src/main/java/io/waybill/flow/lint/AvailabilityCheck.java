package io.waybill.flow.lint;

import io.waybill.erp.ErpOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W6: what is only there for customers where the ERP has an operation, against the operations it has. Only what must be so for the rest
 * to be seen is looked at; where one of several is enough nothing is said.
 */
record AvailabilityCheck() implements Check {

    private static final Pattern ASKED = Pattern.compile("\\s*\\$erp\\(\\s*['\"]([A-Z_]+)['\"]\\s*\\)\\s*");

    /** A text, a bracket, a word, or anything else. */
    private static final Pattern PART =
            Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|[$A-Za-z0-9_]+|.", Pattern.DOTALL);

    @Override
    public void check(Subject subject, Report report) {
        subject.setup()
                .available()
                .ifPresent(available -> Sources.in(subject.root(), "").stream()
                        .filter(source -> source.pointer().endsWith("/when"))
                        .forEach(source ->
                                asked(source.pointer(), source.expression().source(), available, report)));
    }

    private static void asked(String pointer, String when, Set<ErpOperation> available, Report report) {
        for (String condition : conditions(when)) {
            Matcher asked = ASKED.matcher(condition);
            if (asked.matches()
                    && available.stream()
                            .noneMatch(operation -> operation.name().equals(asked.group(1)))) {
                report.add(
                        Rule.W6,
                        pointer,
                        "Customers never see this: the ERP has no %s. Give it a path in the endpoint profile to offer it.",
                        asked.group(1));
            }
        }
    }

    /** What stands between the outer "and"; none where anything outside of brackets binds less. */
    private static List<String> conditions(String when) {
        List<String> conditions = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        Matcher part = PART.matcher(when);
        while (part.find()) {
            switch (part.group()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                case "or", "?", ";" -> {
                    if (depth == 0) {
                        return List.of();
                    }
                }
                case "and" -> {
                    if (depth == 0) {
                        conditions.add(when.substring(begin, part.start()));
                        begin = part.end();
                    }
                }
                default -> {}
            }
        }
        conditions.add(when.substring(begin));
        return conditions;
    }
}
