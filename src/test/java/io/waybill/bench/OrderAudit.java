package io.waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the customers' side and the ERP's side of a run against each other: one order for each confirmed conversation, no other.
 * Where the ERP cannot be asked, a customer may be without one when a person is told to look it up.
 */
final class OrderAudit {
    private OrderAudit() {}

    /**
     * Says what does not fit; empty is right.
     *
     * @param erpOrders the answer of the fake ERP's {@code GET /_orders}
     * @param inDoubt phones of the customers about whom people are told to look something up
     */
    static List<String> findings(
            ErpLevel level, List<OrderConversations.Ended> conversations, JsonNode erpOrders, Set<String> inDoubt) {
        var findings = new ArrayList<String>();
        Map<String, List<JsonNode>> byPhone = new HashMap<>();
        erpOrders.forEach(order -> byPhone.computeIfAbsent(order.path("phone").asText(), phone -> new ArrayList<>())
                .add(order));
        for (var conversation : conversations) {
            var orders = byPhone.getOrDefault(conversation.phone(), List.of());
            if (conversation.orderNumber() != null || level.settlesByItself()) {
                check(level, conversation, orders, findings);
            } else if (!inDoubt.contains(conversation.phone())) {
                findings.add(conversation.phone() + " has no order number, and nobody is told: "
                        + conversation.transcript());
            }
            counted(conversation, orders, findings);
            byPhone.remove(conversation.phone());
        }
        byPhone.forEach((phone, orders) -> findings.add(orders.size() + " orders of a stranger: " + phone));
        return findings;
    }

    private static void counted(OrderConversations.Ended conversation, List<JsonNode> orders, List<String> findings) {
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
    }

    private static void check(
            ErpLevel level, OrderConversations.Ended conversation, List<JsonNode> orders, List<String> findings) {
        var phone = conversation.phone();
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
        // An order that is confirmed stays so when it is confirmed again, which is how a findable ERP is asked about
        // it.
        int confirmations = order.path("confirmations").asInt();
        if (level == ErpLevel.FINDABLE ? confirmations < 1 : confirmations != 1) {
            findings.add(phone + ": " + confirmations + " confirmations of "
                    + order.path("number").asText());
        }
    }
}
