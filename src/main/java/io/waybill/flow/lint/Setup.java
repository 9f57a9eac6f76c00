package io.waybill.flow.lint;

import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.Templates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    public static Setup of(Templates templates, Set<String> flows) {
        return new Setup(
                templates.all().stream().collect(Collectors.toMap(MessageTemplate::name, Setup::template)), flows);
    }

    private static Template template(MessageTemplate template) {
        Map<String, Wording> languages = new HashMap<>();
        template.languages()
                .forEach((language, words) -> languages.put(
                        language,
                        new Wording(words.example().size(), words.buttons().size())));
        return new Template(languages);
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
