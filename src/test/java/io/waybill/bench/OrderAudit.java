package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds the customers' side and the ERP's side of a run against each other: one order for each confirmed conversation, no other. */
public final class OrderAudit {
    private OrderAudit() {}

    /**
     * Says what does not fit; empty is right.
     *
     * @param erpOrders the answer of the fake ERP's {@code GET /_orders}
     */
    public static List<String> findings(List<OrderConversations.Ended> conversations, JsonNode erpOrders) {
        var findings = new ArrayList<String>();
        Map<String, List<JsonNode>> byPhone = new HashMap<>();
        erpOrders.forEach(order -> byPhone.computeIfAbsent(order.path("phone").asText(), phone -> new ArrayList<>())
                .add(order));
        for (var conversation : conversations) {
            check(conversation, byPhone.getOrDefault(conversation.phone(), List.of()), findings);
            byPhone.remove(conversation.phone());
        }
        byPhone.forEach((phone, orders) -> findings.add(orders.size() + " orders of a stranger: " + phone));
        return findings;
    }

    private static void check(OrderConversations.Ended conversation, List<JsonNode> orders, List<String> findings) {
        var phone = conversation.phone();
        if (orders.size() > 1) {
            findings.add(phone + " has " + orders.size() + " orders");
        }
        if (!orders.isEmpty() && !conversation.confirmed()) {
            findings.add(phone + " has an order and never confirmed");
        }
        if (conversation.unanswered()) {
            findings.add(phone + " got no answer: " + conversation.transcript());
        }
        if (conversation.orderNumber() == null) {
            findings.add(phone + " has no order number: " + conversation.transcript());
            return;
        }
        if (orders.isEmpty()) {
            findings.add(phone + " was told " + conversation.orderNumber() + ", which the ERP does not have");
            return;
        }
        var order = orders.getFirst();
        if (!order.path("number").asText().equals(conversation.orderNumber())) {
            findings.add(phone + " was told " + conversation.orderNumber() + ", the ERP has "
                    + order.path("number").asText());
        }
        if (order.path("confirmations").asInt() != 1) {
            findings.add(phone + ": " + order.path("confirmations").asInt() + " confirmations of "
                    + order.path("number").asText());
        }
    }
}
