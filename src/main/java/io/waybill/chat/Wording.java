package io.waybill.chat;

import io.waybill.catalog.EnabledProducts.EnabledProduct;
import io.waybill.expression.Money;
import io.waybill.inbox.ContactProfile;
import io.waybill.message.FileType;
import io.waybill.message.Reply;
import io.waybill.message.StoredFile;
import io.waybill.template.HeaderFile;
import io.waybill.template.KnownTemplate;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.CustomerServiceWindow;
import io.waybill.whatsapp.FilledTemplate;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WireMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what people want to say into messages that Meta takes now, or says why it cannot. */
final class Wording {

    private static final String MARKETING = "MARKETING";

    private final TemplateCatalog catalog;
    private final Templates shipped;
    private final Files files;
    private final Clock clock;

    /** Files that are kept. */
    @FunctionalInterface
    interface Files {
        Optional<StoredFile> find(String id);
    }

    Wording(TemplateCatalog catalog, Templates shipped, Files files, Clock clock) {
        this.catalog = catalog;
        this.shipped = shipped;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param wroteAt when the customer wrote last; null: never
     * @param language that they are spoken to in
     * @throws CannotSay when Meta would refuse it
     */
    List<WireMessage> messages(Words words, ContactProfile to, @Nullable Instant wroteAt, String language) {
        boolean open = CustomerServiceWindow.open(wroteAt, clock.instant());
        if (to.contact().phone() == null && to.contact().userId() == null) {
            throw CannotSay.now("This person was erased: nobody knows where to write to.");
        }
        Recipient recipient = new Recipient(to.contact().phone(), to.contact().userId());
        return switch (words) {
            case Words.Free(Reply reply) -> free(reply, recipient, wroteAt);
            case Words.Card(EnabledProduct product) -> free(card(product, language), recipient, wroteAt);
            case Words.Product product ->
                throw new IllegalStateException("A product is looked up before it is said: " + product);
            case Words.Template template -> {
                boolean inWords = open && !template.asTemplate();
                FilledTemplate filled = filled(template, to, inWords, language);
                yield inWords ? rendered(filled.words(), recipient) : List.of(filled.message(recipient));
            }
        };
    }

    private List<WireMessage> free(Reply reply, Recipient recipient, @Nullable Instant wroteAt) {
        if (!CustomerServiceWindow.open(wroteAt, clock.instant())) {
            throw CannotSay.now(closed(wroteAt));
        }
        return rendered(reply, recipient);
    }

    /** Picture, name and price; without a price where the ERP names one for a quantity only. */
    private static Reply card(EnabledProduct product, String language) {
        String spoken = language.isEmpty() ? "en" : language.replace('_', '-');
        String price = product.price() == null || product.currency() == null
                ? ""
                : "\n" + Money.format(product.price(), product.currency(), spoken);
        String words = "*%s*%s".formatted(product.name(), price);
        return product.image() == null ? new Reply.Text(words) : new Reply.Image(product.image(), words);
    }

    private List<WireMessage> rendered(Reply reply, Recipient recipient) {
        try {
            return ((RenderResult.Messages) MessagePayload.render(reply, recipient, true, shipped)).messages();
        } catch (IllegalArgumentException e) {
            throw CannotSay.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static String closed(@Nullable Instant wroteAt) {
        return (wroteAt == null
                        ? "The customer has not written yet"
                        : "The customer wrote last at %s, more than 24 hours ago"
                                .formatted(wroteAt.truncatedTo(ChronoUnit.SECONDS)))
                + ": WhatsApp takes only a template until they write. GET /api/v1/templates lists those that are approved.";
    }

    /** @param inWords it needs no approval */
    private FilledTemplate filled(Words.Template wanted, ContactProfile to, boolean inWords, String language) {
        KnownTemplate known = known(wanted, to, language);
        MetaTemplate text = known.text();
        if (text.unfillable() != null) {
            throw CannotSay.wrong("%s cannot be sent by Waybill. %s".formatted(known.label(), text.unfillable()));
        }
        if (!inWords && !known.approved()) {
            throw CannotSay.now(known.refusal());
        }
        if (text.category().equals(MARKETING) && to.marketingStoppedAt() != null) {
            throw CannotSay.now(
                    "The customer has asked for no more marketing, and %s is a MARKETING template: Meta would not deliver it."
                            .formatted(known.label()));
        }
        boolean file = text.header() != null && text.header().isFile();
        if (file != (wanted.header() != null)) {
            throw CannotSay.wrong(
                    file
                            ? "The header of %s is a file: \"header\" is its https address, or /media/… of a picture that Waybill keeps."
                                    .formatted(known.label())
                            : "The header of %s is no file, and \"header\" is given.".formatted(known.label()));
        }
        FilledTemplate filled = FilledTemplate.of(text, values(text, wanted.params()), wanted.header());
        return file ? withFile(filled, String.valueOf(wanted.header())) : filled;
    }

    /** @throws CannotSay when Meta would not take this file here */
    private FilledTemplate withFile(FilledTemplate filled, String address) {
        String format = Objects.requireNonNull(filled.template().header()).format();
        Optional<String> kept = HeaderFile.kept(address);
        if (kept.isEmpty()) {
            HeaderFile.problem(format, address).ifPresent(problem -> {
                throw CannotSay.wrong(problem);
            });
            return filled;
        }
        StoredFile file = files.find(kept.get())
                .orElseThrow(() -> CannotSay.wrong("This file is not kept any more: add it again."));
        FileType type = FileType.of(file.mime()).orElse(FileType.OTHER);
        HeaderFile.mismatch(format, type).ifPresent(problem -> {
            throw CannotSay.wrong(problem);
        });
        return filled.called(file.filename());
    }

    private KnownTemplate known(Words.Template wanted, ContactProfile to, String language) {
        List<KnownTemplate> all = catalog.of(to.contact().phoneNumberId(), wanted.name());
        if (all.isEmpty()) {
            throw CannotSay.wrong("There is no template %s; GET /api/v1/templates lists all.".formatted(wanted.name()));
        }
        if (wanted.language() != null) {
            return all.stream()
                    .filter(template -> template.text().language().equals(wanted.language()))
                    .findFirst()
                    .orElseThrow(() -> CannotSay.wrong("The template %s is not in %s, but in %s."
                            .formatted(
                                    wanted.name(),
                                    wanted.language(),
                                    all.stream()
                                            .map(template -> template.text().language())
                                            .collect(Collectors.joining(", ")))));
        }
        List<KnownTemplate> approved =
                all.stream().filter(KnownTemplate::approved).toList();
        List<KnownTemplate> candidates = approved.isEmpty() ? all : approved;
        MetaTemplate best = Templates.best(
                        candidates.stream().map(KnownTemplate::text).toList(), language)
                .orElseThrow();
        return candidates.stream()
                .filter(template -> template.text().equals(best))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> values(MetaTemplate text, List<String> params) {
        List<Placeholder> places = text.placeholders();
        if (places.size() != params.size()) {
            throw CannotSay.wrong("The template %s has %d placeholders (%s), and %d values were given."
                    .formatted(
                            text.name(),
                            places.size(),
                            places.stream().map(Placeholder::key).collect(Collectors.joining(", ")),
                            params.size()));
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            if (params.get(i).isBlank()) {
                throw CannotSay.wrong("The value for %s of the template %s is empty, and Meta refuses that."
                        .formatted(places.get(i).key(), text.name()));
            }
            values.put(places.get(i).key(), params.get(i));
        }
        return values;
    }
}
