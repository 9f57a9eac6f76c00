package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.order.NewOrder;
import io.waybill.order.OrderReport;
import io.waybill.order.Origin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees in what the ERP answers to a conversation what has become of an order. */
final class OrderWitness {

    private OrderWitness() {}

    /** An order that was made just now. */
    static NewOrder made(Ledger.Entry entry, JsonNode request, JsonNode answer, NewOrder.Source source, Instant now) {
        JsonNode totals = request.path("totals");
        return new NewOrder(
                answer.path("external_order_id").asText(),
                answer.path("order_number").asText(null),
                entry.key(),
                entry.contactId(),
                source,
                answer.path("status").asText(),
                totals.path("total").isNumber() ? totals.path("total").decimalValue() : null,
                totals.path("currency").textValue(),
                now);
    }

    /** What {@code reply} says of an order; empty when it says nothing. */
    static Optional<OrderReport> report(
            ErpOperation operation, JsonNode request, ErpReply reply, Origin origin, Instant now) {
        String order = request.path("external_order_id").asText("");
        return reply instanceof ErpReply.Ok(JsonNode body) && !order.isEmpty()
                ? report(operation, order, request, body, origin, now)
                : Optional.empty();
    }

    private static Optional<OrderReport> report(
            ErpOperation operation, String order, JsonNode request, JsonNode body, Origin origin, Instant now) {
        return Optional.ofNullable(
                switch (operation) {
                    case CONFIRM_ORDER, CANCEL_ORDER, SET_ORDER_STATUS, GET_ORDER_STATUS ->
                        new OrderReport(
                                order,
                                origin,
                                now,
                                body.path("status").asText(null),
                                body.path("payment_status").asText(null),
                                body.path("order_number").asText(null),
                                body.path("tracking_url").asText(null),
                                null,
                                null);
                    case REQUEST_PAYMENT ->
                        OrderReport.payment(
                                order, origin, now, body.path("status").asText());
                    case GET_PAYMENT_STATUS ->
                        OrderReport.payment(
                                order, origin, now, body.path("status").asText(), paid(body));
                    case REFUND_PAYMENT ->
                        // One that the provider has only taken note of may fail: it is told by an event then.
                        body.path("status").asText().equalsIgnoreCase("refunded")
                                ? OrderReport.refund(
                                        order,
                                        origin,
                                        now,
                                        request.path("amount").decimalValue())
                                : null;
                    default -> null;
                });
    }

    private static @Nullable BigDecimal paid(JsonNode body) {
        return body.path("paid_amount").isNumber() ? body.path("paid_amount").decimalValue() : null;
    }
}
