package io.waybill.template;

import io.waybill.whatsapp.WhatsAppChannel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether all that customers are told of by templates can be sent from a number. */
public final class MappedTemplates {

    private final Mappings mappings;
    private final TemplateCatalog catalog;
    private final TemplateSync sync;

    MappedTemplates(Mappings mappings, TemplateCatalog catalog, TemplateSync sync) {
        this.mappings = mappings;
        this.catalog = catalog;
        this.sync = sync;
    }

    /**
     * How the mapped events stand.
     *
     * @param mapped how many events are told of
     * @param unread why Meta could not be asked last, so that this may be old; null: it could
     */
    public record Standing(
            int mapped, List<Unready> unready, @Nullable String unread) {}

    /** An event that customers cannot always be told of. */
    public record Unready(MessageEvent event, Why why, String sentence) {}

    /** What is missing. */
    public enum Why {
        MISSING(
                true,
                "Map to a template there is, by PUT /api/v1/template-mappings/{event} or in the flow that says it: %s."),
        MISFIT(true, "Map again by PUT /api/v1/template-mappings/{event}, or word the template as it was: %s."),
        NOT_SUBMITTED(false, "Submit the template by POST /api/v1/templates/{name}/submit: %s."),
        IN_REVIEW(false, "Wait for Meta's review: %s."),
        NOT_APPROVED(false, "Word the template differently by PUT /api/v1/templates/{name}/{language}: %s.");

        private final boolean everHeld;
        private final String todo;

        Why(boolean everHeld, String todo) {
            this.everHeld = everHeld;
            this.todo = todo;
        }

        /** As it stands in answers. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** True where nothing is said at all; else it goes out within 24 hours of the customer's last message. */
        public boolean isEverHeld() {
            return everHeld;
        }

        /** @param events in words */
        public String todo(String events) {
            return todo.formatted(events);
        }
    }

    public Standing of(WhatsAppChannel channel) {
        Map<String, List<KnownTemplate>> known = catalog.of(channel).stream()
                .collect(Collectors.groupingBy(each -> each.text().name()));
        List<Mapping> mapped = mappings.all().stream()
                .filter(mapping -> mapping.template() != null)
                .toList();
        return new Standing(
                mapped.size(),
                mapped.stream()
                        .flatMap(mapping ->
                                unready(mapping, known.getOrDefault(String.valueOf(mapping.template()), List.of()))
                                        .stream())
                        .toList(),
                sync.problem(channel.businessAccountId()));
    }

    /** @param named those with the name of the one that is mapped, in any language */
    private static Optional<Unready> unready(Mapping mapping, List<KnownTemplate> named) {
        List<KnownTemplate> wanted = named.stream()
                .filter(known -> mapping.languages().contains(known.text().language()))
                .toList();
        if (wanted.isEmpty()) {
            return unready(
                    mapping,
                    Why.MISSING,
                    "Meta has no template %s in %s."
                            .formatted(mapping.template(), String.join(", ", mapping.languages())));
        }
        String problems = wanted.stream()
                .flatMap(known -> MappingCheck.problems(mapping, known.text()).stream())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            return unready(mapping, Why.MISFIT, problems);
        }
        return wanted.stream().anyMatch(KnownTemplate::approved)
                ? Optional.empty()
                : unready(mapping, why(wanted), statuses(wanted));
    }

    private static Optional<Unready> unready(Mapping mapping, Why why, String sentence) {
        return Optional.of(new Unready(mapping.event(), why, sentence));
    }

    /** One that Meta looks at already may end well by itself. */
    private static Why why(List<KnownTemplate> wanted) {
        Predicate<String> any =
                status -> wanted.stream().anyMatch(known -> known.status().equals(status));
        if (any.test("PENDING")) {
            return Why.IN_REVIEW;
        }
        return wanted.stream().allMatch(known -> known.status().equals(KnownTemplate.NOT_SUBMITTED))
                ? Why.NOT_SUBMITTED
                : Why.NOT_APPROVED;
    }

    private static String statuses(List<KnownTemplate> wanted) {
        return wanted.stream()
                .map(known -> "%s is %s".formatted(known.label(), known.status()))
                .collect(Collectors.joining(", ", "", "."));
    }
}
