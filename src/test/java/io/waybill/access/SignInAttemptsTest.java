package io.waybill.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Guessing passwords gets slower and slower. */
class SignInAttemptsTest {

    private static final String ADDRESS = "203.0.113.7";

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private final SignInAttempts attempts = new SignInAttempts(database.jdbc(), clock);

    @Test
    void eachTryUnderANameWaitsTwiceAsLongAfterTheFirstFive() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.begin("ada", ADDRESS)).as("try " + i).isEmpty();
        }

        assertThat(attempts.begin("ADA", "198.51.100.1"))
                .contains(clock.instant().plusSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(attempts.begin("ada", ADDRESS)).isEmpty();
        assertThat(attempts.begin("ada", ADDRESS)).contains(clock.instant().plusSeconds(2));
        assertThat(attempts.begin("ben", ADDRESS)).as("others go on").isEmpty();
    }

    @Test
    void noPauseIsLongerThanAQuarterOfAnHourAndADayLaterAllIsForgotten() {
        for (int i = 0; i < 41; i++) {
            attempts.begin("ada", "127.0.0.1").ifPresent(next -> clock.pass(Duration.between(clock.instant(), next)));
        }

        Instant next = attempts.begin("ada", "127.0.0.1").orElseThrow();
        assertThat(Duration.between(clock.instant(), next)).isEqualTo(Duration.ofMinutes(15));
        clock.pass(Duration.ofHours(25));
        assertThat(attempts.begin("ada", "127.0.0.1")).isEmpty();
        assertThat(attempts.begin("ada", "127.0.0.1")).isEmpty();
    }

    @Test
    void whoeverGetsInBeginsAnew() {
        for (int i = 0; i < 5; i++) {
            attempts.begin("ada", ADDRESS);
        }
        attempts.succeeded("ada", ADDRESS);

        assertThat(attempts.begin("ada", ADDRESS)).isEmpty();
    }

    @Test
    void tryingManyNamesFromOneAddressIsSlowToo() {
        for (int i = 0; i < 30; i++) {
            assertThat(attempts.begin("name" + i, ADDRESS)).isEmpty();
        }

        assertThat(attempts.begin("one more", ADDRESS)).isPresent();
        assertThat(attempts.begin("one more", "198.51.100.1")).isEmpty();
    }

    @Test
    void aProxyOnThisMachineIsNobodysAddress() {
        for (int i = 0; i < 100; i++) {
            assertThat(attempts.begin("name" + i, "127.0.0.1")).isEmpty();
        }
    }
}
