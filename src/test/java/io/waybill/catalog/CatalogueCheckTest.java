package io.waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueCheckTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KES250.00; 250.00",
                "1.250,50 €; 1250.50",
                "KES 1,250; 1250",
                "$1,234,567.8; 1234567.8",
                "12; 12",
                "¥1,250; 1250"
            })
    void readsAPriceAsMetaWritesIt(String text, BigDecimal amount) {
        assertThat(CatalogueCheck.amount(text))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @CsvSource({"free", "''"})
    void readsNoPriceWhereThereIsNone(String text) {
        assertThat(CatalogueCheck.amount(text)).isEqualTo(Optional.empty());
    }
}
