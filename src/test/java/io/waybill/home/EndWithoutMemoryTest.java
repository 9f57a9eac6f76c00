package io.waybill.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndWithoutMemoryTest {

    private final List<Integer> ends = new ArrayList<>();
    private final EndWithoutMemory handler = new EndWithoutMemory(ends::add);

    @Test
    void endsTheProcessWhenAThreadDiesForWantOfMemory() throws InterruptedException {
        dies(new OutOfMemoryError("Java heap space"));

        assertThat(ends).containsExactly(EndWithoutMemory.STATUS);
    }

    @Test
    void goesOnWhenAThreadDiesOfAnythingElse() throws InterruptedException {
        dies(new IllegalStateException("not today"));

        assertThat(ends).isEmpty();
    }

    private void dies(Throwable error) throws InterruptedException {
        Thread thread = Thread.ofPlatform().uncaughtExceptionHandler(handler).start(() -> {
            throw EndWithoutMemoryTest.<RuntimeException>unchecked(error);
        });
        thread.join();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable error) throws E {
        throw (E) error;
    }
}
