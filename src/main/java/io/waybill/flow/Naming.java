package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out whether what somebody wrote names something the ERP lists, which is the start of a flow about it. */
final class Naming {

    /** Longer texts are stories, not wishes. */
    private static final int LONGEST = 300;

    private static final Map<ErpOperation, String> TRIGGERS = new EnumMap<>(Map.of(
            ErpOperation.LIST_PRODUCTS, "@product",
            ErpOperation.LIST_JOBS, "@job"));

    private final Flows flows;
    private final Standing standing;

    Naming(Flows flows, Standing standing) {
        this.flows = flows;
        this.standing = standing;
    }

    /** Asks the ERP for its lists, where a flow starts by what is on them; false when there is no point. */
    boolean look(String said) {
        List<Effect.Call> calls = new ArrayList<>();
        if (said.length() <= LONGEST && said.codePoints().anyMatch(Character::isLetter)) {
            int visit = standing.nextVisit();
            for (ErpOperation operation : wanted(said)) {
                calls.add(new Effect.Call(
                        "%s.%d.%d".formatted(standing.before().id(), visit, calls.size()), operation, active(), false));
            }
        }
        if (calls.isEmpty()) {
            return false;
        }
        standing.call(calls);
        standing.waitFor(
                new Waiting.Looking(said, calls.stream().map(Effect.Call::key).toList()));
        return true;
    }

    private static ObjectNode active() {
        return Json.object().put("active_only", true);
    }

    private List<ErpOperation> wanted(String said) {
        boolean coded = CartText.Code.PRODUCT.in(said).isPresent();
        return TRIGGERS.entrySet().stream()
                .filter(trigger -> !coded || trigger.getKey() == ErpOperation.LIST_PRODUCTS)
                .filter(trigger -> standing.world().available().contains(trigger.getKey()))
                .filter(trigger -> flows.triggeredBy(trigger.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The flow that {@code said} starts, by the answers to {@link #look}; an ERP that does not answer names nothing. */
    Optional<Move> found(String said, List<ErpReply> replies) {
        List<ErpOperation> asked = wanted(said);
        return IntStream.range(0, Math.min(asked.size(), replies.size()))
                .mapToObj(i -> found(said, asked.get(i), items(asked.get(i), replies.get(i))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<JsonNode> items(ErpOperation operation, ErpReply reply) {
        List<JsonNode> items = new ArrayList<>();
        if (reply instanceof ErpReply.Ok(JsonNode body)) {
            ErpCalls.visible(operation, body, standing.world().hidden(operation))
                    .ifPresent(visible -> visible.path("items").forEach(items::add));
        }
        return items;
    }

    private Optional<Move> found(String said, ErpOperation operation, List<JsonNode> items) {
        Optional<String> coded =
                operation == ErpOperation.LIST_PRODUCTS ? CartText.Code.PRODUCT.in(said) : Optional.empty();
        List<JsonNode> named = items.stream()
                .filter(item -> coded.isPresent()
                        ? coded.get().equals(item.path("id").asText())
                        : names(said, operation, item.path("name").asText()))
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        String only = named.size() == 1 ? named.getFirst().path("id").asText() : null;
        Start start = Start.by(said);
        return Optional.of(operation == ErpOperation.LIST_JOBS ? job(only, start) : product(coded, start));
    }

    /** Names of jobs are made of everyday words: one of them alone says nothing. */
    private static boolean names(String said, ErpOperation operation, String name) {
        return operation == ErpOperation.LIST_JOBS ? Search.namesFully(said, name) : Search.names(said, name);
    }

    /** Whoever names a product chooses it from the list that the words bring up; a link's code is a choice already. */
    private Move product(Optional<String> coded, Start start) {
        Start preset = coded.map(start::withProduct).orElse(start);
        return coded.flatMap(id -> seller(flows, standing.world(), id))
                .map(flow -> standing.start(flow, preset))
                .orElseGet(() -> begin("@product", preset));
    }

    /** Whoever names one job applies for it, by its own flow where it has one. */
    private Move job(@Nullable String only, Start start) {
        if (only == null) {
            return begin("@job", start);
        }
        return Optional.ofNullable(standing.world().jobFlows().get(only))
                .filter(flows::offers)
                .flatMap(flows::flow)
                .map(flow -> standing.start(flow, start.withJob(only)))
                .orElseGet(() -> begin("@job", start.withJob(only)));
    }

    /** The flow that sells this product. */
    static Optional<FlowDefinition> seller(Flows flows, World world, String product) {
        return Optional.ofNullable(world.assignedFlows().get(product))
                .filter(flows::offers)
                .flatMap(flows::flow)
                .or(() -> flows.triggeredBy("@product"));
    }

    private Move begin(String trigger, Start start) {
        return standing.start(flows.triggeredBy(trigger).orElseThrow(), start);
    }
}
