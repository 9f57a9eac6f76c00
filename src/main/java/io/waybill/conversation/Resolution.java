package io.waybill.conversation;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.EndpointProfile.Idempotency;
import java.time.Duration;
import java.time.Instant;

/**
 * How a write whose end is not known is settled.
 *
 * <p>An ERP that honours the idempotency key is asked by sending the same key again: it answers with what it did the first time.
 * Any other ERP is never sent the same write twice; a person looks it up.
 */
final class Resolution {

    private static final Duration PATIENCE = Duration.ofHours(24);

    private final Idempotency level;

    Resolution(Idempotency level) {
        this.level = level;
    }

    boolean mayRepeat(Entry entry, Instant now) {
        return level == Idempotency.KEYED && entry.openedAt().plus(PATIENCE).isAfter(now);
    }

    String sentence(Entry entry) {
        return level == Idempotency.KEYED
                ? "The ERP gave no clear answer for %d hours. Look for the reference %s in the ERP and complete it by hand."
                        .formatted(PATIENCE.toHours(), entry.key())
                : "It is not known whether the ERP executed this, and this ERP cannot be asked (idempotency: %s). Look for the reference %s in the ERP and complete it by hand."
                        .formatted(level.name().toLowerCase(java.util.Locale.ROOT), entry.key());
    }
}
