package io.waybill.flow.lint;

import java.util.Map;
import java.util.Set;

/**
 * What a flow relies on beside itself.
 *
 * @param templates the message templates there are, by name
 * @param flows ids of all flows that can be led to
 */
public record Setup(Map<String, Template> templates, Set<String> flows) {

    public Setup {
        templates = Map.copyOf(templates);
        flows = Set.copyOf(flows);
    }

    /** The words of a template by language. */
    public record Template(Map<String, Wording> languages) {

        public Template {
            languages = Map.copyOf(languages);
        }
    }

    /** How many values and answers a template has in one language. */
    public record Wording(int placeholders, int buttons) {}
}
