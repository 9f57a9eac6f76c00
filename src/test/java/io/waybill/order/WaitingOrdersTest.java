package io.waybill.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.database.TestDatabase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WaitingOrdersTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Supplier<CashNumbers> CASH = () -> new CashNumbers(true, Set.of());

    private final SettableClock clock = SettableClock.atNoon();
    private final JdbcClient jdbc = TestDatabase.migrated().jdbc();

    /** 003-19: every order that is pending for longer than N hours is listed. */
    @Test
    void listsEveryOrderThatIsPendingForLongerThanItMay() {
        AttentionCategory pending = WaitingOrders.pending(jdbc, DAY);
        order("SO-1", "pending", "unpaid");
        order("SO-2", "received", "unpaid");
        order("SO-3", "confirmed", "unpaid");
        clock.pass(DAY.minusMillis(1));
        assertThat(ids(pending)).isEmpty();
        clock.pass(Duration.ofMillis(1));

        assertThat(ids(pending)).containsExactly("SO-1", "SO-2");
        AttentionItem first = pending.items(clock.instant(), null, 1).getFirst();
        assertThat(first.since()).isEqualTo(clock.instant().minus(DAY));
        assertThat(first.todo()).isEqualTo("Order SO-1: It is still pending: confirm or cancel it.");
        assertThat(first.link()).isEqualTo("/api/v1/orders/SO-1");

        status("SO-1", "confirmed");
        status("SO-2", "cancelled");
        assertThat(ids(pending)).isEmpty();
    }

    @Test
    void asksForMoneyOfADeliveredOrderAndSoonerOnlyWhereItWasAskedFor() {
        AttentionCategory cash = WaitingOrders.unpaid(jdbc, DAY, CASH);
        AttentionCategory paidFirst = WaitingOrders.unpaid(jdbc, DAY, () -> new CashNumbers(false, Set.of()));
        order("SO-1", "shipped", "unpaid");
        order("SO-2", "confirmed", "requested");
        order("SO-3", "delivered", "unpaid");
        order("SO-4", "confirmed", "failed");
        order("SO-5", "delivered", "paid");
        order("SO-6", "cancelled", "failed");
        order("SO-7", "pending", "unpaid");
        assertThat(ids(cash)).as("not yet").isEmpty();
        clock.pass(DAY);

        assertThat(ids(cash)).containsExactly("SO-2", "SO-3", "SO-4");
        assertThat(ids(paidFirst)).containsExactly("SO-1", "SO-2", "SO-3", "SO-4");

        jdbc.sql("update order_reference set payment = 'paid'").update();
        assertThat(ids(paidFirst)).isEmpty();
    }

    @Test
    void asksForMoneySoonerOnlyAtTheNumbersWhereItIsPaidFirst() {
        order("SO-1", "shipped", "unpaid");
        order("SO-2", "shipped", "unpaid");
        jdbc.sql("update order_reference set contact_id = ? where external_order_id = 'SO-1'")
                .param(contactAt("west"))
                .update();
        jdbc.sql("update order_reference set contact_id = ? where external_order_id = 'SO-2'")
                .param(contactAt("main"))
                .update();
        clock.pass(DAY);

        assertThat(ids(WaitingOrders.unpaid(jdbc, DAY, () -> new CashNumbers(true, Set.of("west")))))
                .containsExactly("SO-1");
        assertThat(ids(WaitingOrders.unpaid(jdbc, DAY, () -> new CashNumbers(false, Set.of("west")))))
                .containsExactly("SO-2");
    }

    private long contactAt(String number) {
        return jdbc.sql("insert into contact (phone_number_id) values (?) returning id")
                .param(number)
                .query(Long.class)
                .single();
    }

    @Test
    void listsOrdersThatNobodyHasUntilTheyAreOver() {
        AttentionCategory unassigned = WaitingOrders.unassigned(jdbc);
        order("SO-1", "confirmed", "unpaid");
        order("SO-2", "confirmed", "unpaid");
        assertThat(ids(unassigned)).containsExactly("SO-1", "SO-2");

        new OrderReferences(jdbc).assign("SO-1", "ada");
        status("SO-2", "delivered");
        assertThat(ids(unassigned)).isEmpty();
    }

    /** 002-30: stale after N hours by the clock, not a millisecond earlier. */
    @Test
    void marksAnOrderAsStaleWhoseStatusHasNotChangedForSoLong() {
        OrderLimits limits = new OrderLimits(DAY, DAY, Duration.ofHours(48));
        AttentionCategory stale = WaitingOrders.stale(jdbc, limits.staleAfter());
        order("SO-1", "preparing", "paid");
        order("SO-2", "delivered", "paid");
        clock.pass(Duration.ofHours(48).minusMillis(1));
        assertThat(ids(stale)).isEmpty();
        assertThat(limits.isStale(known("SO-1"), clock.instant())).isFalse();
        clock.pass(Duration.ofMillis(1));

        assertThat(ids(stale)).containsExactly("SO-1");
        assertThat(limits.isStale(known("SO-1"), clock.instant())).isTrue();
        assertThat(limits.isStale(known("SO-2"), clock.instant())).isFalse();

        status("SO-1", "shipped");
        assertThat(ids(stale)).isEmpty();
        assertThat(limits.isStale(known("SO-1"), clock.instant())).isFalse();
    }

    @Test
    void saysWhyAnOrderIsFlagged() {
        AttentionCategory flagged = WaitingOrders.flagged(jdbc);
        order("SO 1", "pending", "paid");
        jdbc.sql("update order_reference set flag = 'The ERP says pending after delivered.'")
                .update();

        AttentionItem item = flagged.items(clock.instant(), null, 10).getFirst();
        assertThat(item.todo()).isEqualTo("Order SO 1: It is pending. The ERP says pending after delivered.");
        assertThat(item.link()).isEqualTo("/api/v1/orders/SO%201");
        jdbc.sql("update order_reference set flag = null").update();
        assertThat(ids(flagged)).isEmpty();
    }

    @Test
    void listsNewsThatWaitForTheirTemplate() {
        AttentionCategory held = HeldNoticeCategory.of(jdbc);
        for (String status : List.of("shipped", "delivered")) {
            jdbc.sql("""
                            insert into order_notice (external_order_id, status, contact_id, at, state, waiting_for, reason)
                            values ('SO-1', ?, 1, ?, 'held', 'order_shipped.en', 'Meta has not approved it.')
                            """).params(status, Timestamp.from(clock.instant())).update();
        }

        assertThat(ids(held)).containsExactly("SO-1/delivered", "SO-1/shipped");
        assertThat(held.items(clock.instant(), null, 1).getFirst().todo()).isEqualTo("Meta has not approved it.");
        jdbc.sql("update order_notice set state = 'sent'").update();
        assertThat(ids(held)).isEmpty();
    }

    @Test
    void answersForTenThousandOrders() {
        jdbc.sql("""
                        insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at)
                        select 'SO-' || n, n, 'whatsapp', case when n % 2 = 0 then 'pending' else 'shipped' end, at, 'requested', at, at, at
                        from generate_series(1, 10000) n, lateral (select timestamptz '2026-11-01 00:00Z' + n * interval '1 second' as at) t
                        """).update();
        List<AttentionCategory> categories = List.of(
                WaitingOrders.pending(jdbc, DAY),
                WaitingOrders.unpaid(jdbc, DAY, CASH),
                WaitingOrders.unassigned(jdbc),
                WaitingOrders.stale(jdbc, DAY));

        for (AttentionCategory category : categories) {
            assertThat(category.count(clock.instant())).isGreaterThanOrEqualTo(5_000);
            assertThat(category.items(clock.instant(), null, 50)).hasSize(50);
        }
        assertThat(ids(WaitingOrders.stale(jdbc, DAY))).hasSize(10_000).doesNotHaveDuplicates();
    }

    /** All of it, page by page. */
    private List<String> ids(AttentionCategory category) {
        List<String> ids = new ArrayList<>();
        @Nullable Place after = null;
        List<AttentionItem> page;
        do {
            page = category.items(clock.instant(), after, 1_000);
            page.forEach(item -> ids.add(item.id()));
            after = page.isEmpty() ? null : page.getLast().place();
        } while (!page.isEmpty());
        assertThat(category.count(clock.instant())).isEqualTo(ids.size());
        return ids;
    }

    private void status(String order, String status) {
        jdbc.sql("update order_reference set status = ?, status_at = ? where external_order_id = ?")
                .params(status, Timestamp.from(clock.instant()), order)
                .update();
    }

    private OrderReference known(String order) {
        return new OrderReferences(jdbc).find(order).orElseThrow();
    }

    private void order(String id, String status, String payment) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at)
                        values (?, 1, 'whatsapp', ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, status, Timestamp.from(now), payment, Timestamp.from(now))
                .params(Timestamp.from(now), Timestamp.from(now))
                .update();
    }
}
