package io.waybill.desk;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.desk.AssignmentLog.AssignmentChange;
import io.waybill.desk.AssignmentLog.Kind;
import io.waybill.desk.Chats.Chat;
import io.waybill.inbox.ContactProfiles;
import io.waybill.order.OrderDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who sees to which chat and which order, and who did. */
@RestController
@RequestMapping("/api/v1")
class AssignmentController {

    private final Assigning assigning;
    private final AssignmentLog log;
    private final Chats chats;
    private final OrderDesk orders;
    private final ContactProfiles contacts;
    private final Clock clock;

    AssignmentController(
            Assigning assigning,
            AssignmentLog log,
            Chats chats,
            OrderDesk orders,
            ContactProfiles contacts,
            Clock clock) {
        this.assigning = assigning;
        this.log = log;
        this.chats = chats;
        this.orders = orders;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @param assignee the name of a person; null: nobody */
    record NewAssignee(@Nullable String assignee) {}

    @PostMapping("/orders/{order}/assignee")
    @ForApiKey(Scope.ORDERS_WRITE)
    @Needs(Permission.ORDERS_SELL)
    OrderDuties assignOrder(@PathVariable String order, @RequestBody NewAssignee wanted, HttpServletRequest request) {
        assigning.order(known(order), person(wanted), request.getRemoteUser());
        return ofOrder(order);
    }

    @GetMapping("/orders/{order}/assignee")
    @ForApiKey(Scope.ORDERS_READ)
    @Needs(Permission.ORDERS_READ)
    OrderDuties ofOrder(@PathVariable String order) {
        OrderDesk.Known known = known(order);
        return new OrderDuties(known.externalOrderId(), known.assignee(), log.of(Kind.ORDER, known.externalOrderId()));
    }

    @PostMapping("/conversations/{contactId}/assignee")
    @ForApiKey(Scope.MESSAGES_WRITE)
    @Needs(Permission.CHATS_ANSWER)
    ChatDuties assignChat(@PathVariable long contactId, @RequestBody NewAssignee wanted, HttpServletRequest request) {
        assigning.chat(contact(contactId), person(wanted), request.getRemoteUser());
        return ofChat(contactId);
    }

    /** A contact that was merged into another is answered with that one. */
    @GetMapping("/conversations/{contactId}/assignee")
    @ForApiKey(Scope.MESSAGES_READ)
    @Needs(Permission.CHATS_READ)
    ChatDuties ofChat(@PathVariable long contactId) {
        long contact = contact(contactId);
        Optional<Chat> chat = chats.find(contact);
        Instant due = chat.map(Chat::dueAt).orElse(null);
        return new ChatDuties(
                contact,
                chat.map(Chat::assignee).orElse(null),
                chat.map(Chat::team)
                        .filter(team -> !team.equals(Teams.EVERYONE))
                        .orElse(null),
                chat.map(Chat::waitingSince).orElse(null),
                due,
                due != null && !due.isAfter(clock.instant()),
                chat.map(Chat::reason).orElse(null),
                log.of(Kind.CHAT, Long.toString(contact)));
    }

    private @Nullable String person(NewAssignee wanted) {
        String name = wanted.assignee();
        if (name != null && !assigning.isKnown(name)) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Nobody here is called %s. \"assignee\" is the name somebody signs in with, or null for nobody."
                            .formatted(name));
        }
        return name;
    }

    private OrderDesk.Known known(String order) {
        return orders.find(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)));
    }

    private long contact(long contactId) {
        return contacts.of(contactId)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no conversation %d.".formatted(contactId)))
                .contact()
                .id();
    }

    /** @param history oldest first */
    record OrderDuties(String externalOrderId, @Nullable String assignee, List<AssignmentChange> history) {}

    /**
     * @param team null: all people
     * @param waitingSince since when the customer waits for a person; null: they do not
     * @param due until when they should be answered
     * @param history oldest first
     */
    record ChatDuties(
            long contactId,
            @Nullable String assignee,
            @Nullable String team,
            @Nullable Instant waitingSince,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String reason,
            List<AssignmentChange> history) {}
}
