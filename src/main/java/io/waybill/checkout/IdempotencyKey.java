package io.waybill.checkout;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name that whoever posts an order gives to it, so that it is made once. */
final class IdempotencyKey {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private IdempotencyKey() {}

    /** @throws Unfit when there is none, or none that can be kept */
    static String of(@Nullable String header) {
        if (header == null || !KEY.matcher(header).matches()) {
            throw Unfit.wrong(
                    "An order needs the header Idempotency-Key: 1 to 64 letters, digits, dots, dashes and underscores, a new one for each order.");
        }
        return header;
    }
}
