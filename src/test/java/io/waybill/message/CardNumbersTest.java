package io.waybill.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "378282246310005",
                "3782 822463 10005",
                "5555555555554444",
                "2223000048400011",
                "6011111111111117",
                "30569309025904",
                "3530111333300000",
                "6200000000000005"
            })
    void cutsOutTheNumberOfACardHoweverItIsGrouped(String number) {
        String kept = CardNumbers.removed("My card: " + number + ".");

        assertThat(kept).isEqualTo("My card: [card number removed].");
        assertThat(CardNumbers.wasIn(kept)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4111111111111111 exp 12/27 cvv 123 | [card number removed] exp **/** cvv ***",
                "4111111111111111 and 5555 5555 5555 4444 | [card number removed] and [card number removed]"
            })
    void cutsOutWhatStandsBesideIt(String text, String kept) {
        assertThat(CardNumbers.removed(text)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+254700000001",
                "+4111111111111111",
                "254700000001",
                "4111111111111112",
                "35202-1234567-1",
                "SO-1001",
                "Order 20261121000123",
                "41111111111111110000000",
                "House 16, road 4, 00100 Nairobi",
                "-1.2921, 36.8219",
                ""
            })
    void keepsEveryOtherNumber(String text) {
        assertThat(CardNumbers.removed(text)).isEqualTo(text);
        assertThat(CardNumbers.wasIn(text)).isFalse();
    }
}
