package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.whatsapp.SendFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChannelGateTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final ChannelGate gate = new ChannelGate(clock);

    @Test
    void isOpenAtFirst() {
        assertThat(gate.closedFor()).isZero();
        assertThat(gate.stopped()).isFalse();
    }

    @Test
    void closesLongerEachTimeTheNextMessageFails() {
        gate.stop("token");
        assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(10));
        assertThat(gate.stopped()).isTrue();

        clock.pass(Duration.ofSeconds(10));
        assertThat(gate.closedFor()).isZero();
        gate.stop("token");
        assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void isNotClosedLongerByWhatWasUnderWay() {
        gate.stop("token");
        clock.pass(Duration.ofSeconds(4));
        gate.stop("token");

        assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void neverStopsForMoreThanFiveMinutesBeforeItTriesAgain() {
        for (int failure = 0; failure < 10; failure++) {
            gate.stop("token");
            clock.pass(gate.closedFor());
        }
        gate.stop("token");

        assertThat(gate.closedFor()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void pausesAtThePaceThatTheFailureAsksForWithoutCountingAsStopped() {
        gate.pause(SendFailure.Pace.NUMBER, "too fast");
        assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        gate.pause(SendFailure.Pace.NUMBER, "too fast");

        assertThat(gate.closedFor()).isEqualTo(Duration.ofSeconds(2));
        assertThat(gate.stopped()).isFalse();
    }

    @Test
    void opensWithTheFirstMessageThatGoesThrough() {
        gate.stop("token");
        clock.pass(Duration.ofSeconds(10));
        gate.open();
        assertThat(gate.stopped()).isFalse();

        gate.stop("token");
        assertThat(gate.closedFor()).as("starts anew").isEqualTo(Duration.ofSeconds(10));
    }
}
