package io.waybill.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Delivery charges by quantity: bands with both bounds inclusive, at most one for each quantity.
 *
 * <p>No bands at all means delivery is free; a quantity that no band covers has no charge, and a person must decide.
 */
public final class DeliveryCharges {

    private final List<Band> bands;

    /** @throws IllegalArgumentException naming both bands when two overlap */
    public DeliveryCharges(List<Band> bands) {
        this.bands = bands.stream().sorted(Comparator.comparingInt(Band::min)).toList();
        for (int i = 1; i < this.bands.size(); i++) {
            Band before = this.bands.get(i - 1);
            Band band = this.bands.get(i);
            if (before.covers(band.min())) {
                throw new IllegalArgumentException(
                        "Delivery bands %s and %s both cover quantity %d.".formatted(before, band, band.min()));
            }
        }
    }

    public static DeliveryCharges free() {
        return new DeliveryCharges(List.of());
    }

    /** By least quantity. */
    public List<Band> bands() {
        return bands;
    }

    /** The quantities that no band covers, in words; empty where every quantity has a charge. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        int next = 1;
        for (Band band : bands) {
            if (band.min() > next) {
                int last = band.min() - 1;
                gaps.add(next == last ? String.valueOf(next) : "%d to %d".formatted(next, last));
            }
            if (band.max() == null || band.max() == Integer.MAX_VALUE) {
                return gaps;
            }
            next = band.max() + 1;
        }
        if (!bands.isEmpty()) {
            gaps.add("%d and more".formatted(next));
        }
        return gaps;
    }

    /** A sentence for each gap. */
    public List<String> warnings() {
        return gaps().stream()
                .map("There is no charge for %s items: such an order goes to a person."::formatted)
                .toList();
    }

    /** The charge for {@code quantity} items, in the currency of the order; empty when no band covers it. */
    public Optional<BigDecimal> chargeFor(int quantity) {
        if (bands.isEmpty() || quantity == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return bands.stream().filter(band -> band.covers(quantity)).findFirst().map(Band::charge);
    }
}
