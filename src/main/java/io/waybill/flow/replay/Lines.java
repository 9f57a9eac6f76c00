package io.waybill.flow.replay;

import io.waybill.expression.Json;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.Turn;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happened, in lines for people. */
final class Lines {

    private Lines() {}

    /** What a turn did that somebody outside would notice. */
    static List<String> of(Turn turn) {
        List<String> lines = new ArrayList<>();
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send(Reply reply) -> lines.add("says: " + words(reply));
                case Effect.Call call ->
                    lines.add("asks the ERP: %s %s".formatted(call.operation(), Json.write(call.request())));
                case Effect.HandOver(String reason) -> lines.add("calls a person: " + reason);
                case Effect.Incident(String where, String what) ->
                    lines.add("incident at %s: %s".formatted(where, what));
                case Effect.Fetch fetch -> lines.add("fetches a file");
                case Effect.Result result ->
                    lines.add("keeps %s: %s".formatted(result.kind(), Json.write(result.values())));
                case Effect.Unmatched unmatched -> {}
            }
        }
        return lines;
    }

    static String of(Event event) {
        return switch (event) {
            case Event.Received received ->
                "The customer sends: " + words(received.message().content());
            case Event.Answered answered ->
                "The ERP answers: "
                        + answered.answers().stream()
                                .map(answer -> String.valueOf(answer.reply()))
                                .collect(Collectors.joining(", "));
            case Event.Fetched fetched -> "The file: " + fetched.reply();
            case Event.TimePassed passed -> "Time passes.";
            case Event.PaymentTold told -> "The payment provider says that something happened to a payment.";
            case Event.StaffWrote staff -> "Somebody of the business writes to the customer.";
            case Event.HandedBack(Event.How how) ->
                "Somebody of the business hands the chat back: %s."
                        .formatted(how.name().toLowerCase(Locale.ROOT));
            case Event.CartLeft left -> "The customer is reminded of the cart.";
            case Event.CartDropped dropped -> "The cart is thrown away.";
            case Event.GivenUp givenUp -> "Nobody can say how this write ended: " + givenUp.reason();
        };
    }

    private static String words(Content content) {
        return switch (content) {
            case Content.Text text -> text.body();
            case Content.Tap tap -> "a tap on " + tap.title();
            case Content.QuickReply reply -> "a tap on " + reply.text();
            default -> String.valueOf(content);
        };
    }

    private static String words(Reply reply) {
        return switch (reply) {
            case Reply.Text text -> text.body();
            case Reply.Image image -> "picture " + image.link();
            case Reply.Video video -> "video " + video.link();
            case Reply.Audio audio -> "sound " + audio.link();
            case Reply.Sticker sticker -> "sticker " + sticker.link();
            case Reply.Document document -> "file " + document.filename();
            case Reply.Location place -> "place %s, %s %s".formatted(place.latitude(), place.longitude(), place.name());
            case Reply.Contacts contacts -> "contacts " + contacts.cards().size();
            case Reply.Reaction reaction -> "reaction " + reaction.emoji();
            case Reply.Link link -> "%s [%s: %s]".formatted(link.body(), link.button(), link.url());
            case Reply.Product product -> "%s [product %s]".formatted(product.body(), product.retailerId());
            case Reply.Products products -> "%s [products %s]".formatted(products.body(), products.shelves());
            case Reply.Catalogue catalogue -> catalogue.body() + " [catalogue]";
            case Reply.Form form -> "%s [form %s]".formatted(form.body(), form.button());
            case Reply.Buttons buttons -> buttons.body() + ' ' + titles(buttons.options());
            case Reply.Menu menu -> menu.body() + ' ' + titles(menu.options());
            case Reply.LocationRequest request -> request.body() + " [place]";
            case Reply.ContactRequest request -> request.body() + " [number]";
            case Reply.Template template ->
                "template %s %s %s".formatted(template.name(), template.params(), titles(template.buttons()));
        };
    }

    private static String titles(List<Reply.Option> options) {
        return options.stream().map(Reply.Option::title).collect(Collectors.joining(" | ", "[", "]"));
    }
}
