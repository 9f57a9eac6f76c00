package io.waybill.chat;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.template.KnownTemplate;
import io.waybill.template.TemplateCatalog;
import io.waybill.whatsapp.MetaTemplate;
import io.waybill.whatsapp.MetaTemplate.Placeholder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What can be said to a customer when their 24 hours are over. */
@RestController
@Needs(Permission.CHATS_READ)
class SendableTemplates {

    private static final String MARKETING = "MARKETING";

    private final ContactProfiles profiles;
    private final TemplateCatalog catalog;

    SendableTemplates(ContactProfiles profiles, TemplateCatalog catalog) {
        this.profiles = profiles;
        this.catalog = catalog;
    }

    /**
     * @param header its text, with placeholders; null: it has none, or a file
     * @param file IMAGE, VIDEO or DOCUMENT where the header is a file, which has to be sent along; null: it is none
     * @param blanks what is to be filled in, in this order
     */
    record SendableTemplate(
            String name,
            String language,
            String category,
            @Nullable String header,
            @Nullable String file,
            String body,
            @Nullable String footer,
            List<String> buttons,
            List<Blank> blanks) {

        static SendableTemplate of(MetaTemplate text) {
            MetaTemplate.Header header = text.header();
            return new SendableTemplate(
                    text.name(),
                    text.language(),
                    text.category(),
                    header == null || header.isFile() ? null : header.text(),
                    header != null && header.isFile() ? header.format() : null,
                    text.body(),
                    text.footer(),
                    text.buttons().stream().map(MetaTemplate.Button::text).toList(),
                    text.placeholders().stream()
                            .map(place -> Blank.of(place, text))
                            .toList());
        }
    }

    /**
     * @param key such as header.1, body.order_number or button.0.1
     * @param name as it stands in the text, between braces
     * @param example empty: it has none
     */
    record Blank(String key, String name, String example) {

        static Blank of(Placeholder place, MetaTemplate text) {
            return new Blank(place.key(), place.name(), text.examples().getOrDefault(place.key(), ""));
        }
    }

    record SendableList(List<SendableTemplate> templates) {}

    /** Templates that Meta delivers to this customer now; without marketing where they want no more of it. */
    @GetMapping("/api/v1/conversations/{contactId}/templates")
    SendableList of(@PathVariable long contactId) {
        ContactProfile to = profiles.of(contactId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)));
        return new SendableList(catalog.sendable(to.contact().phoneNumberId()).stream()
                .map(KnownTemplate::text)
                .filter(text -> text.unfillable() == null)
                .filter(text ->
                        to.marketingStoppedAt() == null || !text.category().equals(MARKETING))
                .map(SendableTemplate::of)
                .toList());
    }
}
