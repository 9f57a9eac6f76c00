package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

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
            assertThat(pace.tryOne(1)).isZero();
        }

        assertThat(pace.tryOne(1)).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.tryOne(2)).as("others are not held up").isZero();
        pass(Duration.ofSeconds(6));
        assertThat(pace.tryOne(1)).isZero();
        assertThat(pace.tryOne(1)).isPositive();
    }

    @Test
    void keepsTheNumberWithinWhatMetaAllowsItInASecond() {
        for (long customer = 0; customer < 80; customer++) {
            assertThat(pace.tryOne(customer)).isZero();
        }

        assertThat(pace.tryOne(100)).isEqualTo(Duration.ofNanos(12_500_000));
        pass(Duration.ofSeconds(1));
        assertThat(pace.tryOne(100)).isZero();
    }

    @Test
    void doesNotCountAgainstTheCustomerWhatTheNumberHeldBack() {
        for (long customer = 1; customer <= 80; customer++) {
            pace.tryOne(customer);
        }
        for (int refused = 0; refused < 100; refused++) {
            assertThat(pace.tryOne(1)).isPositive();
        }
        pass(Duration.ofSeconds(1));

        for (int message = 1; message < 45; message++) {
            assertThat(pace.tryOne(1)).isZero();
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
