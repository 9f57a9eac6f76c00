package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.PairLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixty answers within a minute to somebody who writes without a pause. */
class ImpatientCustomerTest {

    private static final List<String> ANSWERS =
            IntStream.rangeClosed(1, 60).mapToObj(n -> "Answer " + n).toList();
    private static final long IMPATIENT = 1;
    private static final long OTHER = 2;

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    /** With what Meta documents, our own pace keeps within it; with less, Meta's refusals do the rest. */
    @ParameterizedTest
    @ValueSource(ints = {45, 20})
    void getsEachAnswerOnceAndInOrderThoughMetaTakesFewer(int burst) {
        rig.graph.pairLimit(new PairLimit(burst, Duration.ofSeconds(6), rig.clock));

        rig.says(IMPATIENT, ANSWERS.toArray(String[]::new));
        rig.until(() -> rig.received(IMPATIENT).size() == ANSWERS.size());

        assertThat(rig.received(IMPATIENT)).isEqualTo(ANSWERS);
        assertThat(rig.graph.doubled()).isEmpty();
        rig.soon(() -> rig.messages(IMPATIENT).stream().allMatch(message -> message.state() == SentMessage.State.SENT));
        boolean withinThePace = burst == 45;
        assertThat(rig.graph.requests().stream()
                        .noneMatch(request -> request.outcome().equals("PAIR_131056")))
                .isEqualTo(withinThePace);
    }

    @Test
    void keepsNobodyElseWaiting() {
        rig.graph.pairLimit(new PairLimit(20, Duration.ofSeconds(6), rig.clock));
        rig.says(IMPATIENT, ANSWERS.toArray(String[]::new));
        rig.soon(() ->
                rig.received(IMPATIENT).size() == 20 && rig.gateway.alarm.next().isPresent());
        Instant before = rig.clock.instant();

        rig.says(OTHER, "One", "Two");
        rig.soon(() -> rig.received(OTHER).size() == 2);

        assertThat(rig.clock.instant()).as("no time had to pass").isEqualTo(before);
        assertThat(rig.received(IMPATIENT)).hasSize(20);
    }

    @Test
    void letsStaffSeeWhenTheNextGoes() {
        rig.says(IMPATIENT, ANSWERS.toArray(String[]::new));
        rig.soon(() -> rig.messages(IMPATIENT).stream()
                                .filter(message -> message.state() == SentMessage.State.QUEUED)
                                .count()
                        == 15
                && rig.gateway.alarm.next().isPresent());

        assertThat(rig.why(IMPATIENT))
                .isEqualTo("It waits its turn behind 14 more to this customer;"
                        + " Meta's pace for one person lets the next go at 2026-11-21T12:00:06Z.");
    }
}
