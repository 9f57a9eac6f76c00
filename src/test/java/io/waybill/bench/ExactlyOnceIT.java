package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise of the gateway, kept by the real process on its real PostgreSQL: killed again and again, with an ERP and a Graph
 * API that fail in every way, orders in the ERP are the confirmed conversations, none twice, none lost, nobody left waiting.
 *
 * <p>The same audit finds something as soon as the ledger or the inbox is made careless, so it can fail.
 */
class ExactlyOnceIT {

    private static final long SEED = 20261121;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private OrderRun run;

    @AfterEach
    void stop() throws Exception {
        if (run != null) {
            run.close();
        }
    }

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

    @Test
    @EnabledIfSystemProperty(named = "waybill.long", matches = "true")
    void findsOrdersTwiceWhenTheErpDoesNotHonourTheKeysItShould() throws Exception {
        start(TestDatabase.empty());
        run.erp().honoursKeys(false);
        run.erp().faults().seed(SEED).probability(0.3, ErpFault.RESET_AFTER, FakeErp.Operation.CREATE_ORDER.name());

        assertThat(audit(run.talk(plan(ErpLevel.KEYED, 20, 0, Duration.ofSeconds(10)))))
                .anyMatch(finding -> finding.endsWith(" has 2 orders"));
    }

    @Test
    @EnabledIfSystemProperty(named = "waybill.long", matches = "true")
    void findsCustomersWithoutAnAnswerWhenTheInboxIsDoneBeforeTheAnswer() throws Exception {
        TestDatabase database = sabotaged("""
                create function done_at_once() returns trigger language plpgsql as
                    $$ begin new.state = 'done'; return new; end $$;
                create trigger done_at_once before insert on inbox for each row execute function done_at_once();
                """);
        start(database);
        run.erp().latency(Duration.ofMillis(300));
        CompletableFuture<Void> kills = run.killsMeanwhile(1, 30);

        OrderConversations.Result result = run.talk(plan(ErpLevel.KEYED, 40, 0, Duration.ofSeconds(15)));
        kills.join();

        assertThat(audit(result)).anyMatch(finding -> finding.contains(" got no answer: "));
    }

    private List<String> audit(OrderConversations.Result result) {
        return run.audit(result, Set.of());
    }

    private TestDatabase sabotaged(String sabotage) {
        TestDatabase database = TestDatabase.migrated();
        database.jdbc().sql(sabotage).update();
        return database;
    }

    private void start(TestDatabase database) throws Exception {
        start(
                ErpLevel.KEYED,
                Map.of(
                        "SPRING_DATASOURCE_URL", database.url(),
                        "SPRING_DATASOURCE_USERNAME", "postgres",
                        "SPRING_DATASOURCE_PASSWORD", "postgres"));
    }

    private void start(ErpLevel level, Map<String, String> environment) throws Exception {
        run = new OrderRun(level, home, environment, SEED);
    }

    private static OrderRun.Plan plan(ErpLevel level, int orders, int kills, Duration patience) {
        return new OrderRun.Plan(level, orders, kills, 5, Duration.ofMillis(100), patience, SEED);
    }
}
