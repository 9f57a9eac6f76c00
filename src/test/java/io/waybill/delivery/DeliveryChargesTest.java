package io.waybill.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryChargesTest {

    private static final BigDecimal CHARGE = new BigDecimal("150");

    @Test
    void chargesFromTheLeastToTheGreatestQuantityOfABandBothIncluded() {
        DeliveryCharges charges = new DeliveryCharges(
                List.of(band(1, 4), new Band(5, 9, BigDecimal.TEN), new Band(10, 10, BigDecimal.ONE)));

        assertThat(charges.chargeFor(1)).contains(CHARGE);
        assertThat(charges.chargeFor(4)).contains(CHARGE);
        assertThat(charges.chargeFor(5)).contains(BigDecimal.TEN);
        assertThat(charges.chargeFor(9)).contains(BigDecimal.TEN);
        assertThat(charges.chargeFor(10)).contains(BigDecimal.ONE);
        assertThat(charges.chargeFor(11)).isEmpty();
    }

    @Test
    void chargesAnyQuantityFromTheStartOfAnOpenBand() {
        DeliveryCharges charges = new DeliveryCharges(List.of(new Band(5, null, BigDecimal.ZERO), band(1, 4)));

        assertThat(charges.chargeFor(4)).contains(CHARGE);
        assertThat(charges.chargeFor(5)).contains(BigDecimal.ZERO);
        assertThat(charges.chargeFor(Integer.MAX_VALUE)).contains(BigDecimal.ZERO);
        assertThat(charges.gaps()).isEmpty();
    }

    @Test
    void deliversFreeWithoutBandsAndAnEmptyCartAlways() {
        assertThat(DeliveryCharges.free().chargeFor(7)).contains(BigDecimal.ZERO);
        assertThat(DeliveryCharges.free().gaps()).isEmpty();
        assertThat(new DeliveryCharges(List.of(band(3, 4))).chargeFor(0)).contains(BigDecimal.ZERO);
    }

    @Test
    void hasNoChargeForAQuantityInAGapAndNamesTheGaps() {
        DeliveryCharges charges = new DeliveryCharges(List.of(band(7, 9), band(3, 4)));

        for (int quantity : List.of(1, 2, 5, 6, 10)) {
            assertThat(charges.chargeFor(quantity)).as("%d", quantity).isEmpty();
        }
        assertThat(charges.gaps()).containsExactly("1 to 2", "5 to 6", "10 and more");
        assertThat(new DeliveryCharges(List.of(band(1, Integer.MAX_VALUE))).gaps())
                .isEmpty();
    }

    @Test
    void refusesBandsThatOverlapAndNamesBoth() {
        assertOverlap("1 to 5", "5 and more", band(1, 5), band(5, null));
        assertOverlap("1 and more", "4 to 6", band(4, 6), band(1, null));
        assertOverlap("1 to 9", "2 to 3", band(2, 3), band(1, 9));
        assertOverlap("1 to 4", "1 to 4", band(1, 4), band(1, 4));
        assertOverlap("1 to 6", "4 to 6", band(1, 6), band(4, 6), band(7, null));
    }

    @Test
    void refusesABandThatIsNone() {
        assertThatThrownBy(() -> band(0, 4)).hasMessageContaining("starts at 1 or more, not at 0");
        assertThatThrownBy(() -> band(-3, null)).hasMessageContaining("not at -3");
        assertThatThrownBy(() -> band(5, 4)).hasMessageContaining("from 5 to 4");
        assertThatThrownBy(() -> new Band(1, 4, new BigDecimal("-0.01"))).hasMessageContaining("negative: -0.01");
        assertThatThrownBy(() -> new Band(1, 4, new BigDecimal("1.00001"))).hasMessageContaining("1.00001");
        assertThatThrownBy(() -> new Band(1, 4, new BigDecimal("1E+400"))).hasMessageContaining("12 digits");
        assertThat(new Band(1, 1, new BigDecimal("1.50000")).charge()).isEqualByComparingTo("1.5");
    }

    private static void assertOverlap(String first, String second, Band... bands) {
        assertThatThrownBy(() -> new DeliveryCharges(List.of(bands)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Delivery bands %s and %s both cover".formatted(first, second));
    }

    private static Band band(int min, @Nullable Integer max) {
        return new Band(min, max, CHARGE);
    }
}
