package io.waybill.service;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Looks for paid time that began or is over, on each node. Ends are looked for twice a second, since customers and others are told of
 * them; when time began comes to the same however late somebody looks.
 */
class ServiceSweep {

    private static final Logger log = LoggerFactory.getLogger(ServiceSweep.class);
    private static final int STARTS_EVERY = 10;

    private final ServiceStarts starts;
    private final ServiceEnds ends;
    private int looks;

    ServiceSweep(ServiceStarts starts, ServiceEnds ends) {
        this.starts = starts;
        this.ends = ends;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        try {
            if (looks++ % STARTS_EVERY == 0) {
                starts.settle();
            }
            ends.settle();
        } catch (RuntimeException e) {
            log.error("Looking for paid time that began or is over failed; next try in a moment.", e);
        }
    }
}
