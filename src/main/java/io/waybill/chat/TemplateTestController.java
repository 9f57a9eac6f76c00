package io.waybill.chat;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.chat.StaffMessageController.SaidView;
import io.waybill.inbox.LocalNumbers;
import io.waybill.template.KnownTemplate;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Sends a template to somebody's own phone, to see how it looks there. */
@RestController
class TemplateTestController {

    private final StaffMessages messages;
    private final TemplateCatalog catalog;
    private final WhatsAppChannels channels;
    private final LocalNumbers phones;
    private final Audit audit;

    TemplateTestController(
            StaffMessages messages,
            TemplateCatalog catalog,
            WhatsAppChannels channels,
            LocalNumbers phones,
            Audit audit) {
        this.messages = messages;
        this.catalog = catalog;
        this.channels = channels;
        this.phones = phones;
        this.audit = audit;
    }

    /**
     * @param to a phone number, without country code one of {@code waybill.store.country}
     * @param number of ours, by name; null: main
     * @param values of the placeholders; for those without one the template's examples
     * @param header the file of a template whose header is one
     */
    record TemplateTest(
            @Nullable String to,
            @Nullable String number,
            @Nullable Map<String, String> values,
            @Nullable String header) {}

    /** It goes as a template also within the 24 hours, and no flow is silent after it. */
    @PostMapping("/api/v1/templates/{name}/{language}/test")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.TEMPLATES_EDIT)
    SaidView test(
            @PathVariable String name,
            @PathVariable String language,
            @RequestBody TemplateTest test,
            Principal principal) {
        if (test.to() == null || test.to().isBlank()) {
            throw CannotSay.wrong("\"to\" is missing or empty.");
        }
        WhatsAppChannel channel = channel(test.number());
        MetaTemplate text = text(channel, name, language);
        long contact = messages.contactAt(channel.phoneNumberId(), phones.e164(test.to()));
        Words.Template words = new Words.Template(name, language, test.header(), params(text, test.values()), true);
        StaffMessages.Said said = messages.say(
                        contact, words, UUID.randomUUID().toString(), principal.getName(), StepIn.NOT)
                .orElseThrow();
        audit.done("template.test", "%s.%s".formatted(name, language), null, null);
        return SaidView.of(said);
    }

    private MetaTemplate text(WhatsAppChannel channel, String name, String language) {
        return catalog.of(channel.phoneNumberId(), name).stream()
                .map(KnownTemplate::text)
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no template %s in %s.".formatted(name, language)));
    }

    private static List<String> params(MetaTemplate text, @Nullable Map<String, String> values) {
        Map<String, String> given = Objects.requireNonNullElse(values, Map.of());
        return text.placeholders().stream()
                .map(place -> given.getOrDefault(place.key(), text.examples().getOrDefault(place.key(), "")))
                .toList();
    }

    private WhatsAppChannel channel(@Nullable String number) {
        String name = Objects.requireNonNullElse(number, WhatsAppChannel.MAIN);
        return channels.named(name)
                .orElseThrow(() ->
                        CannotSay.wrong("There is no number \"%s\" in waybill.whatsapp.numbers.".formatted(name)));
    }

    @ExceptionHandler
    ProblemDetail notANumber(LocalNumbers.NotANumber e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }
}
