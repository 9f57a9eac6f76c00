package io.waybill.job;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.catalog.HiddenIds;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Jobs that are switched off for WhatsApp, though the ERP has them open. */
public final class HiddenJobs {

    private final HiddenIds hidden;

    HiddenJobs(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.hidden = new HiddenIds(jdbc, clock, ticker, "hidden_job", "external_job_id");
    }

    /** External job ids. */
    public Set<String> ids() {
        return hidden.ids();
    }

    void hide(String externalJobId, String by) {
        hidden.hide(List.of(externalJobId), by);
    }

    void show(String externalJobId) {
        hidden.show(List.of(externalJobId));
    }
}
