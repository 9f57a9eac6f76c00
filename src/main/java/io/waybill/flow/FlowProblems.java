package io.waybill.flow;

import java.util.List;
import java.util.stream.Collectors;

/** Why flows cannot be used; the message lists every problem on a line of its own. */
public final class FlowProblems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    FlowProblems(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param line in the file, from 1
     * @param pointer JSON pointer of the place
     * @param sentence what is wrong and what to do
     */
    public record Problem(String origin, int line, String pointer, String sentence) {

        @Override
        public String toString() {
            return "%s, line %d, %s: %s".formatted(origin, line, pointer.isEmpty() ? "/" : pointer, sentence);
        }
    }
}
