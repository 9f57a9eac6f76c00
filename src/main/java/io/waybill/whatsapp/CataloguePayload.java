package io.waybill.whatsapp;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products of the WhatsApp catalogue; where an id is none that Meta could know, the words go alone. */
final class CataloguePayload {

    private static final int ID_MAX = 256;
    private static final int SHELF_TITLE_MAX = 24;
    private static final int SHELVES_MAX = 10;
    private static final int ITEMS_MAX = 30;
    private static final String PRODUCTS = "Products";

    private CataloguePayload() {}

    static List<WireBody> product(Reply.Product reply) {
        if (!isId(reply.catalogId()) || !isId(reply.retailerId())) {
            return InteractivePayload.words(reply.body(), reply.footer());
        }
        InteractiveBody.Product product = new InteractiveBody.Product(reply.catalogId(), reply.retailerId());
        return WireText.blank(reply.body())
                ? List.of(
                        new InteractiveBody("product", null, null, InteractivePayload.footer(reply.footer()), product))
                : InteractivePayload.interactive("product", null, reply.body(), reply.footer(), product);
    }

    /** More than thirty products, or ten shelves, make further messages. */
    static List<WireBody> products(Reply.Products reply) {
        List<List<InteractiveBody.Shelf>> parts = parts(reply.shelves());
        if (parts.isEmpty() || !isId(reply.catalogId())) {
            return InteractivePayload.words(reply.body(), reply.footer());
        }
        InteractiveBody.Header title =
                InteractivePayload.title(reply.title()).orElseGet(() -> InteractiveBody.Header.of(PRODUCTS));
        List<WireBody> bodies = new ArrayList<>();
        for (List<InteractiveBody.Shelf> part : parts) {
            bodies.addAll(InteractivePayload.interactive(
                    "product_list",
                    title,
                    bodies.isEmpty() ? reply.body() : "…",
                    reply.footer(),
                    new InteractiveBody.Products(reply.catalogId(), part)));
        }
        return bodies;
    }

    static List<WireBody> catalogue(Reply.Catalogue reply) {
        if (!isId(reply.catalogId())) {
            return InteractivePayload.words(reply.body(), reply.footer());
        }
        String thumbnail = reply.thumbnailRetailerId();
        return InteractivePayload.interactive(
                "catalog_message",
                null,
                reply.body(),
                reply.footer(),
                new InteractiveBody.Named(
                        "catalog_message", isId(thumbnail) ? new InteractiveBody.Thumbnail(thumbnail) : null));
    }

    private static List<List<InteractiveBody.Shelf>> parts(List<Reply.Shelf> shelves) {
        List<List<InteractiveBody.Shelf>> parts = new ArrayList<>();
        int room = 0;
        for (Reply.Shelf shelf : shelves) {
            List<InteractiveBody.Item> items = shelf.retailerIds().stream()
                    .filter(CataloguePayload::isId)
                    .distinct()
                    .map(InteractiveBody.Item::new)
                    .toList();
            for (int from = 0; from < items.size(); ) {
                if (room == 0 || parts.getLast().size() == SHELVES_MAX) {
                    parts.add(new ArrayList<>());
                    room = ITEMS_MAX;
                }
                int to = Math.min(items.size(), from + room);
                parts.getLast().add(new InteractiveBody.Shelf(title(shelf.title()), items.subList(from, to)));
                room -= to - from;
                from = to;
            }
        }
        return parts;
    }

    private static String title(String wanted) {
        String line = WireText.line(wanted);
        return WireText.blank(line) ? PRODUCTS : WireText.cut(line, SHELF_TITLE_MAX);
    }

    private static boolean isId(@Nullable String id) {
        return WireText.isId(id, ID_MAX);
    }
}
