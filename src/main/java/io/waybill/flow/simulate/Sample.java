package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.delivery.Band;
import io.waybill.delivery.DeliveryCharges;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.LoadProblem;
import io.waybill.flow.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The shop of a simulation: what its ERP holds, and what is set in the gateway beside it.
 *
 * @param products rows of LIST_PRODUCTS; {@code prices} of a row, from which quantity which price, is not listed
 * @param jobs rows of LIST_JOBS
 * @param orders with {@code external_order_id}, {@code order_number} and {@code status}
 * @param nextOrder the number of the next order
 * @param available operations the ERP has
 * @param hidden ids of products and jobs that are switched off for WhatsApp
 * @param assigned id of a product or a job to the flow that it starts
 * @param store what flows know as {@code store}
 * @param keyed whether the ERP honours our idempotency key, so that it can be asked about a lost answer
 */
public record Sample(
        List<JsonNode> products,
        List<JsonNode> jobs,
        List<JsonNode> orders,
        int nextOrder,
        DeliveryCharges delivery,
        Set<ErpOperation> available,
        Set<String> hidden,
        Map<String, String> assigned,
        World.Store store,
        boolean keyed) {

    private static final CheckedJson CHECKED = new CheckedJson("flow-sample.schema.json");

    /** The shop that comes with the simulator. */
    public static Sample shop() {
        return of(builtIn(), "");
    }

    /** @throws Unreadable with file, line and path of each problem */
    public static Sample at(Path file) {
        try {
            return read(FlowSet.text(file));
        } catch (Unreadable e) {
            throw new Unreadable("The sample %s cannot be used:\n%s".formatted(file, e.getMessage()), e);
        }
    }

    /** @throws Unreadable with line and path of each problem */
    static Sample read(String text) {
        CheckedJson.Document document = CHECKED.read(text);
        return document.checked(() -> of(over(builtIn(), document.root()), ""));
    }

    /** The built-in shop with the parts that {@code part}, at {@code pointer} of a document, has of its own. */
    static Sample with(JsonNode part, String pointer, CheckedJson.Document document) {
        List<LoadProblem> problems = CHECKED.problems(part, pointer, document);
        if (!problems.isEmpty()) {
            throw new Unreadable(problems);
        }
        return document.checked(() -> of(over(builtIn(), part), pointer));
    }

    private static ObjectNode over(ObjectNode base, JsonNode part) {
        base.setAll((ObjectNode) part);
        return base;
    }

    private static Sample of(JsonNode json, String pointer) {
        return new Sample(
                rows(json.path("products")),
                rows(json.path("jobs")),
                rows(json.path("orders")),
                json.path("next_order").intValue(),
                charges(json.path("delivery"), pointer + "/delivery"),
                available(json.path("unavailable"), json.path("payment").asBoolean()),
                texts(json.path("hidden")),
                assigned(json.path("assigned")),
                store(json.path("store")),
                json.path("idempotency").asText().equals("keyed"));
    }

    private static List<JsonNode> rows(JsonNode json) {
        List<JsonNode> rows = new ArrayList<>();
        json.forEach(rows::add);
        return List.copyOf(rows);
    }

    private static DeliveryCharges charges(JsonNode json, String pointer) {
        List<Band> bands = new ArrayList<>();
        try {
            for (JsonNode band : json) {
                bands.add(new Band(
                        band.path("min").intValue(),
                        band.has("max") ? band.path("max").intValue() : null,
                        band.path("charge").decimalValue()));
            }
            return new DeliveryCharges(bands);
        } catch (IllegalArgumentException e) {
            throw new CheckedJson.Wrong(pointer, String.valueOf(e.getMessage()));
        }
    }

    private static Set<ErpOperation> available(JsonNode unavailable, boolean payment) {
        Set<ErpOperation> available = EnumSet.allOf(ErpOperation.class);
        if (!payment) {
            available.removeIf(ErpOperation::pays);
        }
        unavailable.forEach(name -> available.remove(ErpOperation.valueOf(name.asText())));
        return Set.copyOf(available);
    }

    private static Set<String> texts(JsonNode json) {
        Set<String> texts = new LinkedHashSet<>();
        json.forEach(text -> texts.add(text.asText()));
        return Set.copyOf(texts);
    }

    private static World.Store store(JsonNode json) {
        List<String> modes = new ArrayList<>();
        json.path("modes").forEach(mode -> modes.add(mode.asText()));
        return new World.Store(
                json.path("name").textValue(),
                modes.isEmpty() ? World.Store.DELIVERS.modes() : modes,
                json.path("pickup_address").textValue(),
                json.path("confirmed").asText(World.Store.DELIVERS.confirmed()),
                json.has("reserve_minutes") ? json.path("reserve_minutes").longValue() : null,
                json.path("catalog_id").textValue(),
                texts(json.path("flows")));
    }

    private static Map<String, String> assigned(JsonNode json) {
        Map<String, String> assigned = new HashMap<>();
        json.properties()
                .forEach(product ->
                        assigned.put(product.getKey(), product.getValue().asText()));
        return Map.copyOf(assigned);
    }

    private static ObjectNode builtIn() {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("/simulate/shop.sample.json"))) {
            return (ObjectNode) Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
