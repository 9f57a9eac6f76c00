package io.waybill.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.inbox.PaymentCallbacks.Due;
import io.waybill.inbox.PaymentCallbacks.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentCallbacksTest {

    private static final Due UNKNOWN = new Due("P1", Optional.empty());

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final PaymentCallbacks callbacks = new PaymentCallbacks(database.jdbc(), () -> {}, clock);

    @Test
    void isOnePaymentHoweverOftenItIsToldOf() {
        callbacks.store("P1");
        callbacks.store("P1");
        callbacks.assign(Map.of("P1", 7L));

        assertThat(callbacks.of(7)).containsExactly(new Told("P1", 2));
        assertThat(callbacks.of(8)).isEmpty();
    }

    @Test
    void isToldOfAgainWhenTheProviderCallsWhileSomebodyLooks() {
        callbacks.store("P1");
        callbacks.assign(Map.of("P1", 7L));
        List<Told> seen = callbacks.of(7);
        callbacks.store("P1");

        callbacks.done(seen);
        assertThat(callbacks.of(7)).containsExactly(new Told("P1", 2));

        callbacks.done(callbacks.of(7));
        assertThat(callbacks.of(7)).isEmpty();
        assertThat(callbacks.due(10)).isEmpty();
    }

    @Test
    void comesAgainUntilSomebodyHasLooked() {
        callbacks.store("P1");
        callbacks.assign(Map.of("P1", 7L));
        Due known = new Due("P1", Optional.of(7L));

        assertThat(callbacks.due(10)).containsExactly(known);
        assertThat(callbacks.due(10)).isEmpty();
        clock.pass(Duration.ofSeconds(5));
        assertThat(callbacks.due(10)).containsExactly(known);
    }

    @Test
    void looksLessAndLessOftenForAPaymentThatNobodyKnows() {
        callbacks.store("P1");

        assertThat(callbacks.due(10)).containsExactly(UNKNOWN);
        clock.pass(Duration.ofSeconds(5));
        assertThat(callbacks.due(10)).containsExactly(UNKNOWN);
        clock.pass(Duration.ofHours(3));
        assertThat(callbacks.due(10)).containsExactly(UNKNOWN);
        clock.pass(Duration.ofMinutes(59));
        assertThat(callbacks.due(10)).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(callbacks.due(10)).containsExactly(UNKNOWN);
    }

    @Test
    void takesTheOldestFirst() {
        callbacks.store("P2");
        clock.pass(Duration.ofSeconds(1));
        callbacks.store("P1");

        assertThat(callbacks.due(1)).extracting(Due::paymentId).containsExactly("P2");
        assertThat(callbacks.due(1)).extracting(Due::paymentId).containsExactly("P1");
    }

    @Test
    void givesUpAfterADayOnWhatNobodyKnows() {
        callbacks.store("P1");
        callbacks.store("P2");
        callbacks.assign(Map.of("P2", 7L));
        clock.pass(Duration.ofHours(24));
        assertThat(callbacks.giveUp(List.of("P1", "P2"))).isEmpty();

        clock.pass(Duration.ofSeconds(1));

        assertThat(callbacks.giveUp(List.of("P1", "P2"))).containsExactly("P1");
        assertThat(callbacks.of(7)).hasSize(1);
    }
}
