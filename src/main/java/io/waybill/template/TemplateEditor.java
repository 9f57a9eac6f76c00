package io.waybill.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.message.FileType;
import io.waybill.whatsapp.MessageTemplate;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.TemplateApi;
import io.waybill.whatsapp.TemplateFinding;
import io.waybill.whatsapp.TemplateRules;
import io.waybill.whatsapp.TemplateSamples;
import io.waybill.whatsapp.TemplateSamples.Sample;
import io.waybill.whatsapp.Templates;
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
    private final TemplateSamples samples;
    private final TemplateStore store;
    private final TemplateNotices notices;
    private final TemplateSync sync;
    private final TemplateCatalog catalog;
    private final Templates shipped;
    private final Clock clock;

    TemplateEditor(
            WhatsAppChannels channels,
            TemplateApi api,
            TemplateSamples samples,
            TemplateStore store,
            TemplateNotices notices,
            TemplateSync sync,
            TemplateCatalog catalog,
            Templates shipped,
            Clock clock) {
        this.channels = channels;
        this.api = api;
        this.samples = samples;
        this.store = store;
        this.notices = notices;
        this.sync = sync;
        this.catalog = catalog;
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

    /**
     * What Meta would say about it.
     *
     * @param account null: the only one, or the main number's
     * @param edits it changes the one of its name and language
     */
    List<TemplateFinding> lint(ObjectNode template, @Nullable String account, boolean edits) {
        MetaTemplate text = MetaTemplate.read(template);
        boolean nowhere = channels.main().real() && channels.accounts().isEmpty();
        List<MetaTemplate> others = nowhere ? List.of() : texts(TemplateAccount.of(channels, account));
        return TemplateRules.check(
                text,
                others.stream().filter(other -> !edits || !isSame(other, text)).toList());
    }

    void create(ObjectNode template, @Nullable String name) {
        TemplateAccount account = TemplateAccount.of(channels, name);
        require(TemplateRules.check(MetaTemplate.read(template), texts(account)));
        submit(account, template);
        sync.soon();
    }

    /** Has Meta look at those languages of a file in {@code templates/} that it does not have; answers which they are. */
    List<String> submitShipped(String name, @Nullable String accountId) {
        MessageTemplate template = shipped.named(name)
                .orElseThrow(() -> new NotPossible("There is no file templates/%s.json.".formatted(name)));
        TemplateAccount account = TemplateAccount.of(channels, accountId);
        if (account.isSimulated()) {
            throw new NotPossible(
                    "On the simulator the files of templates/ count as approved: there is nothing to submit.");
        }
        List<String> there = store.of(account.id(), name).stream()
                .map(MirroredTemplate::language)
                .toList();
        List<String> submitted = new ArrayList<>();
        for (String language : template.languages().keySet()) {
            if (!there.contains(language)) {
                submit(account, template.submission(language));
                submitted.add(language);
            }
        }
        sync.soon();
        return submitted;
    }

    /** @param change category, components or message_send_ttl_seconds; components are replaced as a whole */
    void edit(String name, String language, ObjectNode change, @Nullable String accountId) {
        TemplateAccount account = TemplateAccount.of(channels, accountId);
        MirroredTemplate known = known(account, name, language);
        mayBeEdited(known, change);
        ObjectNode edited = known.json();
        ObjectNode sent = edited.objectNode();
        for (String field : CHANGES) {
            JsonNode value = change.get(field);
            // Meta refuses the category of an approved one even where it stays as it is.
            if (value != null && !value.equals(edited.get(field))) {
                edited.set(field, value);
                sent.set(field, value);
            }
        }
        if (sent.isEmpty()) {
            throw new NotPossible("Nothing of %s is changed.".formatted(known.label()));
        }
        MetaTemplate text = MetaTemplate.read(edited);
        require(TemplateRules.check(
                text,
                texts(account).stream().filter(other -> !isSame(other, text)).toList()));
        if (account.isSimulated()) {
            keep(account, edited, known.id(), KnownTemplate.APPROVED);
        } else {
            api.edit(account.real(), known.id(), sent);
            if (known.status().equals(KnownTemplate.APPROVED)) {
                store.edited(known.id(), clock.instant());
            }
        }
        sync.soon();
    }

    /** @param language null: all */
    void delete(String name, @Nullable String language, @Nullable String accountId) {
        TemplateAccount account = TemplateAccount.of(channels, accountId);
        List<MirroredTemplate> there = store.of(account.id(), name).stream()
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
        if (!account.isSimulated()) {
            api.delete(
                    account.real(),
                    name,
                    language == null ? null : there.getFirst().id());
        }
        sync.between(() -> store.remove(account.id(), name, language));
        sync.soon();
    }

    /** The handle of a file that Meta's reviewers are shown in a header of this format. */
    String sample(String format, Sample sample, @Nullable String accountId) {
        FileType type = FileType.of(sample.mime())
                .or(() -> FileType.named(sample.filename()))
                .orElse(FileType.OTHER);
        HeaderFile.mismatch(format, type).ifPresent(problem -> {
            throw new Unfit(List.of(new TemplateFinding(TemplateFinding.Level.ERROR, "header", problem)));
        });
        TemplateAccount account = TemplateAccount.of(channels, accountId);
        return account.isSimulated()
                ? "simulated:" + sample.filename()
                : samples.handle(account.real(), new Sample(sample.filename(), type.mime(), sample.bytes()));
    }

    /** Why Meta would not let {@code template} be edited now, as a sentence; null: it would. */
    @Nullable
    String locked(MirroredTemplate template) {
        try {
            mayBeEdited(template, template.json());
            return null;
        } catch (NotPossible e) {
            return e.getMessage();
        }
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

    private void submit(TemplateAccount account, ObjectNode template) {
        if (account.isSimulated()) {
            MetaTemplate text = MetaTemplate.read(template);
            keep(
                    account,
                    template,
                    "simulated." + KnownTemplate.label(text.name(), text.language()),
                    KnownTemplate.APPROVED);
            return;
        }
        MetaTemplate text = MetaTemplate.read(template);
        JsonNode answer;
        try {
            answer = api.create(account.real(), template);
        } catch (TemplateApi.Refused e) {
            if (!e.exists()) {
                throw e;
            }
            requireSubmitted(account, text, e);
            return;
        }
        String category = answer.path("category").asText(text.category()).toUpperCase(Locale.ROOT);
        keep(
                account,
                template.deepCopy().put("category", category),
                answer.path("id").asText(),
                answer.path("status").asText("PENDING").toUpperCase(Locale.ROOT));
        if (!category.equals(text.category())) {
            notices.category(text.name(), text.language(), category, true);
        }
    }

    /** Somebody was quicker, or Meta's answer to an earlier try was lost: what Meta has says how it stands. */
    private void requireSubmitted(TemplateAccount account, MetaTemplate wanted, TemplateApi.Refused refused) {
        sync.now();
        MirroredTemplate there = store.of(account.id(), wanted.name()).stream()
                .filter(template -> template.language().equals(wanted.language()))
                .findFirst()
                .orElseThrow(() -> refused);
        if (!there.text().saysTheSame(wanted)) {
            throw new NotPossible(
                    "%s is at Meta already in other words, and is %s: edit that one, or choose another name."
                            .formatted(there.label(), there.status()));
        }
    }

    private void keep(TemplateAccount account, ObjectNode template, String id, String status) {
        MetaTemplate text = MetaTemplate.read(template);
        store.created(new MirroredTemplate(
                account.id(),
                text.name(),
                text.language(),
                id,
                status,
                text.category(),
                null,
                null,
                template.toString(),
                clock.instant(),
                clock.instant()));
    }

    MirroredTemplate known(TemplateAccount account, String name, String language) {
        return store.of(account.id(), name).stream()
                .filter(template -> template.language().equals(language))
                .findFirst()
                .orElseThrow(() -> unknown(name, language));
    }

    /** On the simulator those of {@code templates/} are there as well. */
    private List<MetaTemplate> texts(TemplateAccount account) {
        List<MirroredTemplate> all = store.all();
        List<MetaTemplate> texts = new ArrayList<>(all.stream()
                .filter(template -> template.businessAccountId().equals(account.id()))
                .map(MirroredTemplate::text)
                .toList());
        if (account.isSimulated()) {
            catalog.notSubmitted(account.id(), all).forEach(known -> texts.add(known.text()));
        }
        return texts;
    }

    private static boolean isSame(MetaTemplate one, MetaTemplate other) {
        return one.name().equals(other.name()) && one.language().equals(other.language());
    }

    private NotPossible unknown(String name, @Nullable String language) {
        boolean file = shipped.texts(name).stream()
                .anyMatch(text -> language == null || text.language().equals(language));
        return new NotPossible(
                file
                        ? "%s is a file of templates/: change it there, or copy it under another name.".formatted(name)
                        : "Meta has no template %s%s.".formatted(name, language == null ? "" : " in " + language));
    }

    private static void require(List<TemplateFinding> findings) {
        if (findings.stream().anyMatch(TemplateFinding::isError)) {
            throw new Unfit(findings);
        }
    }
}
