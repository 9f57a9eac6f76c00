package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.media.Images;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Lists of one kind of the ERP with the pictures that are attached here. */
public final class PicturedRows {

    private final ErpOperation list;
    private final Supplier<Map<String, List<String>>> images;
    /** A list that is kept comes again and again, and stays one and the same. */
    private final Cache<JsonNode, Pictured> made =
            Caffeine.newBuilder().weakKeys().build();

    /** @param images the ERP's id to the ids of the pictures, in order */
    public PicturedRows(ErpOperation list, Supplier<Map<String, List<String>>> images) {
        this.list = list;
        this.images = images;
    }

    /**
     * Every row with pictures has {@code image}, the first, and {@code images}, all; what the ERP has there stays where none is
     * attached. Every other reply goes through unchanged.
     */
    public ErpReply in(ErpOperation operation, ErpReply reply) {
        Map<String, List<String>> attached = images.get();
        if (operation != list || !(reply instanceof ErpReply.Ok(JsonNode body)) || attached.isEmpty()) {
            return reply;
        }
        Pictured known = made.getIfPresent(body);
        if (known == null || !known.attached().equals(attached)) {
            known = new Pictured(attached, pictured(body, attached));
            made.put(body, known);
        }
        return known.reply();
    }

    private static ErpReply pictured(JsonNode body, Map<String, List<String>> attached) {
        ObjectNode pictured = JsonNodeFactory.instance.objectNode();
        pictured.setAll((ObjectNode) body);
        ArrayNode items = pictured.putArray("items");
        for (JsonNode item : body.path("items")) {
            items.add(pictured(item, attached.getOrDefault(item.path("id").asText(), List.of())));
        }
        return new ErpReply.Ok(pictured);
    }

    private static JsonNode pictured(JsonNode item, List<String> attached) {
        if (attached.isEmpty()) {
            return item;
        }
        ObjectNode pictured = JsonNodeFactory.instance.objectNode();
        pictured.setAll((ObjectNode) item);
        pictured.put("image", Images.path(attached.getFirst()));
        ArrayNode all = pictured.putArray("images");
        attached.forEach(id -> all.add(Images.path(id)));
        return pictured;
    }

    private record Pictured(Map<String, List<String>> attached, ErpReply reply) {}
}
