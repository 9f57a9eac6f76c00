package io.waybill.flow.lint;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.Expression;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** W6: what is only there for customers where the ERP has an operation, against the operations it has. */
record AvailabilityCheck() implements Check {

    /** One that is said not to be there is no condition for what follows. */
    private static final Pattern ASKED = Pattern.compile("(?<!\\$not\\()\\$erp\\(\\s*['\"]([A-Z_]+)['\"]\\s*\\)");

    @Override
    public void check(Subject subject, Report report) {
        subject.setup()
                .available()
                .ifPresent(available -> Sources.in(subject.root(), "").stream()
                        .filter(source -> source.pointer().endsWith("/when"))
                        .forEach(source -> asked(source.pointer(), source.expression(), available, report)));
    }

    private static void asked(String pointer, Expression when, Set<ErpOperation> available, Report report) {
        Matcher asked = ASKED.matcher(when.source());
        while (asked.find()) {
            String name = asked.group(1);
            if (available.stream().noneMatch(operation -> operation.name().equals(name))) {
                report.add(
                        Rule.W6,
                        pointer,
                        "Customers never see this: the ERP has no %s. Give it a path in the endpoint profile to offer it.",
                        name);
            }
        }
    }
}
