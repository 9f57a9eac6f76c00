package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns replies into Graph messages that keep every limit of WhatsApp, whatever text the ERP put into them. */
public final class MessagePayload {

    static final int TEXT_MAX = 4096;
    private static final int PLACE_MAX = 1000;
    private static final int NAME_MAX = 1000;
    private static final int CARD_LINE_MAX = 200;
    private static final int CARDS_MAX = 257;
    private static final int EMOJI_MAX = 64;
    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);

    private MessagePayload() {}

    /**
     * The messages that {@code reply} becomes.
     *
     * @param windowOpen whether the customer wrote within the last 24 hours ({@link CustomerServiceWindow})
     * @throws IllegalArgumentException for more than ten options, option ids WhatsApp would not return unchanged, or a reaction
     *     that is no emoji
     */
    public static RenderResult render(Reply reply, Recipient to, boolean windowOpen, Templates templates) {
        List<? extends WireBody> bodies = bodies(reply, windowOpen, templates);
        List<WireMessage> messages = bodies.stream().map(body -> body.to(to)).toList();
        return windowOpen || reply instanceof Reply.Template
                ? new RenderResult.Messages(messages)
                : new RenderResult.WindowClosed(messages);
    }

    /** False for an option id that WhatsApp would not return unchanged. */
    public static boolean isOptionId(String id) {
        return Choices.isId(id);
    }

    private static List<? extends WireBody> bodies(Reply reply, boolean windowOpen, Templates templates) {
        return switch (reply) {
            case Reply.Text text -> texts(text.body());
            case Reply.File file -> FilePayload.of(file);
            case Reply.Location location -> location(location);
            case Reply.Contacts contacts -> contacts(contacts.cards());
            case Reply.Reaction reaction -> List.of(reaction(reaction));
            case Reply.Buttons buttons -> InteractivePayload.buttons(buttons);
            case Reply.Menu menu -> InteractivePayload.menu(menu);
            case Reply.Link link -> InteractivePayload.link(link);
            case Reply.Form form -> InteractivePayload.form(form);
            case Reply.LocationRequest request ->
                InteractivePayload.named("location_request_message", request.body(), "send_location");
            case Reply.ContactRequest request ->
                InteractivePayload.named("request_contact_info", request.body(), "request_contact_info");
            case Reply.Product product -> CataloguePayload.product(product);
            case Reply.Products products -> CataloguePayload.products(products);
            case Reply.Catalogue catalogue -> CataloguePayload.catalogue(catalogue);
            case Reply.Template template -> template(template, windowOpen, templates);
        };
    }

    static List<WireBody> texts(String text) {
        return texts(WireText.split(WireText.sendable(text), TEXT_MAX, TEXT_MAX));
    }

    static List<WireBody> texts(List<String> pieces) {
        return pieces.stream()
                .<WireBody>map(piece -> new WireBody.Text(false, piece))
                .toList();
    }

    /** A place that is nowhere on the map is told in words. */
    private static List<WireBody> location(Reply.Location location) {
        String name = line(location.name(), PLACE_MAX);
        String address = line(location.address(), PLACE_MAX);
        if (within(location.latitude(), POLE) && within(location.longitude(), DATE_LINE)) {
            return List.of(new WireBody.Location(location.latitude(), location.longitude(), name, address));
        }
        return texts(Stream.of(name, address).filter(Objects::nonNull).collect(Collectors.joining("\n")));
    }

    private static boolean within(BigDecimal degrees, BigDecimal limit) {
        return degrees.abs().compareTo(limit) <= 0;
    }

    private static List<WireBody> contacts(List<Reply.Card> cards) {
        List<WireBody.Contact> contacts = new ArrayList<>();
        for (Reply.Card card : cards) {
            String phone = line(card.phone(), CARD_LINE_MAX);
            String email = line(card.email(), CARD_LINE_MAX);
            Stream.of(line(card.name(), NAME_MAX), phone, email)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(name -> contacts.add(new WireBody.Contact(
                            new WireBody.Name(name, name),
                            phone == null ? null : List.of(new WireBody.Phone(phone)),
                            email == null ? null : List.of(new WireBody.Email(email)))));
        }
        List<WireBody> bodies = new ArrayList<>();
        for (int from = 0; from < contacts.size(); from += CARDS_MAX) {
            bodies.add(new WireBody.Contacts(contacts.subList(from, Math.min(contacts.size(), from + CARDS_MAX))));
        }
        return bodies;
    }

    private static @Nullable String line(@Nullable String text, int max) {
        String line = text == null ? "" : WireText.line(text);
        return WireText.blank(line) ? null : WireText.cut(line, max);
    }

    private static WireBody reaction(Reply.Reaction reaction) {
        String emoji = reaction.emoji().strip();
        if (emoji.length() > EMOJI_MAX || emoji.codePoints().anyMatch(Character::isLetter)) {
            throw new IllegalArgumentException(
                    "A reaction is one emoji, or empty to take it back: \"%s\".".formatted(emoji));
        }
        return new WireBody.Reaction(reaction.messageId(), emoji);
    }

    private static List<? extends WireBody> template(Reply.Template reply, boolean windowOpen, Templates templates) {
        MetaTemplate text = templates.find(reply.name(), reply.language());
        if (text == null) {
            return List.of(TemplatePayload.of(reply));
        }
        FilledTemplate filled = FilledTemplate.of(text, reply);
        return windowOpen
                ? bodies(filled.words(reply.buttons()), true, templates)
                : List.of(filled.payload(reply.buttons()));
    }
}
