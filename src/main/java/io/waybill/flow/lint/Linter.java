package io.waybill.flow.lint;

import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Lines;
import io.waybill.flow.LoadProblem;
import java.util.Comparator;
import java.util.List;

/** Checks the text of a flow by every {@link Rule}; safe from many threads. */
public final class Linter {

    private static final List<Check> CHECKS = List.of(
            new PathCheck(),
            new OutcomeCheck(),
            new ContractCheck(),
            new NameCheck(),
            new LimitCheck(),
            new OrderingCheck(),
            new PhoneCheck(),
            new TemplateCheck(),
            new TranslationCheck(),
            new CommandCheck(),
            new AvailabilityCheck(),
            new SummaryCheck());

    private final FlowLoader loader = new FlowLoader();
    private final Setup setup;

    public Linter(Setup setup) {
        this.setup = setup;
    }

    /** Everything there is to say about {@code text}, by line; a flow that does not load is looked at no further. */
    public List<Finding> lint(String text) {
        FlowDefinition flow;
        try {
            flow = loader.load(text);
        } catch (FlowRejected e) {
            return e.problems().stream()
                    .map(Linter::finding)
                    .sorted(Comparator.comparingInt(Finding::line))
                    .toList();
        }
        Report report = new Report(new Lines(text));
        Subject subject = new Subject(flow, loader.tree(text), new Graph(flow), setup);
        CHECKS.forEach(check -> check.check(subject, report));
        return report.inOrder();
    }

    private static Finding finding(LoadProblem problem) {
        Rule rule = switch (problem.kind()) {
            case FORM -> Rule.E1;
            case TARGET -> Rule.E2;
            case CONTRACT -> Rule.E6;
            case EXPRESSION -> Rule.E7;
            case PHONE -> Rule.E10;
        };
        return new Finding(
                rule, rule.severity(), problem.pointer(), problem.line(), problem.column(), problem.message());
    }
}
