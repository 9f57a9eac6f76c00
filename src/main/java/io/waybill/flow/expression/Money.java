package io.waybill.flow.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts as people read them. */
public final class Money {

    private static final int USUAL_SCALE = 2;

    private Money() {}

    /**
     * {@code KES 3,200.00}: the currency's own number of decimals, and more when the amount has more, since a shown amount is never
     * rounded.
     */
    public static String format(BigDecimal amount, String currency) {
        BigDecimal exact = Json.bounded(amount).stripTrailingZeros();
        String digits = exact.setScale(Math.max(scale(currency), exact.scale()), RoundingMode.UNNECESSARY)
                .abs()
                .toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits.length() + 12);
        text.append(currency).append(currency.isEmpty() ? "" : " ").append(exact.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }

    /** False for an amount with more decimals than the currency has. */
    public static boolean isPayable(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= scale(currency);
    }

    /** How many decimals the currency has; two when it is not one of ISO 4217. */
    public static int scale(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? USUAL_SCALE : digits;
        } catch (IllegalArgumentException e) {
            return USUAL_SCALE;
        }
    }
}
