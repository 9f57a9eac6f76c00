package io.waybill.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.CodeValidator;
import org.apache.commons.validator.routines.CreditCardValidator;
import org.apache.commons.validator.routines.CreditCardValidator.CreditCardRange;

/**
 * Payment card numbers in what people write. They must not be kept anywhere (PCI DSS), so they are cut out before a message is
 * stored or looked at.
 */
public final class CardNumbers {

    /** Stands where a number was. */
    public static final String REMOVED = "[card number removed]";

    private static final int FEWEST_DIGITS = 13;

    /** Digits as people group them, not within a longer number and not a phone number with its plus. */
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![+\\d])(?<!\\d[ -])\\d(?:[ \\u00a0-]?\\d){12,18}(?![ \\u00a0-]?\\d)");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final CreditCardValidator CARDS = new CreditCardValidator(
            new CodeValidator[] {
                CreditCardValidator.AMEX_VALIDATOR,
                CreditCardValidator.VISA_VALIDATOR,
                CreditCardValidator.MASTERCARD_VALIDATOR,
                CreditCardValidator.DISCOVER_VALIDATOR,
                CreditCardValidator.DINERS_VALIDATOR
            },
            new CreditCardRange[] {
                new CreditCardRange("3528", "3589", 16, 19), // JCB
                new CreditCardRange("62", "62", 16, 19) // UnionPay
            });

    private CardNumbers() {}

    /** {@code text} without card numbers, and then without any other digit: expiry and security code stand beside the number. */
    public static String removed(String text) {
        if (text.length() < FEWEST_DIGITS) {
            return text;
        }
        String without = CANDIDATE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(isCard(found.group()) ? REMOVED : found.group()));
        return without.equals(text) ? text : DIGIT.matcher(without).replaceAll("*");
    }

    /** Whether one was cut out of {@code text}. */
    public static boolean wasIn(String text) {
        return text.contains(REMOVED);
    }

    private static boolean isCard(String digits) {
        return CARDS.isValid(digits.replaceAll("\\D", ""));
    }
}
