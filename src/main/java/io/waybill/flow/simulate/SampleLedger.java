package io.waybill.flow.simulate;

import io.waybill.erp.ErpReply;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls the ERP of a simulation and settles, as the ledger does it, a write whose end is not known: the same key again where the ERP
 * honours it, else a person decides.
 */
final class SampleLedger {

    private final SampleErp erp;
    private final boolean keyed;
    private final BiConsumer<Effect.Call, ErpReply> heard;
    private @Nullable Unsettled unsettled;

    /**
     * @param keyed whether the ERP honours our key
     * @param heard hears of every call and how it ended
     */
    SampleLedger(SampleErp erp, boolean keyed, BiConsumer<Effect.Call, ErpReply> heard) {
        this.erp = erp;
        this.keyed = keyed;
        this.heard = heard;
    }

    Event.Answer ask(Effect.Call call, Instant now) {
        ErpReply reply = erp.call(call.operation(), call.request(), call.key());
        heard.accept(call, reply);
        if (call.operation().writes() && reply instanceof ErpReply.Unknown) {
            unsettled = new Unsettled(call, now).again(now);
        }
        return new Event.Answer(call.key(), reply);
    }

    /** When a write is asked about next. */
    Optional<Instant> due() {
        return Optional.ofNullable(unsettled).map(Unsettled::next);
    }

    /** What asking about a write brings; empty when there is none in doubt. */
    Optional<Event> settled(Instant now) {
        return Optional.ofNullable(unsettled).map(open -> settled(open, now));
    }

    private Event settled(Unsettled open, Instant now) {
        Effect.Call call = open.call();
        if (!keyed || !open.since().plus(Unsettled.PATIENCE).isAfter(now)) {
            unsettled = null;
            return new Event.GivenUp(
                    call.key(), "It is not known whether the ERP executed %s.".formatted(call.operation()));
        }
        ErpReply answer = erp.call(call.operation(), call.request(), call.key());
        ErpReply reply = answer instanceof ErpReply.Down(String reason) ? new ErpReply.Unknown(reason) : answer;
        heard.accept(call, reply);
        unsettled = reply instanceof ErpReply.Unknown ? open.again(now) : null;
        return new Event.Answered(List.of(new Event.Answer(call.key(), reply)));
    }

    /** A write whose end is not known, and when it is asked about next. */
    private record Unsettled(Effect.Call call, Instant since, int attempts, Instant next) {

        static final Duration PATIENCE = Duration.ofHours(24);
        private static final List<Duration> PAUSES = List.of(
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(8),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));

        Unsettled(Effect.Call call, Instant since) {
            this(call, since, 0, since);
        }

        Unsettled again(Instant now) {
            Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
            return new Unsettled(call, since, attempts + 1, now.plus(pause));
        }
    }
}
