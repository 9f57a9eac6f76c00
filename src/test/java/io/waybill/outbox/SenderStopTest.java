package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.outbox.SentMessage.State;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node that is told to end. */
class SenderStopTest {

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @Test
    void endsWhatIsUnderWayAndLeavesTheRestForTheNextStart() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        rig.graph.onMessage(message -> {
            if (message.text().equals("one")) {
                asked.countDown();
                await(answers);
            }
        });
        rig.says(1, "one", "two");
        await(asked);

        Thread stop = Thread.startVirtualThread(() -> rig.gateway.sender.stop(Duration.ofSeconds(20)));
        rig.soon(() -> stop.getState() == Thread.State.TIMED_WAITING);
        answers.countDown();
        stop.join();

        rig.soon(() -> rig.messages(1).getLast().state() == State.SENT);
        assertThat(rig.received(1)).containsExactly("one");
        rig.restarts();
        rig.sweeps();
        rig.until(() -> rig.received(1).size() == 2);
        assertThat(rig.received(1)).containsExactly("one", "two");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
