package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads a list page by page, each page once and each row once, with an end whatever the ERP does. */
final class Pages {

    /** Where a page says how the next one is reached; ours, never the ERP's. */
    static final String NEXT = "next_page";

    private final int size;
    private final int most;

    /**
     * @param size rows asked for at once
     * @param most pages at most
     */
    Pages(int size, int most) {
        this.size = size;
        this.most = most;
    }

    /** @param ask answers the request for one page */
    ErpReply read(ErpOperation operation, boolean activeOnly, int ownSize, Function<PageRequest, ErpReply> ask) {
        int rowsAtOnce = ownSize > 0 ? ownSize : size;
        String key = Contract.of(operation).rowKey();
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        String next = null;
        for (int page = 1; page <= most; page++) {
            ErpReply reply = ask.apply(new PageRequest(page, rowsAtOnce, next));
            if (reply instanceof Empty && !rows.isEmpty()) {
                return whole(activeOnly, ErpJson.object(), rows);
            }
            if (!(reply instanceof Ok(JsonNode body))) {
                return reply;
            }
            JsonNode items = body.get("items");
            int before = rows.size();
            items.forEach(row -> rows.putIfAbsent(row.get(key).textValue(), row));
            if (isLast(body, items.size(), rowsAtOnce)) {
                return whole(activeOnly, (ObjectNode) body, rows);
            }
            // A last page may: some ERPs give one row more than the page has, and that one again.
            if (rows.size() == before) {
                return new Refused(
                        "%s: page %d repeats rows of earlier pages and nothing else. Make the ERP honour page and limit, or answer has_more: false on the last page."
                                .formatted(operation, page));
            }
            next = body.path(NEXT).textValue();
        }
        return new Refused(
                "%s: the list does not end after %d pages of %d rows. Make the ERP answer has_more: false on the last page, or raise waybill.erp.max-pages."
                        .formatted(operation, most, rowsAtOnce));
    }

    private static boolean isLast(JsonNode body, int rows, int size) {
        JsonNode more = body.path("has_more");
        return rows == 0 || (more.isBoolean() ? !more.booleanValue() : rows < size);
    }

    private static ErpReply whole(boolean activeOnly, ObjectNode lastPage, Map<String, JsonNode> rows) {
        // Not every ERP honours active_only, and what it has switched off must not be sold.
        ArrayNode items = lastPage.putArray("items");
        rows.values().stream()
                .filter(row -> !activeOnly || row.path("active").asBoolean())
                .forEach(items::add);
        lastPage.remove("has_more");
        lastPage.remove(NEXT);
        return items.isEmpty() ? new Empty() : new Ok(lastPage);
    }
}
