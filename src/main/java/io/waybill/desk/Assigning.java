package io.waybill.desk;

import io.waybill.access.People;
import io.waybill.desk.AssignmentLog.Kind;
import io.waybill.desk.Chats.Chat;
import io.waybill.order.OrderDesk;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives chats and orders to people, as people say. What nobody has of the same customer goes along. The chat is locked first, also
 * by turns: whoever wants both never waits for somebody who does.
 */
final class Assigning {

    private final Chats chats;
    private final OrderDesk orders;
    private final Dealing dealing;
    private final Supplier<DeskRules> rules;
    private final AssignmentLog log;
    private final Alerts alerts;
    private final Availability availability;
    private final People people;
    private final TransactionTemplate transaction;

    Assigning(
            Chats chats,
            OrderDesk orders,
            Dealing dealing,
            Supplier<DeskRules> rules,
            AssignmentLog log,
            Alerts alerts,
            Availability availability,
            People people,
            TransactionTemplate transaction) {
        this.chats = chats;
        this.orders = orders;
        this.dealing = dealing;
        this.rules = rules;
        this.log = log;
        this.alerts = alerts;
        this.availability = availability;
        this.people = people;
        this.transaction = transaction;
    }

    /** Somebody who signs in here, by whatever means. */
    boolean isKnown(String name) {
        return people.has(name) || availability.has(name);
    }

    /** @param to null: nobody */
    void order(OrderDesk.Known order, @Nullable String to, String by) {
        transaction.executeWithoutResult(tx -> {
            Chat chat = held(order.contactId());
            OrderDesk.Assigned assigned = orders.assign(order.externalOrderId(), to, by);
            if (assigned.changed()) {
                log.add(Kind.ORDER, order.externalOrderId(), assigned.before(), to, by);
                alert(Kind.ORDER, order.externalOrderId(), chat, to, by);
            }
            if (to != null && chat.assignee() == null) {
                dealing.give(chat, to, by);
            }
        });
    }

    /** @param to null: nobody */
    void chat(long contactId, @Nullable String to, String by) {
        transaction.executeWithoutResult(tx -> {
            Chat chat = held(contactId);
            if (!Objects.equals(chat.assignee(), to)) {
                dealing.give(chat, to, by);
                alert(Kind.CHAT, Long.toString(contactId), chat, to, by);
            }
            if (to != null) {
                orders.assignLoose(contactId, to, by).forEach(order -> log.add(Kind.ORDER, order, null, to, by));
            }
        });
    }

    private Chat held(long contactId) {
        chats.hold(List.of(contactId), rules.get().teams().ofFlow(null).name());
        return chats.find(contactId).orElseThrow();
    }

    private void alert(Kind kind, String subject, Chat chat, @Nullable String to, String by) {
        if (to != null && !to.equals(by)) {
            alerts.add(kind, subject, chat.contactId(), to, chat.team());
        }
    }
}
