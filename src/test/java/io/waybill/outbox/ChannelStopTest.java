package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.notice.Notice;
import io.waybill.notice.Notice.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole number stands still until somebody, or Meta, sets it right. */
class ChannelStopTest {

    private static final int CUSTOMERS = 20;

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @Test
    void keepsAllThatWaitsTellsStaffOnceAndGoesOnInOrder() {
        rig.graph.number(SendingRig.NUMBER, "another token");
        allHear("One", "Two");

        rig.soon(() -> !rig.noticesOf(Kind.CHANNEL_STOPPED).isEmpty());
        rig.until(() -> rig.clock
                .instant()
                .isAfter(rig.notices.open().getFirst().since().plusSeconds(100)));
        assertThat(rig.notices.open()).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo(SendingRig.NUMBER);
            assertThat(notice.times()).isEqualTo(1);
            assertThat(notice.sentence()).contains("The access token is not valid: put a new one into");
        });
        assertThat(rig.graph.messages()).isEmpty();
        assertThat(rig.why(1))
                .startsWith("It waits, as all of its number do since 2026-11-21T12:00:00Z: Nothing goes out");

        rig.graph.number(SendingRig.NUMBER, "token");
        rig.until(this::allHaveBoth);

        assertThat(rig.graph.doubled()).isEmpty();
        rig.soon(() -> rig.notices.open().isEmpty());
    }

    @Test
    void remembersAcrossARestart() throws Exception {
        rig.graph.number(SendingRig.NUMBER, "another token");
        allHear("One", "Two");
        rig.soon(() -> !rig.notices.open().isEmpty());

        rig.restarts();
        rig.sweeps();
        assertThat(rig.noticesOf(Kind.CHANNEL_STOPPED)).hasSize(1);
        rig.until(() -> rig.gateway.numbers.stopped(SendingRig.NUMBER));
        assertThat(rig.noticesOf(Kind.CHANNEL_STOPPED)).hasSize(1);

        rig.graph.number(SendingRig.NUMBER, "token");
        rig.until(this::allHaveBoth);
        assertThat(rig.graph.doubled()).isEmpty();
        rig.soon(() -> rig.notices.open().isEmpty());
    }

    @Test
    void endsWhatWasToldBeforeARestartOnceAMessageGoes() throws Exception {
        rig.notices.raise(Kind.CHANNEL_STOPPED, SendingRig.NUMBER, "The token is not valid.", null);
        rig.restarts();

        rig.says(1, "One");

        rig.soon(() -> rig.notices.open().isEmpty());
    }

    @Test
    void doesNotHammerMetaWhenItIsTimeToTryAgain() {
        for (long contact = 1; contact <= CUSTOMERS; contact++) {
            rig.graph.refuses(SendingRig.phone(contact), 400, 131042);
        }
        allHear("One");
        rig.soon(() -> rig.gateway.numbers.stopped(SendingRig.NUMBER));
        Instant since = rig.clock.instant();

        rig.until(() -> rig.clock.instant().isAfter(since.plus(Duration.ofMinutes(10))));

        assertThat(rig.graph.requests().size() - CUSTOMERS)
                .as("tries after 10, 20 and 40 seconds, then a minute apart, beside those under way at first")
                .isLessThanOrEqualTo(15);
    }

    @Test
    void tellsStaffThatMetaLimitsTheNumberUntilItDoesNotAnyMore() {
        rig.graph.refuses(SendingRig.phone(1), 400, 131048);
        rig.says(1, "One");
        rig.soon(() -> !rig.noticesOf(Kind.CHANNEL_LIMITED).isEmpty());
        rig.says(2, "Another");
        assertThat(rig.received(2)).isEmpty();
        assertThat(rig.notices.open())
                .extracting(Notice::sentence)
                .singleElement()
                .asString()
                .contains("check its quality rating");

        rig.graph.takesAgain(SendingRig.phone(1));
        rig.until(() -> rig.received(1).size() == 1 && rig.received(2).size() == 1);

        rig.soon(() -> rig.notices.open().isEmpty());
        assertThat(rig.messages(1).getFirst().attempts())
                .extracting(tried -> tried.outcome() + " " + tried.reason().code())
                .containsExactly("held 131048");
    }

    private void allHear(String... texts) {
        LongStream.rangeClosed(1, CUSTOMERS).forEach(contact -> rig.says(contact, texts));
    }

    private boolean allHaveBoth() {
        return LongStream.rangeClosed(1, CUSTOMERS)
                .allMatch(contact -> rig.received(contact).equals(List.of("One", "Two")));
    }
}
