package io.waybill.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.TemplateApi;
import io.waybill.whatsapp.TemplateFinding;
import io.waybill.whatsapp.TemplateRules;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes, changes and deletes templates at Meta; what Meta would refuse is refused before it is asked. */
class TemplateEditor {

    private static final Set<String> EDITABLE = Set.of(KnownTemplate.APPROVED, "REJECTED", "PAUSED");
    private static final List<String> CHANGES = List.of("category", "components", "message_send_ttl_seconds");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int EDITS_A_MONTH = 10;

    private final WhatsAppChannels channels;
    private final TemplateApi api;
    private final TemplateStore store;
    private final TemplateNotices notices;
    private final TemplateSync sync;
    private final Templates shipped;
    private final Clock clock;

    TemplateEditor(
            WhatsAppChannels channels,
            TemplateApi api,
            TemplateStore store,
            TemplateNotices notices,
            TemplateSync sync,
            Templates shipped,
            Clock clock) {
        this.channels = channels;
        this.api = api;
        this.store = store;
        this.notices = notices;
        this.sync = sync;
        this.shipped = shipped;
        this.clock = clock;
    }

    /** It would be refused; the findings say why. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<TemplateFinding> findings;

        Unfit(List<TemplateFinding> findings) {
            super("Meta would refuse it. "
                    + String.join(
                            " ",
                            findings.stream()
                                    .filter(TemplateFinding::isError)
                                    .map(finding -> finding.field() + ": " + finding.sentence())
                                    .toList()));
            this.findings = findings;
        }

        List<TemplateFinding> findings() {
            return findings;
        }
    }

    /** Cannot be done now; the message says why. */
    static final class NotPossible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotPossible(String sentence) {
            super(sentence);
        }
    }

    /** @param account null: the only one, or the main number's */
    List<TemplateFinding> lint(ObjectNode template, @Nullable String account) {
        List<MetaTemplate> others = channels.accounts().isEmpty() ? List.of() : texts(channel(account), null);
        return TemplateRules.check(MetaTemplate.read(template), others);
    }

    void create(ObjectNode template, @Nullable String account) {
        WhatsAppChannel channel = channel(account);
        require(TemplateRules.check(MetaTemplate.read(template), texts(channel, null)));
        submit(channel, template);
        sync.soon();
    }

    /** Has Meta look at those languages of a file in {@code templates/} that it does not have; answers which they are. */
    List<String> submitShipped(String name, @Nullable String account) {
        MessageTemplate template = shipped.named(name)
                .orElseThrow(() -> new NotPossible("There is no file templates/%s.json.".formatted(name)));
        WhatsAppChannel channel = channel(account);
        List<String> there = store.of(channel.businessAccountId(), name).stream()
                .map(MirroredTemplate::language)
                .toList();
        List<String> submitted = new ArrayList<>();
        for (String language : template.languages().keySet()) {
            if (!there.contains(language)) {
                submit(channel, template.submission(language));
                submitted.add(language);
            }
        }
        sync.soon();
        return submitted;
    }

    /** @param change category, components or message_send_ttl_seconds; components are replaced as a whole */
    void edit(String name, String language, ObjectNode change, @Nullable String account) {
        WhatsAppChannel channel = channel(account);
        MirroredTemplate known = known(channel, name, language);
        boolean approved = known.status().equals(KnownTemplate.APPROVED);
        mayBeEdited(known, change);
        ObjectNode edited = known.json();
        ObjectNode sent = edited.objectNode();
        for (String field : CHANGES) {
            JsonNode value = change.get(field);
            if (value != null) {
                edited.set(field, value);
                sent.set(field, value);
            }
        }
        require(TemplateRules.check(MetaTemplate.read(edited), texts(channel, known)));
        api.edit(channel, known.id(), sent);
        if (approved) {
            store.edited(known.id(), clock.instant());
        }
        sync.soon();
    }

    /** @param language null: all */
    void delete(String name, @Nullable String language, @Nullable String account) {
        WhatsAppChannel channel = channel(account);
        List<MirroredTemplate> there = store.of(channel.businessAccountId(), name).stream()
                .filter(template -> language == null || template.language().equals(language))
                .toList();
        if (there.isEmpty()) {
            throw unknown(name, language);
        }
        for (MirroredTemplate template : there) {
            if (template.status().equals("DISABLED")) {
                throw new NotPossible(
                        "Meta does not delete a template it has disabled: %s.".formatted(template.label()));
            }
        }
        api.delete(channel, name, language == null ? null : there.getFirst().id());
        sync.between(() -> store.remove(channel.businessAccountId(), name, language));
        sync.soon();
    }

    private void mayBeEdited(MirroredTemplate known, ObjectNode change) {
        if (!EDITABLE.contains(known.status())) {
            throw new NotPossible("Meta lets approved, rejected and paused templates be edited, and %s is %s."
                    .formatted(known.label(), known.status()));
        }
        if (CHANGES.stream().noneMatch(change::has)) {
            throw new NotPossible("Nothing is to be changed: give category, components or message_send_ttl_seconds.");
        }
        if (!known.status().equals(KnownTemplate.APPROVED)) {
            return;
        }
        String category = change.path("category").asText(known.category());
        if (!category.toUpperCase(Locale.ROOT).equals(known.category())) {
            throw new NotPossible(
                    "The category of an approved template is fixed: it is %s.".formatted(known.category()));
        }
        Instant now = clock.instant();
        if (store.editsWithin(known.id(), DAY, now) > 0) {
            throw new NotPossible("Meta lets an approved template be edited once in 24 hours: try again tomorrow.");
        }
        if (store.editsWithin(known.id(), MONTH, now) >= EDITS_A_MONTH) {
            throw new NotPossible("Meta lets an approved template be edited ten times in 30 days: make a new one.");
        }
    }

    private void submit(WhatsAppChannel channel, ObjectNode template) {
        JsonNode answer = api.create(channel, template);
        MetaTemplate text = MetaTemplate.read(template);
        String category = answer.path("category").asText(text.category()).toUpperCase(Locale.ROOT);
        store.created(new MirroredTemplate(
                channel.businessAccountId(),
                text.name(),
                text.language(),
                answer.path("id").asText(),
                answer.path("status").asText("PENDING").toUpperCase(Locale.ROOT),
                category,
                null,
                null,
                template.toString(),
                clock.instant()));
        if (!category.equals(text.category())) {
            notices.category(text.name(), text.language(), category, true);
        }
    }

    private MirroredTemplate known(WhatsAppChannel channel, String name, String language) {
        return store.of(channel.businessAccountId(), name).stream()
                .filter(template -> template.language().equals(language))
                .findFirst()
                .orElseThrow(() -> unknown(name, language));
    }

    private List<MetaTemplate> texts(WhatsAppChannel channel, @Nullable MirroredTemplate without) {
        return store.all().stream()
                .filter(template -> template.businessAccountId().equals(channel.businessAccountId()))
                .filter(template -> without == null || !template.label().equals(without.label()))
                .map(MirroredTemplate::text)
                .toList();
    }

    private WhatsAppChannel channel(@Nullable String account) {
        return channels.accounts().stream()
                .filter(channel ->
                        account == null || channel.businessAccountId().equals(account))
                .findFirst()
                .orElseThrow(() -> new NotPossible(
                        account == null
                                ? "There is no business account: set waybill.whatsapp.business-account-id. On the simulator templates/ counts as approved."
                                : "No number of ours belongs to the business account %s.".formatted(account)));
    }

    private static NotPossible unknown(String name, @Nullable String language) {
        return new NotPossible("Meta has no template %s%s.".formatted(name, language == null ? "" : " in " + language));
    }

    private static void require(List<TemplateFinding> findings) {
        if (findings.stream().anyMatch(TemplateFinding::isError)) {
            throw new Unfit(findings);
        }
    }
}
