package io.waybill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.waybill.far.ErpOrder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop whose customers can pay online, by whatever system; a node of it that runs. */
final class PayingShop implements AutoCloseable {

    static final String TOKEN = "0123456789-abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** How the system that takes payments says the three things that can be said of one. */
    enum State {
        PENDING("PROCESSING"),
        PAID("SUCCEEDED"),
        FAILED("DECLINED");

        private final String ofProvider;

        State(String ofProvider) {
            this.ofProvider = ofProvider;
        }
    }

    /** Who takes the payments. */
    enum Payments {
        /** A provider beside the ERP, by the shipped example of a profile. */
        PROVIDER,
        /** The ERP itself, in the words of the contract. */
        ERP
    }

    final FlowGateway gateway;
    final WireMockServer far = new WireMockServer(wireMockConfig().dynamicPort());
    ConfigurableApplicationContext node;
    private final Payments payments;

    PayingShop(Path home, Payments payments) throws IOException {
        this.payments = payments;
        far.start();
        Path profiles = Files.createDirectories(home.resolve("endpoint-profiles"));
        Path shipped = Path.of("endpoint-profiles");
        if (payments == Payments.PROVIDER) {
            Files.copy(shipped.resolve("canonical.yaml"), profiles.resolve("canonical.yaml"));
            Files.writeString(
                    profiles.resolve("pay.yaml"),
                    Files.readString(shipped.resolve("payment-example.yaml"))
                            .replace("https://{{const.tokenurl}}", far.baseUrl() + "/token"));
            gateway = new FlowGateway(
                    home,
                    "waybill.payment.profile=pay",
                    "waybill.payment.base-url=" + far.baseUrl(),
                    "waybill.payment.secret.client=me",
                    "waybill.payment.secret.password=s3cret",
                    "waybill.payment.const.tokenurl=x",
                    "waybill.payment.const.merchant=M-1",
                    "waybill.payment.callback-token=" + TOKEN);
            far.stubFor(post("/token").willReturn(okJson("{\"access_token\":\"t\",\"expires_in\":3600}")));
            far.stubFor(post("/v1/payments")
                    .willReturn(okJson(
                                    "{\"id\":\"pay-{{jsonPath request.body '$.order'}}\",\"status\":\"CREATED\",\"checkout_url\":\"https://pay.example/pay-{{jsonPath request.body '$.order'}}\"}")
                            .withTransformers("response-template")));
        } else {
            Files.writeString(
                    profiles.resolve("paying.yaml"),
                    Files.readString(shipped.resolve("canonical.yaml"))
                            .replaceAll("(?m)^  (REQUEST|GET)_PAYMENT.*unavailable\\n", "")
                            .replaceAll("(?m)^  #   ((REQUEST|GET)_PAYMENT.*)$", "  $1")
                            .replace("operations:", "callback: { payment_id: $.payment_id }\noperations:"));
            gateway = new FlowGateway(
                    home,
                    "waybill.erp.profile=paying",
                    "waybill.erp.base-url=" + far.baseUrl(),
                    "waybill.payment.callback-token=" + TOKEN);
            far.stubFor(any(anyUrl())
                    .atPriority(10)
                    .willReturn(aResponse().proxiedFrom(gateway.erp.uri().toString())));
            far.stubFor(post(urlPathMatching("/api/orders/[^/]+/payment"))
                    .willReturn(okJson(
                                    "{\"payment_id\":\"erp-{{request.path.[2]}}\",\"status\":\"pending\",\"pay_link\":\"https://pay.example/erp-{{request.path.[2]}}\"}")
                            .withTransformers("response-template")));
        }
        for (String flow : new String[] {"order", "status"}) {
            gateway.write(flow, Files.readString(Path.of("flows", flow + ".flow.json")));
        }
        node = gateway.start();
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

    String payment(Customer customer) {
        String order = order(customer).id();
        return payments == Payments.PROVIDER ? "pay-" + order : "erp-" + order;
    }

    /** What is said of the customer's payment by who takes it. */
    void is(Customer customer, State state) {
        far.stubFor(
                payments == Payments.PROVIDER
                        ? get(urlEqualTo("/v1/payments/" + payment(customer)))
                                .willReturn(okJson("{\"status\":\"%s\",\"amount\":{\"value\":\"1.00\"}}"
                                        .formatted(state.ofProvider)))
                        : get(urlPathMatching("/api/orders/%s/payment.*"
                                        .formatted(order(customer).id())))
                                .willReturn(okJson("{\"status\":\"%s\"}"
                                        .formatted(state.name().toLowerCase(Locale.ROOT)))));
    }

    /** Tells that something happened to the customer's payment; whatever it was, these words say that it is paid. */
    int calls(Customer customer) throws IOException, InterruptedException {
        return calls(TOKEN, about(payment(customer)));
    }

    String about(String payment) {
        return payments == Payments.PROVIDER
                ? "{\"type\":\"payment.updated\",\"data\":{\"id\":\"%s\",\"status\":\"SUCCEEDED\"}}".formatted(payment)
                : "{\"payment_id\":\"%s\",\"status\":\"paid\"}".formatted(payment);
    }

    int calls(String token, String body) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/payment-callbacks/%s"
                                        .formatted(FlowGateway.port(node), token)))
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
        customer.taps("Pay now").hears("Pay here: https://pay.example/" + payment(customer));
        return customer;
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
        node.close();
        gateway.close();
        far.stop();
    }
}
