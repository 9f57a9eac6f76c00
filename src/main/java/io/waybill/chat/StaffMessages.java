package io.waybill.chat;

import io.waybill.catalog.EnabledProducts;
import io.waybill.inbox.ContactProfile;
import io.waybill.inbox.ContactProfiles;
import io.waybill.inbox.Contacts;
import io.waybill.inbox.Inbox;
import io.waybill.outbox.OutboxMessage;
import io.waybill.outbox.Posting;
import io.waybill.outbox.Recipients;
import io.waybill.whatsapp.StaffEcho;
import io.waybill.whatsapp.WireMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Says to customers what people and machines want to say, once for each key, and lets the flow be silent meanwhile. */
final class StaffMessages {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Contacts contacts;
    private final ContactProfiles profiles;
    private final Recipients recipients;
    private final Inbox inbox;
    private final Takeovers takeovers;
    private final Posting posting;
    private final Wording wording;
    private final ReplyHold holds;
    private final EnabledProducts products;
    private final Clock clock;

    StaffMessages(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Contacts contacts,
            ContactProfiles profiles,
            Recipients recipients,
            Inbox inbox,
            Takeovers takeovers,
            Posting posting,
            Wording wording,
            ReplyHold holds,
            EnabledProducts products,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.contacts = contacts;
        this.profiles = profiles;
        this.recipients = recipients;
        this.inbox = inbox;
        this.takeovers = takeovers;
        this.posting = posting;
        this.wording = wording;
        this.holds = holds;
        this.products = products;
        this.clock = clock;
    }

    /**
     * @param contactId whom it went to, who may be known by another id than was asked for
     * @param messages their numbers in the outbox
     * @param fresh false when it was said before under the same key
     */
    record Said(long contactId, List<Long> messages, boolean fresh) {}

    /** The contact with this phone, in E.164, made where there is none. */
    long contactAt(String phoneNumberId, String phone) {
        return Objects.requireNonNull(transaction.execute(tx -> contacts.at(phoneNumberId, phone)))
                .id();
    }

    /**
     * Returns once it is kept to be sent.
     *
     * @param key the same words under the same key are said once
     * @param stepIn whether the flow is silent from now on, and whose the chat is
     * @return empty when there is no such contact
     * @throws CannotSay when it cannot go; nothing is sent or paused then
     * @throws TakenBy when somebody else has the chat, with the same
     */
    Optional<Said> say(long contactId, Words words, String key, String by, StepIn stepIn) {
        Optional<ContactProfile> to = profiles.of(contactId);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Words known = words instanceof Words.Product(String id) ? card(id) : words;
        Said said = Objects.requireNonNull(transaction.execute(tx -> keep(to.get(), known, key, by, stepIn)));
        if (stepIn != StepIn.NOT) {
            inbox.alert();
        }
        return Optional.of(said);
    }

    private Words card(String externalProductId) {
        return products.find(externalProductId)
                .map(Words.Card::new)
                .orElseThrow(() -> CannotSay.now(
                        "Customers do not see the product %s now: it is switched off, or the ERP does not sell it or does not answer."
                                .formatted(externalProductId)));
    }

    private Said keep(ContactProfile to, Words words, String key, String by, StepIn stepIn) {
        long contact = to.contact().id();
        Recipients.Known known = recipients.hold(List.of(contact)).getFirst();
        List<Long> before = said(contact, key);
        if (!before.isEmpty()) {
            return new Said(contact, before, false);
        }
        holds.on(contact).ifPresent(held -> {
            throw CannotSay.held(held);
        });
        String trace = "staff-" + key;
        posting.add(wording.messages(words, to, known.lastMessageAt(), known.language()).stream()
                .map(message -> draft(to, trace, message))
                .toList());
        jdbc.sql("""
                        insert into staff_message (contact_id, id, key, said_by, at)
                        select contact_id, id, ?, ?, ? from outbox where contact_id = ? and trace = ?
                        """)
                .params(key, by, Timestamp.from(clock.instant()), contact, trace)
                .update();
        Said said = new Said(contact, said(contact, key), true);
        takeovers.stepIn(
                to.contact(),
                stepIn,
                by,
                echo -> StaffEcho.of(
                        key,
                        echo,
                        "%s, as message %d.%d"
                                .formatted(by, contact, said.messages().getFirst())));
        return said;
    }

    private static OutboxMessage.Draft draft(ContactProfile to, String trace, WireMessage message) {
        return new OutboxMessage.Draft(to.contact().id(), to.contact().phoneNumberId(), trace, message.json());
    }

    private List<Long> said(long contactId, String key) {
        return jdbc.sql("select id from staff_message where contact_id = ? and key = ? order by id")
                .params(contactId, key)
                .query(Long.class)
                .list();
    }
}
