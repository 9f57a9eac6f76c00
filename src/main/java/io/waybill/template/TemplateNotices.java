package io.waybill.template;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.whatsapp.MetaTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells staff what became of templates: what Meta decided about them, and mappings that do not fit them any more. */
final class TemplateNotices {

    private static final Map<String, String> BAD_NEWS = Map.of(
            "REJECTED", "Meta has rejected the template %s: %s Word it differently and submit it again.",
            "PAUSED",
                    "Meta has paused the template %s: %s It goes on by itself after some hours; word it better, or it is disabled.",
            "DISABLED",
                    "Meta has disabled the template %s: %s It can be sent again only after it is worded differently.",
            "FLAGGED", "Meta will disable the template %s if its quality stays low: %s Word it better.",
            "LIMIT_EXCEEDED", "Meta limits how much the template %s is sent: %s");

    private final Notices notices;
    private final TemplateCatalog catalog;
    private final Mappings mappings;

    TemplateNotices(Notices notices, TemplateCatalog catalog, Mappings mappings) {
        this.notices = notices;
        this.catalog = catalog;
        this.mappings = mappings;
    }

    /** @param before null: it was not known */
    void status(String name, String language, @Nullable String before, String now, @Nullable String reason) {
        String label = KnownTemplate.label(name, language);
        String sentence = BAD_NEWS.get(now);
        if (now.equals(KnownTemplate.APPROVED)) {
            if (!now.equals(before)) {
                notices.end(Kind.TEMPLATE_STATUS, label);
                notices.end(Kind.TEMPLATE_NOT_APPROVED, label);
            }
        } else if (sentence != null && before != null && !now.equals(before)) {
            notices.raise(
                    Kind.TEMPLATE_STATUS,
                    label,
                    sentence.formatted(
                            label,
                            reason == null ? "it does not say why." : reason.endsWith(".") ? reason : reason + "."),
                    page(name));
        }
    }

    void category(String name, String language, String category, boolean done) {
        String label = KnownTemplate.label(name, language);
        notices.raise(
                Kind.TEMPLATE_STATUS,
                label,
                done
                        ? "Meta has made the template %s a %s template. Ask for a review in WhatsApp Manager if that is wrong."
                                .formatted(label, category)
                        : "Meta will make the template %s a %s template. Word it differently, or ask for a review in WhatsApp Manager."
                                .formatted(label, category),
                page(name));
    }

    /** Compares all mappings with what Meta has now. */
    void compare() {
        for (Mapping mapping : mappings.all()) {
            String event = mapping.event().key();
            Optional<String> problem = problem(mapping);
            if (problem.isPresent()) {
                notices.raise(Kind.TEMPLATE_MISMATCH, event, problem.get(), page(String.valueOf(mapping.template())));
            } else {
                notices.end(Kind.TEMPLATE_MISMATCH, event);
            }
        }
    }

    private Optional<String> problem(Mapping mapping) {
        if (mapping.template() == null) {
            return Optional.empty();
        }
        for (KnownTemplate known : catalog.everywhere(mapping.template())) {
            MetaTemplate text = known.text();
            List<String> problems =
                    mapping.languages().contains(text.language()) ? MappingCheck.problems(mapping, text) : List.of();
            if (!problems.isEmpty()) {
                return Optional.of("Messages about %s are held. %s %s Map it again, or word the template as it was."
                        .formatted(
                                mapping.event().key(),
                                String.join(" ", problems),
                                MappingCheck.comparison(mapping, text)));
            }
        }
        return Optional.empty();
    }

    private static String page(String name) {
        return "/templates/" + name;
    }
}
