package io.waybill.flow.simulate;

import io.waybill.flow.LoadProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A case, a sample or a flow that cannot be used, with everything that is wrong with it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<LoadProblem> problems;

    Unreadable(List<LoadProblem> problems) {
        super(problems.stream().map(LoadProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    Unreadable(String message) {
        super(message);
        problems = List.of();
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
        problems = List.of();
    }

    /** Those of the text itself; empty when something else is wrong. */
    public List<LoadProblem> problems() {
        return problems;
    }
}
