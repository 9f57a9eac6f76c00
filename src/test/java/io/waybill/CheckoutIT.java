package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.PayingSystem.State;
import io.waybill.bench.ChildProcess;
import io.waybill.far.GraphMessage;
import io.waybill.far.SignedEvents;
import io.waybill.far.SignedWebhook;
import io.waybill.far.StatusPlan;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The ten steps from a message to an order that is paid and delivered, with the real process killed between them. */
class CheckoutIT {

    private static final String ADDRESS = "Beth House, Kasarani, House 16";
    /** Graph's code that asks to send later. */
    private static final int PAIR_LIMIT = 131056;

    private static final List<Step> TO_THE_SUMMARY = List.of(
            customer -> customer.says("order").hears("What would you like to order?"),
            customer -> customer.says("product").hears("How many Product 1?"),
            customer -> customer.says("2").hears("Your cart"),
            customer -> customer.taps("Checkout").hears("Where should we deliver?"),
            customer -> customer.says(ADDRESS).hears("Please check your order"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private interface Step {

        GraphMessage goes(Customer customer) throws Exception;
    }

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private PayingShop shop;
    private int port;
    private ChildProcess process;

    @BeforeEach
    void open() throws Exception {
        shop = PayingShop.withoutNode(home, PayingSystem.PAYSTACK);
        shop.gateway.set("waybill.events.secret=" + SignedEvents.SECRET);
        shop.gateway.set("waybill.outbox.reconcile=3s");
        port = ChildProcess.freePort();
        shop.gateway.graph.statuses(StatusPlan.IN_ORDER, webhook(), "secret", Duration.ZERO);
        launch();
    }

    @AfterEach
    void close() throws Exception {
        process.close();
        shop.close();
    }

    /** 000-01, 000-33: the whole way from a message to a receipt, its ten steps in order. 000-02, 000-10: with kill -9 between them. */
    @Test
    void isPaidReceiptedAndDeliveredOnceThoughTheProcessIsKilledBetweenTheSteps() throws Exception {
        List<Customer> between = new ArrayList<>();
        for (int step = 1; step < TO_THE_SUMMARY.size(); step++) {
            Customer customer = Customer.named("Customer " + step, shop.gateway.graph, meta());
            walks(customer, TO_THE_SUMMARY.subList(0, step));
            between.add(customer);
        }
        Customer amina = Customer.named("Amina", shop.gateway.graph, meta());
        walks(amina, TO_THE_SUMMARY);
        killed();

        for (Customer customer : between) {
            GraphMessage summary =
                    walks(customer, TO_THE_SUMMARY.subList(1 + between.indexOf(customer), TO_THE_SUMMARY.size()));
            assertThat(summary.text()).as(customer.sender().name()).contains("2 x Product 1", ADDRESS);
        }
        amina.taps("Confirm");
        await().atMost(PATIENCE).until(() -> !shop.gateway.erp.orders().isEmpty());
        killed();
        amina.hears("How would you like to pay?");
        amina.taps("Pay now");
        shop.isAskedToPay(amina);

        shop.is(amina, State.PAID);
        String about = shop.about(shop.payment(amina));
        assertThat(PayingShop.calls(port, PayingShop.TOKEN, about)).isEqualTo(200);
        killed();
        shop.gateway.graph.refusesFiles(amina.identity(), PAIR_LIMIT);
        PayingShop.calls(port, PayingShop.TOKEN, about);
        amina.hears("Thank you Amina! Order " + shop.order(amina).number() + " is confirmed.");
        await().atMost(PATIENCE).until(() -> !shop.gateway.graph.uploads().all().isEmpty());
        killed();
        assertThat(amina.received())
                .as("uploaded, and not sent")
                .noneMatch(message -> message.type().equals("document"));
        shop.gateway.graph.takesAgain(amina.identity());
        GraphMessage receipt = amina.hears("Here is your receipt.");

        assertThat(tells("shipped")).contains("changed");
        assertThat(tells("delivered")).contains("changed");
        assertThat(receipt.type()).isEqualTo("document");
        assertThat(amina.received().stream().map(GraphMessage::type)).containsOnlyOnce("document");
        assertThat(shop.gateway.erp.orders()).singleElement().satisfies(order -> {
            assertThat(order.confirmations()).isEqualTo(1);
            assertThat(order.note()).contains(ADDRESS);
        });
        assertThat(shop.gateway
                        .database
                        .jdbc()
                        .sql("select status || ' ' || payment from order_reference")
                        .query(String.class)
                        .list())
                .containsExactly("delivered paid");
    }

    /** What is heard last. */
    private static GraphMessage walks(Customer customer, List<Step> steps) throws Exception {
        GraphMessage heard = null;
        for (Step step : steps) {
            heard = step.goes(customer);
        }
        return heard;
    }

    private String tells(String status) throws Exception {
        String order = shop.gateway.erp.orders().getFirst().id();
        return new SignedEvents(port)
                .tells("""
                        {"type": "order.status", "timestamp": "%s", "data": {"external_order_id": "%s", "status": "%s"}}
                        """.formatted(Instant.now(), order, status))
                .body();
    }

    private void killed() throws Exception {
        process.kill();
        launch();
    }

    private SignedWebhook meta() {
        return new SignedWebhook(webhook(), "secret", "2", "1");
    }

    private URI webhook() {
        return URI.create("http://127.0.0.1:%d/webhooks/whatsapp".formatted(port));
    }

    private void launch() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of(System.getProperty("waybill.jar", "target/waybill.jar"))
                        .toAbsolutePath()
                        .toString(),
                "--server.port=" + port));
        command.addAll(shop.gateway.arguments());
        process = ChildProcess.start(command, Map.of(), Files.createDirectories(home), home.resolve("gateway.log"));
        process.awaitOk(
                URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)), Duration.ofMinutes(3));
    }
}
