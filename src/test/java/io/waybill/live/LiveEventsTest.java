package io.waybill.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.live.LiveEvents.Listener;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class LiveEventsTest {

    private final LiveEvents events = new LiveEvents();

    @Test
    void aStreamEndsWhenItsReaderIsSignedOutOrMayDoSomethingElse() {
        AtomicBoolean ben = new AtomicBoolean(true);
        events.open(new Listener("ada", Set.of("ADMIN"), () -> true));
        events.open(new Listener("ben", Set.of("SALES"), ben::get));

        events.heartbeat();
        assertThat(events.listening()).containsExactlyInAnyOrder("ada", "ben");

        ben.set(false);
        events.heartbeat();
        assertThat(events.listening()).containsExactly("ada");
    }
}
