package io.waybill.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Amounts with the scale of their currency. */
final class Money {

    private static final int USUAL_SCALE = 2;

    private Money() {}

    /** Decimals of the currency (ISO 4217); two for a code that is not in the standard. */
    static int scale(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_SCALE;
        }
    }

    static BigDecimal rounded(BigDecimal amount, String currency) {
        return amount.setScale(scale(currency), RoundingMode.HALF_UP);
    }

    /** For people: {@code KES 3,200.00}. */
    static String words(BigDecimal amount, String currency) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(scale(currency));
        format.setMaximumFractionDigits(scale(currency));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return (currency + " " + format.format(amount)).strip();
    }
}
