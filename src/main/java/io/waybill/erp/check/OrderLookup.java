package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;

/** Looking an order up by our reference, where the ERP can. */
final class OrderLookup {

    private static final String ID = "external_order_id";

    private OrderLookup() {}

    /** Asks for the order with our reference; false where the profile has no operation for it. */
    static boolean finds(Run run, String key, String id) {
        if (!run.profile().available().contains(ErpOperation.FIND_ORDER)) {
            return false;
        }
        Call call = run.ask(ErpOperation.FIND_ORDER, Run.request().put("client_reference", key), null);
        boolean found = call.body().filter(answer -> finds(answer, id)).isPresent();
        if (call.went() && !found) {
            run.tested(ErpOperation.FIND_ORDER)
                    .add(Finding.at(
                            ID,
                            FindingKind.ORDER_NOT_FOUND,
                            "The test order %s is not found by its client_reference %s. Make the ERP keep client_reference with the order and look for it there."
                                    .formatted(run.shown().id(id), key)));
        }
        return found;
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
