package io.waybill.erp.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.OrderProbe.Made;

/** Looking an order up, where the ERP can. */
final class OrderLookup {

    private static final ErpOperation OPERATION = ErpOperation.FIND_ORDER;
    private static final String ID = "external_order_id";

    private OrderLookup() {}

    /** Asks for an order that cannot be there; nothing where the profile has no operation for it. */
    static void findsNothing(Run run) {
        if (!run.has(OPERATION)) {
            return;
        }
        Call call = run.ask(OPERATION, Run.request().put("client_reference", run.key()), null);
        call.body()
                .ifPresent(order -> run.tested(OPERATION)
                        .add(Finding.at(
                                ID,
                                FindingKind.ORDER_FOUND_WRONGLY,
                                "Asked for a client_reference that no order has, the ERP answers order %s. Make it look for client_reference, and answer {\"found\": false} when there is none."
                                        .formatted(run.shown().id(order.path(ID).asText())))));
    }

    /** Asks for the order with our reference; false where the profile has no operation for it. */
    static boolean finds(Run run, String key, String id) {
        if (!run.has(OPERATION)) {
            return false;
        }
        Call call = run.ask(OPERATION, Run.request().put("client_reference", key), null);
        boolean found = isFound(call, id);
        if (call.went() && !found) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            ID,
                            FindingKind.ORDER_NOT_FOUND,
                            "The test order %s is not found by its client_reference %s. Make the ERP keep client_reference with the order and look for it there."
                                    .formatted(run.shown().id(id), key)));
        }
        return found;
    }

    /** Asks for the order by its number, as people name it. */
    static void findsByNumber(Run run, Made made) {
        if (!run.has(OPERATION)) {
            return;
        }
        Call call = run.ask(OPERATION, Run.request().put("order_number", made.number()), null);
        if (call.went() && !isFound(call, made.id())) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            "order_number",
                            FindingKind.NUMBER_NOT_FOUND,
                            "The test order %s is not found by its order_number %s. Make the ERP look for order_number as it was answered by CREATE_ORDER."
                                    .formatted(
                                            run.shown().id(made.id()),
                                            run.shown().id(made.number()))));
        }
    }

    private static boolean isFound(Call call, String id) {
        return call.body().filter(answer -> finds(answer, id)).isPresent();
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
