package io.waybill.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Misconfigured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({
        "confirmed, CONFIRMED",
        "Ready_for-pickup, READY",
        "OUT FOR DELIVERY, SHIPPED",
        "On hold, PENDING",
        "Processing, PREPARING",
        "canceled, CANCELLED",
        "To Deliver and Bill, CONFIRMED",
    })
    void understandsTheUsualWordsAndThoseThatWereExplained(String word, OrderStatus status) {
        StatusWords words = new StatusWords(Map.of("to-deliver-and-bill", "confirmed"), Map.of());

        assertThat(words.status(word)).contains(status);
    }

    @Test
    void knowsNothingOfOtherWords() {
        StatusWords words = new StatusWords(Map.of(), Map.of("Eingegangen", "paid"));

        assertThat(words.status("lost")).isEmpty();
        assertThat(words.payment("eingegangen")).contains(PaymentStatus.PAID);
        assertThat(words.payment("lost")).isEmpty();
    }

    @Test
    void refusesAWordThatIsExplainedByNoStatus() {
        assertThatThrownBy(() -> new StatusWords(Map.of("x", "sent"), Map.of()))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("waybill.orders.statuses.x is one of received, pending");
    }
}
