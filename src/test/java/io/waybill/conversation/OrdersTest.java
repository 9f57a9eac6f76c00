package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final String REQUEST = "{\"totals\": {\"total\": 2650.00, \"currency\": \"KES\"}}";

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Ledger ledger = new Ledger(database.jdbc());
    private final Orders orders = new Orders(database.jdbc());

    /** 000-03: from a chat to its orders. */
    @Test
    void leadsFromAChatToItsOrders() {
        order(7, "k1", State.OK, "{\"external_order_id\": \"11\", \"order_number\": \"SO-11\"}");
        clock.pass(Duration.ofHours(1));
        order(7, "k2", State.OK, "{\"external_order_id\": \"12\", \"order_number\": \"SO-12\"}");
        order(8, "k3", State.REFUSED, null);

        assertThat(orders.of(7, 10)).extracting(Orders.Order::orderNumber).containsExactly("SO-12", "SO-11");
        assertThat(orders.of(7, 10).getLast())
                .isEqualTo(new Orders.Order(
                        7,
                        "k1",
                        "11",
                        "SO-11",
                        "2650.00",
                        "KES",
                        clock.instant().minus(Duration.ofHours(1))));
        assertThat(orders.of(8, 10)).isEmpty();
    }

    @Test
    void saysOfATappedOrderWhatTheErpHasDoneWithItLast() {
        order(7, "k1", State.OK, "{\"external_order_id\": \"11\", \"order_number\": \"DRAFT-11\"}");
        assertThat(orders.tapped(7, "11")).contains(tapped("DRAFT-11", null));
        assertThat(orders.tapped(8, "11")).as("an order of somebody else").isEmpty();

        settle("k2", ErpOperation.CANCEL_ORDER, State.REFUSED, "11", null);
        settle("k3", ErpOperation.CONFIRM_ORDER, State.OK, "12", "{}");
        assertThat(orders.tapped(7, "11")).contains(tapped("DRAFT-11", null));

        settle("k4", ErpOperation.CONFIRM_ORDER, State.OK, "11", "{\"order_number\": \"SO-11\"}");
        assertThat(orders.tapped(7, "11")).contains(tapped("SO-11", ErpOperation.CONFIRM_ORDER));
        clock.pass(Duration.ofHours(1));
        settle("k5", ErpOperation.CANCEL_ORDER, State.OK, "11", "{}");
        assertThat(orders.tapped(7, "11").orElseThrow().settled()).isEqualTo(ErpOperation.CANCEL_ORDER);
    }

    private static World.TappedOrder tapped(String number, @Nullable ErpOperation settled) {
        return new World.TappedOrder(new World.OrderReference("11", number), new BigDecimal("2650.00"), "KES", settled);
    }

    private void order(long contact, String key, State state, @Nullable String reply) {
        entry(contact, key, ErpOperation.CREATE_ORDER, REQUEST, state, reply);
    }

    private void settle(String key, ErpOperation operation, State state, String order, @Nullable String reply) {
        entry(7, key, operation, "{\"external_order_id\": \"%s\"}".formatted(order), state, reply);
    }

    private void entry(
            long contact, String key, ErpOperation operation, String request, State state, @Nullable String reply) {
        Instant now = clock.instant();
        ledger.save(
                List.of(new Entry(contact, key, operation, request, state, reply, null, 1, null, now, now, now)), now);
    }
}
