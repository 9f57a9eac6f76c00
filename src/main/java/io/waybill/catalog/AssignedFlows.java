package io.waybill.catalog;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which flow sells a product, where it is not the one whose list the product stands in. */
public final class AssignedFlows {

    private final FlowsById flows;

    AssignedFlows(JdbcClient jdbc, Clock clock, Ticker ticker) {
        this.flows = new FlowsById(jdbc, clock, ticker, "product_flow", "external_product_id");
    }

    /** External product id to the id of a flow. */
    public Map<String, String> byProduct() {
        return flows.all();
    }

    void assign(String externalProductId, String flowId, String by) {
        assign(List.of(externalProductId), flowId, by);
    }

    void assign(Collection<String> externalProductIds, String flowId, String by) {
        flows.assign(externalProductIds, flowId, by);
    }

    void release(String externalProductId) {
        release(List.of(externalProductId));
    }

    void release(Collection<String> externalProductIds) {
        flows.release(externalProductIds);
    }
}
