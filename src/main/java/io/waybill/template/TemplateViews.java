package io.waybill.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.whatsapp.Templates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people see of the templates. */
final class TemplateViews {

    private static final String PLAYED =
            "There is no business account, so nothing has to be approved: the templates of templates/ count as approved. On the simulator they are played on the phone; with a real number set waybill.whatsapp.business-account-id.";

    private final TemplateStore store;
    private final TemplateCatalog catalog;
    private final TemplateSync sync;
    private final Templates shipped;

    TemplateViews(TemplateStore store, TemplateCatalog catalog, TemplateSync sync, Templates shipped) {
        this.store = store;
        this.catalog = catalog;
        this.sync = sync;
        this.shipped = shipped;
    }

    TemplateList all() {
        List<AccountView> accounts = catalog.accounts().stream()
                .map(account -> new AccountView(
                        account, TemplateCatalog.isPlayed(account) ? PLAYED : null, sync.problem(account)))
                .toList();
        List<TemplateView> templates = new ArrayList<>();
        List<MirroredTemplate> mirrored = store.all();
        for (String account : catalog.accounts()) {
            mirrored.stream()
                    .filter(template -> template.businessAccountId().equals(account))
                    .map(TemplateView::of)
                    .forEach(templates::add);
            catalog.notSubmitted(account, mirrored).stream()
                    .map(known -> TemplateView.of(account, known))
                    .forEach(templates::add);
        }
        templates.sort(Comparator.comparing(TemplateView::name).thenComparing(TemplateView::language));
        return new TemplateList(accounts, templates);
    }

    List<TemplateVersion> named(String name) {
        List<MirroredTemplate> mirrored = store.named(name);
        List<TemplateVersion> versions = new ArrayList<>(mirrored.stream()
                .map(template -> new TemplateVersion(TemplateView.of(template), template.json()))
                .toList());
        for (String account : catalog.accounts()) {
            catalog.notSubmitted(account, mirrored).stream()
                    .filter(known -> known.text().name().equals(name))
                    .map(known -> new TemplateVersion(
                            TemplateView.of(account, known),
                            Objects.requireNonNull(shipped.named(name).orElseThrow())
                                    .submission(known.text().language())))
                    .forEach(versions::add);
        }
        return versions;
    }

    record TemplateList(List<AccountView> accounts, List<TemplateView> templates) {}

    /**
     * @param id empty where there is none
     * @param note what is special about it
     * @param problem why Meta could not be asked
     */
    record AccountView(
            String id, @Nullable String note, @Nullable String problem) {}

    /**
     * @param account the business account it belongs to
     * @param id Meta's; null: not submitted
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
            @Nullable Instant syncedAt) {

        private static TemplateView of(MirroredTemplate template) {
            return new TemplateView(
                    template.businessAccountId(),
                    template.name(),
                    template.language(),
                    template.id(),
                    template.status(),
                    template.category(),
                    template.quality(),
                    template.reason(),
                    template.syncedAt());
        }

        private static TemplateView of(String account, KnownTemplate known) {
            return new TemplateView(
                    account,
                    known.text().name(),
                    known.text().language(),
                    null,
                    known.status(),
                    known.text().category(),
                    null,
                    null,
                    null);
        }
    }

    /** @param definition as Meta lists it, or is asked to approve it */
    record TemplateVersion(TemplateView template, JsonNode definition) {}
}
