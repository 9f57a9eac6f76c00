package io.waybill.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Amounts as people read them. */
public final class Money {

    private static final int USUAL_SCALE = 2;
    private static final Map<String, Style> STYLES = new ConcurrentHashMap<>();

    private Money() {}

    /**
     * {@code KES 3,200.00} in English, {@code 3 200,00 KES} in French: the currency's own number of decimals, and more when the
     * amount has more, since a shown amount is never rounded.
     *
     * @param language BCP 47; decides on separators, grouping and on which side the currency stands (Unicode CLDR)
     */
    public static String format(BigDecimal amount, String currency, String language) {
        BigDecimal exact = Json.bounded(amount).stripTrailingZeros();
        BigDecimal shown = exact.setScale(Math.max(scale(currency), exact.scale()), RoundingMode.UNNECESSARY);
        return STYLES.computeIfAbsent(language, Style::of).write(shown, currency);
    }

    /** False for an amount with more decimals than the currency has. */
    public static boolean isPayable(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= scale(currency);
    }

    /** What {@code qty} of something come to, rounded once, to what can be paid in the currency. */
    public static BigDecimal times(BigDecimal unitPrice, int qty, String currency) {
        return unitPrice.multiply(BigDecimal.valueOf(qty)).setScale(scale(currency), RoundingMode.HALF_UP);
    }

    /** {@code amount} with the decimals of the currency; empty when it has more. */
    public static Optional<BigDecimal> payable(BigDecimal amount, String currency) {
        return isPayable(amount, currency)
                ? Optional.of(amount.setScale(scale(currency), RoundingMode.UNNECESSARY))
                : Optional.empty();
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

    /** How a language writes amounts. */
    private record Style(DecimalFormat numbers, boolean currencyFirst) {

        static Style of(String language) {
            Locale locale = Locale.forLanguageTag(language);
            DecimalFormat numbers = (DecimalFormat) NumberFormat.getNumberInstance(locale);
            numbers.setRoundingMode(RoundingMode.UNNECESSARY);
            String pattern = ((DecimalFormat) NumberFormat.getCurrencyInstance(locale)).toPattern();
            return new Style(numbers, pattern.indexOf('\u00a4') < pattern.indexOf('0'));
        }

        String write(BigDecimal amount, String currency) {
            // A format is not safe for several threads.
            DecimalFormat format = (DecimalFormat) numbers.clone();
            format.setMinimumFractionDigits(amount.scale());
            format.setMaximumFractionDigits(amount.scale());
            String number = format.format(amount);
            return currency.isEmpty() ? number : currencyFirst ? currency + ' ' + number : number + ' ' + currency;
        }
    }
}
