package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.util.Optional;

/** Looking an order up by our reference, where the ERP can. */
final class OrderLookup {

    private static final String ID = "external_order_id";

    private OrderLookup() {}

    /** The operation for it, when the profile has one. */
    static Optional<ErpOperation> operation(Run run) {
        return run.profile().available().stream()
                .filter(operation -> operation.name().equals("FIND_ORDER"))
                .findFirst();
    }

    /** True when {@code id} is in the answer, be it one order or a list of them. */
    static boolean finds(ObjectNode answer, String id) {
        if (answer.path(ID).asText().equals(id)) {
            return true;
        }
        for (JsonNode row : answer.path("items")) {
            if (row.path(ID).asText().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
