package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.GraphFault;
import io.waybill.far.GraphMessage;
import io.waybill.far.StatusPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From the outbox to the customer: retries, order, statuses and a channel that stands still. */
class SendingEndToEndTest extends RunningGateway {

    private static final Duration LONG = Duration.ofSeconds(40);

    @AfterEach
    void statusesStop() {
        GRAPH.statuses(StatusPlan.NONE, url("/webhooks/whatsapp"), APP_SECRET, Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"IN_ORDER, read", "OUT_OF_ORDER, read", "SENT_BEFORE_ANSWER, read", "DUPLICATED, read", "FAILED, failed"
    })
    void knowsWhatBecameOfAMessageInWhateverOrderStatusesCome(StatusPlan plan, String delivery) throws Exception {
        GRAPH.statuses(plan, url("/webhooks/whatsapp"), APP_SECRET, Duration.ofMillis(20));
        Customer amina = customer("Amina Yusuf");

        GraphMessage message = amina.says("delivery time").hears("");

        await().untilAsserted(() -> assertThat(row(message)).containsEntry("delivery", delivery));
        assertThat(row(message)).containsEntry("state", "sent").containsEntry("wamid", message.wamid());
    }

    @Test
    void neverGoesBackFromAStatusAndLetsDeliveredBeatFailed() throws Exception {
        Customer brian = customer("Brian Otieno");
        GraphMessage message = brian.says("delivery time").hears("");

        for (String status : new String[] {"failed", "delivered", "sent", "failed"}) {
            assertThat(meta.post(meta.envelope().status(message, status))).isEqualTo(200);
        }

        assertThat(row(message)).containsEntry("delivery", "delivered");
    }

    @Test
    void sendsAgainWhatGraphCouldNotTakeAndKeepsTheOrder() throws Exception {
        Customer chao = customer("Chao Wanjiku");
        GRAPH.faults().times(2, GraphFault.HTTP_500, chao.identity());

        chao.says("order");
        chao.says("delivery time");

        chao.hears("What would you like to order?");
        GraphMessage second = chao.hears("We deliver in 1-2 working days.");
        await().untilAsserted(() -> assertThat(row(second)).containsEntry("state", "sent"));
        assertThat(chao.received()).hasSize(2);
        assertThat(row(chao.received().getFirst())).containsEntry("attempts", 3);
    }

    @Test
    void buriesWhatWillNeverArriveAndSendsTheNext() throws Exception {
        Customer daudi = customer("Daudi Mwangi");
        GRAPH.faults().times(1, GraphFault.UNDELIVERABLE_131026, daudi.identity());

        daudi.says("order");
        daudi.says("delivery time");

        GraphMessage next = daudi.hears("We deliver in 1-2 working days.");
        Map<String, Object> dead = jdbc.sql(
                        "select state, error_code, error from outbox where contact_id = ? order by id limit 1")
                .param(contactOf(next))
                .query()
                .singleRow();
        assertThat(dead).containsEntry("state", "dead").containsEntry("error_code", 131026);
        assertThat(dead.get("error").toString()).endsWith(".").doesNotContain("Exception");
    }

    @ParameterizedTest
    @EnumSource(
            value = GraphFault.class,
            names = {"ACCEPT_THEN_RESET", "ACCEPT_THEN_SILENCE"})
    void waitsForAStatusBeforeItSendsAgainWhatMayHaveArrived(GraphFault fault) throws Exception {
        GRAPH.statuses(StatusPlan.IN_ORDER, url("/webhooks/whatsapp"), APP_SECRET, Duration.ofMillis(100));
        Customer esther = customer("Esther Njeri");
        GRAPH.faults().times(1, fault, esther.identity());

        GraphMessage message = esther.says("delivery time").hears("");

        await().untilAsserted(() -> assertThat(row(message)).containsEntry("delivery", "read"));
        esther.says("delivery time").hears("");
        assertThat(esther.received()).hasSize(2);
        assertThat(row(message)).containsEntry("wamid", message.wamid());
    }

    @ParameterizedTest
    @EnumSource(
            value = GraphFault.class,
            names = {"RESET", "SILENCE", "NOT_JSON"})
    void sendsAgainWhatProvedNotToHaveArrived(GraphFault fault) throws Exception {
        Customer farah = customer("Farah Ali");
        GRAPH.faults().times(1, fault, farah.identity());

        GraphMessage message = farah.says("delivery time").hears("");

        await().untilAsserted(() -> assertThat(row(message)).containsEntry("state", "sent"));
        assertThat(farah.received()).hasSize(1);
    }

    @Test
    void givesUpWithAReasonWhenNoTryAndNoStatusEverTellsWhetherAMessageArrived() throws Exception {
        Customer imani = customer("Imani Hassan");
        long contact = contactOf(imani.says("delivery time").hears(""));
        long message = jdbc.sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, state, unclear)
                        select contact_id, phone_number_id, trace, payload, created_at, created_at, 'ambiguous', 6
                        from outbox where contact_id = ? order by id limit 1 returning id
                        """).param(contact).query(Long.class).single();

        await().untilAsserted(() -> assertThat(row(contact, message)).containsEntry("state", "dead"));
        assertThat(row(contact, message))
                .containsEntry("error", "Sent 6 times without an answer from WhatsApp, and no status came.");
        assertThat(imani.received()).hasSize(1);
    }

    @Test
    void slowsTheWholeNumberDownWhenItSendsTooFast() throws Exception {
        Customer juma = customer("Juma Ali");
        Customer kezia = customer("Kezia Ouma");
        GRAPH.faults().times(1, GraphFault.THROUGHPUT_130429, juma.identity());

        juma.says("delivery time");
        await().until(() -> !requests(juma).isEmpty());
        kezia.says("delivery time");

        await().until(() -> juma.received().size() == 1 && kezia.received().size() == 1);
        assertThat(requests(juma)).hasSize(2);
        assertThat(requests(kezia).getFirst().at() - requests(juma).getFirst().at())
                .as("microseconds that the other customer's message waited as well")
                .isGreaterThan(900_000);
    }

    @Test
    void stopsTheChannelWhenTheTokenIsRefusedAndGoesOnWithoutLosingAnything() throws Exception {
        Customer grace = customer("Grace Achieng");
        Customer hassan = customer("Hassan Omar");
        GRAPH.faults().times(1, GraphFault.TOKEN_190, grace.identity());

        grace.says("order");
        await().until(() -> GRAPH.requests().stream()
                .anyMatch(request -> request.recipient().equals(grace.identity())));
        hassan.says("order");
        await().until(() -> jdbc.sql("select count(*) from outbox where state = 'queued'")
                        .query(Long.class)
                        .single()
                == 2);
        assertThat(hassan.received()).isEmpty();

        await().atMost(LONG)
                .until(() -> !grace.received().isEmpty() && !hassan.received().isEmpty());
        assertThat(grace.received()).hasSize(1);
        assertThat(hassan.received()).hasSize(1);
    }

    @Test
    void answersTheMessagesOfOneCustomerInTheirOrder() throws Exception {
        Customer amina = customer("Amina Yusuf");
        assertThat(meta.post(
                        amina.next(CustomerMessage.text("order")),
                        amina.next(CustomerMessage.text("delivery time")),
                        amina.next(CustomerMessage.text("cart"))))
                .isEqualTo(200);

        amina.hears("What would you like to order?");
        amina.hears("We deliver in 1-2 working days.");
        amina.hears("Your cart is empty.");
    }

    private static List<GraphMessage> requests(Customer customer) {
        return GRAPH.requests().stream()
                .filter(request -> request.recipient().equals(customer.identity()))
                .toList();
    }

    private Map<String, Object> row(GraphMessage message) {
        String[] key = message.callbackData().split("\\.");
        return row(Long.parseLong(key[0]), Long.parseLong(key[1]));
    }

    private Map<String, Object> row(long contact, long id) {
        return jdbc.sql(
                        "select state, delivery, wamid, attempts, error_code, error from outbox where contact_id = ? and id = ?")
                .params(contact, id)
                .query()
                .singleRow();
    }

    private static long contactOf(GraphMessage message) {
        return Long.parseLong(message.callbackData().split("\\.")[0]);
    }
}
