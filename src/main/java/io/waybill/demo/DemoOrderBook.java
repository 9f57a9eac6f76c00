package io.waybill.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks orders of the demo ERP up: page by page, by what they are called, and as a receipt. */
final class DemoOrderBook {

    private static final Set<String> WITH_RECEIPT = Set.of("confirmed", "shipped", "delivered");
    private static final String ROW = """
            select number, status, total, currency, customer_id, client_reference, created_at, changed_at
            from demo_erp.orders""";

    private final JdbcClient db;

    DemoOrderBook(JdbcClient db) {
        this.db = db;
    }

    /** @param page from 1 */
    Wire.Page<Wire.Order> orders(Wire.OrderFilter filter, int page, int limit) {
        int size = Math.clamp(limit, 1, 1000);
        List<Wire.Order> oneMore = db
                .sql(ROW + """
                         where (?::text is null or status = ?) and (?::timestamptz is null or changed_at >= ?)
                          and (?::text is null or 'C' || customer_id = ?)
                        order by number limit ? offset ?""")
                .param(filter.status())
                .param(filter.status())
                .param(filter.changedSince())
                .param(filter.changedSince())
                .param(filter.externalCustomerId())
                .param(filter.externalCustomerId())
                .param(size + 1)
                .param((Math.max(page, 1) - 1L) * size)
                .query(OrderRow.class)
                .list()
                .stream()
                .map(OrderRow::order)
                .toList();
        return new Wire.Page<>(oneMore.subList(0, Math.min(size, oneMore.size())), oneMore.size() > size);
    }

    /** The latest order that is called so; by both names when both are given. */
    Wire.Found find(@Nullable String clientReference, @Nullable String orderNumber) {
        if (clientReference == null && orderNumber == null) {
            throw new Refusal(422, "Name the order by client_reference or order_number.");
        }
        return db.sql(ROW + """
                         where (?::text is null or client_reference = ?) and (?::text is null or 'SO-' || number = ?)
                        order by number desc limit 1""")
                .param(clientReference)
                .param(clientReference)
                .param(orderNumber)
                .param(orderNumber)
                .query(OrderRow.class)
                .optional()
                .map(row -> Wire.Found.of(row.order()))
                .orElse(Wire.Found.NOT_FOUND);
    }

    Wire.Receipt receipt(String orderId) {
        long number = DemoErp.number(orderId);
        Wire.Order order = db.sql(ROW + " where number = ?")
                .param(number)
                .query(OrderRow.class)
                .optional()
                .orElseThrow(() -> new Refusal(404, "There is no order %s.".formatted(orderId)))
                .order();
        if (!WITH_RECEIPT.contains(order.status())) {
            throw new Refusal(
                    409, "Order %s is %s, so there is no receipt.".formatted(order.orderNumber(), order.status()));
        }
        byte[] text = text(number, order).getBytes(StandardCharsets.UTF_8);
        return new Wire.Receipt(
                Base64.getEncoder().encodeToString(text),
                "receipt-%s.txt".formatted(order.orderNumber()),
                "text/plain");
    }

    private String text(long number, Wire.Order order) {
        StringBuilder receipt = new StringBuilder("RECEIPT %s\n%s\n\n"
                .formatted(order.orderNumber(), order.placedAt().toLocalDate()));
        db.sql("select name, qty, total from demo_erp.order_items where order_number = ? order by line")
                .param(number)
                .query(row -> {
                    receipt.append("%s x %s  %s\n"
                            .formatted(
                                    DemoErp.plain(row.getBigDecimal("qty")),
                                    row.getString("name"),
                                    row.getBigDecimal("total").toPlainString()));
                });
        return receipt.append("\nTotal %s %s\n"
                        .formatted(order.currency(), order.total().toPlainString()))
                .toString();
    }

    private record OrderRow(
            long number,
            String status,
            BigDecimal total,
            String currency,
            long customerId,
            @Nullable String clientReference,
            OffsetDateTime createdAt,
            OffsetDateTime changedAt) {

        Wire.Order order() {
            return new Wire.Order(
                    String.valueOf(number),
                    "SO-" + number,
                    status,
                    total,
                    currency,
                    "C" + customerId,
                    clientReference,
                    createdAt.withOffsetSameInstant(ZoneOffset.UTC),
                    changedAt.withOffsetSameInstant(ZoneOffset.UTC));
        }
    }
}
