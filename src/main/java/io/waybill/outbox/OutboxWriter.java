package io.waybill.outbox;

import io.waybill.database.GroupCommit;
import io.waybill.database.GroupCommit.Overloaded;
import io.waybill.message.DeliveryStatus;
import io.waybill.whatsapp.SendFailure;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits what became of messages, in groups; one writer, so that attempts and statuses of a message never deadlock. */
public final class OutboxWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxWriter.class);
    private static final int WAITING = 20_000;
    private static final int GROUP = 200;

    private final GroupCommit<Change, Change> changes;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-retries").daemon().factory());

    public OutboxWriter(Outbox outbox, TransactionTemplate transaction) {
        this.changes = new GroupCommit<>("outbox", WAITING, GROUP, group -> {
            transaction.executeWithoutResult(status -> write(outbox, group));
            return group;
        });
    }

    /**
     * Returns once the statuses are committed.
     *
     * @throws OutboxFull when too many wait; none of these is applied then
     */
    public void apply(List<DeliveryStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        statuses.forEach(OutboxWriter::tellFailure);
        try {
            changes.submit(new Change.Reported(statuses)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Overloaded
                    ? new OutboxFull()
                    : e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void tellFailure(DeliveryStatus status) {
        if (status.state().equals("failed")) {
            log.warn(
                    "WhatsApp could not deliver message {}: {}",
                    status.callbackData() == null ? status.messageId() : status.callbackData(),
                    status.problems().stream()
                            .findFirst()
                            .map(problem ->
                                    "%s (%d)".formatted(SendFailure.of(problem).advice(), problem.code()))
                            .orElse("it gives no reason."));
        }
    }

    /** Writes {@code mark} soon; one that cannot be written now (database away, queue full) is tried until it is. */
    void write(Mark mark) {
        changes.submit(new Change.Marked(mark)).whenComplete((done, error) -> {
            if (error != null) {
                log.warn("Cannot note what became of {}: {}", mark.message().callbackData(), error.toString());
                retries.schedule(() -> write(mark), 1, TimeUnit.SECONDS);
            }
        });
    }

    @Override
    public void close() {
        retries.shutdownNow();
        changes.close();
    }

    private static void write(Outbox outbox, List<Change> group) {
        outbox.mark(group.stream()
                .filter(Change.Marked.class::isInstance)
                .map(change -> ((Change.Marked) change).mark())
                .toList());
        outbox.apply(group.stream()
                .filter(Change.Reported.class::isInstance)
                .flatMap(change -> ((Change.Reported) change).statuses().stream())
                .toList());
    }

    private sealed interface Change {
        record Marked(Mark mark) implements Change {}

        record Reported(List<DeliveryStatus> statuses) implements Change {}
    }
}
