package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.expression.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Shows which operations are kept from an ERP in trouble, and tries one of them when somebody wants to know. */
final class Circuits {

    private final Guards guards;
    private final ErpReads reads;
    private final Set<ErpOperation> operations;

    Circuits(Guards guards, ErpGateway erp, ErpReads reads, MeterRegistry meters) {
        this.guards = guards;
        this.reads = reads;
        this.operations = new TreeSet<>(erp.available());
        erp.profile().endpoint(ErpOperation.AUTH).ifPresent(endpoint -> operations.add(ErpOperation.AUTH));
        for (ErpOperation operation : operations) {
            Gauge.builder(
                            "waybill.erp.circuit",
                            () -> guards.circuit(operation).state().ordinal())
                    .description("0 closed, 1 half-open, 2 open: nothing is sent")
                    .tag("operation", operation.name())
                    .register(meters);
        }
    }

    /** Of all operations the ERP has. */
    List<Circuit> all() {
        return operations.stream().map(guards::circuit).toList();
    }

    boolean knows(ErpOperation operation) {
        return operations.contains(operation);
    }

    /**
     * Lets calls through again. A read that can be asked without a customer is asked at once, and nothing is sent for another while if
     * that ends badly.
     *
     * @return how the call ended; empty when there is nothing to ask
     */
    Optional<ErpReply> tryOnce(ErpOperation operation) {
        guards.letThrough(operation);
        // No call goes through without a token.
        guards.letThrough(ErpOperation.AUTH);
        Optional<ErpReply> reply = probe(operation)
                .map(request -> reads.askFresh(operation, request).reply());
        if (reply.isPresent() && reply.get() instanceof ErpReply.Down) {
            guards.keepBack(operation);
        }
        return reply;
    }

    Circuit of(ErpOperation operation) {
        return guards.circuit(operation);
    }

    private Optional<ObjectNode> probe(ErpOperation operation) {
        if (operation.lists()) {
            return Optional.of(activeOnly());
        }
        return operation == ErpOperation.GET_PRICE ? somePrice() : Optional.empty();
    }

    private Optional<ObjectNode> somePrice() {
        return reads.ask(ErpOperation.LIST_PRODUCTS, activeOnly()).reply() instanceof Ok(JsonNode body)
                ? StreamSupport.stream(body.path("items").spliterator(), false)
                        .filter(item -> item.path("price").isNumber())
                        .findFirst()
                        .map(item -> Json.object()
                                .put("external_product_id", item.path("id").asText())
                                .put("qty", 1))
                : Optional.empty();
    }

    private static ObjectNode activeOnly() {
        return Json.object().put("active_only", true);
    }
}
