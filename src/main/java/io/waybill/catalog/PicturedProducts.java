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

/** The ERP's lists of products with the pictures that are attached here. */
public final class PicturedProducts {

    private final ProductImages images;
    /** A list that is kept comes again and again, and stays one and the same. */
    private final Cache<JsonNode, Pictured> made =
            Caffeine.newBuilder().weakKeys().build();

    PicturedProducts(ProductImages images) {
        this.images = images;
    }

    /**
     * Every product with pictures has {@code image}, the first, and {@code images}, all; what the ERP has there stays where none is
     * attached. Every reply but a list of products goes through unchanged.
     */
    public ErpReply in(ErpOperation operation, ErpReply reply) {
        if (operation != ErpOperation.LIST_PRODUCTS
                || !(reply instanceof ErpReply.Ok(JsonNode body))
                || images.byProduct().isEmpty()) {
            return reply;
        }
        Map<String, List<String>> attached = images.byProduct();
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
