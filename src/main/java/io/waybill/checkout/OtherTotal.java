package io.waybill.checkout;

import java.math.BigDecimal;

/** Whoever made the order expects another total than the ERP's prices come to. */
final class OtherTotal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BigDecimal expected;
    private final transient Quote quote;

    OtherTotal(BigDecimal expected, Quote quote) {
        super(
                "The order comes to %s %s, not %s: prices or delivery have changed. Show your customer the new total and post it again."
                        .formatted(quote.currency(), quote.total(), expected.toPlainString()));
        this.expected = expected;
        this.quote = quote;
    }

    BigDecimal expected() {
        return expected;
    }

    Quote quote() {
        return quote;
    }
}
