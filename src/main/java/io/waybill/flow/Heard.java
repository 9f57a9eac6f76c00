package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.waybill.expression.Json;
import io.waybill.message.CardNumbers;
import io.waybill.message.Content;
import java.util.Optional;

/** What a message is to a conversation. */
sealed interface Heard {

    /** A tap on something we showed. */
    record Tapped(ReplyId id) implements Heard {}

    /** A tap on a button that names a product, by the code that ends the text of a chat link: what it starts is started wherever they are. */
    record Named(String product) implements Heard {}

    record Said(String text) implements Heard {}

    /** The wish to see again what was asked. */
    record GoOn() implements Heard {}

    /**
     * A cart from the WhatsApp catalogue, or one that a cart link wrote.
     *
     * @param items as {@link Start#cart} has them
     */
    record Brought(String text, ArrayNode items) implements Heard {}

    /** A file, a place, a contact and the like. */
    record Sent() implements Heard {}

    /** Something that WhatsApp keeps from us, that we cannot read, or that we do not want to have. */
    record Unreadable(Phrase why) implements Heard {}

    /** Nothing that asks for an answer. */
    record Nothing() implements Heard {}

    static Heard in(Content content) {
        return content.isSaid() ? said(content) : new Nothing();
    }

    private static Heard said(Content content) {
        return switch (content) {
            case Content.Text text ->
                CardNumbers.wasIn(text.body()) ? new Unreadable(Phrase.CARD_NUMBER) : said(text.body());
            case Content.Tap tap -> tapped(tap.id(), tap.title());
            case Content.QuickReply reply ->
                reply.payload().equals(Content.QuickReply.GO_ON) ? new GoOn() : tapped(reply.payload(), reply.text());
            case Content.Media media -> new Sent();
            case Content.Location location -> new Sent();
            case Content.SharedContacts contacts -> new Sent();
            case Content.FormReply form -> new Sent();
            case Content.CatalogueCart cart -> brought(cart);
            default -> new Unreadable(Phrase.UNREADABLE);
        };
    }

    private static Heard said(String text) {
        return CartText.read(text).<Heard>map(items -> new Brought(text, items)).orElseGet(() -> new Said(text));
    }

    private static Heard brought(Content.CatalogueCart cart) {
        ArrayNode items = Json.array();
        cart.items()
                .forEach(item -> items.add(
                        BroughtCart.item(item.retailerId(), item.quantity(), item.itemPrice(), item.currency())));
        if (items.isEmpty()) {
            return new Unreadable(Phrase.UNREADABLE);
        }
        return new Brought(cart.note() == null ? "" : cart.note(), items);
    }

    private static Heard tapped(String id, String title) {
        Optional<String> product = CartText.Code.PRODUCT.alone(id);
        if (product.isPresent()) {
            return new Named(product.get());
        }
        Optional<ReplyId> own = ReplyId.parse(id);
        return own.isPresent() ? new Tapped(own.get()) : new Said(title);
    }
}
