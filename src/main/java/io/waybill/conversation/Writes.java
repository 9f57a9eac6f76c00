package io.waybill.conversation;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.erp.Attempt;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpReply;
import io.waybill.flow.Effect;
import io.waybill.order.Origin;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the ERP, each with the row of the ledger that says what became of it. */
record Writes(Surroundings around) {

    private static final Logger log = LoggerFactory.getLogger(Writes.class);
    private static final String DECIDED = "A person looked up %s in the ERP and said how it ended.";

    /** A write as it was tried again, and what came of it. */
    record Tried(Entry entry, ErpReply reply) {}

    /** The row to commit before {@code call} is made. */
    Entry open(long contactId, Effect.Call call) {
        return new Entry(
                contactId,
                call.key(),
                call.operation(),
                call.request().toString(),
                State.OPEN,
                null,
                null,
                0,
                null,
                around.now(),
                around.now(),
                around.now());
    }

    /** Calls the ERP for a row that is committed. */
    ErpAnswer ask(Entry entry, Attempt.Kind kind) {
        return around.erp().write(entry.operation(), around.request(entry), around.attempt(entry, kind));
    }

    /** Notes {@code answer} in the journal, and says what it proves. */
    ErpReply proven(Entry entry, ErpAnswer answer, TurnDraft draft) {
        draft.called(
                entry.operation().name(),
                outcome(answer.reply()),
                reason(answer.reply()),
                answer.exchanges(),
                around.now());
        answer.notices().forEach(notice -> draft.incident(entry.operation().name(), notice, around.now()));
        return certain(entry, answer.reply());
    }

    /** After an attempt that may have been executed, an attempt that was certainly not proves nothing. */
    private static ErpReply certain(Entry entry, ErpReply reply) {
        return reply instanceof ErpReply.Down down && entry.attempts() > 0
                ? new ErpReply.Unknown(down.reason())
                : reply;
    }

    /** The row once {@code reply} is known; what it says of an order is kept with it. */
    Entry ended(Entry entry, ErpReply reply, TurnDraft draft) {
        Optional<String> staff =
                StaffActions.Action.is(entry.key()) ? around.staff().by(entry.key()) : Optional.empty();
        OrderWitness.report(
                        entry.operation(),
                        around.request(entry),
                        reply,
                        staff.isPresent() ? Origin.STAFF : Origin.FLOW,
                        around.now())
                .map(report -> staff.map(report::by).orElse(report))
                .ifPresent(draft::reports);
        return ended(entry, reply);
    }

    private Entry ended(Entry entry, ErpReply reply) {
        return switch (reply) {
            case ErpReply.Ok ok -> entry.ended(State.OK, ok.body().toString(), null);
            case ErpReply.Empty empty -> entry.ended(State.OK, null, null);
            case ErpReply.Refused refused -> entry.ended(State.REFUSED, null, refused.reason());
            case ErpReply.Down down -> entry.ended(State.DOWN, null, down.reason());
            case ErpReply.Unknown unknown -> entry.unclear(unknown.reason(), around.now());
        };
    }

    boolean isDue(Entry entry) {
        return entry.state() == State.OPEN || !entry.nextAttemptAt().isAfter(around.now());
    }

    /** What the ERP, or a person, says about a write now; empty when only a person can tell and nobody has. */
    Optional<Tried> tryAgain(Entry entry, TurnDraft draft) {
        Optional<ErpReply> decided = around.decided(entry);
        if (decided.isPresent()) {
            draft.incident(entry.operation().name(), DECIDED.formatted(entry.key()), around.now());
            return Optional.of(new Tried(entry, decided.get()));
        }
        Entry found = entry.mayHaveBeenExecuted(around.now());
        return around.resolution().next(found, around.now()).map(kind -> {
            Entry tried = kind == Attempt.Kind.LOOK ? found : found.sending(around.now());
            if (kind != Attempt.Kind.LOOK) {
                around.ledger().sendsAgain(tried);
            }
            return new Tried(tried, proven(tried, ask(tried, kind), draft));
        });
    }

    /** The row of a write that only a person can complete. */
    Entry forAPerson(Entry entry, TurnDraft draft) {
        String reason = around.resolution().sentence(entry);
        log.error("{} {} of contact {}: {}", entry.operation(), entry.key(), entry.contactId(), reason);
        draft.incident(entry.operation().name(), reason, around.now());
        return entry.ended(State.MANUAL, null, reason);
    }

    static String outcome(ErpReply reply) {
        return reply.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static @Nullable String reason(ErpReply reply) {
        return switch (reply) {
            case ErpReply.Ok ok -> null;
            case ErpReply.Empty empty -> null;
            case ErpReply.Refused refused -> refused.reason();
            case ErpReply.Down down -> down.reason();
            case ErpReply.Unknown unknown -> unknown.reason();
        };
    }
}
