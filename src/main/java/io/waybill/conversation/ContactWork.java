package io.waybill.conversation;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.ErpReply;
import io.waybill.flow.Event;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.inbox.Claim;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Answers what waits of one claimed contact: first a write whose end is not known, then the messages in order, or what is to be
 * done because none came.
 */
final class ContactWork {

    private static final Logger log = LoggerFactory.getLogger(ContactWork.class);

    private final Surroundings around;
    private final Writes writes;
    private final Claim claim;
    private final long contact;
    private final ContactTurns turns;
    private final WritesBehind behind;

    ContactWork(Surroundings around, Claim claim) {
        this.around = around;
        this.writes = new Writes(around);
        this.claim = claim;
        this.contact = claim.contact().id();
        this.turns = new ContactTurns(around, writes, claim);
        this.behind = new WritesBehind(around, writes, turns);
    }

    /** Works until nothing waits or the claim is lost; never throws. */
    void run() {
        try {
            resolve();
            List<Claim.Pending> messages = claim.messages();
            if (turns.held() && messages.isEmpty()) {
                withoutMessage();
                messages = turns.held() ? around.claims().next(claim) : List.of();
            }
            while (!messages.isEmpty()) {
                for (Claim.Pending message : messages) {
                    answer(message);
                }
                messages = turns.held() ? around.claims().next(claim) : List.of();
            }
            if (turns.held()) {
                around.claims().release(claim, Instant.EPOCH);
            }
        } catch (ContactTurns.ClaimLost e) {
            log.warn("Contact {} was taken over by another node.", contact);
        } catch (DataAccessException | TransactionException e) {
            log.error("Contact {} waits for the database: {}", contact, reason(e));
            giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Contact {} waits because of an error of ours.", contact, e);
            giveBack();
        } finally {
            MDC.remove("trace");
        }
    }

    private void giveBack() {
        around.claims().giveBack(claim, around.now().plus(around.pauseAfterTrouble()));
    }

    private static String reason(NestedRuntimeException e) {
        return String.valueOf(e.getMostSpecificCause().getMessage());
    }

    private void answer(Claim.Pending pending) throws InterruptedException {
        Content content = pending.message().content();
        TurnDraft draft = turns.draft(pending.trace());
        String wamid = pending.message().id();
        if (turns.isErased()) {
            draft.buries(wamid, "Whoever wrote it was erased.");
            turns.commit(draft, false);
            return;
        }
        draft.sees(content, around.now());
        if (content.isSaid()) {
            try {
                turns.hears(pending);
            } catch (DataIntegrityViolationException e) {
                // What is kept of an order cannot be looked into, however often it is tried.
                bury(draft, wamid, e);
                return;
            }
            turns.opens(draft);
        } else if (!(content instanceof Content.StaffMessage || content instanceof Content.HandBack)) {
            draft.answers(wamid);
            turns.commit(draft, false);
            return;
        }
        FlowEngine engine = turns.engine();
        Turn turn;
        try {
            turn = turns.advance(engine, event(pending.message()), draft);
        } catch (RuntimeException e) {
            bury(draft, wamid, e);
            return;
        }
        draft.answers(wamid);
        turns.desk().heard(content, turns.session(), turn.session(), draft);
        turns.settle(turn, draft);
        around.meters().answered(pending.receivedAt());
    }

    private Event event(InboundMessage message) {
        return switch (message.content()) {
            case Content.StaffMessage staff ->
                new Event.StaffWrote(message.sentAt().plus(around.staffPause()));
            case Content.HandBack back -> new Event.HandedBack(Event.How.valueOf(back.how()));
            default -> new Event.Received(message);
        };
    }

    /** A message that breaks the engine must not block the contact: it is put aside, and a person is told. */
    private void bury(TurnDraft draft, String wamid, RuntimeException error) throws InterruptedException {
        log.error("Message {} of contact {} cannot be answered.", wamid, contact, error);
        draft.buries(wamid, error.toString());
        draft.incident("message " + wamid, "It could not be answered: " + error, around.now());
        turns.apologise(draft);
        turns.commit(draft, false);
    }

    /** Finds out how a write ended that a crash or a lost answer left open. */
    private void resolve() throws InterruptedException {
        Optional<String> key = Sessions.writeWaitedFor(turns.session());
        if (key.isEmpty()) {
            return;
        }
        Entry entry = around.ledger().unresolved(contact).stream()
                .filter(open -> open.key().equals(key.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Contact %d waits for a write that the ledger does not know.".formatted(contact)));
        if (!writes.isDue(entry)) {
            return;
        }
        TurnDraft draft = draftFor(entry);
        Optional<Writes.Tried> tried = writes.tryAgain(entry, draft);
        if (tried.isPresent()) {
            turns.settle(turns.ended(tried.get().entry(), tried.get().reply(), draft), draft);
        } else {
            giveUp(entry, draft);
        }
    }

    private TurnDraft draftFor(Entry entry) {
        return turns.draft("ledger-" + entry.key());
    }

    private void withoutMessage() throws InterruptedException {
        if (Sessions.writeWaitedFor(turns.session()).isPresent()) {
            return;
        }
        behind.settle();
        behind.doWhatWasAsked();
        List<PaymentCallbacks.Told> told = around.payments().of(contact);
        if (!told.isEmpty() && lookAtPayments(told)) {
            return;
        }
        Carts.Stage stage = around.carts().stage(contact);
        if (stage != Carts.Stage.QUIET && !Carts.hasOpen(turns.session())) {
            forgetCart();
            return;
        }
        switch (stage) {
            case QUIET -> wake();
            case REMIND -> remindOfCart();
            case DROP -> dropCart();
        }
    }

    private void forgetCart() throws InterruptedException {
        TurnDraft draft = draft("cart");
        draft.cart(Carts.Change.gone(contact));
        turns.commit(draft, false);
    }

    /** Once for a cart, whatever comes of it: what is committed says so. */
    private void remindOfCart() throws InterruptedException {
        TurnDraft draft = draft("cart");
        draft.cart(Carts.Change.reminded(contact));
        if (turns.windowOpen()) {
            happens(new Event.CartLeft(), "cart", draft, turns.session());
        } else {
            remindByTemplate(draft);
        }
    }

    /** Where the engine would say something now; its question is not put, since the template's button goes on with the one that stands. */
    private void remindByTemplate(TurnDraft draft) throws InterruptedException {
        Optional<Reply> template = around.carts().reminder(turns.language());
        if (template.isPresent()) {
            FlowEngine engine = turns.engine();
            if (tried(() -> turns.wouldSay(engine, new Event.CartLeft()), "cart", draft)
                    .orElse(false)) {
                turns.say(draft, template.get());
            }
        }
        turns.commit(draft, false);
    }

    private void dropCart() throws InterruptedException {
        TurnDraft draft = draft("cart");
        draft.cart(Carts.Change.putOff(contact));
        happens(new Event.CartDropped(), "cart", draft, turns.session());
    }

    /**
     * The first commit of the turn takes the news out: whatever breaks before it, they are looked at again.
     *
     * @return false when nobody can tell what became of any of them, so that they wait, and nothing else has to
     */
    private boolean lookAtPayments(List<PaymentCallbacks.Told> told) throws InterruptedException {
        TurnDraft draft = draft("payment");
        List<PaymentCallbacks.Told> unclear = behind.lookAt(told, draft);
        List<PaymentCallbacks.Told> looked =
                told.stream().filter(one -> !unclear.contains(one)).toList();
        if (looked.isEmpty()) {
            turns.commit(draft, true);
            return false;
        }
        draft.looksAt(looked);
        happens(new Event.PaymentTold(), "payment", draft, turns.session());
        return true;
    }

    /** Commits even when it is too early, which says when it will be time. */
    private void wake() throws InterruptedException {
        happens(new Event.TimePassed(), "timer", draft("timer"), turns.session().withoutWaking());
    }

    private TurnDraft draft(String cause) {
        Session session = turns.session();
        return turns.draft("%s-%s.%d".formatted(cause, session.id(), session.visit()));
    }

    /** @param otherwise how the session stands when this breaks the engine */
    private void happens(Event event, String where, TurnDraft draft, Session otherwise) throws InterruptedException {
        FlowEngine engine = turns.engine();
        Turn turn = tried(() -> turns.advance(engine, event, draft), where, draft)
                .orElseGet(() -> new Turn(otherwise, List.of()));
        turns.settle(turn, draft);
    }

    /** Empty when it breaks the engine, which people are told. */
    private <T> Optional<T> tried(Supplier<T> turn, String where, TurnDraft draft) {
        try {
            return Optional.of(turn.get());
        } catch (RuntimeException e) {
            log.error("{} of contact {} cannot be answered.", draft.trace(), contact, e);
            draft.incident(where, "It could not be answered: " + e, around.now());
            return Optional.empty();
        }
    }

    /** After a crash the customer has not been told yet that an answer is missing. */
    private void giveUp(Entry entry, TurnDraft draft) throws InterruptedException {
        Entry given = writes.forAPerson(entry, draft);
        draft.writes(given);
        String reason = String.valueOf(given.reason());
        if (!Sessions.knowsOfDoubt(turns.session())) {
            Turn told = turns.advance(ContactTurns.answer(entry, new ErpReply.Unknown(reason)), draft);
            if (Sessions.writeWaitedFor(told.session()).isEmpty()) {
                turns.settle(told, draft);
                return;
            }
            turns.take(told, draft);
        }
        turns.settle(turns.advance(new Event.GivenUp(entry.key(), reason), draft), draft);
    }
}
