package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.expression.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shows which operations are kept from an ERP in trouble, or from the payment provider beside it, and tries one of them when somebody
 * wants to know.
 */
final class Circuits {

    private final ErpReads reads;
    private final Map<System, Side> sides = new EnumMap<>(System.class);
    private final Set<String> measured = ConcurrentHashMap.newKeySet();

    /** Whose operation it is. */
    enum System {
        ERP,
        PAYMENT;

        /** As it stands in answers and metrics. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A circuit and whose it is. */
    record Seen(System system, Circuit circuit) {}

    /** @param beside asked for instead of {@code gateway} for what it has */
    private record Side(ErpGateway gateway, @Nullable ErpGateway beside) {

        Guards guards() {
            return gateway.guards();
        }

        Set<ErpOperation> operations() {
            EndpointProfile profile = gateway.profile();
            Set<ErpOperation> operations = new TreeSet<>(profile.available());
            profile.endpoint(ErpOperation.AUTH).ifPresent(endpoint -> operations.add(ErpOperation.AUTH));
            if (beside != null) {
                operations.removeAll(beside.profile().available());
            }
            return operations;
        }
    }

    Circuits(ErpGateway erp, ErpReads reads, MeterRegistry meters) {
        this.reads = reads;
        erp.payments().ifPresent(payments -> sides.put(System.PAYMENT, new Side(payments, null)));
        sides.put(System.ERP, new Side(erp, erp.payments().orElse(null)));
        measure(meters);
        erp.onOtherLink(() -> measure(meters));
    }

    private void measure(MeterRegistry meters) {
        sides.forEach((system, side) -> side.operations().stream()
                .filter(operation -> measured.add(system + " " + operation))
                .forEach(operation -> measure(system, side, operation, meters)));
    }

    /** It follows the system, whichever ERP that is. */
    private static void measure(System system, Side side, ErpOperation operation, MeterRegistry meters) {
        Gauge.builder(
                        "waybill.erp.circuit",
                        () -> side.guards().circuit(operation).state().ordinal())
                .description("0 closed, 1 half-open, 2 open: nothing is sent")
                .tag("operation", operation.name())
                .tag("system", system.toString())
                .register(meters);
    }

    /** Of all operations of both, the ERP's first. */
    List<Seen> all() {
        return sides.entrySet().stream()
                .flatMap(side -> side.getValue().operations().stream().map(operation -> seen(side.getKey(), operation)))
                .toList();
    }

    /**
     * Whose {@code operation} is; empty when nobody has it.
     *
     * @param name of the system; null: the ERP where both have it, as they may with AUTH
     */
    Optional<System> systemOf(ErpOperation operation, @Nullable String name) {
        return sides.entrySet().stream()
                .filter(side -> name == null || side.getKey().toString().equals(name))
                .filter(side -> side.getValue().operations().contains(operation))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Lets calls through again. A read that can be asked without a customer is asked at once, and nothing is sent for another while if
     * that ends badly.
     *
     * @return how the call ended; empty when there is nothing to ask
     */
    Optional<ErpReply> tryOnce(System system, ErpOperation operation) {
        Guards guards = side(system).guards();
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

    Seen seen(System system, ErpOperation operation) {
        return new Seen(system, side(system).guards().circuit(operation));
    }

    private Side side(System system) {
        return Objects.requireNonNull(sides.get(system), () -> "There is no " + system);
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
