package io.waybill.chat;

import io.waybill.desk.ChatOwners;
import io.waybill.inbox.Contact;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.Inbox;
import io.waybill.outbox.Recipients;
import io.waybill.whatsapp.StaffEcho;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People take chats over from the flow and hand them back. What they do is kept between the customer's messages, in their order, and done
 * by whoever works on the contact, like all that changes a conversation: a turn that runs ends first.
 */
final class Takeovers {

    private final TransactionTemplate transaction;
    private final ContactProfiles profiles;
    private final Recipients recipients;
    private final ChatOwners owners;
    private final Inbox inbox;
    private final Clock clock;

    Takeovers(
            TransactionTemplate transaction,
            ContactProfiles profiles,
            Recipients recipients,
            ChatOwners owners,
            Inbox inbox,
            Clock clock) {
        this.transaction = transaction;
        this.profiles = profiles;
        this.recipients = recipients;
        this.owners = owners;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * @return whose the chat is now; empty when there is no such contact
     * @throws TakenBy when somebody else has it
     */
    Optional<Contact> takeOver(long contactId, String key, String by, StepIn stepIn) {
        return held(contactId, contact -> stepIn(contact, stepIn, by, to -> StaffEcho.takeOver(key, to, by)));
    }

    /** @return empty when there is no such contact */
    Optional<Contact> handBack(long contactId, String key, String by, String how) {
        return held(contactId, contact -> {
            owners.release(contact.id(), by);
            keep(contact, to -> StaffEcho.handBack(key, to, by, how));
        });
    }

    /** In the caller's transaction, who holds the conversation. */
    void stepIn(Contact contact, StepIn stepIn, String by, Function<StaffEcho.To, StaffEcho> echo) {
        if (stepIn == StepIn.NOT) {
            return;
        }
        if (stepIn != StepIn.SILENTLY) {
            owners.take(contact.id(), by, stepIn == StepIn.FROM_ANYBODY).ifPresent(other -> {
                throw new TakenBy(other);
            });
        }
        keep(contact, echo);
    }

    private Optional<Contact> held(long contactId, Consumer<Contact> work) {
        Optional<Contact> contact = profiles.of(contactId).map(ContactProfile::contact);
        contact.ifPresent(found -> {
            transaction.executeWithoutResult(tx -> {
                recipients.hold(List.of(found.id()));
                work.accept(found);
            });
            inbox.alert();
        });
        return contact;
    }

    /** Nobody can be told from nobody: a person who was erased has no conversation to go on with. */
    private void keep(Contact contact, Function<StaffEcho.To, StaffEcho> made) {
        if (contact.phone() == null && contact.userId() == null) {
            throw CannotSay.now("This person was erased: there is no conversation to go on with.");
        }
        StaffEcho echo = made.apply(new StaffEcho.To(contact.phone(), contact.userId(), clock.instant()));
        inbox.add(contact.id(), echo.id(), echo.json(), clock.instant());
    }
}
