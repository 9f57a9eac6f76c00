package io.waybill.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books of the demo shop: catalogue, customers and orders. */
public final class DemoErp {

    private static final int MOST_SHOWN = 200;
    private static final String CANCELLED = "cancelled";
    private static final List<String> STATUSES = List.of("pending", "confirmed", "shipped", "delivered", CANCELLED);

    private final DemoCatalogue catalogue = new DemoCatalogue();
    private final JdbcClient db;
    private final DemoStock stock;

    DemoErp(JdbcClient db, DemoStock stock) {
        this.db = db;
        this.stock = stock;
    }

    /** The latest orders, newest first. */
    public List<DemoOrder> orders() {
        List<OrderRow> rows =
                db.sql("""
                        select o.number, o.status, o.delivery, o.total, o.currency, o.note, o.address, o.client_reference,
                               exists (select 1 from demo_erp.payments p where p.order_number = o.number and p.status = 'paid') as paid,
                               o.created_at, c.id as customer_id, c.name as customer_name, c.phone
                        from demo_erp.orders o join demo_erp.customers c on c.id = o.customer_id
                        order by o.number desc limit ?""").param(MOST_SHOWN).query(OrderRow.class).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<ItemRow>> items = db.sql("""
                        select order_number, product_id, name, qty, unit_price, total
                        from demo_erp.order_items where order_number >= ? order by order_number, line""").param(rows.getLast().number()).query(ItemRow.class).list().stream()
                .collect(Collectors.groupingBy(ItemRow::orderNumber));
        return rows.stream()
                .map(row -> row.order(items.getOrDefault(row.number(), List.of())))
                .toList();
    }

    Wire.Page<Wire.Product> products(boolean activeOnly, int page, int limit) {
        Map<String, BigDecimal> available = stock.available();
        List<Wire.Product> all = catalogue.all().stream()
                .filter(product -> product.active() || !activeOnly)
                .map(product -> new Wire.Product(
                        product.id(),
                        product.name(),
                        product.description(),
                        product.price(),
                        DemoProduct.CURRENCY,
                        product.active(),
                        available.get(product.id()),
                        product.options(),
                        product.minutes() == null ? null : "service",
                        product.minutes()))
                .toList();
        return Wire.Page.of(all, page, limit);
    }

    Wire.Price price(String productId, BigDecimal qty) {
        return new Wire.Price(
                unitPrice(sellable(productId), qty),
                DemoProduct.CURRENCY,
                stock.available().get(productId));
    }

    Wire.CustomerId upsertCustomer(Wire.Customer customer) {
        String contact = Optional.ofNullable(customer.phone())
                .or(() -> Optional.ofNullable(customer.userId()))
                .orElseThrow(() -> new Refusal(422, "A customer needs a phone number or a user id."));
        long id = db.sql("""
                        insert into demo_erp.customers (contact, phone, name) values (?, ?, ?)
                        on conflict (contact) do update set name = excluded.name returning id""")
                .param(contact)
                .param(customer.phone())
                .param(Optional.ofNullable(customer.name()).orElse(contact))
                .query(Long.class)
                .single();
        return new Wire.CustomerId("C" + id);
    }

    Wire.OrderPlaced createOrder(Wire.NewOrder order) {
        long customer = customerId(order.externalCustomerId());
        List<DemoOrder.Item> items = items(order.items());
        stock.take(DemoStock.quantities(items), order.reservationId());
        BigDecimal delivery = Optional.ofNullable(order.totals())
                .map(Wire.Totals::delivery)
                .orElse(BigDecimal.ZERO)
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal total = items.stream().map(DemoOrder.Item::total).reduce(delivery, BigDecimal::add);
        long number = db.sql("""
                        insert into demo_erp.orders (customer_id, status, currency, delivery, total, note, client_reference)
                        values (?, 'pending', ?, ?, ?, ?, ?) returning number""")
                .param(customer)
                .param(DemoProduct.CURRENCY)
                .param(delivery)
                .param(total)
                .param(order.orderNote())
                .param(order.clientReference())
                .query(Long.class)
                .single();
        for (int line = 0; line < items.size(); line++) {
            insert(number, line + 1, items.get(line));
        }
        return new Wire.OrderPlaced(String.valueOf(number), "SO-" + number, "pending", total, DemoProduct.CURRENCY);
    }

    private void insert(long number, int line, DemoOrder.Item item) {
        db.sql("""
                        insert into demo_erp.order_items (order_number, line, product_id, name, qty, unit_price, total)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(number, line, item.productId(), item.name(), item.qty(), item.unitPrice(), item.total())
                .update();
    }

    Wire.OrderStatus confirm(String orderId) {
        String before = lock(orderId).status();
        // What is on its way already stays so.
        return before.equals("pending") || before.equals(CANCELLED) ? setStatus(orderId, "confirmed") : status(orderId);
    }

    Wire.OrderStatus cancel(String orderId) {
        return setStatus(orderId, CANCELLED);
    }

    Wire.OrderStatus setStatus(String orderId, @Nullable String status) {
        if (status == null || !STATUSES.contains(status)) {
            throw new Refusal(422, "An order is %s.".formatted(String.join(", ", STATUSES)));
        }
        Wire.OrderStatus before = lock(orderId);
        if (before.status().equals(status)) {
            return before;
        }
        if (before.status().equals(CANCELLED)) {
            throw new Refusal(409, "Order %s is cancelled.".formatted(before.orderNumber()));
        }
        db.sql("update demo_erp.orders set status = ?, changed_at = now() where number = ?")
                .params(status, number(orderId))
                .update();
        if (status.equals(CANCELLED)) {
            stock.giveBack(taken(number(orderId)));
        }
        return status(orderId);
    }

    private Wire.OrderStatus lock(String orderId) {
        db.sql("select number from demo_erp.orders where number = ? for update")
                .param(number(orderId))
                .query(Long.class)
                .optional();
        return status(orderId);
    }

    private Map<String, BigDecimal> taken(long number) {
        Map<String, BigDecimal> taken = new TreeMap<>();
        db.sql(
                        "select product_id, sum(qty) as qty from demo_erp.order_items where order_number = ? group by product_id")
                .param(number)
                .query(row -> {
                    taken.put(row.getString("product_id"), row.getBigDecimal("qty"));
                });
        return taken;
    }

    Wire.Reserved reserve(Wire.Reservation reservation) {
        return stock.reserve(DemoStock.quantities(items(reservation.items())), reservation.minutes());
    }

    Wire.OrderStatus setAddress(String orderId, Wire.Address address) {
        String text = address.addressText() == null ? "" : address.addressText();
        String pin = address.latitude() == null || address.longitude() == null
                ? ""
                : "(%s, %s)"
                        .formatted(
                                address.latitude().toPlainString(),
                                address.longitude().toPlainString());
        db.sql("update demo_erp.orders set address = ?, changed_at = now() where number = ?")
                .param((text + " " + pin).strip())
                .param(number(orderId))
                .update();
        return status(orderId);
    }

    Wire.OrderStatus status(String orderId) {
        long number = number(orderId);
        return db.sql("select status from demo_erp.orders where number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .map(status -> new Wire.OrderStatus(status, "SO-" + number))
                .orElseThrow(() -> new Refusal(404, "There is no order %s.".formatted(orderId)));
    }

    private List<DemoOrder.Item> items(@Nullable List<Wire.Item> wanted) {
        if (wanted == null || wanted.isEmpty()) {
            throw new Refusal(422, "An order needs items.");
        }
        Set<String> seen = new HashSet<>();
        List<DemoOrder.Item> items = new ArrayList<>();
        for (Wire.Item item : wanted) {
            DemoProduct product =
                    sellable(Optional.ofNullable(item.externalProductId()).orElse(""));
            Map<String, String> chosen = Optional.ofNullable(item.options()).orElse(Map.of());
            String name = product.called(chosen)
                    .orElseThrow(() ->
                            new Refusal(422, "%s does not come like this: %s.".formatted(product.name(), chosen)));
            if (!seen.add(product.id() + chosen)) {
                throw new Refusal(422, "%s stands twice in this order.".formatted(name));
            }
            BigDecimal qty = Optional.ofNullable(item.qty()).orElse(BigDecimal.ZERO);
            BigDecimal unitPrice = unitPrice(product, qty);
            BigDecimal total = unitPrice.multiply(qty).setScale(2, RoundingMode.HALF_UP);
            items.add(new DemoOrder.Item(product.id(), name, qty, unitPrice, total));
        }
        return items;
    }

    private DemoProduct sellable(String id) {
        DemoProduct product =
                catalogue.find(id).orElseThrow(() -> new Refusal(404, "There is no product \"%s\".".formatted(id)));
        if (!product.active()) {
            throw new Refusal(422, "%s is not sold any more.".formatted(product.name()));
        }
        return product;
    }

    private static BigDecimal unitPrice(DemoProduct product, BigDecimal qty) {
        if (qty.signum() <= 0 || qty.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new Refusal(422, "%s cannot be sold in this quantity.".formatted(product.name()));
        }
        return product.unitPrice(qty)
                .orElseThrow(() -> new Refusal(422, "%s has no price yet.".formatted(product.name())));
    }

    private long customerId(@Nullable String externalId) {
        return Optional.ofNullable(externalId)
                .filter(id -> id.matches("C\\d{1,18}"))
                .flatMap(id -> db.sql("select id from demo_erp.customers where id = ?")
                        .param(Long.parseLong(id.substring(1)))
                        .query(Long.class)
                        .optional())
                .orElseThrow(() -> new Refusal(422, "There is no customer %s.".formatted(externalId)));
    }

    /** 2.000 is kept, 2 is shown; and never 1E+1 for ten. */
    static BigDecimal plain(BigDecimal qty) {
        BigDecimal plain = qty.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static long number(String orderId) {
        if (!orderId.matches("\\d{1,18}")) {
            throw new Refusal(404, "There is no order %s.".formatted(orderId));
        }
        return Long.parseLong(orderId);
    }

    private record OrderRow(
            long number,
            String status,
            boolean paid,
            BigDecimal delivery,
            BigDecimal total,
            String currency,
            @Nullable String note,
            @Nullable String address,
            @Nullable String clientReference,
            OffsetDateTime createdAt,
            long customerId,
            String customerName,
            @Nullable String phone) {

        DemoOrder order(List<ItemRow> items) {
            return new DemoOrder(
                    "SO-" + number,
                    String.valueOf(number),
                    new DemoOrder.Customer("C" + customerId, customerName, phone),
                    status,
                    paid,
                    delivery,
                    total,
                    currency,
                    items.stream().map(ItemRow::item).toList(),
                    note,
                    address,
                    clientReference,
                    createdAt.toInstant());
        }
    }

    private record ItemRow(
            long orderNumber, String productId, String name, BigDecimal qty, BigDecimal unitPrice, BigDecimal total) {

        DemoOrder.Item item() {
            return new DemoOrder.Item(productId, name, plain(qty), unitPrice, total);
        }
    }
}
