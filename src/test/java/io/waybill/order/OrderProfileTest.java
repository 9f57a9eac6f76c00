package io.waybill.order;

import static io.waybill.order.OrderStatus.CANCELLED;
import static io.waybill.order.OrderStatus.CONFIRMED;
import static io.waybill.order.OrderStatus.DELIVERED;
import static io.waybill.order.OrderStatus.PENDING;
import static io.waybill.order.OrderStatus.PREPARING;
import static io.waybill.order.OrderStatus.READY;
import static io.waybill.order.OrderStatus.RECEIVED;
import static io.waybill.order.OrderStatus.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderProfileTest {

    /** 001-19: 5 of 25 moves are allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PENDING   | CONFIRMED CANCELLED
            CONFIRMED | SHIPPED CANCELLED
            SHIPPED   | DELIVERED
            DELIVERED |
            CANCELLED |
            """)
    void payOnDeliveryAllowsFiveOfTwentyFiveMoves(OrderStatus from, String allowed) {
        Set<String> expected = allowed == null ? Set.of() : Set.of(allowed.split(" "));

        for (OrderStatus to : List.of(PENDING, CONFIRMED, SHIPPED, DELIVERED, CANCELLED)) {
            assertThat(OrderProfile.COD.moves(from).contains(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(expected.contains(to.name()));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED  | PENDING CONFIRMED CANCELLED
            PENDING   | CONFIRMED CANCELLED
            CONFIRMED | PREPARING READY SHIPPED CANCELLED
            PREPARING | READY SHIPPED CANCELLED
            READY     | DELIVERED CANCELLED
            SHIPPED   | DELIVERED
            DELIVERED |
            CANCELLED |
            """)
    void theFullProfileAllowsWhatItsTableSays(OrderStatus from, String allowed) {
        assertThat(OrderProfile.FULL.moves(from))
                .extracting(OrderStatus::name)
                .containsExactlyInAnyOrder(allowed == null ? new String[0] : allowed.split(" "));
    }

    @Test
    void anOrderCanHaveComeFarWithoutAWordInBetween() {
        assertThat(OrderProfile.FULL.reaches(RECEIVED, DELIVERED)).isTrue();
        assertThat(OrderProfile.FULL.reaches(PREPARING, SHIPPED)).isTrue();
        assertThat(OrderProfile.FULL.reaches(SHIPPED, CANCELLED)).isFalse();
        assertThat(OrderProfile.FULL.reaches(READY, PREPARING)).isFalse();
        assertThat(OrderProfile.FULL.reaches(CANCELLED, PENDING)).isFalse();
        assertThat(OrderProfile.COD.reaches(PENDING, PREPARING)).isFalse();
    }
}
