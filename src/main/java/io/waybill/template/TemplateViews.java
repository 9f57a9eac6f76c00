package io.waybill.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.ShownTemplate;
import io.waybill.whatsapp.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people see of the templates. */
final class TemplateViews {

    private static final String NO_ACCOUNT =
            "There is no business account, so what Meta has approved is not known: the templates of templates/ count as approved. Set waybill.whatsapp.business-account-id.";
    private static final String SIMULATED =
            "On the simulator nothing has to be approved: templates of templates/ and those made here count as approved, and are shown on the phone.";

    private static final String FILE = "It is a file of templates/: change it there, or copy it under another name.";
    private static final String NOT_SUBMITTED =
            "It is a file of templates/ that Meta has not been asked about: submit it first, or copy it under another name.";

    private final TemplateStore store;
    private final TemplateCatalog catalog;
    private final TemplateSync sync;
    private final Templates shipped;
    private final TemplateEditor editor;
    private final Mappings mappings;

    TemplateViews(
            TemplateStore store,
            TemplateCatalog catalog,
            TemplateSync sync,
            Templates shipped,
            TemplateEditor editor,
            Mappings mappings) {
        this.store = store;
        this.catalog = catalog;
        this.sync = sync;
        this.shipped = shipped;
        this.editor = editor;
        this.mappings = mappings;
    }

    TemplateList all() {
        List<AccountView> accounts = catalog.accounts().stream()
                .map(account -> new AccountView(
                        account, note(account), sync.problem(account), !TemplateCatalog.isPlayed(account)))
                .toList();
        List<TemplateView> templates = new ArrayList<>();
        Map<String, List<String>> events = events();
        List<MirroredTemplate> mirrored = store.all();
        for (String account : catalog.accounts()) {
            mirrored.stream()
                    .filter(template -> template.businessAccountId().equals(account))
                    .map(template -> TemplateView.of(template, events))
                    .forEach(templates::add);
            catalog.notSubmitted(account, mirrored).stream()
                    .map(known -> TemplateView.of(account, known, events))
                    .forEach(templates::add);
        }
        templates.sort(Comparator.comparing(TemplateView::name).thenComparing(TemplateView::language));
        return new TemplateList(accounts, templates);
    }

    List<TemplateVersion> named(String name) {
        Map<String, List<String>> events = events();
        List<MirroredTemplate> mirrored = store.named(name);
        List<TemplateVersion> versions = new ArrayList<>();
        for (String account : catalog.accounts()) {
            mirrored.stream()
                    .filter(template -> template.businessAccountId().equals(account))
                    .map(template -> new TemplateVersion(
                            TemplateView.of(template, events),
                            template.json(),
                            shown(template.text()),
                            blanks(template.text()),
                            editor.locked(template)))
                    .forEach(versions::add);
            catalog.notSubmitted(account, mirrored).stream()
                    .filter(known -> known.text().name().equals(name))
                    .map(known -> new TemplateVersion(
                            TemplateView.of(account, known, events),
                            shipped.named(name)
                                    .orElseThrow()
                                    .submission(known.text().language()),
                            shown(known.text()),
                            blanks(known.text()),
                            TemplateCatalog.isPlayed(account) ? FILE : NOT_SUBMITTED))
                    .forEach(versions::add);
        }
        return versions;
    }

    private static @Nullable String note(String account) {
        if (!TemplateCatalog.isPlayed(account)) {
            return null;
        }
        return account.equals(TemplateCatalog.SIMULATED) ? SIMULATED : NO_ACCOUNT;
    }

    private Map<String, List<String>> events() {
        return mappings.all().stream()
                .filter(mapping -> mapping.template() != null)
                .collect(Collectors.groupingBy(
                        mapping -> String.valueOf(mapping.template()),
                        Collectors.mapping(mapping -> mapping.event().key(), Collectors.toList())));
    }

    /** With its examples in its placeholders. */
    static ShownTemplate shown(MetaTemplate text) {
        return ShownTemplate.of(FilledTemplate.of(text, text.examples()));
    }

    static List<TemplateBlank> blanks(MetaTemplate text) {
        return text.placeholders().stream()
                .map(place -> new TemplateBlank(
                        place.key(), place.name(), text.examples().getOrDefault(place.key(), "")))
                .toList();
    }

    /**
     * @param key such as header.1, body.order_number or button.0.1
     * @param name as it stands in the text, between braces
     * @param example empty: it has none
     */
    record TemplateBlank(String key, String name, String example) {}

    record TemplateList(List<AccountView> accounts, List<TemplateView> templates) {}

    /**
     * @param id empty where there is none
     * @param note what is special about it
     * @param problem why Meta could not be asked
     * @param reviewed whether Meta decides about its templates
     */
    record AccountView(
            String id, @Nullable String note, @Nullable String problem, boolean reviewed) {}

    /**
     * @param account the business account it belongs to
     * @param id Meta's; null: not submitted
     * @param statusSince when it came to its status; null: not submitted
     * @param events that are told of by it
     */
    record TemplateView(
            String account,
            String name,
            String language,
            @Nullable String id,
            String status,
            String category,
            @Nullable String quality,
            @Nullable String reason,
            @Nullable Instant syncedAt,
            @Nullable Instant statusSince,
            List<String> events) {

        private static TemplateView of(MirroredTemplate template, Map<String, List<String>> events) {
            return new TemplateView(
                    template.businessAccountId(),
                    template.name(),
                    template.language(),
                    template.id(),
                    template.status(),
                    template.category(),
                    template.quality(),
                    template.reason(),
                    template.syncedAt(),
                    template.statusSince(),
                    events.getOrDefault(template.name(), List.of()));
        }

        private static TemplateView of(String account, KnownTemplate known, Map<String, List<String>> events) {
            return new TemplateView(
                    account,
                    known.text().name(),
                    known.text().language(),
                    null,
                    known.status(),
                    known.text().category(),
                    null,
                    null,
                    null,
                    null,
                    events.getOrDefault(known.text().name(), List.of()));
        }
    }

    /**
     * @param definition as Meta lists it, or is asked to approve it
     * @param shown as a phone shows it, with its examples
     * @param blanks what is to be filled in, in this order
     * @param locked why it cannot be edited now; null: it can
     */
    record TemplateVersion(
            TemplateView template,
            JsonNode definition,
            ShownTemplate shown,
            List<TemplateBlank> blanks,
            @Nullable String locked) {}
}
