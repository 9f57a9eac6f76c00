package io.waybill.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    private static final String AMINA = "+254711000001";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Call +254 722 000 002.|Call +••• ••• ••• 002.",
                "Call 0722 000 002 or write.|Call •••• ••• 002 or write.",
                "Your number is +254711000001.|Your number is +254711000001.",
                "Your number is 0711 000 001.|Your number is 0711 000 001.",
                "Order SO-1001 of KES 3,350.00|Order SO-1001 of KES 3,350.00",
                "No number|No number"
            })
    void hidesTheNumbersOfOthers(String text, String shown) {
        assertThat(PhoneNumbers.masked(text, AMINA)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0711 000 123, KE, +254711000123",
        "711000123, KE, +254711000123",
        "(0)6 12 34 56 78, FR, +33612345678",
        "00254711000123, FR, +254711000123",
        "+254 711-000-123, , +254711000123",
        "+1 555 020 0042, KE, +15550200042",
        "0711 000 123, , ",
        "12345, KE, ",
        "0711 000 123, FR, ",
        "nobody, KE, ",
        "+2547, KE, ",
    })
    void writesNumbersAsWhatsAppNeedsThemOrNotAtAll(String written, String country, String number) {
        assertThat(PhoneNumbers.e164(written, country)).isEqualTo(Optional.ofNullable(number));
    }
}
