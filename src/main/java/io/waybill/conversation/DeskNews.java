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
        switch (heard(content, before, after)) {
            case ANSWERED -> draft.desk(new ChatNews.Answered(contact));
            case SERVED -> draft.desk(new ChatNews.Served(contact));
            case WAITS -> waits(null, null, draft);
            case NOTHING -> {}
        }
    }

    /** What a message means to the people at the desk. */
    enum Meaning {
        ANSWERED,
        SERVED,
        WAITS,
        NOTHING
    }

    /** What the customer does beside a wait for a person neither ends nor renews it. */
    static Meaning heard(Content content, Session before, Session after) {
        if (content instanceof Content.StaffMessage) {
            return Meaning.ANSWERED;
        }
        if (content instanceof Content.HandBack) {
            return before.isWithPerson() ? Meaning.SERVED : Meaning.NOTHING;
        }
        if (after.isWithPerson()) {
            return before.waiting() instanceof Waiting.HandedOver && after.waiting() instanceof Waiting.HandedOver
                    ? Meaning.WAITS
                    : Meaning.NOTHING;
        }
        // A wait for a person outlives the time that flows are silent; the bot's next answer ends it.
        return before.isWithPerson() || before.waiting() instanceof Waiting.Idle ? Meaning.SERVED : Meaning.NOTHING;
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
