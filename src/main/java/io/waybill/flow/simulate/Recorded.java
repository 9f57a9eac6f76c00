package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A conversation with what each input must lead to: one file of {@code flows/tests/}, read by {@link RecordedReader}.
 *
 * @param given what happens before; it leads to what it may
 * @param root the file as it is
 */
public record Recorded(
        Path file,
        String description,
        FlowSet flows,
        Setup setup,
        List<Step> given,
        List<Step> steps,
        ObjectNode root) {

    public Recorded {
        given = List.copyOf(given);
        steps = List.copyOf(steps);
    }

    /**
     * @param line counted from 1
     * @param json input and expectations
     */
    public record Step(int line, Input input, ObjectNode json) {

        /** The input in words of the file. */
        String words() {
            return json.properties().stream()
                    .filter(field -> RecordedReader.INPUTS.contains(field.getKey()))
                    .map(field -> field.getKey() + ' ' + field.getValue())
                    .findFirst()
                    .orElse("");
        }
    }

    /** What every input leads to. */
    public Played play() {
        return play(flows);
    }

    /** The same inputs with other flows. */
    public Played play(FlowSet others) {
        return Played.of(this, others);
    }
}
