package io.waybill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.far.ErpFault;
import io.waybill.far.FakeErp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What {@link ExactlyOnceIT} looks at finds something as soon as the ledger or the inbox is made careless. */
@EnabledIfSystemProperty(named = "waybill.long", matches = "true")
class OrderAuditIT extends RunningOrders {

    @Test
    void findsOrdersTwiceWhenTheErpDoesNotHonourTheKeysItShould() throws Exception {
        start(TestDatabase.empty());
        run.erp().honoursKeys(false);
        run.erp().faults().seed(SEED).probability(0.3, ErpFault.RESET_AFTER, FakeErp.Operation.CREATE_ORDER.name());

        assertThat(audit(run.talk(plan(ErpLevel.KEYED, 20, 0, Duration.ofSeconds(10)))))
                .anyMatch(finding -> finding.endsWith(" has 2 orders"));
    }

    @Test
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
}
