package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.RawAnswer;
import io.waybill.erp.check.OperationReport.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestedTest {

    private static final Duration SLOW = Duration.ofMillis(100);

    private final Tested tested = new Tested(ErpOperation.GET_PRICE, new Shown(UnaryOperator.identity()));

    @Test
    void isSlowWhenMoreThanOneCallInTwentyIs() {
        took(IntStream.rangeClosed(1, 38).map(call -> 10).toArray());
        took(500, 500, 500);

        OperationReport report = tested.report(SLOW);

        assertThat(report.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(report.p95()).isEqualTo(Duration.ofMillis(500));
        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.SLOW);
    }

    @Test
    void isNotSlowWhenOneCallInTwentyIs() {
        took(IntStream.rangeClosed(1, 19).map(call -> 10).toArray());
        took(500);

        OperationReport report = tested.report(SLOW);

        assertThat(report.verdict()).isEqualTo(Verdict.OK);
        assertThat(report.p95()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void isSkippedWhenNothingWasAsked() {
        tested.note("There is no product to ask the price of.");

        assertThat(tested.report(SLOW))
                .isEqualTo(new OperationReport(
                        ErpOperation.GET_PRICE,
                        Verdict.SKIPPED,
                        0,
                        null,
                        List.of(),
                        List.of(),
                        "There is no product to ask the price of."));
    }

    private void took(int... millis) {
        Clock clock = SettableClock.atNoon();
        Call call = new Call(clock, Instant.MAX);
        for (int took : millis) {
            call.arrived(new RawAnswer(
                    ErpOperation.GET_PRICE,
                    RawAnswer.Ending.ANSWERED,
                    200,
                    "application/json",
                    Map.of(),
                    null,
                    "",
                    Duration.ofMillis(took)));
        }
        tested.timed(call);
    }
}
