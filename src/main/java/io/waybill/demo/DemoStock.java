package io.waybill.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The storeroom of the demo shop: how many there are of what can run out, less what is held for somebody.
 *
 * <p>Whatever changes it runs in a transaction and locks the products it touches in the order of their ids.
 */
final class DemoStock {

    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcClient db;
    private final Clock clock;

    DemoStock(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How many of each product can be sold now; a product that is not in it never runs out. */
    Map<String, BigDecimal> available() {
        return read("", null);
    }

    /** Lowers the stock by an order. What its reservation holds is the order's to take. */
    void take(Map<String, BigDecimal> wanted, @Nullable String reservation) {
        if (reservation != null) {
            use(reservation);
        }
        Map<String, BigDecimal> available = lock(wanted);
        refuseShort(wanted, available);
        move(available, wanted, -1);
    }

    /** A cancelled order gives back what it took. */
    void giveBack(Map<String, BigDecimal> taken) {
        move(lock(taken), taken, 1);
    }

    /** Holds all of it for so long, or nothing. */
    Wire.Reserved reserve(Map<String, BigDecimal> wanted, @Nullable BigDecimal minutes) {
        Duration length = length(minutes);
        refuseShort(wanted, lock(wanted));
        Instant expiresAt = clock.instant().plus(length);
        long id = db.sql("insert into demo_erp.reservations (status, expires_at) values ('held', ?) returning id")
                .param(expiresAt.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        wanted.forEach((product, qty) -> db.sql("insert into demo_erp.reservation_items values (?, ?, ?)")
                .params(id, product, qty)
                .update());
        return new Wire.Reserved("H" + id, expiresAt);
    }

    /** Lets go of what is held; what was let go before, or used, stays as it is. */
    Wire.Status release(String reservation) {
        long id = id(reservation);
        db.sql("update demo_erp.reservations set status = 'released' where id = ? and status = 'held'")
                .param(id)
                .update();
        return db.sql("select status from demo_erp.reservations where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(Wire.Status::new)
                .orElseThrow(() -> unknown(reservation));
    }

    /** One that has expired is no obstacle: the order then takes what is still there. */
    private void use(String reservation) {
        String status = db.sql("select status from demo_erp.reservations where id = ? for update")
                .param(id(reservation))
                .query(String.class)
                .optional()
                .orElseThrow(() -> unknown(reservation));
        if (status.equals("used")) {
            throw new Refusal(409, "The reservation %s was used for another order.".formatted(reservation));
        }
        db.sql("update demo_erp.reservations set status = 'used' where id = ?")
                .param(id(reservation))
                .update();
    }

    /** How many there are of those of {@code products} that can run out; nobody else can change them until we are done. */
    private Map<String, BigDecimal> lock(Map<String, BigDecimal> products) {
        String[] ids = products.keySet().toArray(String[]::new);
        db.sql("select on_hand from demo_erp.stock where product_id = any(?) order by product_id for update")
                .param(ids)
                .query(BigDecimal.class)
                .list();
        // A second statement: the first may have waited, and still sees the reservations of before.
        return read("where s.product_id = any(?)", ids);
    }

    private Map<String, BigDecimal> read(String condition, String @Nullable [] ids) {
        JdbcClient.StatementSpec statement =
                db.sql("""
                        select s.product_id, s.on_hand - coalesce(sum(i.qty) filter (where r.id is not null), 0) as available
                        from demo_erp.stock s
                        left join demo_erp.reservation_items i on i.product_id = s.product_id
                        left join demo_erp.reservations r
                            on r.id = i.reservation_id and r.status = 'held' and r.expires_at > ?
                        %s group by s.product_id""".formatted(condition)).param(clock.instant().atOffset(ZoneOffset.UTC));
        Map<String, BigDecimal> available = new HashMap<>();
        (ids == null ? statement : statement.param(ids)).query(row -> {
            available.put(row.getString("product_id"), DemoErp.plain(row.getBigDecimal("available")));
        });
        return available;
    }

    private static void refuseShort(Map<String, BigDecimal> wanted, Map<String, BigDecimal> available) {
        wanted.forEach((product, qty) -> {
            BigDecimal left = available.get(product);
            if (left != null && left.compareTo(qty) < 0) {
                throw new Refusal(
                        409, "There are only %s left of product %s.".formatted(left.toPlainString(), product));
            }
        });
    }

    private void move(Map<String, BigDecimal> limited, Map<String, BigDecimal> quantities, int direction) {
        quantities.forEach((product, qty) -> {
            if (limited.containsKey(product)) {
                db.sql("update demo_erp.stock set on_hand = on_hand + ? where product_id = ?")
                        .params(qty.multiply(BigDecimal.valueOf(direction)), product)
                        .update();
            }
        });
    }

    /** Quantities by product, added up where one product stands in several lines. */
    static Map<String, BigDecimal> quantities(List<DemoOrder.Item> items) {
        return items.stream()
                .collect(Collectors.toMap(
                        DemoOrder.Item::productId, DemoOrder.Item::qty, BigDecimal::add, TreeMap::new));
    }

    private static Duration length(@Nullable BigDecimal minutes) {
        if (minutes == null || minutes.signum() <= 0 || minutes.compareTo(minutes(LONGEST)) > 0) {
            throw new Refusal(422, "A reservation lasts from 1 to %d minutes.".formatted(LONGEST.toMinutes()));
        }
        return Duration.ofSeconds(minutes.multiply(BigDecimal.valueOf(60)).longValue());
    }

    private static BigDecimal minutes(Duration duration) {
        return BigDecimal.valueOf(duration.toMinutes());
    }

    private static long id(String reservation) {
        if (!reservation.matches("H\\d{1,18}")) {
            throw unknown(reservation);
        }
        return Long.parseLong(reservation.substring(1));
    }

    private static Refusal unknown(String reservation) {
        return new Refusal(404, "There is no reservation %s.".formatted(reservation));
    }
}
