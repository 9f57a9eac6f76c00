package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.checkout.Placement;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.Attempt;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.flow.Effect;
import io.waybill.inbox.PaymentCallbacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes that no flow of this contact waits for: what people and programs asked for, and what a flow went on without. */
final class WritesBehind {

    private static final String PAYMENT = "payment.";

    private final Surroundings around;
    private final Writes writes;
    private final ContactTurns turns;
    private final OrderPlacing placing;

    WritesBehind(Surroundings around, Writes writes, ContactTurns turns) {
        this.around = around;
        this.writes = writes;
        this.turns = turns;
        this.placing = new OrderPlacing(around, writes, turns);
    }

    /** Finds out how those ended that a crash or a lost answer left open. */
    void settle() throws InterruptedException {
        for (Entry entry : around.ledger().unresolved(turns.contact().id())) {
            if (writes.isDue(entry)) {
                TurnDraft draft = turns.draft("ledger-" + entry.key());
                Optional<Writes.Tried> tried = writes.tryAgain(entry, draft);
                if (tried.isPresent()) {
                    ended(tried.get().entry(), tried.get().reply(), draft);
                } else {
                    giveUp(entry, draft);
                }
                turns.commit(draft, true);
            }
        }
    }

    /** Does what waits to be done, oldest first. */
    void doWhatWasAsked() throws InterruptedException {
        long contact = turns.contact().id();
        for (StaffActions.Action action : around.staff().of(contact)) {
            doWhatStaffAsked(action);
        }
        for (Placement placement : around.placing().placements().dueOf(contact)) {
            placing.place(placement);
        }
    }

    /**
     * No flow waits for payments that programs asked for: what became of them is asked here.
     *
     * @return those of {@code told} that nobody can tell about now; they are looked at again
     */
    List<PaymentCallbacks.Told> lookAt(List<PaymentCallbacks.Told> told, TurnDraft draft) throws InterruptedException {
        List<String> ids = told.stream().map(PaymentCallbacks.Told::paymentId).toList();
        Map<String, PaymentCallbacks.Told> byKey =
                told.stream().collect(Collectors.toMap(WritesBehind::key, one -> one));
        List<Effect.Call> calls = around
                .ledger()
                .ordersOfRequests(turns.contact().id(), ids)
                .entrySet()
                .stream()
                .map(payment -> new Effect.Call(
                        PAYMENT + payment.getKey(),
                        ErpOperation.GET_PAYMENT_STATUS,
                        Json.object()
                                .put("external_order_id", payment.getValue())
                                .put("payment_id", payment.getKey()),
                        true))
                .toList();
        return calls.isEmpty()
                ? List.of()
                : turns.read(calls, draft).stream()
                        .filter(answer ->
                                answer.reply() instanceof ErpReply.Down || answer.reply() instanceof ErpReply.Unknown)
                        .map(answer -> byKey.get(answer.key()))
                        .toList();
    }

    private static String key(PaymentCallbacks.Told payment) {
        return PAYMENT + payment.paymentId();
    }

    /** Kept in the ledger before the call; from then on it ends like any other write that nobody waits for. */
    private void doWhatStaffAsked(StaffActions.Action action) throws InterruptedException {
        TurnDraft draft = turns.draft(action.key());
        Entry entry = writes.open(turns.contact().id(), around.staff().call(action));
        draft.writes(entry);
        draft.takes(action);
        turns.commit(draft, true);
        ended(entry, writes.proven(entry, writes.ask(entry, Attempt.Kind.FIRST), draft), draft);
        turns.commit(draft, true);
    }

    private void ended(Entry entry, ErpReply reply, TurnDraft draft) {
        draft.writes(writes.ended(entry, reply, draft));
        if (Placement.is(entry.key())) {
            placing.ended(entry, reply, draft);
        } else if (isRequestOfAProgram(entry) && reply instanceof ErpReply.Ok(JsonNode body)) {
            String language = turns.session().language();
            PayWording.of(
                            around.request(entry),
                            body,
                            around.chatOrders(),
                            language == null ? HomeLanguage.of(turns.contact()) : language)
                    .ifPresent(message -> turns.say(draft, message));
        }
    }

    private static boolean isRequestOfAProgram(Entry entry) {
        return entry.operation() == ErpOperation.REQUEST_PAYMENT && StaffActions.Action.is(entry.key());
    }

    private void giveUp(Entry entry, TurnDraft draft) {
        Entry given = writes.forAPerson(entry, draft);
        draft.writes(given);
        if (Placement.is(entry.key())) {
            placing.forAPerson(entry, String.valueOf(given.reason()), draft);
        }
    }
}
