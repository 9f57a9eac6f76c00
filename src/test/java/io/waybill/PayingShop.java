package io.waybill;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.waybill.PayingSystem.State;
import io.waybill.far.ErpOrder;
import io.waybill.far.ErpProduct;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop whose customers can pay online, by whatever system; a node of it that runs. */
final class PayingShop implements AutoCloseable {

    static final String TOKEN = "0123456789-abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final FlowGateway gateway;
    final WireMockServer far = new WireMockServer(wireMockConfig().dynamicPort());
    ConfigurableApplicationContext node;
    private final PayingSystem payments;

    PayingShop(Path home, PayingSystem payments) throws IOException {
        this(payments, home);
        node = gateway.start();
    }

    private PayingShop(PayingSystem payments, Path home) throws IOException {
        this.payments = payments;
        far.start();
        gateway = new FlowGateway(home, "waybill.payment.callback-token=" + TOKEN);
        // M-Pesa takes whole shillings only.
        gateway.erp.products(List.of(new ErpProduct("P-1", "Product 1", new BigDecimal("1250.00"), "KES", true)));
        payments.open(
                        Files.createDirectories(home.resolve("endpoint-profiles")),
                        far,
                        gateway.erp.uri().toString())
                .forEach(gateway::set);
        for (String flow : new String[] {"order", "status"}) {
            gateway.write(flow, Files.readString(Path.of("flows", flow + ".flow.json")));
        }
    }

    /** Its nodes are processes that the test starts. */
    static PayingShop withoutNode(Path home, PayingSystem payments) throws IOException {
        return new PayingShop(payments, home);
    }

    Customer customer(String name) {
        return gateway.customer(name, node);
    }

    /** The customer's only order. */
    ErpOrder order(Customer customer) {
        return gateway.erp.orders().stream()
                .filter(order -> customer.identity().equals(order.phone()))
                .findFirst()
                .orElseThrow();
    }

    /** The latest of the customer's payments. */
    String payment(Customer customer) {
        return payments.payment(order(customer), far);
    }

    /** What is said of the customer's payment by who takes it. */
    void is(Customer customer, State state) {
        payments.is(order(customer), state, far);
    }

    /** Tells that something happened to the customer's payment; whatever it was, these words say that it is paid. */
    int calls(Customer customer) throws IOException, InterruptedException {
        return calls(TOKEN, about(payment(customer)));
    }

    String about(String payment) {
        return payments.about(payment);
    }

    int calls(String token, String body) throws IOException, InterruptedException {
        return calls(FlowGateway.port(node), token, body);
    }

    static int calls(int port, String token, String body) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:%d/api/v1/payment-callbacks/%s".formatted(port, token)))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Orders and asks to pay online. */
    Customer waitsForPayment(String name) throws IOException {
        Customer customer = customer(name).comesToTheSummary();
        customer.taps("Confirm").hears("How would you like to pay?");
        customer.taps("Pay now");
        isAskedToPay(customer);
        return customer;
    }

    /** Reads the page to pay at, or that a prompt is on the way, and is asked to say when that is done. */
    void isAskedToPay(Customer customer) {
        if (payments == PayingSystem.MPESA) {
            customer.hears("Please confirm it on your phone.");
        } else {
            customer.hears("on this page");
            customer.hears("Have you paid?");
        }
    }

    /** So does this one; {@code state} is said of the payment. */
    Customer waitsForPayment(String name, State state) throws IOException {
        Customer customer = waitsForPayment(name);
        is(customer, state);
        return customer;
    }

    /** True when everything that was told about the customer's payment is looked at. */
    boolean hasLooked(Customer customer) {
        return gateway.database
                        .jdbc()
                        .sql("select count(*) from payment_callback where payment_id = ?")
                        .param(payment(customer))
                        .query(Long.class)
                        .single()
                == 0;
    }

    @Override
    public void close() {
        if (node != null) {
            node.close();
        }
        gateway.close();
        far.stop();
    }
}
