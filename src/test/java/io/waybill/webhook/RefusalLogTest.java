package io.waybill.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(Resources.SYSTEM_OUT)
class RefusalLogTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final RefusalLog refusals = new RefusalLog(clock);

    @Test
    void saysEachReasonOnceAMinute(CapturedOutput output) {
        refusals.refused("a reason of this test");
        refusals.refused("a reason of this test");
        refusals.refused("its other reason");
        assertThat(output).containsOnlyOnce("a reason of this test").containsOnlyOnce("its other reason");

        clock.pass(Duration.ofMinutes(1));
        refusals.refused("a reason of this test");
        assertThat(output.getOut().split("a reason of this test", -1)).hasSize(3);
    }
}
