package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.FakeErp.Operation;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** An ERP that answers, but not at once. */
class SlowErpEndToEndTest {

    private static final String WAIT = "One moment, please.";

    @TempDir
    Path home;

    private FlowGateway gateway;

    @BeforeEach
    void open() {
        gateway = new FlowGateway(
                home,
                "waybill.erp.response-timeout=20s",
                "waybill.erp.cache.products=0s",
                "waybill.erp.cache.prices=0s");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void asksACustomerToWaitOnceForAMessageAndAnswersIt() throws Exception {
        Customer amina;
        try (ConfigurableApplicationContext node = gateway.start()) {
            amina = gateway.customer("Amina Yusuf", node).comesToTheSummary();
        }
        try (ConfigurableApplicationContext node = impatient()) {
            amina = amina.at(FlowGateway.meta(node));
            CountDownLatch told = holds(Operation.UPSERT_CUSTOMER);

            amina.taps("Confirm").hears(WAIT);
            told.countDown();

            assertThat(amina.hears("is ready to go").text())
                    .contains(gateway.erp.orders().getFirst().number());
            assertThat(amina.received())
                    .filteredOn(message -> message.text().equals(WAIT))
                    .hasSize(1);
        }
    }

    @Test
    void leavesTheConversationWhereItWasUntilTheErpAnswers() throws Exception {
        Customer brigitte;
        try (ConfigurableApplicationContext node = gateway.start()) {
            brigitte = Customer.inFrance("Brigitte Laurent", gateway.graph, FlowGateway.meta(node));
            brigitte.says("bonjour").hears("");
        }
        String before = session();
        try (ConfigurableApplicationContext node = impatient()) {
            brigitte = brigitte.at(FlowGateway.meta(node));
            CountDownLatch told = holds(Operation.LIST_PRODUCTS);

            brigitte.says("commander").hears("Un instant, s’il vous plaît.");
            assertThat(session()).isEqualTo(before);
            told.countDown();

            assertThat(brigitte.hears("commander").options()).isNotEmpty();
        }
    }

    @Test
    void isSeenTypingBeforeAWordIsSaidAndOnceForAMessage() throws Exception {
        gateway.set("waybill.typing-after=200ms");
        try (ConfigurableApplicationContext node = impatient()) {
            CountDownLatch told = holds(Operation.LIST_PRODUCTS);
            Customer amina = gateway.customer("Amina Yusuf", node);

            amina.says("order").hears(WAIT);
            told.countDown();
            amina.hears("What would you like to order?");

            assertThat(gateway.graph.requests())
                    .extracting(GraphMessage::type)
                    .containsExactly("read", "text", "interactive");
            assertThat(gateway.graph.requests().getFirst().json())
                    .isEqualTo(Json.read("""
                            {"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.%s.1",
                             "typing_indicator": {"type": "text"}}
                            """.formatted(amina.identity().substring(1))));
        }
    }

    @Test
    void isNotSeenTypingWhenTheAnswerIsFast() throws Exception {
        gateway.set("waybill.typing-after=20s");
        try (ConfigurableApplicationContext node = gateway.start()) {
            gateway.customer("Amina Yusuf", node).says("order").hears("What would you like to order?");

            assertThat(gateway.graph.requests()).extracting(GraphMessage::type).containsExactly("interactive");
        }
    }

    private ConfigurableApplicationContext impatient() {
        gateway.set("waybill.patience=1500ms");
        return gateway.start();
    }

    private String session() {
        return gateway.database
                .jdbc()
                .sql("select session from conversation")
                .query(String.class)
                .single();
    }

    /** The ERP does not answer this until it may. */
    private CountDownLatch holds(Operation operation) {
        CountDownLatch released = new CountDownLatch(1);
        gateway.erp.onExecuted(executed -> {
            if (executed == operation) {
                await(released);
            }
        });
        return released;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
