package io.waybill.flow.simulate;

import io.waybill.flow.LoadProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A case, a sample or a flow that cannot be used, with everything that is wrong with it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unreadable(List<LoadProblem> problems) {
        super(problems.stream().map(LoadProblem::toString).collect(Collectors.joining("\n")));
    }

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
