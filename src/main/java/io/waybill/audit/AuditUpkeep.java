package io.waybill.audit;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets who did what when it was kept for long enough. */
class AuditUpkeep {

    private static final Logger log = LoggerFactory.getLogger(AuditUpkeep.class);

    private final AuditLog audit;
    private final Supplier<AuditSettings> settings;

    AuditUpkeep(AuditLog audit, Supplier<AuditSettings> settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 12, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        try {
            audit.forget(settings.get().keepFor());
        } catch (DataAccessException e) {
            log.warn("What the audit has kept for long enough stays until the next time: {}", e.getMessage());
        }
    }
}
