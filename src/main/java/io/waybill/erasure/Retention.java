package io.waybill.erasure;

import io.waybill.access.Audit;
import io.waybill.erasure.People.UnderWay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets customers some time after the last words with them, each as an administrator would. */
class Retention {

    /** As whom it is done, in the audit log. */
    static final String BY = "retention";

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int PAGE = 200;

    private final SilentPeople silent;
    private final People people;
    private final Supplier<RetentionSettings> settings;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            SilentPeople silent,
            People people,
            Supplier<RetentionSettings> settings,
            Audit audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.silent = silent;
        this.people = people;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 12, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        Duration keepFor = settings.get().customers();
        if (keepFor == null) {
            return;
        }
        try {
            Instant since = clock.instant().minus(keepFor);
            List<Long> page = silent.page(since, 0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(this::forget);
                page = silent.page(since, page.getLast(), PAGE);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Customers who are to be forgotten are kept until the next time: {}", e.getMessage());
        }
    }

    private void forget(long contactId) {
        try {
            transaction.executeWithoutResult(tx -> {
                if (silent.hold(contactId)) {
                    people.erase(contactId, false, BY);
                    audit.doneBy(BY, "contact.erase", "contact " + contactId);
                }
            });
        } catch (UnderWay e) {
            log.info("Contact {} is kept until the next time: {}", contactId, e.getMessage());
        }
    }
}
