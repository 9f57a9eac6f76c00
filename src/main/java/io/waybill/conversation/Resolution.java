package io.waybill.conversation;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.Attempt;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a write whose end is not known is settled.
 *
 * <p>Where doing it twice is doing it once, it is sent again. Where it can be looked up, it is looked up, and sent again only when it
 * is not there after nothing can be on its way any more. Anything else is never sent twice; a person looks it up.
 */
final class Resolution {

    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Function<ErpOperation, Idempotency> levels;
    private final Duration settle;

    /**
     * @param levels of the operations that write
     * @param settle after which a request that was sent has certainly arrived or never will
     */
    Resolution(Function<ErpOperation, Idempotency> levels, Duration settle) {
        this.levels = levels;
        this.settle = settle;
    }

    /** What may be done about {@code entry} now; empty when only a person can do something. */
    Optional<Attempt.Kind> next(Entry entry, Instant now) {
        if (!entry.openedAt().plus(PATIENCE).isAfter(now)) {
            return Optional.empty();
        }
        return switch (level(entry)) {
            case KEYED -> Optional.of(Attempt.Kind.AGAIN);
            case FINDABLE ->
                Optional.of(entry.sentAt().plus(settle).isAfter(now) ? Attempt.Kind.LOOK : Attempt.Kind.AGAIN);
            case MANUAL -> Optional.empty();
        };
    }

    String sentence(Entry entry) {
        return level(entry) == Idempotency.MANUAL
                ? "It is not known whether the ERP executed this, and this ERP cannot be asked (idempotency: %s). Look for the reference %s in the ERP and complete it by hand."
                        .formatted(level(entry).name().toLowerCase(Locale.ROOT), entry.key())
                : "The ERP gave no clear answer for %d hours. Look for the reference %s in the ERP and complete it by hand."
                        .formatted(PATIENCE.toHours(), entry.key());
    }

    private Idempotency level(Entry entry) {
        return levels.apply(entry.operation());
    }
}
