package io.waybill.order;

import io.waybill.access.Caller;
import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.OnlyFor;
import io.waybill.access.Permission;
import io.waybill.access.PersonalPhone;
import io.waybill.access.Scope;
import io.waybill.order.OrderList.Row;
import io.waybill.order.OrderList.Wanted;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the orders we know of and what happened to them. */
@RestController
@RequestMapping("/api/v1/orders")
@ForApiKey(Scope.ORDERS_READ)
@Needs(Permission.ORDERS_READ)
class OrderController {

    private static final int MOST = 500;

    private final OrderList orders;
    private final OrderedGoods goods;
    private final OrderTimeline timeline;
    private final OrderSettings settings;
    private final OrderLimits limits;
    private final Clock clock;

    OrderController(
            OrderList orders,
            OrderedGoods goods,
            OrderTimeline timeline,
            OrderSettings settings,
            OrderLimits limits,
            Clock clock) {
        this.orders = orders;
        this.goods = goods;
        this.timeline = timeline;
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The newest first, with how many there are of each status.
     *
     * @param assignee a user's name; empty: nobody's
     * @param unopened whether it was made on the website and nobody has opened the link to its chat since
     * @param from those made at that time or later
     * @param to and before that one
     * @param q a number, an id of the ERP, or a part of the customer's name
     * @param before the id of the last order of the page before
     */
    @GetMapping
    Orders list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String payment,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable Long contact,
            @RequestParam(required = false) @Nullable Boolean flagged,
            @RequestParam(required = false) @Nullable Boolean unopened,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        Wanted wanted = new Wanted(status, payment, source, assignee, contact, flagged, unopened, from, to, q);
        return new Orders(views(orders.find(wanted, before, Math.clamp(limit, 1, MOST))), orders.counts(wanted));
    }

    /** By the ERP's id of it, or its number. */
    @GetMapping("/{order}")
    OrderDetail one(@PathVariable String order) {
        Row row = found(order);
        return new OrderDetail(
                views(List.of(row)).getFirst(),
                timeline.of(row.order().externalOrderId()).stream()
                        .map(Step::of)
                        .toList());
    }

    private Row found(String order) {
        return orders.one(order)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "We know of no order %s.".formatted(order)));
    }

    private List<OrderView> views(List<Row> rows) {
        Map<String, List<OrderContents.Item>> items =
                goods.of(rows.stream().map(row -> row.order().externalOrderId()).toList());
        return rows.stream()
                .map(row -> view(row, items.get(row.order().externalOrderId())))
                .toList();
    }

    private OrderView view(Row row, @Nullable List<OrderContents.Item> items) {
        OrderReference order = row.order();
        return new OrderView(
                order.id(),
                order.externalOrderId(),
                order.orderNumber(),
                order.clientReference(),
                order.source().key(),
                order.status().key(),
                order.statusAt(),
                order.payment().key(),
                order.paymentAt(),
                order.erpStatus(),
                order.trackingUrl(),
                items == null ? null : items.stream().map(OrderItemView::of).toList(),
                order.total(),
                order.currency(),
                order.contactId(),
                row.customer(),
                row.phone(),
                order.assignee(),
                order.flag(),
                limits.isStale(order, clock.instant()),
                order.createdAt(),
                order.changedAt(),
                new TreeSet<>(settings.profile().moves(order.status()))
                        .stream().map(OrderStatus::key).toList());
    }

    record Orders(List<OrderView> orders, Map<String, Integer> counts) {}

    record OrderDetail(OrderView order, List<Step> timeline) {}

    /**
     * @param id grows with each order we come to know of
     * @param erpStatus in the ERP's words
     * @param items as they were sent to the ERP; null: the order was made elsewhere
     * @param flag why a person should look at it
     * @param stale its status has not changed for {@code waybill.orders.stale-after}, and it is not over
     * @param moves what may be asked for now
     */
    record OrderView(
            long id,
            String externalOrderId,
            @Nullable String orderNumber,
            @Nullable String clientReference,
            String source,
            String status,
            Instant statusAt,
            String payment,
            Instant paymentAt,
            @Nullable String erpStatus,
            @Nullable String trackingUrl,
            @Nullable List<OrderItemView> items,
            @OnlyFor(Permission.MONEY) @Nullable BigDecimal total,
            @Nullable String currency,
            long contactId,
            @Nullable String customer,
            @PersonalPhone @Nullable String phone,
            @Nullable String assignee,
            @Nullable String flag,
            boolean stale,
            Instant createdAt,
            Instant changedAt,
            List<String> moves) {}

    record OrderItemView(String externalProductId, String name, int qty) {

        static OrderItemView of(OrderContents.Item item) {
            return new OrderItemView(item.externalProductId(), item.name(), item.qty());
        }
    }

    /**
     * @param kind created, status, payment, tracking, number, assigned …
     * @param origin flow, staff, erp or poll; of the first: where it was made
     */
    record Step(
            Instant at,
            String kind,
            String origin,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by,
            @Nullable String detail) {

        static Step of(OrderTimeline.Entry entry) {
            return new Step(
                    entry.at(),
                    entry.kind().key(),
                    entry.origin(),
                    entry.before(),
                    entry.after(),
                    entry.by(),
                    entry.kind().isAboutMoney() && !Caller.current().may(Permission.MONEY) ? null : entry.detail());
        }
    }
}
