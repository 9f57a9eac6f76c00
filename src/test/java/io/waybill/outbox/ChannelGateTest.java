package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.whatsapp.SendFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelGateTest {

    private final List<String> told = new ArrayList<>();
    private final SettableClock clock = SettableClock.atNoon();
    private final ChannelGate gate = new ChannelGate(clock, new GateListener() {
        @Override
        public void stopped(String advice) {
            told.add("stopped: " + advice);
        }

        @Override
        public void limited(String advice) {
            told.add("limited: " + advice);
        }

        @Override
        public void goesOn() {
            told.add("goes on");
        }
    });

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
    void neverStopsForMoreThanAMinuteBeforeItTriesAgain() {
        for (int failure = 0; failure < 10; failure++) {
            gate.stop("token");
            clock.pass(gate.closedFor());
        }
        gate.stop("token");

        assertThat(gate.closedFor()).isEqualTo(Duration.ofMinutes(1));
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

    @Test
    void letsOneMessageASecondTryUntilOneGoesThrough() {
        gate.stop("token");
        clock.pass(Duration.ofSeconds(10));

        assertThat(gate.enter()).as("the first tries").isZero();
        assertThat(gate.enter()).as("the others wait").isEqualTo(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(gate.enter()).isZero();
        gate.open();
        assertThat(gate.enter()).isZero();
        assertThat(gate.enter()).isZero();
    }

    @Test
    void tellsOnceThatItStandsStillAndWhyAndThatItGoesOn() {
        gate.stop("token");
        clock.pass(Duration.ofSeconds(10));
        gate.stop("token");
        assertThat(gate.standstill())
                .hasValue(new ChannelGate.Standstill(clock.instant().minusSeconds(10), "token"));
        clock.pass(Duration.ofSeconds(20));
        gate.stop("payment");
        clock.pass(Duration.ofSeconds(40));
        gate.open();
        gate.open();

        assertThat(told).containsExactly("stopped: token", "stopped: payment", "goes on");
        assertThat(gate.standstill()).isEmpty();
    }

    @Test
    void tellsOfALimitOfMetaButNotOfAShortPause() {
        gate.open();
        gate.pause(SendFailure.Pace.NUMBER, "too fast");
        clock.pass(Duration.ofSeconds(1));
        gate.limit(SendFailure.Pace.HOURS, "reported");
        assertThat(gate.closedFor()).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(gate.stopped()).isFalse();

        assertThat(told).containsExactly("goes on", "limited: reported");
    }
}
