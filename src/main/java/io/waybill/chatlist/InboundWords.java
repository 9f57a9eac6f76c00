package io.waybill.chatlist;

import io.waybill.message.Content;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer's message says, in a line for people. */
public final class InboundWords {

    private InboundWords() {}

    /** The kind of message, as the console names it. */
    public static String type(Content content) {
        return switch (content) {
            case Content.Text text -> "text";
            case Content.Media media -> media.kind().name().toLowerCase(Locale.ROOT);
            case Content.Location location -> "location";
            case Content.SharedContacts contacts -> "contacts";
            case Content.Tap tap -> "tap";
            case Content.QuickReply reply -> "tap";
            case Content.FormReply form -> "form";
            case Content.CatalogueCart cart -> "cart";
            case Content.Reaction reaction -> "reaction";
            default -> "other";
        };
    }

    /** Empty where there are no words, as of a picture without caption. */
    public static String of(Content content) {
        return switch (content) {
            case Content.Text(String body) -> body;
            case Content.Media media -> caption(media);
            case Content.Location location -> place(location);
            case Content.SharedContacts shared ->
                shared.contacts().stream()
                        .map(card ->
                                Objects.requireNonNullElse(card.name(), "") + " " + String.join(", ", card.phones()))
                        .map(String::strip)
                        .collect(Collectors.joining("; "));
            case Content.Tap tap -> tap.title();
            case Content.QuickReply reply -> reply.text();
            case Content.FormReply form -> Objects.requireNonNullElse(form.name(), "");
            case Content.CatalogueCart cart ->
                cart.items().stream()
                        .map(item -> item.quantity().toPlainString() + " × " + item.retailerId())
                        .collect(Collectors.joining(", "));
            case Content.Reaction reaction -> Objects.requireNonNullElse(reaction.emoji(), "");
            case Content.Unsupported unsupported -> Objects.requireNonNullElse(unsupported.kind(), "");
            case Content.Unknown unknown -> unknown.type();
            case Content.StaffMessage staff -> Objects.requireNonNullElse(staff.text(), staff.type());
            default -> "";
        };
    }

    private static String caption(Content.Media media) {
        return Objects.requireNonNullElse(media.caption(), Objects.requireNonNullElse(media.filename(), ""));
    }

    private static String place(Content.Location location) {
        return Stream.of(location.name(), location.address())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
