package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.Sellable;
import java.util.Map;
import java.util.Set;

/** What of the ERP's products customers see: active there, with a price (a service with a duration too), and not switched off here. */
public final class Catalog {

    private final HiddenProducts hidden;
    private final AssignedFlows assigned;

    Catalog(HiddenProducts hidden, AssignedFlows assigned) {
        this.hidden = hidden;
        this.assigned = assigned;
    }

    /** External ids of products that a flow of their own sells, and that flow. */
    public Map<String, String> assignedFlows() {
        return assigned.byProduct();
    }

    /** External ids of products that are switched off here. */
    public Set<String> hidden() {
        return hidden.ids();
    }

    /** The reply with only what customers may see; every reply but a list of products goes through unchanged. */
    public ErpReply visible(ErpOperation operation, ErpReply reply) {
        if (operation != ErpOperation.LIST_PRODUCTS || !(reply instanceof ErpReply.Ok ok)) {
            return reply;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode visible = body.putArray("items");
        for (JsonNode item : ok.body().path("items")) {
            if (isForSale(item)) {
                visible.add(item);
            }
        }
        return visible.isEmpty() ? new ErpReply.Empty() : new ErpReply.Ok(body);
    }

    private boolean isForSale(JsonNode item) {
        return item.path("active").asBoolean(true)
                && Sellable.problem(item).isEmpty()
                && !hidden.ids().contains(item.path("id").asText());
    }
}
