package io.waybill.desk;

import io.waybill.desk.AssignmentLog.Kind;
import io.waybill.desk.Chats.Chat;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderDuty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives what comes new to somebody, in the commit that makes it. What is of one customer goes to one person. */
final class Dealing implements OrderDuty {

    private final Chats chats;
    private final Availability people;
    private final AssignmentLog log;
    private final Alerts alerts;
    private final Supplier<DeskRules> rules;

    Dealing(Chats chats, Availability people, AssignmentLog log, Alerts alerts, Supplier<DeskRules> rules) {
        this.chats = chats;
        this.people = people;
        this.log = log;
        this.alerts = alerts;
        this.rules = rules;
    }

    @Override
    public void hold(long contactId) {
        chats.hold(List.of(contactId), rules.get().teams().ofFlow(null).name());
    }

    @Override
    public Optional<String> begun(NewOrder order) {
        Chat chat = deal(chats.find(order.contactId()).orElseThrow());
        String assignee = chat.assignee();
        if (assignee != null) {
            log.add(Kind.ORDER, order.externalOrderId(), null, assignee, null);
        }
        alerts.add(Kind.ORDER, order.externalOrderId(), order.contactId(), assignee, chat.team());
        return Optional.ofNullable(assignee);
    }

    /** Whoever deals for several teams in one transaction says so first: all take their turns in one order. */
    void begin(Set<String> teams) {
        if (rules.get().inTurn() && teams.size() > 1) {
            people.lockTurns(teams);
        }
    }

    /** A chat that has just come to a person, and is held. */
    Chat came(Chat chat) {
        Chat dealt = deal(chat);
        alerts.add(Kind.CHAT, Long.toString(chat.contactId()), chat.contactId(), dealt.assignee(), dealt.team());
        return dealt;
    }

    /** Whoever has the chat keeps it unless they are away and somebody else is there. */
    private Chat deal(Chat chat) {
        String had = chat.assignee();
        DeskRules now = rules.get();
        if (!now.inTurn() || had != null && people.isAvailable(had)) {
            return chat;
        }
        Optional<String> next = people.next(now.teams().named(chat.team()));
        return next.isEmpty() ? chat : give(chat, next.get(), null);
    }

    /** In the caller's transaction, who holds the chat. */
    Chat give(Chat chat, @Nullable String to, @Nullable String by) {
        Chat given = new Chat(
                chat.contactId(), chat.team(), to, chat.waitingSince(), chat.dueAt(), chat.reason(), chat.toldClosed());
        chats.save(given);
        log.add(Kind.CHAT, Long.toString(chat.contactId()), chat.assignee(), to, by);
        return given;
    }
}
