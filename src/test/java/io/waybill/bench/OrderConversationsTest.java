package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderConversationsTest {
    private final FakeGraph graph = FakeGraph.start(0, FarSide.ACCESS_TOKEN, FarSide.PHONE_NUMBER_ID);
    private final FakeErp erp = FakeErp.start(0);
    private final ScriptedShop shop = new ScriptedShop(graph.uri(), erp.uri());

    @AfterEach
    void stop() {
        shop.close();
        erp.close();
        graph.close();
    }

    @Test
    void talksEightMessagesToAnOrderNumber() {
        var result = run(20, 0, settings());

        assertThat(result.ordered()).isEqualTo(20);
        assertThat(result.sent()).isEqualTo(160);
        assertThat(findings(result.conversations(), orders())).isEmpty();
        assertThat(graph.refusals()).isEmpty();
        assertThat(erp.complaints()).isEmpty();
    }

    @Test
    void leavesOutTheNameWhenTheProfileHasOne() {
        assertThat(run(4, 1, settings()).sent()).isEqualTo(28);
    }

    @Test
    void survivesDoubledDeliveriesAndAGatewayThatRefuses() {
        shop.refuse(10);
        var result = run(20, 0, settings().disturbed(0.3, 0.2, 7));

        assertThat(result.ordered()).isEqualTo(20);
        assertThat(findings(result.conversations(), orders())).isEmpty();
    }

    @Test
    void findsOrdersThatWereCreatedTwice() {
        shop.createTwice();
        var result = run(3, 0, settings());

        assertThat(findings(result.conversations(), orders()))
                .filteredOn(finding -> finding.endsWith("has 2 orders"))
                .hasSize(3);
    }

    @Test
    void findsWhatOneSideDoesNotKnow() {
        var result = run(2, 0, settings());

        assertThat(findings(result.conversations(), Json.read("[]")))
                .hasSize(2)
                .allMatch(finding -> finding.contains("does not have"));
        assertThat(findings(List.of(), orders())).hasSize(2).allMatch(finding -> finding.contains("stranger"));
    }

    @Test
    void expectsThatEveryDoubtOfAnErpThatCannotBeAskedIsListed() {
        var silent = new OrderConversations.Ended("+254700000001", null, true, false, List.of("We are checking"));

        assertThat(OrderAudit.findings(ErpLevel.MANUAL, List.of(silent), Json.read("[]"), Set.of(silent.phone())))
                .isEmpty();
        assertThat(OrderAudit.findings(ErpLevel.MANUAL, List.of(silent), Json.read("[]"), Set.of()))
                .singleElement()
                .asString()
                .contains("nobody is told");
        assertThat(OrderAudit.findings(ErpLevel.FINDABLE, List.of(silent), Json.read("[]"), Set.of(silent.phone())))
                .singleElement()
                .asString()
                .contains("no order number");
    }

    private static List<String> findings(List<OrderConversations.Ended> conversations, JsonNode orders) {
        return OrderAudit.findings(ErpLevel.KEYED, conversations, orders, Set.of());
    }

    private OrderConversations.Result run(int conversations, int namedEvery, Deliveries.Settings settings) {
        var plan = new OrderConversations.Plan(
                1, conversations, 100, namedEvery, Duration.ZERO, Duration.ofSeconds(5), false, 1);
        try (var deliveries = new Deliveries(settings)) {
            return OrderConversations.run(plan, deliveries, GraphFeed.of(graph));
        }
    }

    private Deliveries.Settings settings() {
        return Deliveries.Settings.of(shop.webhook(), "secret", "200000000000001", FarSide.PHONE_NUMBER_ID);
    }

    private JsonNode orders() {
        return Json.MAPPER.valueToTree(erp.orders());
    }
}
