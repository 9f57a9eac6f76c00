package io.waybill.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.bench.Latencies;
import io.waybill.database.TestDatabase;
import io.waybill.order.OrderList.Row;
import io.waybill.order.OrderList.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten thousand orders of all statuses, payments and sources. */
class OrderListTest {

    private static final int ORDERS = 10_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 20;

    private static final JdbcClient JDBC = TestDatabase.migrated().jdbc();

    private final OrderList orders = new OrderList(JDBC, SettableClock.atNoon());

    @BeforeAll
    static void fill() {
        JDBC.sql(
                        "insert into contact (id, phone_number_id, phone, name) overriding system value "
                                + "select n, '1', '+2547' || lpad(n::text, 8, '0'), 'Customer ' || n from generate_series(1, ?) n")
                .param(ORDERS)
                .update();
        JDBC.sql("""
                        insert into order_reference (external_order_id, order_number, contact_id, source, status, status_at, payment, payment_at,
                            total, currency, flag, created_at, changed_at)
                        select 'E-' || n, 'SO-' || n, n, (array['whatsapp', 'website', 'api'])[1 + n % 3],
                            (array['pending', 'confirmed', 'shipped', 'delivered', 'cancelled'])[1 + n % 5], at,
                            (array['unpaid', 'paid'])[1 + n % 2], at, 100 + n, 'KES', case when n % 97 = 0 then 'Look there.' end, at, at
                        from generate_series(1, ?) n, lateral (select timestamptz '2026-11-01 00:00Z' + n * interval '1 minute' as at) t
                        """).param(ORDERS).update();
        JDBC.sql("analyze contact, order_reference").update();
    }

    /** 001-20: ten thousand are listed and counted in less than 300 ms, 95 times of 100. */
    @Test
    void showsAPageOfTenThousandInLessThanThreeHundredMilliseconds() {
        List<Wanted> looks = List.of(
                wanted(null, null, null, null),
                wanted("pending", null, null, null),
                wanted("shipped", "paid", null, null),
                wanted(null, null, "website", null),
                wanted(null, null, null, "Customer 777"));
        Latencies took = new Latencies();
        for (int round = 0; round < ROUNDS; round++) {
            for (Wanted look : looks) {
                long start = System.nanoTime();
                assertThat(orders.find(look, (long) ORDERS, PAGE)).isNotEmpty();
                assertThat(orders.counts(look)).isNotEmpty();
                took.add((System.nanoTime() - start) / 1_000);
            }
        }

        assertThat(took.millis(0.95)).isLessThan(300);
    }

    /** 001-21: under each filter each status has as many as its list is long. */
    @Test
    void countsAsManyOfEachStatusAsItsListHas() {
        for (Wanted filter : List.of(
                wanted(null, null, null, null),
                wanted(null, "paid", null, null),
                wanted(null, null, "website", null),
                wanted(null, "unpaid", "api", "Customer 77"))) {
            Map<String, Integer> counts = orders.counts(filter);

            for (OrderStatus status : List.of(
                    OrderStatus.PENDING,
                    OrderStatus.CONFIRMED,
                    OrderStatus.SHIPPED,
                    OrderStatus.DELIVERED,
                    OrderStatus.CANCELLED)) {
                List<Row> listed = all(wanted(status.key(), filter.payment(), filter.source(), filter.text()));
                assertThat(listed).as("%s of %s", status, filter).hasSize(counts.getOrDefault(status.key(), 0));
                assertThat(listed).extracting(row -> row.order().status()).containsOnly(status);
            }
            assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(all(filter).size());
        }
    }

    /** 001-24: those of one source are only those. */
    @Test
    void findsThoseOfOneSource() {
        for (NewOrder.Source source : NewOrder.Source.values()) {
            assertThat(all(wanted(null, null, source.key(), null)))
                    .hasSizeGreaterThan(3_000)
                    .extracting(row -> row.order().source())
                    .containsOnly(source);
        }
    }

    /** Page by page, as a browser asks for it. */
    private List<Row> all(Wanted wanted) {
        List<Row> all = new ArrayList<>();
        @Nullable Long before = null;
        List<Row> page;
        do {
            page = orders.find(wanted, before, 500);
            all.addAll(page);
            before = page.isEmpty() ? null : page.getLast().order().id();
        } while (!page.isEmpty());
        return all;
    }

    private static Wanted wanted(
            @Nullable String status, @Nullable String payment, @Nullable String source, @Nullable String text) {
        return new Wanted(status, payment, source, null, null, null, null, null, null, text);
    }
}
