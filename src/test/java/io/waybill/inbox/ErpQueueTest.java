package io.waybill.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ErpQueueTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private Node node;
    private Claims claims;
    private ErpQueue queue;

    @BeforeEach
    void open() throws Exception {
        node = Node.join(database.dataSource());
        Contacts contacts = new Contacts(database.jdbc());
        claims = new Claims(
                database.jdbc(),
                database.transaction(),
                new ClaimRows(database.jdbc(), contacts, (number, json) -> {
                    throw new AssertionError("no messages here");
                }),
                node,
                clock,
                Duration.ofSeconds(60));
        queue = new ErpQueue(claims);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void servesOneAfterTheOtherInTheOrderTheyCame() {
        long second = queued(clock.instant().minusSeconds(5));
        long first = queued(clock.instant().minusSeconds(9));

        Claim served = taken(first);
        assertThat(queue.take(clock.instant())).as("one at a time").isEmpty();
        assertThat(queue.isServing()).isTrue();
        ends(served, null);
        ends(taken(second), null);

        assertThat(queue.take(clock.instant())).isEmpty();
        assertThat(queue.isServing()).isFalse();
    }

    @Test
    void triesTheFirstLessAndLessOftenWhileTheErpIsAway() {
        Instant since = clock.instant();
        long first = queued(since);
        queued(since.plusMillis(1));

        for (Duration pause : List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8))) {
            ends(taken(first), since);
            assertThat(queue.take(clock.instant())).as("it still waits").isEmpty();
            clock.pass(pause.minusMillis(1));
            assertThat(queue.take(clock.instant())).as("too early").isEmpty();
            clock.pass(Duration.ofMillis(1));
        }
        ends(taken(first), null);
        assertThat(queue.take(clock.instant())).as("the next follows at once").hasSize(1);
    }

    @Test
    void oneThatFailsForAnHourDoesNotHoldUpTheOthers() {
        Instant since = clock.instant().minus(Duration.ofHours(2));
        long stuck = queued(since);
        long behind = queued(clock.instant());
        ends(taken(stuck), since);
        assertThat(queue.take(clock.instant())).isEmpty();
        clock.pass(Duration.ofSeconds(2));

        ends(taken(behind), null);

        taken(stuck);
    }

    @Test
    void leavesAContactAloneThatAnotherNodeServes() {
        queued(clock.instant());
        assertThat(new ErpQueue(claims).take(clock.instant())).hasSize(1);

        assertThat(queue.take(clock.instant())).isEmpty();
    }

    private Claim taken(long contact) {
        List<Claim> taken = queue.take(clock.instant());
        assertThat(taken).extracting(claim -> claim.contact().id()).containsExactly(contact);
        return taken.getFirst();
    }

    private void ends(Claim claim, @Nullable Instant queuedAt) {
        Completion completion =
                new Completion(claim.contact().id(), claim.lease(), "s", List.of(), false, null, queuedAt, null);
        database.transaction().executeWithoutResult(status -> claims.complete(List.of(completion)));
    }

    private long queued(Instant at) {
        long id = database.jdbc()
                .sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
        database.jdbc()
                .sql("insert into conversation (contact_id, queued_at) values (?, to_timestamp(?))")
                .params(id, at.toEpochMilli() / 1000.0)
                .update();
        return id;
    }
}
