package io.waybill.conversation;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.conversation.Journal.UnmatchedGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The report on what customers write that no flow understands. */
@RestController
@Needs(Permission.FLOWS_READ)
class UnmatchedController {

    private static final Duration USUAL_PERIOD = Duration.ofDays(30);
    private static final int MOST = 1_000;

    private final Journal journal;
    private final Clock clock;

    UnmatchedController(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** The most frequent texts of a period, which ends before {@code to}; without an end now, and 30 days long. */
    @GetMapping("/api/v1/unmatched")
    Unmatched unmatched(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "10") int limit) {
        Instant end = to == null ? clock.instant() : to;
        Instant begin = from == null ? end.minus(USUAL_PERIOD) : from;
        if (!begin.isBefore(end) || limit < 1 || limit > MOST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "A period begins before it ends, and limit is 1 to %d.".formatted(MOST));
        }
        return new Unmatched(begin, end, journal.unmatched(begin, end, limit));
    }

    record Unmatched(Instant from, Instant to, List<UnmatchedGroup> groups) {}
}
