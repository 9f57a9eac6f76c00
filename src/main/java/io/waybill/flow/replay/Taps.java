package io.waybill.flow.replay;

import io.waybill.flow.Event;
import io.waybill.flow.ReplyId;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import java.util.OptionalInt;

/** A tap names the question it answers by its place in the session; in another flow the same question stands elsewhere. */
final class Taps {

    private Taps() {}

    /** The event as it would have been had the customer talked to {@code other}: a tap on what was open is one there too. */
    static Event moved(Event event, Session recorded, Session other) {
        if (event instanceof Event.Fetched fetched && other.waiting() instanceof Waiting.File open) {
            return new Event.Fetched(open.key(), fetched.reply());
        }
        OptionalInt from = openQuestion(recorded);
        OptionalInt to = openQuestion(other);
        if (!(event instanceof Event.Received(InboundMessage message)) || from.isEmpty() || to.isEmpty()) {
            return event;
        }
        Content content = switch (message.content()) {
            case Content.Tap tap -> new Content.Tap(moved(tap.id(), from.getAsInt(), to.getAsInt()), tap.title());
            case Content.QuickReply reply ->
                new Content.QuickReply(moved(reply.payload(), from.getAsInt(), to.getAsInt()), reply.text());
            default -> message.content();
        };
        return new Event.Received(new InboundMessage(
                message.id(),
                message.phoneNumberId(),
                message.sender(),
                message.sentAt(),
                message.inReplyTo(),
                content));
    }

    private static String moved(String id, int from, int to) {
        return ReplyId.parse(id)
                .filter(known -> known.visit() == from)
                .map(known -> known.at(to))
                .orElse(id);
    }

    private static OptionalInt openQuestion(Session session) {
        return switch (session.waiting()) {
            case Waiting.Question question -> OptionalInt.of(question.visit());
            case Waiting.MainMenu menu -> OptionalInt.of(menu.visit());
            case Waiting.Returning returning -> OptionalInt.of(returning.visit());
            case Waiting.Leaving leaving -> OptionalInt.of(leaving.visit());
            default -> OptionalInt.empty();
        };
    }
}
