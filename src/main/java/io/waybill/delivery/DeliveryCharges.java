package io.waybill.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Delivery charges by quantity: bands with both bounds inclusive, at most one for each quantity.
 *
 * <p>No bands at all means delivery is free; what becomes of a quantity that no band covers is the {@link GapPolicy}'s to say.
 */
public final class DeliveryCharges {

    private final List<Band> bands;
    private final GapPolicy gapPolicy;

    /** Two bands cover the same quantity. */
    static final class Overlap extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int first;
        private final int second;

        Overlap(Band first, Band second) {
            super("Delivery bands %s and %s both cover quantity %d.".formatted(first, second, second.min()));
            this.first = first.min();
            this.second = second.min();
        }

        /** The least quantities of both. */
        List<Integer> rows() {
            return List.of(first, second);
        }
    }

    /** Of which a person decides where no band covers the quantity. */
    public DeliveryCharges(List<Band> bands) {
        this(bands, GapPolicy.REFUSE);
    }

    /** @throws IllegalArgumentException naming both bands when two overlap */
    public DeliveryCharges(List<Band> bands, GapPolicy gapPolicy) {
        this.gapPolicy = gapPolicy;
        this.bands = bands.stream().sorted(Comparator.comparingInt(Band::min)).toList();
        for (int i = 1; i < this.bands.size(); i++) {
            Band before = this.bands.get(i - 1);
            Band band = this.bands.get(i);
            if (before.covers(band.min())) {
                throw new Overlap(before, band);
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

    public GapPolicy gapPolicy() {
        return gapPolicy;
    }

    /** The same bands. */
    DeliveryCharges with(GapPolicy policy) {
        return policy == gapPolicy ? this : new DeliveryCharges(bands, policy);
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
        String warning = gapPolicy == GapPolicy.NO_CHARGE
                ? "There is no charge for %s items: delivery costs nothing there."
                : "There is no charge for %s items: such an order goes to a person.";
        return gaps().stream().map(warning::formatted).toList();
    }

    /** The band that {@code quantity} items fall in. */
    Optional<Band> bandFor(int quantity) {
        return bands.stream().filter(band -> band.covers(quantity)).findFirst();
    }

    /** The charge for {@code quantity} items, in the currency of the order; empty when a person must decide. */
    public Optional<BigDecimal> chargeFor(int quantity) {
        if (bands.isEmpty() || quantity == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return bandFor(quantity)
                .map(Band::charge)
                .or(() -> gapPolicy == GapPolicy.NO_CHARGE ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }
}
