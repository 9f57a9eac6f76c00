package io.waybill.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.delivery.DeliveryBands.Change;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class DeliveryBandsTest {

    private static final Band UP_TO_FOUR = band(1, 4, "150.00");
    private static final Band FROM_FIVE = band(5, null, "0");

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final AtomicLong nanos = new AtomicLong();
    private final DeliveryBands bands = node();

    /** 004-04: of 1 to 4 for 150 and 5 and more for nothing, 4 cost 150 and 5 nothing. */
    @Test
    void chargesByTheBandTheQuantityIsIn() {
        bands.add(FROM_FIVE, "ada");
        bands.add(UP_TO_FOUR, "ada");

        assertThat(bands.charges().chargeFor(4)).contains(new BigDecimal("150.00"));
        assertThat(bands.charges().chargeFor(5)).contains(new BigDecimal("0"));
        assertThat(bands.charges().bands()).containsExactly(UP_TO_FOUR, FROM_FIVE);
    }

    @Test
    void keepsWhatBecomesOfGapsAndLeavesTheConfiguredTableAlone() {
        assertThat(bands.decideGaps(GapPolicy.NO_CHARGE, "ada").edited()).isFalse();
        assertThat(node().charges().gapPolicy()).isEqualTo(GapPolicy.NO_CHARGE);

        bands.add(band(7, 9, "80"), "ada");
        assertThat(bands.charges().chargeFor(3)).contains(BigDecimal.ZERO);
        assertThat(bands.changes()).extracting(Change::gaps).containsExactly(null, GapPolicy.NO_CHARGE);

        bands.decideGaps(GapPolicy.REFUSE, "bob");
        assertThat(bands.charges().chargeFor(3)).isEmpty();
    }

    @Test
    void refusesABandThatOverlapsAnotherAndNamesBoth() {
        bands.add(UP_TO_FOUR, "ada");
        bands.add(band(7, 9, "80"), "ada");

        assertThatThrownBy(() -> bands.add(band(4, 6, "99"), "ada"))
                .hasMessage("Delivery bands 1 to 4 and 4 to 6 both cover quantity 4.");
        assertThatThrownBy(() -> bands.change(1, band(1, 7, "99"), "ada"))
                .hasMessage("Delivery bands 1 to 7 and 7 to 9 both cover quantity 7.");
        assertThat(bands.charges().bands()).containsExactly(UP_TO_FOUR, band(7, 9, "80"));
        assertThat(bands.changes()).hasSize(2);
    }

    @Test
    void changesABandInPlaceEvenToAnotherLeastQuantity() {
        bands.add(UP_TO_FOUR, "ada");

        bands.change(1, band(2, 5, "140"), "bob");

        assertThat(bands.charges().bands()).containsExactly(band(2, 5, "140"));
        assertThat(bands.change(1, UP_TO_FOUR, "bob")).isEmpty();
        assertThat(bands.remove(1, "bob")).isEmpty();
    }

    @Test
    void warnsOfQuantitiesThatNoBandCovers() {
        bands.add(UP_TO_FOUR, "ada");

        assertThat(bands.add(band(7, null, "0"), "ada").charges().warnings())
                .containsExactly("There is no charge for 5 to 6 items: such an order goes to a person.");
        assertThat(bands.charges().chargeFor(5)).isEmpty();
    }

    @Test
    void notesWhoDidWhatAndTakesARemovedRowBack() {
        bands.add(UP_TO_FOUR, "ada");
        clock.pass(Duration.ofMinutes(5));
        bands.change(1, band(1, 4, "120"), "bob");
        bands.remove(1, "ada");
        bands.add(band(1, 4, "120"), "ada");

        assertThat(bands.charges().bands()).containsExactly(band(1, 4, "120"));
        assertThat(bands.changes())
                .containsExactly(
                        new Change(clock.instant(), "ada", null, band(1, 4, "120"), null),
                        new Change(clock.instant(), "ada", band(1, 4, "120"), null, null),
                        new Change(clock.instant(), "bob", UP_TO_FOUR, band(1, 4, "120"), null),
                        new Change(clock.instant().minus(Duration.ofMinutes(5)), "ada", null, UP_TO_FOUR, null));
    }

    @Test
    void beginsWithTheConfiguredTableAndKeepsTheRestOfItWhenOneRowIsChanged() {
        DeliveryBands configured = node(UP_TO_FOUR, FROM_FIVE);
        assertThat(configured.charges().bands()).containsExactly(UP_TO_FOUR, FROM_FIVE);
        assertThat(configured.table().edited()).isFalse();

        configured.change(1, band(1, 4, "99"), "ada");

        assertThat(configured.charges().bands()).containsExactly(band(1, 4, "99"), FROM_FIVE);
        assertThat(node(band(1, null, "500")).charges().bands()).containsExactly(band(1, 4, "99"), FROM_FIVE);
    }

    @Test
    void deliversForNothingOnceTheLastRowIsRemoved() {
        DeliveryBands configured = node(UP_TO_FOUR);

        configured.remove(1, "ada");

        assertThat(configured.charges().chargeFor(3)).contains(BigDecimal.ZERO);
        assertThat(node(UP_TO_FOUR).table().edited()).isTrue();
    }

    @Test
    void learnsWithinTwoSecondsWhatAnotherNodeChanged() {
        assertThat(bands.charges().bands()).isEmpty();
        node().add(UP_TO_FOUR, "ada");

        assertThat(bands.charges().bands()).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(bands.charges().bands()).containsExactly(UP_TO_FOUR);
    }

    @Test
    void losesNoChangeWhenManyAreMadeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> adding = IntStream.rangeClosed(1, 8)
                    .<Callable<Object>>mapToObj(i -> () -> node().add(band(i, i, "10"), "ada"))
                    .toList();
            for (Future<Object> added : threads.invokeAll(adding)) {
                added.get();
            }
        }

        assertThat(bands.charges().bands()).hasSize(8);
        assertThat(bands.changes()).hasSize(8);
    }

    @Test
    void isGuardedByTheDatabaseToo() {
        bands.add(UP_TO_FOUR, "ada");

        assertThatThrownBy(() -> database.jdbc()
                        .sql("insert into delivery_band values (4, null, 1)")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void keepsTheLargestBandThereCanBe() {
        Band largest = band(1, Integer.MAX_VALUE, "999999999999.9999");
        bands.add(largest, "ada");

        assertThat(node().charges().bands()).containsExactly(largest);
    }

    private DeliveryBands node(Band... configured) {
        return new DeliveryBands(
                database.jdbc(), database.transaction(), clock, nanos::get, new DeliveryCharges(List.of(configured)));
    }

    private static Band band(int min, @Nullable Integer max, String charge) {
        return new Band(min, max, new BigDecimal(charge));
    }
}
