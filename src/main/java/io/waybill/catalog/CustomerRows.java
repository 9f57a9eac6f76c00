package io.waybill.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.ListedRows;
import io.waybill.revision.PublishedFlows;
import io.waybill.whatsapp.ShownOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How things of the ERP stand in the lists that customers get: as the flow that lists them writes it, and as WhatsApp cuts it. */
public final class CustomerRows {

    private final PublishedFlows flows;

    CustomerRows(PublishedFlows flows) {
        this.flows = flows;
    }

    /** Whether a flow with this id is published. */
    public boolean hasFlow(String id) {
        return flows.published().stream().anyMatch(flow -> flow.id().equals(id));
    }

    /** @param title for people, in the flow's own language */
    public record FlowChoice(String id, String title) {}

    /** The published flows, of which one can be assigned; whoever assigns need not see what is in them. */
    public List<FlowChoice> flows() {
        return flows.published().stream()
                .map(flow -> new FlowChoice(flow.id(), flow.name()))
                .toList();
    }

    /**
     * By the ids of the things; those that no flow lists are left out.
     *
     * @param shown what customers see now
     * @param others what they would see if it were shown, too
     */
    public Map<String, ShownOption> of(ErpOperation list, Collection<JsonNode> shown, Collection<JsonNode> others) {
        Optional<FlowDefinition> listing = listing(list);
        if (listing.isEmpty()) {
            return Map.of();
        }
        Map<String, ShownOption> rows = new HashMap<>();
        if (!others.isEmpty()) {
            ArrayNode all = items(shown);
            others.forEach(all::add);
            rows.putAll(rows(listing.get(), list, all));
        }
        rows.putAll(rows(listing.get(), list, items(shown)));
        return rows;
    }

    private static ArrayNode items(Collection<JsonNode> items) {
        ArrayNode array = Json.array();
        items.forEach(array::add);
        return array;
    }

    /** The one that begins by such a thing, or else the first that lists them. */
    private Optional<FlowDefinition> listing(ErpOperation list) {
        String trigger = list == ErpOperation.LIST_JOBS ? "@job" : "@product";
        List<FlowDefinition> listing = flows.published().stream()
                .filter(flow -> ListedRows.has(flow, list))
                .toList();
        return listing.stream()
                .filter(flow -> flow.triggers().contains(trigger))
                .findFirst()
                .or(() -> listing.stream().findFirst());
    }

    private static Map<String, ShownOption> rows(FlowDefinition flow, ErpOperation list, JsonNode items) {
        Map<String, ShownOption> rows = new HashMap<>();
        for (ListedRows.Page page : ListedRows.of(flow, list, items)) {
            List<ShownOption> options = ShownOption.of(page.reply());
            for (int i = 0; i < page.ids().size() && i < options.size(); i++) {
                rows.put(page.ids().get(i), options.get(i));
            }
        }
        return rows;
    }

    /**
     * What customers may stumble over, by id.
     *
     * @param names by id
     */
    public static Map<String, List<String>> warnings(Map<String, String> names) {
        Map<String, List<String>> same = names.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> key(entry.getValue()), Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> warnings(entry.getKey(), entry.getValue(), same.get(key(entry.getValue())))));
    }

    private static List<String> warnings(String id, String name, List<String> same) {
        List<String> warnings = new ArrayList<>();
        if (name.length() > ShownOption.LONGEST_TITLE) {
            warnings.add("The name has %d characters, and WhatsApp shows %d of them in a list. Shorten it in the ERP."
                    .formatted(name.length(), ShownOption.LONGEST_TITLE));
        }
        if (same.size() > 1) {
            warnings.add("%s has the same name: customers cannot tell them apart. Rename one in the ERP."
                    .formatted(same.stream()
                            .filter(other -> !other.equals(id))
                            .sorted()
                            .collect(Collectors.joining(", "))));
        }
        return warnings;
    }

    private static String key(String name) {
        return Normalizer.normalize(name.strip().replaceAll("\\s+", " "), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
