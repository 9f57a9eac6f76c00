package io.waybill.flow.lint;

import io.waybill.erp.ErpOperation;
import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a flow relies on beside itself.
 *
 * @param templates the message templates there are, by name
 * @param flows ids of all flows that can be led to
 * @param available operations that the ERP has; empty: not known
 */
public record Setup(Map<String, Template> templates, Set<String> flows, Optional<Set<ErpOperation>> available) {

    public Setup {
        templates = Map.copyOf(templates);
        flows = Set.copyOf(flows);
    }

    public Setup(Map<String, Template> templates, Set<String> flows) {
        this(templates, flows, Optional.empty());
    }

    /** The same with an ERP that has these. */
    public Setup with(Set<ErpOperation> operations) {
        return new Setup(templates, flows, Optional.of(Set.copyOf(operations)));
    }

    public static Setup of(Templates templates, Set<String> flows) {
        return new Setup(
                templates.all().stream()
                        .collect(Collectors.toMap(
                                MessageTemplate::name, template -> template(templates.texts(template.name())))),
                flows);
    }

    private static Template template(List<MetaTemplate> texts) {
        return new Template(texts.stream()
                .collect(Collectors.toMap(
                        MetaTemplate::language,
                        text -> new Wording(
                                text.placeholders().size(), text.quickReplies().size()))));
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
