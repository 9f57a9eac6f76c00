package io.waybill.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Caller;
import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.erp.ErpGateway;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.order.OrderAsking.Answer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what the ERP itself says of orders, now. */
@RestController
@Needs(Permission.ORDERS_READ)
class ErpOrderController {

    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    private final OrderAsking asking;
    private final OrderDesk desk;
    private final OrderReferences references;
    private final ErpGateway erp;
    private final Clock clock;

    ErpOrderController(OrderAsking asking, OrderDesk desk, OrderReferences references, ErpGateway erp, Clock clock) {
        this.asking = asking;
        this.desk = desk;
        this.references = references;
        this.erp = erp;
        this.clock = clock;
    }

    /**
     * @param at when it was asked
     * @param state ok, empty, refused, down (it did not answer) or unavailable (the ERP has no such operation)
     * @param reason why it is not ok
     * @param items where the ERP tells them
     * @param answer all it said, as the contract calls it, for whoever may see amounts and personal data
     */
    record ErpSays(
            Instant at,
            String state,
            @Nullable String reason,
            List<ErpItem> items,
            @Nullable JsonNode answer) {}

    record ErpItem(
            @Nullable String externalProductId,
            String name,
            @Nullable BigDecimal qty,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal unitPrice) {}

    /**
     * An order as the ERP lists it.
     *
     * @param known whether Waybill knows of it
     */
    record ErpOrder(
            String externalOrderId,
            String orderNumber,
            String status,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal total,
            @Nullable String currency,
            @Nullable String placedAt,
            @Nullable String changedAt,
            boolean known) {}

    record ErpOrders(Instant at, Instant since, List<ErpOrder> orders) {}

    /** Asks the ERP about the order by GET_ORDER_STATUS; what is new in the answer is known from then on. */
    @GetMapping("/api/v1/orders/{order}/erp")
    ErpSays of(@PathVariable String order) {
        String id = desk.find(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)))
                .externalOrderId();
        if (!asking.isPossible()) {
            return new ErpSays(clock.instant(), "unavailable", lacks(ErpOperation.GET_ORDER_STATUS), List.of(), null);
        }
        Answer answer = asking.ask(id);
        asking.take(answer);
        return switch (answer.reply()) {
            case ErpReply.Ok(JsonNode body) ->
                new ErpSays(answer.at(), "ok", null, items(body), mayReadAll() ? body : null);
            case ErpReply.Empty none -> without(answer, "empty", "The ERP knows of no such order.");
            case ErpReply.Refused(String reason) -> without(answer, "refused", reason);
            case ErpReply.Down(String reason) -> without(answer, "down", reason);
            case ErpReply.Unknown(String reason) -> without(answer, "down", reason);
        };
    }

    /**
     * The ERP's own list, by LIST_ORDERS, also of orders that Waybill knows nothing of.
     *
     * @param since made or changed at this time or later; without it in the last 7 days
     * @param status in the ERP's words
     */
    @GetMapping("/api/v1/erp-orders")
    ErpOrders list(
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String status) {
        if (!erp.available().contains(ErpOperation.LIST_ORDERS)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, lacks(ErpOperation.LIST_ORDERS));
        }
        Instant now = clock.instant();
        Instant from = since == null ? now.minus(USUAL_PERIOD) : since;
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("changed_since", from.toString());
        if (status != null) {
            request.put("status", status);
        }
        return switch (erp.call(ErpOperation.LIST_ORDERS, request, null).reply()) {
            case ErpReply.Ok(JsonNode body) -> new ErpOrders(now, from, orders(body));
            case ErpReply.Empty none -> new ErpOrders(now, from, List.of());
            case ErpReply.Refused(String reason) -> throw unanswered(reason);
            case ErpReply.Down(String reason) -> throw unanswered(reason);
            case ErpReply.Unknown(String reason) -> throw unanswered(reason);
        };
    }

    private List<ErpOrder> orders(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("items").forEach(row -> ids.add(row.path("external_order_id").asText()));
        Set<String> known = references.known(ids);
        List<ErpOrder> orders = new ArrayList<>();
        for (JsonNode row : body.path("items")) {
            String id = row.path("external_order_id").asText();
            orders.add(new ErpOrder(
                    id,
                    row.path("order_number").asText(),
                    row.path("status").asText(),
                    amount(row.path("total")),
                    row.path("currency").asText(null),
                    row.path("placed_at").asText(null),
                    row.path("changed_at").asText(null),
                    known.contains(id)));
        }
        return orders;
    }

    private static List<ErpItem> items(JsonNode body) {
        List<ErpItem> items = new ArrayList<>();
        for (JsonNode item : body.path("items")) {
            items.add(new ErpItem(
                    item.path("external_product_id").asText(null),
                    item.path("name").asText(item.path("external_product_id").asText()),
                    amount(item.path("qty")),
                    amount(item.path("unit_price"))));
        }
        return items;
    }

    private static @Nullable BigDecimal amount(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    /** Nobody knows what an ERP adds to its answers. */
    private static boolean mayReadAll() {
        return Caller.current().may(Permission.MONEY) && Caller.current().may(Permission.PERSONAL_DATA);
    }

    private static ErpSays without(Answer answer, String state, String reason) {
        return new ErpSays(answer.at(), state, reason, List.of(), null);
    }

    private String lacks(ErpOperation operation) {
        return "The ERP has no %s (endpoint profile \"%s\")."
                .formatted(operation, erp.profile().name());
    }

    private static ResponseStatusException unanswered(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_GATEWAY, reason);
    }
}
