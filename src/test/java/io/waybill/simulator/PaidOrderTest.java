package io.waybill.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo with payments switched on, as endpoint-profiles/demo.yaml says. */
class PaidOrderTest extends SimulatedPhone {

    @DynamicPropertySource
    static void paymentsOn(DynamicPropertyRegistry properties) throws IOException {
        String profile = Files.readString(Path.of("endpoint-profiles/demo.yaml"));
        Files.writeString(
                Files.createDirectories(home.resolve("endpoint-profiles")).resolve("demo.yaml"),
                profile.lines()
                        .filter(line -> !line.endsWith(": unavailable"))
                        .map(line -> line.replace("  #   ", "  "))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void confirmsAnOrderOnceTheDemoErpIsToldThatItIsPaid() throws Exception {
        says("order");
        hears("What would you like to order?");
        tapsFirst();
        hears("How many");
        says("1");
        hears("Your cart");
        taps("Checkout");
        hears("Where should we deliver?");
        says("Beth House, 12 Garden Street, house 5");
        hears("Please check your order");
        taps("Confirm");
        hears("How would you like to pay?");
        taps("Pay now");
        hears("Please confirm it on your phone");
        taps("I have paid");
        hears("is pending");

        JsonNode payment = read("/api/simulator/payments").at("/payments/0");
        assertThat(payment.path("amount").asText()).isEqualTo("1250.00");
        String settle = "/api/simulator/payments/" + payment.path("paymentId").asText();
        assertThat(console.put(settle, "{\"status\":\"PAID\"}").statusCode()).isEqualTo(204);
        assertThat(console.put(settle, "{\"status\":\"FAILED\"}").body()).contains("waits for the customer");

        taps("Check again");
        assertThat(hears("Thank you")).contains(payment.path("orderNumber").asText());
        assertThat(read("/api/simulator/orders").at("/orders/0/status").asText())
                .isEqualTo("confirmed");
    }
}
