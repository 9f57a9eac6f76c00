package io.waybill.conversation;

import io.waybill.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who may do what with orders. */
final class Roles {

    private Roles() {}

    /** An API key has a scope for it. */
    static void mayWorkOnOrders(HttpServletRequest request) {
        boolean person = Caller.current() instanceof Caller.Person;
        if (person && !request.isUserInRole("ADMIN") && !request.isUserInRole("SALES")) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Only administrators and sales people may change orders.");
        }
    }

    static void mayDecideRefunds(HttpServletRequest request) {
        if (!request.isUserInRole("ADMIN") && !request.isUserInRole("REFUNDS")) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Only administrators and refund approvers may decide about money back.");
        }
    }
}
