package io.waybill.setup;

import io.waybill.template.MappedTemplates.Standing;
import io.waybill.template.MappedTemplates.Unready;
import io.waybill.template.MappedTemplates.Why;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether customers can be told what templates are mapped to. */
final class TemplateLine {

    private TemplateLine() {}

    static void tell(Standing standing, Lines lines) {
        if (standing.unread() != null) {
            lines.unknown(
                    Check.TEMPLATES,
                    "Meta's list of templates could not be read. %s".formatted(standing.unread()),
                    "Give the token whatsapp_business_management, and read the list by POST /api/v1/templates/sync.");
        } else if (standing.unready().isEmpty()) {
            lines.ok(
                    Check.TEMPLATES,
                    "Meta has approved the templates of all %d mapped events.".formatted(standing.mapped()));
        } else {
            tellUnready(standing, lines);
        }
    }

    private static void tellUnready(Standing standing, Lines lines) {
        List<Unready> unready = standing.unready();
        String sentence = "%d of %d mapped events cannot always be told. %s"
                .formatted(
                        unready.size(),
                        standing.mapped(),
                        unready.stream()
                                .map(each -> "%s: %s".formatted(each.event().key(), each.sentence()))
                                .collect(Collectors.joining(" ")));
        Map<Why, String> events = unready.stream()
                .collect(Collectors.groupingBy(
                        Unready::why,
                        () -> new EnumMap<>(Why.class),
                        Collectors.mapping(each -> each.event().key(), Collectors.joining(", "))));
        String todo = events.entrySet().stream()
                .map(each -> each.getKey().todo(each.getValue()))
                .collect(Collectors.joining(" "));
        if (events.keySet().stream().anyMatch(Why::isEverHeld)) {
            lines.error(Check.TEMPLATES, sentence, todo);
        } else {
            lines.warning(Check.TEMPLATES, sentence, todo);
        }
    }
}
