package io.waybill.job;

import com.github.benmanes.caffeine.cache.Ticker;
import io.waybill.catalog.FlowsById;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By which flow people apply for a job, where it is not the one whose list the job stands in. */
public final class JobFlows {

    private final FlowsById flows;

    JobFlows(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.flows = new FlowsById(jdbc, clock, ticker, "job_flow", "external_job_id");
    }

    /** External job id to the id of a flow. */
    public Map<String, String> byJob() {
        return flows.all();
    }

    void assign(String externalJobId, String flowId, String by) {
        flows.assign(List.of(externalJobId), flowId, by);
    }

    void release(String externalJobId) {
        flows.release(List.of(externalJobId));
    }
}
