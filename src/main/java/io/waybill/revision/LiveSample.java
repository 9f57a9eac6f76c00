package io.waybill.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import java.util.Arrays;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** The shop of a simulation with what the ERP of this gateway sells now. It is read once and written to never. */
final class LiveSample {

    private static final int MOST_ROWS = 500;
    private static final int MOST_PRICES = 10;
    private static final String PRICE = "price";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ErpGateway erp;
    private final ErpReads reads;

    LiveSample(ErpGateway erp, ErpReads reads) {
        this.erp = erp;
        this.reads = reads;
    }

    /** As a recorded case has it under {@code sample}; to be called outside of transactions. */
    ObjectNode read() {
        Set<ErpOperation> available = erp.available();
        ObjectNode sample = NODES.objectNode();
        ArrayNode products = rows(ErpOperation.LIST_PRODUCTS, available);
        price(products, available);
        sample.set("products", products);
        sample.set("jobs", rows(ErpOperation.LIST_JOBS, available));
        sample.put("payment", available.contains(ErpOperation.REQUEST_PAYMENT));
        ArrayNode unavailable = sample.putArray("unavailable");
        Arrays.stream(ErpOperation.values())
                .filter(operation ->
                        operation != ErpOperation.AUTH && !operation.pays() && !available.contains(operation))
                .forEach(operation -> unavailable.add(operation.name()));
        return sample;
    }

    private ArrayNode rows(ErpOperation list, Set<ErpOperation> available) {
        ArrayNode rows = NODES.arrayNode();
        if (!available.contains(list)) {
            return rows;
        }
        switch (reads.ask(list, NODES.objectNode().put("active_only", true)).reply()) {
            case ErpReply.Ok(JsonNode body) -> {
                for (JsonNode row : body.path("items")) {
                    if (rows.size() < MOST_ROWS) {
                        rows.add((JsonNode) row.deepCopy());
                    }
                }
            }
            case ErpReply.Empty empty -> {}
            case ErpReply.Refused(String reason) -> throw unread(reason);
            case ErpReply.Down(String reason) -> throw unread(reason);
            case ErpReply.Unknown(String reason) -> throw unread(reason);
        }
        return rows;
    }

    /** Some ERPs list no prices and tell them only when they are asked. */
    private void price(ArrayNode products, Set<ErpOperation> available) {
        if (!available.contains(ErpOperation.GET_PRICE)) {
            return;
        }
        int asked = 0;
        for (JsonNode product : products) {
            if (product.hasNonNull(PRICE) || asked++ >= MOST_PRICES) {
                continue;
            }
            ObjectNode question = NODES.objectNode()
                    .put("external_product_id", product.path("id").asText())
                    .put("qty", 1);
            if (reads.ask(ErpOperation.GET_PRICE, question).reply() instanceof ErpReply.Ok(JsonNode body)) {
                ((ObjectNode) product).set(PRICE, body.path("unit_price"));
                ((ObjectNode) product).set("currency", body.path("currency"));
            }
        }
    }

    private static Refusal unread(String reason) {
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "The shop of the ERP cannot be read. " + reason);
    }
}
