package io.waybill.message;

import static org.assertj.core.api.Assertions.assertThat;

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
}
