package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.checkout.Placement;
import io.waybill.checkout.Placement.Outcome;
import io.waybill.checkout.Placement.Step;
import io.waybill.checkout.Placements;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.Attempt;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Money;
import io.waybill.flow.Effect;
import io.waybill.flow.Waiting;
import io.waybill.flow.World;
import io.waybill.message.Reply;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes orders that others asked for on behalf of the customer: each call has its row in the ledger before it is made, and what it
 * came to is one commit with what follows from it.
 */
final class OrderPlacing {

    private final Surroundings around;
    private final Writes writes;
    private final ContactTurns turns;

    OrderPlacing(Surroundings around, Writes writes, ContactTurns turns) {
        this.around = around;
        this.writes = writes;
        this.turns = turns;
    }

    /** Asks the ERP for one thing after the other, as far as it gets. */
    void place(Placement placement) throws InterruptedException {
        Placement now = placement;
        if (now.outcome() == Outcome.MANUAL && now.next() != null) {
            now = decided(now, now.next());
        }
        while (now.next() != null) {
            now = ask(now, now.next());
        }
        Instant remindAt = now.remindAt();
        if (remindAt != null && !remindAt.isAfter(around.now())) {
            remind(now);
        }
    }

    private Placement ask(Placement placement, Step step) throws InterruptedException {
        Entry entry = entry(placement, step);
        TurnDraft draft = turns.draft(entry.key());
        draft.writes(entry);
        draft.places(placement.asked());
        turns.commit(draft, true);
        ErpReply reply = writes.proven(entry, writes.ask(entry, Attempt.Kind.FIRST), draft);
        Placement after = ended(placement.asked(), step, entry, reply, draft);
        draft.writes(writes.ended(entry, reply, draft));
        turns.commit(draft, true);
        return after;
    }

    private Entry entry(Placement placement, Step step) {
        return writes.open(
                turns.contact().id(),
                new Effect.Call(placement.key(step), step.operation(), placement.request(step), true));
    }

    /** A step has ended whose end was not known for a while. */
    void ended(Entry entry, ErpReply reply, TurnDraft draft) {
        asked(entry).ifPresent(asked -> ended(asked.placement(), asked.step(), entry, reply, draft));
    }

    /** A step has to be looked up by a person. */
    void forAPerson(Entry entry, String reason, TurnDraft draft) {
        asked(entry).ifPresent(asked -> draft.places(asked.placement().forAPerson(asked.step(), reason)));
    }

    private Optional<Placements.Asked> asked(Entry entry) {
        return around.placing().placements().of(entry.key());
    }

    /** The ledger has it from the person; what follows from it does not happen until now. */
    private Placement decided(Placement placement, Step step) throws InterruptedException {
        Entry entry = entry(placement, step);
        TurnDraft draft = turns.draft(entry.key());
        ErpReply reply = around.decided(entry)
                .orElseThrow(() -> new IllegalStateException("Nobody has decided about %s.".formatted(entry.key())));
        Placement after = ended(placement.asked(), step, entry, reply, draft);
        turns.commit(draft, true);
        return after;
    }

    private Placement ended(Placement placement, Step step, Entry entry, ErpReply reply, TurnDraft draft) {
        Placement after = placement.after(step, reply, around.erp().available().contains(ErpOperation.SET_ADDRESS));
        if (step == Step.ORDER && reply instanceof ErpReply.Ok(JsonNode body)) {
            after = made(after, entry, body, draft);
        }
        draft.places(after);
        return after;
    }

    private Placement made(Placement placement, Entry entry, JsonNode answer, TurnDraft draft) {
        NewOrder order = OrderWitness.made(entry, around.request(entry), answer, placement.source(), around.now());
        turns.begins(placement.hasLink() ? order.forgottenAt(forgottenAt()) : order, entry, answer, draft);
        Optional<BigDecimal> other = placement.otherTotal();
        if (other.isPresent()) {
            draft.incident(entry.operation().name(), differs(placement, other.get()), around.now());
            return placement;
        }
        return placement.wanted().cod() ? asksToConfirm(placement, entry, draft) : placement;
    }

    private Instant forgottenAt() {
        return around.now().plus(around.placing().settings().forgottenAfter());
    }

    private static String differs(Placement placement, BigDecimal other) {
        String currency = placement.wanted().quote().currency();
        return "The ERP has the order %s with a total of %s, but %s was agreed on. Look there; the customer is not asked to confirm it."
                .formatted(
                        Objects.requireNonNull(placement.order()).externalOrderId(),
                        Money.format(other, currency, "en"),
                        Money.format(placement.wanted().quote().total(), currency, "en"));
    }

    private Placement asksToConfirm(Placement placement, Entry entry, TurnDraft draft) {
        Optional<Reply> question = around.placing().cod().confirm(placement, language(placement), storeName());
        if (question.isEmpty()) {
            draft.incident(
                    entry.operation().name(),
                    "The customer cannot be asked to confirm this order: buttons do not take the ERP's id of it.",
                    around.now());
            return placement;
        }
        turns.say(draft, question.get());
        return around.placing().settings().remindAfter().isZero()
                ? placement
                : placement.remindedAt(
                        around.now().plus(around.placing().settings().remindAfter()));
    }

    /** Once, and only while the order waits for the customer and nobody else talks to them. */
    private void remind(Placement placement) throws InterruptedException {
        TurnDraft draft = turns.draft(placement.id() + ".remind");
        if (isStillWaiting(placement) && !(turns.session().waiting() instanceof Waiting.HandedOver)) {
            around.placing()
                    .cod()
                    .remind(placement, language(placement), storeName())
                    .ifPresent(question -> turns.say(draft, question));
        }
        draft.places(placement.remindedAt(null));
        turns.commit(draft, true);
    }

    private boolean isStillWaiting(Placement placement) {
        String order = Objects.requireNonNull(placement.order()).externalOrderId();
        boolean settled = around.orders()
                .tapped(placement.contactId(), order)
                .map(World.TappedOrder::settled)
                .isPresent();
        return !settled
                && around.placing()
                        .desk()
                        .find(order)
                        .filter(known ->
                                known.status() == OrderStatus.RECEIVED || known.status() == OrderStatus.PENDING)
                        .isPresent();
    }

    private String language(Placement placement) {
        String chosen = turns.session().language();
        String said = chosen == null ? placement.wanted().language() : chosen;
        String known = said == null ? HomeLanguage.of(turns.contact()) : said;
        return known == null ? "en" : known;
    }

    private @Nullable String storeName() {
        return around.stores().of(turns.contact().phoneNumberId()).name();
    }
}
