package io.waybill.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant END = NOON.plus(HookEvents.GIVEN_UP_AFTER);

    @Test
    void triesSoonAtFirstThenEveryTwelveHoursAndALastTimeAtTheEnd() {
        Failures failures = new Failures(() -> 0);
        List<Duration> waits = new ArrayList<>();
        Instant now = NOON;
        while (!failures.isLast(delivery(waits.size()), now)) {
            Instant next = failures.next(delivery(waits.size()), now);
            waits.add(Duration.between(now, next));
            now = next;
        }

        assertThat(waits)
                .startsWith(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(12));
        assertThat(waits).hasSizeBetween(10, 12);
        assertThat(now).isEqualTo(END);
    }

    @Test
    void spreadsWhatFailedTogetherByAFifth() {
        assertThat(new Failures(() -> 1).next(delivery(1), NOON)).isEqualTo(NOON.plus(Duration.ofMinutes(6)));
        assertThat(new Failures(() -> 0.5).next(delivery(1), NOON)).isEqualTo(NOON.plusSeconds(330));
    }

    private static Delivery delivery(int attempts) {
        return new Delivery(1, 1, "", List.of(), "evt_1", "ping", NOON, "{}", attempts, END, "1:1");
    }
}
