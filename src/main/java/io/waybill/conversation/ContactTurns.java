package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.Attempt;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.World;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Claim.OrderReference;
import io.waybill.inbox.Contact;
import io.waybill.inbox.Source;
import io.waybill.message.Reply;
import io.waybill.order.NewOrder;
import io.waybill.order.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The turns of one claimed contact: what comes of an event is said, asked of the ERP and committed.
 *
 * <p>A turn that writes to the ERP is committed in parts: with the ledger row before the call, and with the answer after it. A
 * crash at any moment leaves either no row, or a row that says what may have been executed.
 */
final class ContactTurns {

    private static final Logger log = LoggerFactory.getLogger(ContactTurns.class);
    /** A flow has at most 50 steps a turn, and each answer of the ERP is a turn: this bounds them together. */
    private static final int MAX_ROUNDS = 100;

    private static final String CIRCLE =
            "The flow asked the ERP %d times without a question to the customer: it runs in a circle."
                    .formatted(MAX_ROUNDS);
    private static final Reply SORRY =
            new Reply.Text("Sorry, something went wrong on our side. A colleague will look at it.");

    private final Surroundings around;
    private final Writes writes;
    private final Claim claim;
    private final DeskNews desk;
    private Contact contact;
    private Session session;
    /** The session as the database has it. */
    private Session committed;

    private Patience patience = Patience.ENDLESS;
    private @Nullable OrderReference lastOrder;
    private @Nullable Instant lastMessageAt;
    private @Nullable Source source;
    private World.@Nullable TappedOrder tapped;
    private boolean held = true;

    ContactTurns(Surroundings around, Writes writes, Claim claim) {
        this.around = around;
        this.writes = writes;
        this.claim = claim;
        this.contact = claim.contact();
        this.desk = new DeskNews(around, this, contact.id());
        this.session = around.sessions().read(claim.session());
        this.committed = session;
        this.lastOrder = claim.lastOrder();
        this.lastMessageAt = claim.lastMessageAt();
        this.source = claim.source();
    }

    Session session() {
        return session;
    }

    /** Another node may have known them a little longer than they were known. */
    boolean isErased() {
        return contact.phone() == null && contact.userId() == null;
    }

    /** False once a commit has given the contact back. */
    boolean held() {
        return held;
    }

    DeskNews desk() {
        return desk;
    }

    /** From now on somebody waits, who wrote this. */
    void hears(Claim.Pending pending) {
        patience = around.patience(pending.message());
        tapped = around.tapped(contact, pending.message(), session.waiting(), lastMessageAt);
        source = Source.last(source, pending.message());
        Instant written = around.windowTime(pending);
        lastMessageAt = lastMessageAt == null || written.isAfter(lastMessageAt) ? written : lastMessageAt;
    }

    /** An order that was made elsewhere led here: from now on it is what the customer means by their order. */
    void opens(TurnDraft draft) {
        if (tapped != null && tapped.link() != null) {
            World.OrderReference order = tapped.reference();
            lastOrder = new OrderReference(order.externalOrderId(), order.orderNumber());
            draft.ordered(lastOrder);
            draft.opens(
                    new TurnCommit.Opened(order.externalOrderId(), tapped.link().own()));
        }
    }

    Contact contact() {
        return contact;
    }

    TurnDraft draft(String trace) {
        MDC.put("trace", trace);
        return new TurnDraft(contact, trace, around.words());
    }

    void apologise(TurnDraft draft) {
        say(draft, SORRY);
    }

    /** Does what the turn asks for until it needs nothing more from the ERP, and commits. */
    void settle(Turn first, TurnDraft draft) throws InterruptedException {
        Turn turn = first;
        for (int round = 1; ; round++) {
            take(turn, draft);
            Optional<Effect.Fetch> fetch = fetch(turn);
            if (fetch.isPresent()) {
                turn = advance(fetched(fetch.get()), draft);
                continue;
            }
            List<Effect.Call> calls = calls(turn);
            if (calls.isEmpty()) {
                commit(draft, false);
                return;
            }
            if (round > MAX_ROUNDS) {
                draft.incident("flow", CIRCLE, around.now());
                say(draft, SORRY);
                turn = advance(new Event.GivenUp(calls.getFirst().key(), CIRCLE), draft);
            } else if (calls.getFirst().operation().writes()) {
                Entry entry = writes.open(contact.id(), calls.getFirst());
                draft.writes(entry);
                commit(draft, true);
                turn = write(entry, draft);
            } else {
                turn = advance(new Event.Answered(read(calls, draft)), draft);
            }
        }
    }

    /** After a crash before the commit the message is answered again, and finds the file already here. */
    private Event.Fetched fetched(Effect.Fetch fetch) {
        return new Event.Fetched(
                fetch.key(), around.files().fetch(contact.id(), contact.phoneNumberId(), fetch.file()));
    }

    private static Optional<Effect.Fetch> fetch(Turn turn) {
        return turn.effects().stream()
                .filter(Effect.Fetch.class::isInstance)
                .map(Effect.Fetch.class::cast)
                .findFirst();
    }

    /** Asks the ERP, and notes what it says of orders. */
    List<Event.Answer> read(List<Effect.Call> calls, TurnDraft draft) throws InterruptedException {
        return patience.ask(() -> around.reads().all(calls), this::sayToWait).stream()
                .map(done -> {
                    Effect.Call call = done.call();
                    draft.called(
                            call.operation().name(),
                            Writes.outcome(done.answer().reply()),
                            Writes.reason(done.answer().reply()),
                            done.answer().exchanges(),
                            around.now());
                    OrderWitness.report(
                                    call.operation(),
                                    call.request(),
                                    done.answer().reply(),
                                    Origin.FLOW,
                                    around.now())
                            .ifPresent(draft::reports);
                    return new Event.Answer(call.key(), done.answer().reply());
                })
                .toList();
    }

    /** Calls the ERP for a ledger row that is committed, and takes the answer into the session. */
    private Turn write(Entry entry, TurnDraft draft) throws InterruptedException {
        ErpAnswer answer = patience.ask(() -> writes.ask(entry, Attempt.Kind.FIRST), this::sayToWait);
        return ended(entry, writes.proven(entry, answer, draft), draft);
    }

    /** Goes out at once; the turn that waits for the ERP is not changed by it. */
    private void sayToWait() throws InterruptedException {
        TurnDraft draft = draft(String.valueOf(MDC.get("trace")));
        say(draft, engine().wait(session, facts()));
        around.turns().commit(draft.take(claim, committed, true)).orElseThrow(ClaimLost::new);
    }

    /** Takes the end of a write into the ledger and the session. */
    Turn ended(Entry entry, ErpReply reply, TurnDraft draft) {
        if (entry.operation() == ErpOperation.CREATE_ORDER && reply instanceof ErpReply.Ok ok) {
            desk.ordered(session, draft);
            begins(
                    OrderWitness.made(entry, around.request(entry), ok.body(), NewOrder.Source.WHATSAPP, around.now()),
                    entry,
                    ok.body(),
                    draft);
        }
        if (entry.operation() == ErpOperation.CONFIRM_ORDER && reply instanceof ErpReply.Ok ok) {
            renumbered(ok.body().path("order_number").textValue(), draft);
        }
        Turn turn = advance(answer(entry, reply), draft);
        draft.writes(writes.ended(entry, reply, draft));
        return turn;
    }

    /** The ERP has an order of this customer now. */
    void begins(NewOrder order, Entry entry, JsonNode answer, TurnDraft draft) {
        draft.begins(order);
        lastOrder = new OrderReference(order.externalOrderId(), order.orderNumber());
        draft.ordered(lastOrder);
        around.news()
                .ordered(
                        around.chatOrders().made(contact, session, lastMessageAt, around.request(entry), answer),
                        order.status())
                .ifPresent(draft::tells);
    }

    /** Some ERPs number an order only when it is confirmed. */
    private void renumbered(@Nullable String number, TurnDraft draft) {
        if (number != null && lastOrder != null) {
            lastOrder = new OrderReference(lastOrder.externalOrderId(), number);
            draft.ordered(lastOrder);
        }
    }

    static Event answer(Entry entry, ErpReply reply) {
        return new Event.Answered(List.of(new Event.Answer(entry.key(), reply)));
    }

    Turn advance(Event event, TurnDraft draft) {
        return advance(engine(), event, draft);
    }

    Turn advance(FlowEngine engine, Event event, TurnDraft draft) {
        World world = facts();
        Turn turn = engine.advance(session, event, world);
        draft.turned(around.recorder(), session, event, world, engine.flows(), turn);
        draft.forgets(session, turn.session());
        return turn;
    }

    /** Whether something would be said; nothing comes of it. */
    boolean wouldSay(FlowEngine engine, Event event) {
        return engine.advance(session, event, facts()).effects().stream().anyMatch(Effect.Send.class::isInstance);
    }

    /** May ask the database for an old revision; that it does not answer is no fault of the message. */
    FlowEngine engine() {
        return around.flows().engineFor(session);
    }

    private World facts() {
        return around.facts(contact, lastOrder, source).with(tapped);
    }

    void take(Turn turn, TurnDraft draft) {
        session = turn.session();
        contact = around.withWhatFlowLearned(contact, session);
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Send send -> say(draft, send.reply());
                case Effect.HandOver handOver -> {
                    draft.handedOver(handOver.reason(), around.now());
                    desk.handedOver(handOver.reason(), session, draft);
                }
                case Effect.Incident incident -> {
                    log.warn("Contact {}: {}: {}", contact.id(), incident.where(), incident.what());
                    draft.incident(incident.where(), incident.what(), around.now());
                }
                case Effect.Unmatched unmatched -> draft.unmatched(unmatched, around.now());
                case Effect.Result result -> draft.results(result, around.now());
                case Effect.Call call -> {}
                case Effect.Fetch fetch -> {}
            }
        }
    }

    /** That they are spoken to in. */
    String language() {
        String chosen = session.language() == null ? HomeLanguage.of(contact) : session.language();
        return chosen == null ? engine().flows().language() : chosen;
    }

    boolean windowOpen() {
        return around.windowOpen(lastMessageAt);
    }

    /** To nobody who was erased. */
    void say(TurnDraft draft, Reply reply) {
        if (isErased()) {
            return;
        }
        draft.says(reply, around.recipient(contact), around.windowOpen(lastMessageAt), around.templates());
    }

    void commit(TurnDraft draft, boolean hold) throws InterruptedException {
        Carts.change(contact.id(), committed, session).ifPresent(draft::cart);
        int waiting = around.turns().commit(draft.take(claim, session, hold)).orElseThrow(ClaimLost::new);
        committed = session;
        held = hold || waiting > 0;
    }

    private static List<Effect.Call> calls(Turn turn) {
        return turn.effects().stream()
                .filter(Effect.Call.class::isInstance)
                .map(Effect.Call.class::cast)
                .toList();
    }

    /** Another node has the contact now; nothing of this turn was written. */
    static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
