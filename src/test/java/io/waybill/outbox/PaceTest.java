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
    private final Pace pace = new Pace(80, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

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

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
