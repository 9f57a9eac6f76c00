package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The promise of the gateway, kept by the real process on its real PostgreSQL: killed again and again, with an ERP and a Graph
 * API that fail in every way, orders in the ERP are the confirmed conversations, none twice, none lost, nobody left waiting.
 */
class ExactlyOnceIT extends RunningOrders {

    /**
     * 001-12, 003-18: doubled webhooks, an ERP and Graph that fail, and the process killed in the middle: one order for each confirmation;
     * with 10,000 by hand (docs/erp-doubts.md).
     */
    @Test
    void createsEachConfirmedOrderOnceWhereTheErpHonoursKeys() throws Exception {
        assertOnce(ErpLevel.KEYED, 40, 2);
    }

    @Test
    void createsEachConfirmedOrderOnceWhereTheErpCanBeAsked() throws Exception {
        assertOnce(ErpLevel.FINDABLE, 24, 1);
    }

    /** ManualErpEndToEndTest has the same in small for every build. */
    @Test
    @EnabledIfSystemProperty(named = "waybill.long", matches = "true")
    void sendsNothingTwiceAndListsEveryDoubtWhereTheErpCannotBeAsked() throws Exception {
        start(ErpLevel.MANUAL, Map.of());
        run.erp().faults().times(2, ErpFault.RESET_AFTER, FakeErp.Operation.CREATE_ORDER.name());
        run.erp().faults().times(2, ErpFault.RESET_BEFORE, FakeErp.Operation.CONFIRM_ORDER.name());

        OrderRun.Outcome outcome = run.run(plan(ErpLevel.MANUAL, 20, 0, Duration.ofSeconds(20)));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.listed()).isGreaterThanOrEqualTo(4);
    }

    private void assertOnce(ErpLevel level, int orders, int kills) throws Exception {
        start(level, Map.of());

        OrderRun.Outcome outcome = run.run(plan(level, orders, kills, Duration.ofSeconds(90)));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.orders()).isEqualTo(orders);
        assertThat(outcome.confirmed()).isEqualTo(orders);
        assertThat(outcome.ordersAtKills())
                .as("kills in the middle")
                .hasSize(kills)
                .allMatch(count -> count < orders);
    }
}
