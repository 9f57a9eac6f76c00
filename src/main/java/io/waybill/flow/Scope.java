package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import java.util.Map;
import java.util.Set;

/**
 * The names an expression can see. Reserved names come before variables, the fields of an element before everything.
 *
 * @param element the option or list element at hand, absent outside of lists
 * @param reserved cart, contact, start, input, now, store, item …
 */
record Scope(JsonNode element, Map<String, JsonNode> reserved, JsonNode vars, Set<ErpOperation> available) {

    JsonNode get(String name) {
        JsonNode ofElement = element.path(name);
        if (!ofElement.isMissingNode()) {
            return ofElement;
        }
        JsonNode node = reserved.get(name);
        return node == null ? vars.path(name) : node;
    }

    Scope withElement(JsonNode element) {
        return new Scope(element, reserved, vars, available);
    }
}
