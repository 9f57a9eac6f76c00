package io.waybill.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpAnswer;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReads.ListRead;
import io.waybill.erp.ErpReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All job positions of the ERP, those that customers do not see among them. */
final class ErpJobs {

    private static final ObjectNode ALL = JsonNodeFactory.instance.objectNode().put("active_only", false);

    private final ErpReads erp;
    private final ErpGateway gateway;

    ErpJobs(ErpReads erp, ErpGateway gateway) {
        this.erp = erp;
        this.gateway = gateway;
    }

    /** Whether the ERP has any to list. */
    boolean hasJobs() {
        return gateway.available().contains(ErpOperation.LIST_JOBS);
    }

    /** @throws NotListed when the ERP does not say what it has */
    Listed all() {
        return listed(erp.ask(ErpOperation.LIST_JOBS, ALL.deepCopy()));
    }

    /**
     * As the ERP has them now.
     *
     * @throws NotListed when it does not say what it has
     */
    Listed now() {
        return listed(erp.askFresh(ErpOperation.LIST_JOBS, ALL.deepCopy()));
    }

    private Listed listed(ErpAnswer answer) {
        return switch (answer.reply()) {
            case ErpReply.Ok(JsonNode body) -> {
                List<JsonNode> jobs = new ArrayList<>();
                body.path("items").forEach(jobs::add);
                yield new Listed(
                        jobs,
                        body.path(ErpReads.AS_OF).textValue(),
                        erp.readOf(ErpOperation.LIST_JOBS, ALL, answer)
                                .map(ListRead::at)
                                .orElse(null));
            }
            case ErpReply.Empty empty -> new Listed(List.of(), null, null);
            case ErpReply.Refused(String reason) -> throw new NotListed(reason);
            case ErpReply.Down(String reason) -> throw new NotListed(reason);
            case ErpReply.Unknown(String reason) -> throw new NotListed(reason);
        };
    }

    /**
     * @param jobs as the ERP lists them
     * @param asOf when they were given, if the ERP does not answer now; an ISO instant
     * @param readAt when they were read; null: not known
     */
    record Listed(
            List<JsonNode> jobs,
            @Nullable String asOf,
            @Nullable Instant readAt) {}

    /** The ERP does not say what it has. */
    static final class NotListed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotListed(String message) {
            super(message);
        }
    }
}
