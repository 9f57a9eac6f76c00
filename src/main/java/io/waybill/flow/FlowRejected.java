package io.waybill.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A flow that cannot be used, with everything that is wrong with it. */
public final class FlowRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<LoadProblem> problems;

    FlowRejected(List<LoadProblem> problems) {
        super(problems.stream().map(LoadProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<LoadProblem> problems() {
        return problems;
    }
}
