package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.waybill.outbox.Pace.Place;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Place NOW = new Place(Duration.ZERO, true);

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter time = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final Pace pace = new Pace(80, time);

    @Test
    void letsOneCustomerHaveABurstAndThenOneMessageInSixSeconds() {
        for (int message = 0; message < 45; message++) {
            assertThat(pace.take(1)).isEqualTo(NOW);
        }

        assertThat(pace.take(1)).isEqualTo(new Place(Duration.ofSeconds(6), false));
        assertThat(pace.take(2)).as("others are not held up").isEqualTo(NOW);
        pass(Duration.ofSeconds(6));
        assertThat(pace.take(1)).isEqualTo(NOW);
        assertThat(pace.take(1).taken()).isFalse();
    }

    @Test
    void keepsTheNumberWithinWhatMetaAllowsItInASecondInTheOrderOfAsking() {
        for (long customer = 0; customer < 80; customer++) {
            assertThat(pace.take(customer)).isEqualTo(NOW);
        }

        assertThat(pace.take(100)).isEqualTo(new Place(Duration.ofNanos(12_500_000), true));
        assertThat(pace.take(101)).isEqualTo(new Place(Duration.ofNanos(25_000_000), true));
        pass(Duration.ofSeconds(2));
        assertThat(pace.take(102)).isEqualTo(NOW);
    }

    @Test
    void takesNoPlaceOfTheNumberForACustomerWhoHasToWait() {
        for (int message = 0; message < 45; message++) {
            pace.take(1);
        }
        for (int refused = 0; refused < 100; refused++) {
            assertThat(pace.take(1).taken()).isFalse();
        }

        for (long customer = 2; customer < 37; customer++) {
            assertThat(pace.take(customer)).isEqualTo(NOW);
        }
    }

    @Test
    void sharesTheNumberAmongTheNodesThatLive() {
        Pace other = new Pace(80, time);
        pace.share(2);
        other.share(2);

        assertThat(atOnce(pace)).isEqualTo(40);
        assertThat(atOnce(other)).isEqualTo(40);
        assertThat(pace.take(1)).isEqualTo(new Place(Duration.ofMillis(50), true));

        pass(Duration.ofSeconds(2));
        pace.share(1);
        pass(Duration.ofSeconds(1));
        assertThat(atOnce(pace))
                .as("the part of the one that died is taken over")
                .isEqualTo(80);
    }

    @Test
    void sharesWhatCannotBeDividedWithoutLoss() {
        pace.share(3);
        atOnce(pace);

        for (long customer = 1000; customer < 1078; customer++) {
            pace.take(customer);
        }

        assertThat(pace.take(2000).after()).isBetween(Duration.ofMillis(2999), Duration.ofMillis(3001));
    }

    @Test
    void keepsThePlacesItHasGivenWhenItsPartShrinks() {
        atOnce(pace);
        for (long customer = 1000; customer < 1079; customer++) {
            pace.take(customer);
        }

        pace.share(2);

        assertThat(pace.take(2000).after()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1050));
    }

    @Test
    void letsMoreGoOnceMetaAllowsIt() {
        pace.share(2);
        pace.raise(1000);
        pass(Duration.ofSeconds(1));

        assertThat(atOnce(pace)).isEqualTo(500);
    }

    /** How many messages may go now; the last one asked for has to wait. */
    private int atOnce(Pace pace) {
        int count = 0;
        while (pace.take(10_000 + count).equals(NOW)) {
            count++;
        }
        return count;
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
