package io.waybill.conversation;

import io.waybill.desk.ChatNews;
import io.waybill.desk.Closed;
import io.waybill.flow.Session;
import io.waybill.flow.Waiting;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the turns of one contact have for the people at the desk, and what the customer is told of those. */
final class DeskNews {

    private final Surroundings around;
    private final ContactTurns turns;
    private final long contact;

    DeskNews(Surroundings around, ContactTurns turns, long contact) {
        this.around = around;
        this.turns = turns;
        this.contact = contact;
    }

    /** What a message changes in who is waited for. */
    void heard(Content content, Session before, Session after, TurnDraft draft) {
        boolean held = after.waiting() instanceof Waiting.HandedOver;
        if (content instanceof Content.StaffMessage) {
            draft.desk(new ChatNews.Answered(contact));
        } else if (held && before.waiting() instanceof Waiting.HandedOver) {
            waits(null, null, draft);
        } else if (!held
                && (before.waiting() instanceof Waiting.HandedOver || before.waiting() instanceof Waiting.Idle)) {
            // A wait for a person outlives the time that flows are silent; the bot's next answer ends it.
            draft.desk(new ChatNews.Served(contact));
        }
    }

    void handedOver(String reason, Session after, TurnDraft draft) {
        Session.Place place = after.place();
        waits(place == null ? null : place.flow(), reason, draft);
    }

    void ordered(Session session, TurnDraft draft) {
        Session.Place place = session.place();
        if (place != null) {
            draft.desk(new ChatNews.Orders(contact, place.flow()));
        }
    }

    private void waits(@Nullable String flow, @Nullable String reason, TurnDraft draft) {
        Optional<Closed> closed =
                turns.windowOpen() ? around.desk().closed(contact, turns.language(), around.now()) : Optional.empty();
        closed.ifPresent(told -> turns.say(draft, new Reply.Text(told.text())));
        draft.desk(new ChatNews.Waits(
                contact, around.now(), flow, reason, closed.map(Closed::since).orElse(null)));
    }
}
