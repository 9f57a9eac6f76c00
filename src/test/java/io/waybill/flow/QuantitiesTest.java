package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "3 sugar, 3",
        "sugar 3, 3",
        "3x sugar, 3",
        "sugar x 12 please, 12",
        "10 × tea, 10",
        "2 sugar 2 kg, 2",
        "4 packets of 2kg sugar, 4",
        "mujhe 5 chai chahiye, 5",
        "मुझे ५ चाय, 5",
        "6 lemons, 6"
    })
    void takesTheOneNumberThatIsNoSize(String text, int qty) {
        assertThat(Quantities.in(text)).isEqualTo(qty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 kg sugar",
                "cylinder 6kg",
                "500 ml milk",
                "sugar",
                "2 tea 3 sugar",
                "0 sugar",
                "20000 sugar",
                "1.5 sugar",
                "12,50",
                "call 0711000000",
                "P107",
                "2%"
            })
    void takesNoNumberThatMayMeanAnythingElse(String text) {
        assertThat(Quantities.in(text)).isNull();
    }
}
