package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.flow.World;
import io.waybill.message.Content;
import io.waybill.message.Sender;
import io.waybill.whatsapp.Recipient;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who chats: what is known of them so far, and what they send. */
final class Customer {

    private Setup.Contact contact;

    Customer(Setup.Contact contact) {
        this.contact = contact;
    }

    Sender sender() {
        return new Sender(contact.phone(), contact.userId(), null, contact.name());
    }

    Recipient recipient() {
        return new Recipient(contact.phone(), contact.userId());
    }

    World.Customer known() {
        return new World.Customer(
                1,
                contact.userId(),
                contact.phone(),
                contact.name(),
                contact.language(),
                contact.lastOrder(),
                contact.source());
    }

    /** A number shared by WhatsApp's own button, or a name given, is known of the contact from then on. */
    void learn(JsonNode learned) {
        String phone = contact.phone() == null ? learned.path("phone").textValue() : contact.phone();
        String name = contact.name() == null ? learned.path("name").textValue() : contact.name();
        contact = new Setup.Contact(
                phone, contact.userId(), name, contact.language(), contact.lastOrder(), contact.source());
    }

    /** @param answer to CREATE_ORDER */
    void ordered(JsonNode answer) {
        contact = new Setup.Contact(
                contact.phone(),
                contact.userId(),
                contact.name(),
                contact.language(),
                new World.OrderReference(
                        answer.path("external_order_id").asText(),
                        answer.path("order_number").asText(null)),
                contact.source());
    }

    /** @param number null: their own */
    Content shared(@Nullable String number) {
        String phone = number == null ? ownPhone() : number;
        return new Content.SharedContacts(
                List.of(new Content.SharedContact(contact.name(), List.of(phone), phone)), true);
    }

    private String ownPhone() {
        return contact.phone() == null ? Setup.Contact.PHONE : contact.phone();
    }

    static Content cart(List<Input.Item> items) {
        return new Content.CatalogueCart(
                "catalogue",
                null,
                items.stream()
                        .map(item -> new Content.CatalogueItem(
                                item.product(),
                                BigDecimal.valueOf(item.qty()),
                                item.price(),
                                item.price() == null ? null : "KES"))
                        .toList());
    }

    static Content media(Input.File file, String id) {
        Content.MediaKind kind = file.mime().startsWith("image/")
                ? Content.MediaKind.IMAGE
                : file.mime().startsWith("audio/")
                        ? Content.MediaKind.AUDIO
                        : file.mime().startsWith("video/") ? Content.MediaKind.VIDEO : Content.MediaKind.DOCUMENT;
        return new Content.Media(kind, id, file.mime(), null, file.caption(), file.filename());
    }
}
