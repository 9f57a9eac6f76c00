package io.waybill.inbox;

import io.waybill.home.Misconfigured;
import io.waybill.message.PhoneNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers as staff and ERPs write them, in the form WhatsApp needs.
 *
 * @param country {@code waybill.store.country}, two letters: numbers without a country code are of there. Null: such numbers are refused, since they
 *     could be a stranger's elsewhere
 */
public record LocalNumbers(@Nullable String country) {

    /** These; throws {@link Misconfigured} for a country that nobody can call. */
    LocalNumbers usable() {
        Misconfigured.unless(
                country == null || PhoneNumbers.isCountry(country),
                "waybill.store.country is a country in two letters, such as KE, not %s.".formatted(country));
        return this;
    }

    /**
     * {@code written} as E.164 with plus.
     *
     * @throws NotANumber with a sentence that says what is wrong, without the number
     */
    public String e164(String written) {
        Optional<String> number = PhoneNumbers.e164(written, country);
        return number.orElseThrow(() -> new NotANumber(
                country == null
                        ? "That is no phone number with plus and country code, such as +254711000000. Set waybill.store.country for numbers without."
                        : "That is neither a phone number with plus and country code nor one of %s."
                                .formatted(country)));
    }

    /** What was written is no phone number that can be sent to. */
    public static final class NotANumber extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotANumber(String message) {
            super(message);
        }
    }
}
