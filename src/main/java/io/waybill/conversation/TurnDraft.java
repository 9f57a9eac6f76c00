package io.waybill.conversation;

import io.waybill.checkout.Placement;
import io.waybill.desk.ChatNews;
import io.waybill.erp.ErpExchange;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.Flows;
import io.waybill.flow.Session;
import io.waybill.flow.Turn;
import io.waybill.flow.World;
import io.waybill.flow.replay.Parts;
import io.waybill.flow.replay.TurnRecorder;
import io.waybill.hook.HookEvent;
import io.waybill.inbox.Claim;
import io.waybill.inbox.Claim.OrderReference;
import io.waybill.inbox.Completion;
import io.waybill.inbox.Contact;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderNews;
import io.waybill.order.OrderReport;
import io.waybill.outbox.OutboxMessage;
import io.waybill.whatsapp.MessagePayload;
import io.waybill.whatsapp.Recipient;
import io.waybill.whatsapp.RenderResult;
import io.waybill.whatsapp.Templates;
import io.waybill.whatsapp.WireMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a turn changes until it is committed. */
final class TurnDraft {

    /** Longer ones are alike to no other. */
    private static final int UNMATCHED_MAX = 300;

    private final Contact contact;
    private final String trace;
    private final JournalWords words;
    private final List<OutboxMessage.Draft> replies = new ArrayList<>();
    private final List<OutboxMessage.Draft> tooLate = new ArrayList<>();
    private final List<Ledger.Entry> ledger = new ArrayList<>();
    private final List<Journal.Entry> journal = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, String> buried = new HashMap<>();
    private final List<Reservations.Forgotten> forgotten = new ArrayList<>();
    private final List<PaymentCallbacks.Told> payments = new ArrayList<>();
    private final List<OrderNews.News> news = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<NewOrder> begun = new ArrayList<>();
    private final List<Placement> placed = new ArrayList<>();
    private final List<TurnCommit.Opened> opened = new ArrayList<>();
    private final List<OrderReport> reports = new ArrayList<>();
    private final List<HookEvent> events = new ArrayList<>();
    private final List<ChatNews> desk = new ArrayList<>();
    private final List<Carts.Change> carts = new ArrayList<>();
    private final List<FlowResults.Result> results = new ArrayList<>();
    private @Nullable OrderReference lastOrder;
    private Parts parts = new Parts();

    TurnDraft(Contact contact, String trace, JournalWords words) {
        this.contact = contact;
        this.trace = trace;
        this.words = words;
    }

    String trace() {
        return trace;
    }

    void answers(String wamid) {
        done.add(wamid);
    }

    void looksAt(List<PaymentCallbacks.Told> told) {
        payments.addAll(told);
    }

    /** From now on the ledger has it. */
    void takes(StaffActions.Action action) {
        taken.add(action.key());
    }

    void buries(String wamid, String reason) {
        done.add(wamid);
        buried.put(wamid, reason);
    }

    /** Renders {@code reply} within WhatsApp's limits; outside the customer service window only templates can go. */
    void says(Reply reply, Recipient to, boolean windowOpen, Templates templates) {
        switch (MessagePayload.render(reply, to, windowOpen, templates)) {
            case RenderResult.Messages(List<WireMessage> messages) ->
                messages.forEach(message -> replies.add(kept(message)));
            case RenderResult.WindowClosed(List<WireMessage> messages) ->
                messages.forEach(message -> tooLate.add(kept(message)));
        }
    }

    private OutboxMessage.Draft kept(WireMessage message) {
        return new OutboxMessage.Draft(contact.id(), contact.phoneNumberId(), trace, message.json());
    }

    void writes(Ledger.Entry entry) {
        ledger.removeIf(earlier -> earlier.key().equals(entry.key()));
        ledger.add(entry);
    }

    /** Goes out before what the turn says. */
    void tells(OrderNews.News told) {
        news.add(told);
    }

    /** The ERP has an order now. */
    void begins(NewOrder order) {
        begun.add(order);
    }

    /** An order that others made for the customer has come so far. */
    void places(Placement placement) {
        placed.removeIf(earlier -> earlier.id().equals(placement.id()));
        placed.add(placement);
    }

    void opens(TurnCommit.Opened order) {
        opened.add(order);
    }

    void reports(OrderReport report) {
        reports.add(report);
    }

    /** For servers of integrators. */
    void publishes(HookEvent event) {
        events.add(event);
    }

    /** For the people at the desk. */
    void desk(ChatNews news) {
        desk.add(news);
    }

    void cart(Carts.Change change) {
        carts.add(change);
    }

    void results(Effect.Result result, Instant now) {
        results.add(new FlowResults.Result(
                contact.id(), result.flow(), result.revision(), result.kind(), result.values(), now));
    }

    void ordered(OrderReference order) {
        lastOrder = order;
    }

    /** What is held for an order that is not made in this conversation any more is to be let go of. */
    void forgets(Session before, Session after) {
        String held = before.variable(Reservations.VARIABLE).textValue();
        if (held != null && !held.equals(after.variable(Reservations.VARIABLE).textValue())) {
            forgotten.add(new Reservations.Forgotten(contact.id(), held));
        }
    }

    void called(String operation, String outcome, @Nullable String detail, List<ErpExchange> exchanges, Instant now) {
        add(now, "erp", words.erp(operation, outcome, detail, exchanges));
    }

    void incident(String where, String what, Instant now) {
        add(now, "incident", words.incident(where, what));
    }

    void handedOver(String reason, Instant now) {
        add(now, "handover", words.handOver(reason));
        publishes(ConversationEvents.handover(contact, reason, now));
    }

    void sees(Content content, Instant now) {
        Seen.in(content).ifPresent(seen -> add(now, "seen", words.seen(seen)));
    }

    void unmatched(Effect.Unmatched unmatched, Instant now) {
        // A text with U+0000 is JSON that PostgreSQL cannot look into.
        String text = unmatched.text().replace("\u0000", "").strip();
        int end = text.offsetByCodePoints(0, Math.min(UNMATCHED_MAX, text.codePointCount(0, text.length())));
        add(now, "unmatched", words.unmatched(unmatched.flow(), unmatched.step(), text.substring(0, end)));
    }

    /** Keeps what the engine was given, so that the conversation can be replayed. */
    void turned(TurnRecorder recorder, Session before, Event event, World world, Flows flows, Turn turn) {
        add(world.now(), Journal.TURN, recorder.record(before, event, world, flows, turn, parts));
    }

    private void add(Instant now, String kind, String body) {
        journal.add(new Journal.Entry(contact.id(), now, trace, kind, body));
    }

    /** What was collected, as one commit; starts anew. */
    TurnCommit take(Claim claim, Session session, boolean hold) {
        TurnCommit commit = new TurnCommit(
                new Completion(
                        contact.id(),
                        claim.lease(),
                        session.toJson(),
                        List.copyOf(done),
                        hold,
                        session.wakesAt().orElse(null),
                        session.queuedAt().orElse(null),
                        lastOrder),
                List.copyOf(taken),
                List.copyOf(begun),
                List.copyOf(placed),
                List.copyOf(opened),
                List.copyOf(reports),
                List.copyOf(news),
                List.copyOf(events),
                List.copyOf(results),
                List.copyOf(replies),
                List.copyOf(tooLate),
                List.copyOf(ledger),
                List.copyOf(journal),
                parts,
                Map.copyOf(buried),
                List.copyOf(forgotten),
                List.copyOf(payments),
                List.copyOf(desk),
                List.copyOf(carts));
        taken.clear();
        begun.clear();
        placed.clear();
        opened.clear();
        reports.clear();
        news.clear();
        events.clear();
        results.clear();
        replies.clear();
        tooLate.clear();
        ledger.clear();
        journal.clear();
        parts = new Parts();
        done.clear();
        buried.clear();
        forgotten.clear();
        payments.clear();
        desk.clear();
        carts.clear();
        return commit;
    }
}
