package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeGraph;
import io.waybill.far.Faults;
import io.waybill.far.GraphFault;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.far.StatusPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the gateway, kept by the real process on its real PostgreSQL: killed again and again, with an ERP and a Graph
 * API that fail in every way, orders in the ERP are the confirmed conversations, none twice, none lost, nobody left waiting.
 *
 * <p>The same audit finds something as soon as the ledger or the inbox is made careless, so it can fail.
 */
class ExactlyOnceIT {

    private static final int CONVERSATIONS = 200;
    private static final int KILLS = 6;
    private static final long SEED = 20261121;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final FakeGraph graph = FakeGraph.start(0, FarSide.ACCESS_TOKEN, FarSide.PHONE_NUMBER_ID);
    private final FakeErp erp = FakeErp.start(0);
    private final Random random = new Random(SEED);
    private final Semaphore replies = new Semaphore(0);
    private final Semaphore orders = new Semaphore(0);
    private final List<Integer> ordersAtKills = new ArrayList<>();
    private KillableGateway gateway;

    ExactlyOnceIT() {
        graph.onMessage(message -> replies.release());
        erp.onExecuted(operation -> {
            if (operation == FakeErp.Operation.CREATE_ORDER) {
                orders.release();
            }
        });
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        graph.close();
        erp.close();
    }

    @Test
    void createsEachConfirmedOrderOnceWhateverFailsAndWhoeverIsKilled() throws Exception {
        start(Map.of());
        breakEverything();
        CompletableFuture<Void> kills = CompletableFuture.runAsync(() -> killAgainAndAgain(KILLS));

        OrderConversations.Result result = talk(CONVERSATIONS, Duration.ofSeconds(90));
        kills.join();

        assertThat(audit(result)).isEmpty();
        assertThat(erp.orders()).hasSize(CONVERSATIONS);
        assertThat(erp.complaints()).isEmpty();
        assertThat(graph.refusals().stream().map(GraphMessage::toString)).isEmpty();
        assertThat(graph.doubled()).as("replies said twice").isEmpty();
        assertThat(ordersAtKills).as("kills in the middle").hasSize(KILLS).allMatch(count -> count < CONVERSATIONS);
    }

    @Test
    void findsOrdersTwiceWhenTheLedgerForgetsTheKeyItSent() throws Exception {
        TestDatabase database = sabotaged("""
                create function forget_key() returns trigger language plpgsql as
                    $$ begin new.key = left(md5(random()::text), 20); return new; end $$;
                create trigger forget_key before update on ledger
                    for each row when (new.state = 'unknown' and old.state = 'open') execute function forget_key();
                """);
        start(database);
        erp.faults().seed(SEED).probability(0.3, ErpFault.RESET_AFTER, FakeErp.Operation.CREATE_ORDER.name());

        assertThat(audit(talk(20, Duration.ofSeconds(10)))).anyMatch(finding -> finding.endsWith(" has 2 orders"));
    }

    @Test
    void findsCustomersWithoutAnAnswerWhenTheInboxIsDoneBeforeTheAnswer() throws Exception {
        TestDatabase database = sabotaged("""
                create function done_at_once() returns trigger language plpgsql as
                    $$ begin new.state = 'done'; return new; end $$;
                create trigger done_at_once before insert on inbox for each row execute function done_at_once();
                """);
        start(database);
        erp.latency(Duration.ofMillis(300));
        CompletableFuture<Void> kills = CompletableFuture.runAsync(() -> killAgainAndAgain(1));

        OrderConversations.Result result = talk(40, Duration.ofSeconds(15));
        kills.join();

        assertThat(audit(result)).anyMatch(finding -> finding.contains(" got no answer: "));
    }

    private List<String> audit(OrderConversations.Result result) {
        return OrderAudit.findings(result.conversations(), Json.MAPPER.valueToTree(erp.orders()));
    }

    private TestDatabase sabotaged(String sabotage) {
        TestDatabase database = TestDatabase.migrated();
        database.jdbc().sql(sabotage).update();
        return database;
    }

    private void start(TestDatabase database) throws Exception {
        start(Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres"));
    }

    private void start(Map<String, String> environment) throws Exception {
        gateway = new KillableGateway(home, erp, graph, environment);
        graph.statuses(StatusPlan.OUT_OF_ORDER, gateway.webhook(), KillableGateway.APP_SECRET, Duration.ofMillis(50));
    }

    private OrderConversations.Result talk(int conversations, Duration patience) {
        var plan = new OrderConversations.Plan(1, conversations, 5, 3, Duration.ofMillis(100), patience, SEED);
        var settings = Deliveries.Settings.of(
                        gateway.webhook(),
                        KillableGateway.APP_SECRET,
                        BenchTarget.BUSINESS_ACCOUNT_ID,
                        FarSide.PHONE_NUMBER_ID)
                .disturbed(0.2, 0.1, SEED);
        try (var deliveries = new Deliveries(settings)) {
            return OrderConversations.run(plan, deliveries, GraphFeed.of(graph));
        }
    }

    private void breakEverything() {
        erp.faults().seed(SEED);
        for (ErpFault fault : List.of(
                ErpFault.ERROR_500_AFTER,
                ErpFault.SILENCE_AFTER,
                ErpFault.RESET_BEFORE,
                ErpFault.RESET_AFTER,
                ErpFault.UNAVAILABLE_503)) {
            erp.faults().probability(0.01, fault, Faults.ANY);
        }
        // A garbled answer to a read is a refusal, and a person's case by design; to a write it means "unknown".
        for (FakeErp.Operation write : List.of(FakeErp.Operation.CREATE_ORDER, FakeErp.Operation.CONFIRM_ORDER)) {
            erp.faults().probability(0.02, ErpFault.HTML_200, write.name());
            erp.faults().probability(0.02, ErpFault.EMPTY_200, write.name());
        }
        graph.faults().seed(SEED);
        for (GraphFault fault : List.of(
                GraphFault.HTTP_500,
                GraphFault.THROUGHPUT_130429,
                GraphFault.NOT_JSON,
                GraphFault.RESET,
                GraphFault.ACCEPT_THEN_RESET)) {
            graph.faults().probability(0.02, fault, Faults.ANY);
        }
    }

    /** Kills in the middle of the work: after some replies were taken, or orders executed but not yet answered. */
    private void killAgainAndAgain(int kills) {
        try {
            for (int kill = 0; kill < kills; kill++) {
                replies.drainPermits();
                orders.drainPermits();
                boolean happened = kill % 2 == 0
                        ? orders.tryAcquire(8 + random.nextInt(18), 2, TimeUnit.MINUTES)
                        : replies.tryAcquire(80 + random.nextInt(170), 2, TimeUnit.MINUTES);
                assertThat(happened).as("work for kill %d to land in", kill).isTrue();
                ordersAtKills.add(erp.orders().size());
                gateway.killAndRestart();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The gateway did not come back.", e);
        } finally {
            erp.faults().clear();
            graph.faults().clear();
        }
    }
}
