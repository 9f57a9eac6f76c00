package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Faults;
import io.waybill.far.GraphFault;
import io.waybill.far.HttpSide;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the floor without a database, which keeps no promise: so the load has something to find. */
class EchoLoadTest {
    private final FakeGraph graph = FakeGraph.start(0, FarSide.ACCESS_TOKEN, FarSide.PHONE_NUMBER_ID);
    private final FakeErp erp = FakeErp.start(0);
    private HttpSide floor;

    @BeforeEach
    void start() throws SQLException, IOException {
        floor = FloorGateway.start(Map.of(
                "SERVER_PORT",
                Integer.toString(ChildProcess.freePort()),
                "FLOOR_COMMITS",
                "0",
                "WAYBILL_ERP_BASE_URL",
                erp.uri().toString(),
                "WAYBILL_WHATSAPP_BASE_URL",
                graph.uri().toString(),
                "WAYBILL_WHATSAPP_PHONE_NUMBER_ID",
                FarSide.PHONE_NUMBER_ID,
                "WAYBILL_WHATSAPP_ACCESS_TOKEN",
                FarSide.ACCESS_TOKEN,
                "WAYBILL_WHATSAPP_APP_SECRET",
                "secret",
                "WAYBILL_WHATSAPP_VERIFY_TOKEN",
                "verify"));
    }

    @AfterEach
    void stop() {
        floor.close();
        erp.close();
        graph.close();
    }

    @Test
    void matchesEachTextWithItsEcho() {
        var result = run(settings());

        assertThat(result.acknowledged()).isEqualTo(200);
        assertThat(result.echoed()).isEqualTo(200);
        assertThat(result.lost() + result.doubled() + result.outOfOrder() + result.misdirected())
                .isZero();
        assertThat(result.reply().millis(0.5))
                .isPositive()
                .isLessThanOrEqualTo(result.reply().millis(1));
    }

    @Test
    void countsWhatIsLost() {
        graph.faults().times(3, GraphFault.HTTP_500, Faults.ANY);

        assertThat(run(settings()).lost()).isEqualTo(3);
    }

    @Test
    void countsWhatIsDoubled() {
        assertThat(run(settings().disturbed(0.2, 0, 3)).doubled()).isPositive();
    }

    @Test
    void countsWhatOvertakes() {
        assertThat(run(settings().disturbed(0, 0.3, 3)).outOfOrder()).isPositive();
    }

    private EchoLoad.Result run(Deliveries.Settings settings) {
        var plan = new EchoLoad.Plan(1, 200, Duration.ofSeconds(1), 10, Duration.ofSeconds(1));
        try (var deliveries = new Deliveries(settings)) {
            return EchoLoad.run(plan, deliveries, GraphFeed.of(graph));
        }
    }

    private Deliveries.Settings settings() {
        return Deliveries.Settings.of(
                floor.uri().resolve("/webhooks/whatsapp"), "secret", "200000000000001", FarSide.PHONE_NUMBER_ID);
    }
}
