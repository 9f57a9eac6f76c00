package io.waybill.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which template tells of an event, and what its placeholders are filled with.
 *
 * @param template null: nothing is said of it, on purpose
 * @param languages in which it is sent, in order of preference
 * @param variables placeholder to variable
 * @param fallbacks placeholder to what stands in it where an order has no value for its variable
 * @param header address of the picture, film or document of templates whose header is one
 * @param version how often it was saved; 0: it is what {@code templates/} proposes, and nobody has decided
 */
public record Mapping(
        MessageEvent event,
        @Nullable String template,
        List<String> languages,
        Map<String, Variable> variables,
        Map<String, String> fallbacks,
        @Nullable String header,
        int version) {

    public Mapping {
        languages = List.copyOf(languages);
        variables = Map.copyOf(variables);
        fallbacks = Map.copyOf(fallbacks);
    }

    static Mapping silent(MessageEvent event) {
        return new Mapping(event, null, List.of(), Map.of(), Map.of(), null, 0);
    }

    public boolean proposed() {
        return version == 0;
    }
}
