package io.waybill.erp.check;

import io.waybill.erp.EndpointProfile.Idempotency;
import java.util.Locale;
import java.util.Optional;

/** Compares what a profile says of repeated orders with what the ERP showed. */
final class Claim {

    private Claim() {}

    static Optional<Finding> finding(Idempotency claimed, Idempotency proved) {
        if (claimed == proved) {
            return Optional.empty();
        }
        // From the strongest to none.
        boolean tooMuch = claimed.compareTo(proved) < 0;
        return Optional.of(Finding.of(
                tooMuch ? FindingKind.IDEMPOTENCY_OVERSTATED : FindingKind.IDEMPOTENCY_UNDERSTATED,
                "The endpoint profile says \"idempotency: %s\", but the ERP proved %s. %s"
                        .formatted(
                                word(claimed),
                                word(proved),
                                tooMuch
                                        ? "Write \"idempotency: %s\" into the profile, or make the ERP honour Idempotency-Key."
                                                .formatted(word(proved))
                                        : "The profile may say so.")));
    }

    static String word(Idempotency level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
