package io.waybill.desk;

import io.waybill.attention.AttentionCategory;
import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Says once a day, when the business opens, what waits for a person; by one node. */
class Digest {

    private static final Logger log = LoggerFactory.getLogger(Digest.class);
    private static final String SUBJECT = "attention";

    private final List<AttentionCategory> categories;
    private final Supplier<DeskRules> rules;
    private final Notices notices;
    private final Alerts alerts;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digest(
            List<AttentionCategory> categories,
            Supplier<DeskRules> rules,
            Notices notices,
            Alerts alerts,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.categories = categories;
        this.rules = rules;
        this.notices = notices;
        this.alerts = alerts;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            Instant now = clock.instant();
            DeskRules today = rules.get();
            LocalDate day = today.hours().day(now);
            if (time(today, day).filter(time -> !now.isBefore(time)).isPresent()) {
                transaction.executeWithoutResult(tx -> make(day, now));
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The daily digest was not made; next try in a minute: {}", e.getMessage());
        }
    }

    /** Where the business never closes it has a time of its own. */
    private static Optional<Instant> time(DeskRules rules, LocalDate day) {
        BusinessHours hours = rules.hours();
        return hours.isAlways()
                ? Optional.of(day.atTime(rules.settings().digestAt())
                        .atZone(hours.zone())
                        .toInstant())
                : hours.opening(day);
    }

    private void make(LocalDate day, Instant now) {
        boolean mine = jdbc.sql("insert into desk_digest (day) values (?) on conflict do nothing")
                        .param(day)
                        .update()
                > 0;
        if (mine) {
            say(now);
            alerts.forgetOld();
        }
    }

    private void say(Instant now) {
        String counts = categories.stream()
                .map(category -> new Counted(category.name(), category.count(now)))
                .filter(counted -> counted.count() > 0)
                .map(Counted::words)
                .collect(Collectors.joining(", "));
        if (counts.isEmpty()) {
            notices.end(Kind.DIGEST, SUBJECT);
        } else {
            notices.raise(
                    Kind.DIGEST,
                    SUBJECT,
                    "This waits for a person today: %s. GET /api/v1/attention says what to do.".formatted(counts),
                    null);
        }
    }

    private record Counted(String name, long count) {

        String words() {
            return "%s: %d".formatted(name, count);
        }
    }
}
