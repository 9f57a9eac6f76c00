package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people are asked to look up in the ERP, what they decide, and how our orders are held against the ERP's. */
class DoubtsEndToEndTest extends RunningGateway {

    private static final String CREATE = Operation.CREATE_ORDER.name();

    @Autowired
    PlatformTransactionManager transactions;

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void givesTheCustomerTheOrderThatAPersonFound() throws Exception {
        ERP.faults().times(1, ErpFault.RESET_AFTER, CREATE).times(1_000, ErpFault.RESET_BEFORE, CREATE);
        Customer amina = customer("Amina Yusuf").comesToTheSummary();
        amina.taps("Confirm").hears("We are checking");
        JsonNode doubt = doubt(amina);
        ErpOrder order = orders(amina).getFirst();

        assertThat(doubt.path("operation").asText()).isEqualTo(CREATE);
        assertThat(doubt.path("request").path("totals").path("total").decimalValue())
                .isPositive();
        assertThat(decide(doubt, executed(order)).statusCode()).isEqualTo(204);

        assertThat(amina.confirmsPayment()).isEqualTo(order.number());
        assertThat(doubts(amina)).isEmpty();
        assertThat(orders(amina)).hasSize(1);
        assertThat(journal(amina, "incident")).anyMatch(line -> line.contains("A person looked up"));
    }

    @Test
    void ordersAgainWhatAPersonDidNotFind() throws Exception {
        ERP.faults().times(1_000, ErpFault.RESET_BEFORE, CREATE);
        Customer brian = customer("Brian Otieno").comesToTheSummary();
        brian.taps("Confirm").hears("We are checking");

        assertThat(decide(doubt(brian), "{\"executed\":false}").statusCode()).isEqualTo(204);
        brian.hears("We have kept what you decided");
        ERP.faults().clear();

        String number = brian.confirmsPayment();
        assertThat(orders(brian)).extracting(ErpOrder::number).containsExactly(number);
    }

    @Test
    void refusesAnAnswerThatTheErpCouldNotHaveGiven() throws Exception {
        ERP.faults().times(1, ErpFault.RESET_AFTER, CREATE).times(1_000, ErpFault.RESET_BEFORE, CREATE);
        Customer chao = customer("Chao Wanjiku").comesToTheSummary();
        chao.taps("Confirm").hears("We are checking");
        JsonNode doubt = doubt(chao);

        HttpResponse<String> withoutId =
                decide(doubt, "{\"executed\":true,\"answer\":{\"order_number\":\"SO-1\",\"status\":\"pending\"}}");
        HttpResponse<String> without = decide(doubt, "{\"executed\":true}");

        assertThat(List.of(withoutId, without)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(Json.read(answer.body()).path("detail").asText()).contains("external_order_id");
        });
        ERP.faults().clear();
        assertThat(chao.confirmsPayment()).isEqualTo(orders(chao).getFirst().number());
    }

    @Test
    void knowsNoDoubtThatIsNotThere() throws Exception {
        assertThat(ada.post("/api/erp/doubts/1/nothing/decision", "{\"executed\":false}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysThatTheEndBecameKnownWhileAPersonDecided() throws Exception {
        long contact = jdbc.sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into ledger (contact_id, key, operation, request, state, opened_at)
                        values (?, 'k1', 'CREATE_ORDER', '{}', 'manual', now())
                        """).param(contact).update();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Future<HttpResponse<String>>> late = new AtomicReference<>();
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                jdbc.sql("update ledger set state = 'ok' where contact_id = ?")
                        .param(contact)
                        .update();
                late.set(threads.submit(
                        () -> ada.post("/api/erp/doubts/%d/k1/decision".formatted(contact), "{\"executed\":false}")));
                await().until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        > 0);
            });

            assertThat(late.get().get().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void settlesAnAddressThatTheFlowDidNotWaitFor() throws Exception {
        ERP.faults().times(1, ErpFault.RESET_AFTER, "SET_ADDRESS");
        Customer esther = customer("Esther Njeri").comesToTheSummary();
        esther.taps("Confirm");
        esther.confirmsPayment();

        await().until(() -> jdbc.sql("select state from ledger where contact_id = ? and operation = 'SET_ADDRESS'")
                .param(contact(esther))
                .query(String.class)
                .single()
                .equals("ok"));
        assertThat(doubts(esther)).isEmpty();
    }

    @Test
    void keepsThatItSendsAgainBeforeItSends() throws Exception {
        Customer deka = customer("Deka Ali").comesToTheSummary();
        AtomicReference<Map<String, Object>> row = new AtomicReference<>(Map.of());
        ERP.onExecuted(operation -> {
            if (operation == Operation.CREATE_ORDER && !orders(deka).isEmpty()) {
                row.compareAndSet(Map.of(), ledger(deka));
            }
        });
        ERP.faults().times(1, ErpFault.RESET_BEFORE, CREATE);

        deka.taps("Confirm").hears("We are checking");
        deka.confirmsPayment();

        assertThat((Boolean) row.get().get("sent_again")).isTrue();
    }

    @Test
    void findsWhatSomebodyChangedInTheErp() throws Exception {
        Instant since = Instant.now().minusMillis(1);
        Customer missing = customer("Ekene Obi");
        Customer doubled = customer("Fatou Diop");
        Customer dearer = customer("Grace Njeri");
        Customer earlier = customer("Hassan Omar");
        for (Customer customer : List.of(missing, doubled, dearer, earlier)) {
            customer.comesToTheSummary().confirms();
        }
        jdbc.sql("update ledger set opened_at = opened_at - interval '30 days' where contact_id = ?")
                .param(contact(earlier))
                .update();
        JsonNode clean = reconciled(since);
        assertThat(clean.path("ordered").asInt()).isEqualTo(3);
        assertThat(clean.path("inDoubt").asInt()).isZero();
        assertThat(clean.path("erp"))
                .isEqualTo(Json.read("{\"listed\":4,\"missing\":[],\"doubled\":[],\"unknown\":[],\"totals\":[]}"));
        ErpOrder gone = orders(missing).getFirst();
        ErpOrder copied = orders(doubled).getFirst();
        ErpOrder changed = orders(dearer).getFirst();

        ERP.tamper(orders -> {
            orders.remove(gone.id());
            orders.put("O-copy", copied.copy("O-copy", "SO-copy"));
            ObjectNode totals = changed.totals().deepCopy();
            orders.put(changed.id(), changed.withTotals(totals.put("total", 1)));
        });
        JsonNode found = reconciled(since).path("erp");

        assertThat(found.path("missing")).isEqualTo(Json.read("[\"%s\"]".formatted(gone.clientReference())));
        assertThat(found.path("doubled")).isEqualTo(Json.read("[\"%s\"]".formatted(copied.clientReference())));
        assertThat(found.path("unknown")).isEmpty();
        assertThat(found.path("totals")).singleElement().satisfies(total -> {
            assertThat(total.path("key").asText()).isEqualTo(changed.clientReference());
            assertThat(total.path("orderNumber").asText()).isEqualTo(changed.number());
            assertThat(total.path("confirmed").decimalValue())
                    .isEqualByComparingTo(changed.totals().path("total").decimalValue());
            assertThat(total.path("inErp").asInt()).isEqualTo(1);
        });
        ERP.tamper(orders -> orders.remove("O-copy"));
    }

    private JsonNode reconciled(Instant since) throws Exception {
        return Json.read(ada.get("/api/erp/reconciliation?since=" + since).body());
    }

    private HttpResponse<String> decide(JsonNode doubt, String decision) throws Exception {
        return ada.post(
                "/api/erp/doubts/%s/%s/decision"
                        .formatted(
                                doubt.path("contactId").asText(),
                                doubt.path("key").asText()),
                decision);
    }

    private static String executed(ErpOrder order) {
        return """
                {"executed":true,"answer":{"external_order_id":"%s","order_number":"%s","status":"pending"}}""".formatted(order.id(), order.number());
    }

    private JsonNode doubt(Customer customer) throws Exception {
        return doubts(customer).getFirst();
    }

    private List<JsonNode> doubts(Customer customer) throws Exception {
        long contact = contact(customer);
        JsonNode all = Json.read(ada.get("/api/erp/doubts?limit=1000").body()).path("doubts");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(doubt -> doubt.path("contactId").asLong() == contact)
                .toList();
    }

    private static List<ErpOrder> orders(Customer customer) {
        return ERP.orders().stream()
                .filter(order -> customer.identity().equals(order.phone()))
                .toList();
    }

    private Map<String, Object> ledger(Customer customer) {
        return jdbc.sql(
                        "select sent_at >= opened_at + interval '2 seconds' as sent_again from ledger where contact_id = ? and operation = 'CREATE_ORDER'")
                .param(contact(customer))
                .query()
                .singleRow();
    }

    private long contact(Customer customer) {
        return jdbc.sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }
}
