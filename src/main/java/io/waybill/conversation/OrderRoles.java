package io.waybill.conversation;

import io.waybill.access.Roles;
import jakarta.servlet.http.HttpServletRequest;

/** Who may do what with orders. */
final class OrderRoles {

    private OrderRoles() {}

    static void mayWorkOnOrders(HttpServletRequest request) {
        Roles.personNeeds("SALES", request, "Only administrators and sales people may change orders.");
    }

    static void mayDecideRefunds(HttpServletRequest request) {
        Roles.needs("REFUNDS", request, "Only administrators and refund approvers may decide about money back.");
    }
}
