package io.waybill.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.order.OrderNotice.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrderNoticesTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final TestDatabase database = TestDatabase.migrated();
    private final OrderNotices kept = new OrderNotices(database.jdbc());

    @Test
    void keepsEachStatusOfAnOrderOnce() {
        OrderNotice shipped = notice("11", OrderStatus.SHIPPED, State.SENT, null);

        assertThat(kept.add(shipped)).isTrue();
        assertThat(kept.add(shipped)).isFalse();
        assertThat(kept.add(notice("11", OrderStatus.DELIVERED, State.SILENT, null)))
                .isTrue();

        assertThat(kept.of("11")).hasSize(2).contains(shipped);
    }

    @Test
    void forgetsWhatWasNotCommitted() {
        database.transaction().executeWithoutResult(tx -> {
            kept.add(notice("11", OrderStatus.SHIPPED, State.SENT, null));
            tx.setRollbackOnly();
        });

        assertThat(kept.of("11")).isEmpty();
        assertThat(kept.add(notice("11", OrderStatus.SHIPPED, State.SENT, null)))
                .isTrue();
    }

    @Test
    void handsOutWhatWaitsForATemplateUntilItIsEnded() {
        OrderNotice held = notice("11", OrderStatus.SHIPPED, State.HELD, "order_shipped.en");
        kept.add(held);
        kept.add(notice("12", OrderStatus.READY, State.HELD, "order.ready"));

        assertThat(kept.waitedFor()).containsExactlyInAnyOrder("order_shipped.en", "order.ready");
        assertThat(kept.held("order_shipped.en", 10)).containsExactly(held);
        kept.waitsFor(held, "order_shipped.fr", "Because.");
        assertThat(kept.isWaitedFor("order_shipped.en")).isFalse();
        assertThat(kept.isWaitedFor("order_shipped.fr")).isTrue();

        assertThat(kept.end(held, State.SENT, null)).isTrue();
        assertThat(kept.end(held, State.EXPIRED, "Too late.")).isFalse();
        assertThat(kept.of("11")).extracting(OrderNotice::state).containsExactly(State.SENT);
    }

    private static OrderNotice notice(String order, OrderStatus status, State state, String waitingFor) {
        return new OrderNotice(order, status, 7, NOON, "https://track.test/1", state, waitingFor, null);
    }
}
