package io.waybill.outbox;

import io.waybill.database.GroupCommit;
import io.waybill.database.GroupCommit.Overloaded;
import io.waybill.database.Node;
import io.waybill.message.DeliveryStatus;
import io.waybill.whatsapp.SendFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits what became of messages, in groups; one writer, so that attempts and statuses of a message never deadlock. */
public final class OutboxWriter implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxWriter.class);
    private static final int WAITING = 20_000;
    private static final int GROUP = 200;
    private static final Duration AFTER_ERROR = Duration.ofSeconds(1);

    private final Marks marks;
    private final Statuses statuses;
    private final FollowUps followUps;
    private final KnownNumbers numbers;
    private final Node node;
    private final GroupCommit<Change, List<OutboxMessage>> changes;
    private final Alarm retries = Alarm.named("outbox-retries");

    OutboxWriter(
            Marks marks,
            Statuses statuses,
            FollowUps followUps,
            KnownNumbers numbers,
            Node node,
            TransactionTemplate transaction) {
        this.marks = marks;
        this.statuses = statuses;
        this.followUps = followUps;
        this.numbers = numbers;
        this.node = node;
        this.changes = new GroupCommit<>("outbox", WAITING, GROUP, group -> transaction.execute(tx -> write(group)));
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
                retries.after(AFTER_ERROR, () -> write(mark));
            }
        });
    }

    /** Returns once it is committed, with what this node sends in the place of the message. */
    List<OutboxMessage> bury(Mark.Dead dead) {
        return changes.submit(new Change.Marked(dead)).join();
    }

    @Override
    public void close() {
        retries.close();
        changes.close();
    }

    /** For each, what this node sends in its place. */
    private List<List<OutboxMessage>> write(List<Change> group) {
        marks.write(group.stream()
                .filter(Change.Marked.class::isInstance)
                .map(change -> ((Change.Marked) change).mark())
                .toList());
        statuses.apply(group.stream()
                .filter(Change.Reported.class::isInstance)
                .flatMap(change -> ((Change.Reported) change).statuses().stream())
                .toList());
        group.forEach(this::tellNumber);
        return group.stream().map(this::instead).toList();
    }

    /** Happens once for a number that Meta writes otherwise, so it may ask. */
    private void tellNumber(Change change) {
        if (change instanceof Change.Marked(Mark.Sent sent)
                && sent.reachedAs() != null
                && marks.isSent(sent.message())) {
            numbers.reachedAs(sent.message().contactId(), sent.reachedAs());
        }
    }

    private List<OutboxMessage> instead(Change change) {
        return change instanceof Change.Marked(Mark.Dead(OutboxMessage message, Reason reason))
                        && FollowUps.canFollow(reason.code())
                ? followUps.after(List.of(new FollowUps.Key(message.contactId(), message.id())), node.number())
                : List.of();
    }

    private sealed interface Change {
        record Marked(Mark mark) implements Change {}

        record Reported(List<DeliveryStatus> statuses) implements Change {}
    }
}
