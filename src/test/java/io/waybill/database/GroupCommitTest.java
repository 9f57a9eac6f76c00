package io.waybill.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

    private final List<List<String>> groups = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CountDownLatch firstHasBegun = new CountDownLatch(1);

    @Test
    void writesTogetherWhatCameInWhileTheLastGroupWasWritten() throws Exception {
        try (GroupCommit<String, String> writer = new GroupCommit<>("test", 10, 5, this::waitThenEcho)) {
            CompletableFuture<String> first = writer.submit("a");
            firstHasBegun.await();
            CompletableFuture<String> second = writer.submit("b");
            CompletableFuture<String> third = writer.submit("c");
            firstMayEnd.countDown();

            assertThat(List.of(first.join(), second.join(), third.join())).containsExactly("a!", "b!", "c!");
            assertThat(groups).containsExactly(List.of("a"), List.of("b", "c"));
        }
    }

    @Test
    void aBadMemberOfAGroupHarmsOnlyItself() throws Exception {
        try (GroupCommit<String, String> writer = new GroupCommit<>("test", 10, 5, this::waitThenEcho)) {
            writer.submit("a");
            firstHasBegun.await();
            CompletableFuture<String> good = writer.submit("b");
            CompletableFuture<String> bad = writer.submit("bad");
            firstMayEnd.countDown();

            assertThat(good.join()).isEqualTo("b!");
            assertThatThrownBy(bad::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseMessage("bad row");
        }
    }

    @Test
    void refusesAtOnceWhenTooMuchWaits() throws Exception {
        try (GroupCommit<String, String> writer = new GroupCommit<>("test", 1, 5, this::waitThenEcho)) {
            writer.submit("a");
            firstHasBegun.await();
            CompletableFuture<String> waiting = writer.submit("b");

            assertThatThrownBy(writer.submit("c")::join)
                    .hasCauseInstanceOf(GroupCommit.Overloaded.class)
                    .hasMessageContaining("test");
            firstMayEnd.countDown();
            assertThat(waiting.join()).isEqualTo("b!");
        }
    }

    @Test
    void writesWhatWaitsBeforeItCloses() throws Exception {
        GroupCommit<String, String> writer = new GroupCommit<>("test", 10, 5, this::waitThenEcho);
        CompletableFuture<String> first = writer.submit("a");
        firstHasBegun.await();
        CompletableFuture<String> second = writer.submit("b");
        firstMayEnd.countDown();
        writer.close();

        assertThat(first).isCompletedWithValue("a!");
        assertThat(second).isCompletedWithValue("b!");
        assertThat(writer.submit("late")).isCompletedExceptionally();
    }

    private List<String> waitThenEcho(List<String> group) {
        firstHasBegun.countDown();
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (group.contains("bad")) {
            throw new IllegalStateException("bad row");
        }
        groups.add(group);
        return group.stream().map(text -> text + "!").toList();
    }
}
