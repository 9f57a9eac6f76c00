package io.waybill.flow.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.delivery.Band;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.delivery.GapPolicy;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored form of what surrounds a turn. What is the same for every customer is one text, kept once. */
final class WorldJson {

    private WorldJson() {}

    /** @param flows each as {@code id@revision}, in the order they were published */
    static String shared(World world, Collection<String> flows) {
        ObjectNode json = Json.object();
        ArrayNode published = json.putArray("flows");
        flows.forEach(published::add);
        ArrayNode operations = json.putArray("operations");
        world.available().stream().sorted().forEach(operation -> operations.add(operation.name()));
        ArrayNode hidden = json.putArray("hidden");
        world.hiddenProducts().stream().sorted().forEach(hidden::add);
        ArrayNode hiddenJobs = json.putArray("hidden_jobs");
        world.hiddenJobs().stream().sorted().forEach(hiddenJobs::add);
        ObjectNode assigned = json.putObject("assigned");
        new TreeMap<>(world.assignedFlows()).forEach(assigned::put);
        ObjectNode jobFlows = json.putObject("assigned_jobs");
        new TreeMap<>(world.jobFlows()).forEach(jobFlows::put);
        ArrayNode bands = json.putArray("delivery");
        for (Band band : world.delivery().bands()) {
            ObjectNode row = bands.addObject().put("min", band.min());
            if (band.max() != null) {
                row.put("max", band.max());
            }
            row.put("charge", band.charge());
        }
        json.put("delivery_gaps", world.delivery().gapPolicy().key());
        ObjectNode store = json.putObject("store");
        put(store, "name", world.store().name());
        ArrayNode modes = store.putArray("modes");
        world.store().modes().forEach(modes::add);
        put(store, "pickup", world.store().pickupAddress());
        store.put("confirmed", world.store().confirmed());
        if (world.store().reserveMinutes() != null) {
            store.put("reserve", world.store().reserveMinutes());
        }
        put(store, "catalog", world.store().catalogId());
        if (!world.store().flows().isEmpty()) {
            ArrayNode startable = store.putArray("flows");
            world.store().flows().stream().sorted().forEach(startable::add);
        }
        return Json.write(json);
    }

    static List<String> flows(JsonNode shared) {
        return texts(shared.path("flows"));
    }

    static World world(Instant now, World.Customer customer, JsonNode shared) {
        return new World(
                now,
                customer,
                operations(shared.path("operations")),
                Set.copyOf(texts(shared.path("hidden"))),
                Set.copyOf(texts(shared.path("hidden_jobs"))),
                assigned(shared.path("assigned")),
                assigned(shared.path("assigned_jobs")),
                delivery(shared.path("delivery"), shared.path("delivery_gaps")),
                new World.Store(
                        shared.at("/store/name").textValue(),
                        texts(shared.at("/store/modes")),
                        shared.at("/store/pickup").textValue(),
                        shared.at("/store/confirmed").asText(World.Store.DELIVERS.confirmed()),
                        shared.at("/store/reserve").isNumber()
                                ? shared.at("/store/reserve").longValue()
                                : null,
                        shared.at("/store/catalog").textValue(),
                        Set.copyOf(texts(shared.at("/store/flows")))),
                null);
    }

    static ObjectNode customer(World.Customer customer) {
        ObjectNode json = Json.object().put("id", customer.contactId());
        put(json, "user", customer.userId());
        put(json, "phone", customer.phone());
        put(json, "name", customer.name());
        put(json, "lang", customer.language());
        World.OrderReference order = customer.lastOrder();
        if (order != null) {
            json.put("order", order.externalOrderId());
            put(json, "number", order.orderNumber());
        }
        if (customer.source() != null) {
            json.set("source", source(customer.source()));
        }
        return json;
    }

    private static ObjectNode source(World.Source source) {
        ObjectNode json = Json.object();
        put(json, "type", source.type());
        put(json, "id", source.id());
        put(json, "headline", source.headline());
        put(json, "url", source.url());
        return json;
    }

    static World.Customer customer(JsonNode json) {
        return new World.Customer(
                json.path("id").longValue(),
                json.path("user").textValue(),
                json.path("phone").textValue(),
                json.path("name").textValue(),
                json.path("lang").textValue(),
                json.has("order")
                        ? new World.OrderReference(
                                json.path("order").asText(), json.path("number").textValue())
                        : null,
                json.has("source") ? source(json.path("source")) : null);
    }

    private static World.Source source(JsonNode json) {
        return new World.Source(
                json.path("type").textValue(),
                json.path("id").textValue(),
                json.path("headline").textValue(),
                json.path("url").textValue());
    }

    static ObjectNode tapped(World.TappedOrder order) {
        ObjectNode json = Json.object().put("id", order.reference().externalOrderId());
        put(json, "number", order.reference().orderNumber());
        if (order.total() != null) {
            json.put("total", order.total());
        }
        put(json, "currency", order.currency());
        put(json, "settled", order.settled() == null ? null : order.settled().name());
        if (order.link() != null) {
            ObjectNode link = json.putObject("link")
                    .put("text", order.link().text())
                    .put("own", order.link().own());
            put(link, "lang", order.link().language());
        }
        if (order.rating() != null) {
            json.put("rating", order.rating());
        }
        put(json, World.STAGE, order.stage());
        return json;
    }

    static World.TappedOrder tapped(JsonNode json) {
        return new World.TappedOrder(
                new World.OrderReference(
                        json.path("id").asText(), json.path("number").textValue()),
                json.has("total") ? json.path("total").decimalValue() : null,
                json.path("currency").textValue(),
                json.has("settled") ? ErpOperation.valueOf(json.path("settled").asText()) : null,
                json.has("link") ? link(json.path("link")) : null,
                json.has("rating") ? json.path("rating").intValue() : null,
                json.path(World.STAGE).textValue());
    }

    private static World.OrderLink link(JsonNode json) {
        return new World.OrderLink(
                json.path("text").asText(),
                json.path("own").booleanValue(),
                json.path("lang").textValue());
    }

    private static Set<ErpOperation> operations(JsonNode json) {
        return texts(json).stream()
                .map(ErpOperation::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErpOperation.class)));
    }

    private static Map<String, String> assigned(JsonNode json) {
        Map<String, String> assigned = new HashMap<>();
        json.properties()
                .forEach(product ->
                        assigned.put(product.getKey(), product.getValue().asText()));
        return assigned;
    }

    private static DeliveryCharges delivery(JsonNode json, JsonNode gaps) {
        List<Band> bands = new ArrayList<>();
        for (JsonNode band : json) {
            bands.add(new Band(
                    band.path("min").intValue(),
                    band.has("max") ? band.path("max").intValue() : null,
                    band.path("charge").decimalValue()));
        }
        return new DeliveryCharges(bands, GapPolicy.of(gaps.asText(GapPolicy.REFUSE.key())));
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
