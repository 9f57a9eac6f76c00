package io.waybill.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.time.Clock;
import java.time.Instant;

/** Asks the ERP about one order; to be called outside of transactions. */
final class OrderAsking {

    private final ErpGateway erp;
    private final OrderLife life;
    private final Clock clock;

    OrderAsking(ErpGateway erp, OrderLife life, Clock clock) {
        this.erp = erp;
        this.life = life;
        this.clock = clock;
    }

    boolean isPossible() {
        return erp.available().contains(ErpOperation.GET_ORDER_STATUS);
    }

    /** @param at when it was asked */
    record Answer(String externalOrderId, Instant at, ErpReply reply) {

        boolean isOk() {
            return reply instanceof ErpReply.Ok;
        }
    }

    Answer ask(String externalOrderId) {
        Instant asked = clock.instant();
        ErpReply reply = erp.call(
                        ErpOperation.GET_ORDER_STATUS,
                        JsonNodeFactory.instance.objectNode().put("external_order_id", externalOrderId),
                        null)
                .reply();
        return new Answer(externalOrderId, asked, reply);
    }

    /** What it says is what is known from now on. */
    void take(Answer answer) {
        if (answer.reply() instanceof ErpReply.Ok(JsonNode body)) {
            life.report(new OrderReport(
                    answer.externalOrderId(),
                    Origin.POLL,
                    answer.at(),
                    body.path("status").asText(null),
                    body.path("payment_status").asText(null),
                    body.path("order_number").asText(null),
                    body.path("tracking_url").asText(null),
                    null,
                    null));
        }
    }
}
