package io.waybill.erasure;

import io.waybill.access.Audit;
import io.waybill.database.KeptForAWhile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Deletes single messages that are old, of chats that go on as well, and what was noted beside them. Nobody waits for it: it works in small pieces. */
class OldMessages {

    private static final Logger log = LoggerFactory.getLogger(OldMessages.class);
    private static final int PIECE = 500;
    /** A piece is looked for within so much, so that what is deleted already is not gone through again and again. */
    private static final Duration STRETCH = Duration.ofDays(1);

    private static final Set<String> MESSAGES = Set.of("inbox", "outbox");

    private final List<KeptForAWhile> kept;
    private final Supplier<RetentionSettings> settings;
    private final Audit audit;
    private final Clock clock;

    OldMessages(List<KeptForAWhile> kept, Supplier<RetentionSettings> settings, Audit audit, Clock clock) {
        this.kept = List.copyOf(kept);
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 12, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Duration keepFor = settings.get().messages();
        if (keepFor == null) {
            return;
        }
        Instant before = clock.instant().minus(keepFor);
        StringJoiner gone = new StringJoiner(", ");
        try {
            for (KeptForAWhile one : kept) {
                int rows = forget(one, before);
                if (rows > 0) {
                    gone.add("%s %d".formatted(one.name(), rows));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Old messages that are to be deleted are kept until the next time: {}", e.getMessage());
        }
        if (gone.length() > 0) {
            audit.doneBy(Retention.BY, "messages.delete", gone.toString());
        }
    }

    private static int forget(KeptForAWhile one, Instant before) {
        int gone = 0;
        Instant from = one.oldest(before).orElse(before);
        while (from.isBefore(before)) {
            Instant next = from.plus(STRETCH);
            Instant until = next.isBefore(before) ? next : before;
            int deleted;
            do {
                deleted = one.delete(from, until, PIECE);
                gone += deleted;
            } while (deleted == PIECE);
            from = until;
        }
        return gone;
    }

    /** How many messages of customers and of ours would be deleted. */
    long count(Instant before) {
        return kept.stream()
                .filter(one -> MESSAGES.contains(one.name()))
                .mapToLong(one -> one.count(before))
                .sum();
    }
}
