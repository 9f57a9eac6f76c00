package io.waybill.inbox;

import io.waybill.message.PhoneNumbers;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Phone numbers as staff and ERPs write them, in the form WhatsApp needs.
 *
 * @param country that of the store, in two letters: numbers without a country code are of there. Empty: such numbers are refused, since they
 *     could be a stranger's elsewhere
 */
public record LocalNumbers(Supplier<Optional<String>> country) {

    /**
     * {@code written} as E.164 with plus.
     *
     * @throws NotANumber with a sentence that says what is wrong, without the number
     */
    public String e164(String written) {
        Optional<String> where = country.get();
        return PhoneNumbers.e164(written, where.orElse(null))
                .orElseThrow(
                        () -> new NotANumber(
                                where.map(
                                                "That is neither a phone number with plus and country code nor one of %s."
                                                        ::formatted)
                                        .orElse(
                                                "That is no phone number with plus and country code, such as +254711000000. Set the country of the store (waybill.store.country) for numbers without.")));
    }

    /** What was written is no phone number that can be sent to. */
    public static final class NotANumber extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotANumber(String message) {
            super(message);
        }
    }
}
