package io.waybill.erp.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to check and how.
 *
 * @param write whether a customer, a test order and an applicant may be made
 * @param reads how often a read is asked, to tell how quick it is
 * @param slow the 95th percentile above which an operation is slow
 * @param deadline no call is begun later than this; only a test order is still taken back
 * @param product the ERP's id of the product to ask for; null: the first with a price
 * @param phone of the test customer: nobody's
 * @param payment whether a payment for the test order may be requested, of {@code phone}
 */
public record CheckOptions(
        boolean write,
        int reads,
        Duration slow,
        Duration deadline,
        @Nullable String product,
        String phone,
        boolean payment) {

    /** No number in any country begins with +10. */
    public static final String NOBODYS_PHONE = "+10000000000";

    public CheckOptions {
        if (reads < 1) {
            throw new IllegalArgumentException("Each read must be asked once or more, not %d times.".formatted(reads));
        }
        if (payment && !write) {
            throw new IllegalArgumentException("A payment is requested for a test order only: ask for writes as well.");
        }
    }

    /** Reads only, five times each, slow from 2 s on, at most a minute. */
    public static CheckOptions usual() {
        return new CheckOptions(false, 5, Duration.ofSeconds(2), Duration.ofMinutes(1), null, NOBODYS_PHONE, false);
    }

    public CheckOptions withWrites(boolean write) {
        return new CheckOptions(write, reads, slow, deadline, product, phone, payment);
    }

    public CheckOptions withProduct(@Nullable String product) {
        return new CheckOptions(write, reads, slow, deadline, product, phone, payment);
    }

    /** Together with writes only. */
    public CheckOptions withPayment(boolean payment) {
        return new CheckOptions(write, reads, slow, deadline, product, phone, payment);
    }
}
