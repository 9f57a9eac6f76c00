package io.waybill.whatsapp;

import io.waybill.message.Content;
import io.waybill.message.Content.CatalogueItem;
import io.waybill.message.Content.MediaKind;
import io.waybill.message.Content.SharedContact;
import io.waybill.message.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what a message holds; a kind that is new or came without its body becomes {@link Content.Unknown}. */
final class ContentReader {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private final Fields message;
    private final String type;
    private final Fields body;
    private final List<Problem> problems;

    /** @param outerProblems errors beside the message, which Meta sends in place of its body */
    ContentReader(Fields message, List<Problem> outerProblems) {
        this.message = message;
        type = Objects.requireNonNullElse(message.filled("type"), "");
        body = message.in(type);
        List<Problem> own = message.problems();
        problems = own.isEmpty() ? outerProblems : own;
    }

    Content content() {
        Content content = switch (type) {
            case "text" -> text();
            case "image" -> media(MediaKind.IMAGE);
            case "video" -> media(MediaKind.VIDEO);
            case "audio" -> media(MediaKind.AUDIO);
            case "document" -> media(MediaKind.DOCUMENT);
            case "sticker" -> media(MediaKind.STICKER);
            case "location" -> location();
            case "contacts" -> contacts();
            case "interactive" -> interactive();
            case "button" -> quickReply();
            case "order" -> cart();
            case "reaction" -> reaction();
            case "system" -> notice();
            case "edit" -> edit();
            case "revoke" -> revoke();
            case "unsupported", "unknown" -> new Content.Unsupported(body.filled("type"), problems);
            default -> null;
        };
        return content == null ? new Content.Unknown(type, problems) : content;
    }

    private @Nullable Content text() {
        String text = body.text("body");
        return text == null ? null : new Content.Text(text);
    }

    private @Nullable Content media(MediaKind kind) {
        String id = body.filled("id");
        return id == null
                ? null
                : new Content.Media(
                        kind,
                        id,
                        body.filled("mime_type"),
                        body.filled("sha256"),
                        body.filled("caption"),
                        body.filled("filename"));
    }

    private @Nullable Content location() {
        BigDecimal latitude = body.decimal("latitude");
        BigDecimal longitude = body.decimal("longitude");
        return latitude == null
                        || longitude == null
                        || latitude.abs().compareTo(POLE) > 0
                        || longitude.abs().compareTo(DATE_LINE) > 0
                ? null
                : new Content.Location(latitude, longitude, body.filled("name"), body.filled("address"));
    }

    private @Nullable Content contacts() {
        List<Fields> cards = message.list("contacts");
        if (cards.isEmpty()) {
            return null;
        }
        boolean requested = cards.stream().allMatch(card -> "contact_request".equals(card.text("origin")));
        return new Content.SharedContacts(
                cards.stream().map(ContentReader::card).toList(), requested);
    }

    private static SharedContact card(Fields card) {
        List<String> phones = new ArrayList<>();
        String waPhone = null;
        for (Fields entry : card.list("phones")) {
            String onWhatsApp = entry.phone("wa_id");
            String phone = onWhatsApp == null ? entry.filled("phone") : onWhatsApp;
            if (phone != null) {
                phones.add(phone);
            }
            waPhone = waPhone == null ? onWhatsApp : waPhone;
        }
        return new SharedContact(card.in("name").filled("formatted_name"), List.copyOf(phones), waPhone);
    }

    private @Nullable Content interactive() {
        String kind = Objects.requireNonNullElse(body.filled("type"), "");
        Fields reply = body.in(kind);
        return switch (kind) {
            case "button_reply", "list_reply" -> tap(reply);
            case "nfm_reply" -> form(reply);
            case "" -> null;
            default -> new Content.Unknown("interactive/" + kind, problems);
        };
    }

    private static @Nullable Content tap(Fields reply) {
        String id = reply.filled("id");
        return id == null ? null : new Content.Tap(id, Objects.requireNonNullElse(reply.text("title"), ""));
    }

    private static @Nullable Content form(Fields reply) {
        String response = reply.filled("response_json");
        return response == null ? null : new Content.FormReply(reply.filled("name"), response);
    }

    private @Nullable Content quickReply() {
        String text = body.text("text");
        String payload = body.filled("payload");
        String label = text == null ? payload : text;
        return label == null ? null : new Content.QuickReply(payload == null ? label : payload, label);
    }

    private @Nullable Content cart() {
        String catalogId = body.filled("catalog_id");
        List<CatalogueItem> items = new ArrayList<>();
        for (Fields line : body.list("product_items")) {
            String retailerId = line.filled("product_retailer_id");
            BigDecimal quantity = line.decimal("quantity");
            // A cart with a line left out would be a wrong order.
            if (retailerId == null || quantity == null) {
                return null;
            }
            items.add(new CatalogueItem(retailerId, quantity, line.decimal("item_price"), line.filled("currency")));
        }
        return catalogId == null || items.isEmpty()
                ? null
                : new Content.CatalogueCart(catalogId, body.filled("text"), List.copyOf(items));
    }

    private @Nullable Content reaction() {
        String messageId = body.filled("message_id");
        return messageId == null ? null : new Content.Reaction(messageId, body.filled("emoji"));
    }

    private @Nullable Content notice() {
        String kind = body.filled("type");
        return kind == null
                ? null
                : new Content.SystemNotice(kind, body.filled("body"), body.phone("wa_id"), body.filled("user_id"));
    }

    private @Nullable Content edit() {
        String original = body.filled("original_message_id");
        return original == null ? null : new Content.Edit(original);
    }

    private @Nullable Content revoke() {
        String original = body.filled("original_message_id");
        return original == null ? null : new Content.Revoke(original);
    }
}
