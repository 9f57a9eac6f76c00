package io.waybill.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.demo.DemoPayments.Settlement;
import io.waybill.erp.ErpOperation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With the profile as its comment says to switch payments on. */
class DemoPaymentsTest extends DemoErpSupport {

    @TempDir
    static Path home;

    @Autowired
    DemoPayments payments;

    private String order;

    @DynamicPropertySource
    static void paymentsOn(DynamicPropertyRegistry properties) throws IOException {
        String shipped = Files.readString(Path.of("endpoint-profiles/demo.yaml"));
        String switchedOn = shipped.lines()
                .filter(line -> !line.endsWith(": unavailable"))
                .map(line -> line.startsWith("  #   ") ? line.replace("  #   ", "  ") : line)
                .collect(Collectors.joining("\n"));
        Files.writeString(
                Files.createDirectories(home.resolve("endpoint-profiles")).resolve("demo.yaml"), switchedOn);
        properties.add("waybill.home", home::toString);
    }

    @BeforeEach
    void ordered() {
        order = order(UUID.randomUUID().toString());
    }

    @Test
    void waitsUntilTheCustomerHasPaid() {
        String payment = request("1250");
        assertThat(status(payment).get("status").textValue()).isEqualTo("pending");
        assertThat(status(payment).get("paid_amount").decimalValue()).isEqualByComparingTo("0");

        assertThat(payments.settle(payment, Settlement.PAID)).isPresent();

        assertThat(status(payment).get("status").textValue()).isEqualTo("paid");
        assertThat(status(payment).get("paid_amount").decimalValue()).isEqualTo(new BigDecimal("1250.00"));
        assertThat(payments.settle(payment, Settlement.FAILED)).isEmpty();
        assertThat(payments.payments().getFirst())
                .extracting(DemoPayment::paymentId, DemoPayment::orderNumber, DemoPayment::status)
                .containsExactly(payment, "SO-" + order, "paid");
    }

    @Test
    void asksAgainAfterAPaymentFailed() {
        payments.settle(request("1250"), Settlement.FAILED);
        assertThat(latest().get("status").textValue()).isEqualTo("failed");

        request("1250");
        assertThat(latest().get("status").textValue()).isEqualTo("pending");
    }

    @Test
    void asksForNoMoreThanTheOrderIs() {
        assertThat(refusal(ErpOperation.REQUEST_PAYMENT, payment("1250.01"))).contains("KES 1250.00, not 1250.01");
        assertThat(refusal(ErpOperation.REQUEST_PAYMENT, payment("1250").replace("KES", "USD")))
                .contains("in KES");
        assertThat(refusal(ErpOperation.GET_PAYMENT_STATUS, "{'external_order_id':'%s'}".formatted(order)))
                .contains("Nobody has been asked");
        ask(ErpOperation.CANCEL_ORDER, "{'external_order_id':'%s'}".formatted(order));
        assertThat(refusal(ErpOperation.REQUEST_PAYMENT, payment("1250"))).contains("is cancelled");
    }

    @Test
    void refundsInPartsNoMoreThanWasPaid() {
        String payment = request("1250");
        assertThat(refusal(ErpOperation.REFUND_PAYMENT, refund(payment, "1"))).contains("is pending");
        payments.settle(payment, Settlement.PAID);

        assertThat(ask(ErpOperation.REFUND_PAYMENT, refund(payment, "250"))
                        .get("status")
                        .textValue())
                .isEqualTo("refunded");
        assertThat(status(payment).get("status").textValue()).isEqualTo("paid");
        assertThat(status(payment).get("paid_amount").decimalValue()).isEqualTo(new BigDecimal("1000.00"));
        assertThat(refusal(ErpOperation.REFUND_PAYMENT, refund(payment, "1000.01")))
                .contains("only 1000.00 is left");

        ask(ErpOperation.REFUND_PAYMENT, refund(payment, "1000"));
        assertThat(status(payment).get("status").textValue()).isEqualTo("refunded");
        assertThat(refusal(ErpOperation.REFUND_PAYMENT, refund("PAY1", "1"))).contains("has no payment PAY1");
    }

    private String request(String amount) {
        return ask(ErpOperation.REQUEST_PAYMENT, payment(amount))
                .get("payment_id")
                .textValue();
    }

    private String payment(String amount) {
        return "{'external_order_id':'%s','amount':%s,'currency':'KES','phone':'+254700000006'}"
                .formatted(order, amount);
    }

    private String refund(String payment, String amount) {
        return "{'payment_id':'%s','external_order_id':'%s','amount':%s,'currency':'KES','reason':'Broken'}"
                .formatted(payment, order, amount);
    }

    private JsonNode status(String payment) {
        return ask(
                ErpOperation.GET_PAYMENT_STATUS,
                "{'external_order_id':'%s','payment_id':'%s'}".formatted(order, payment));
    }

    private JsonNode latest() {
        return ask(ErpOperation.GET_PAYMENT_STATUS, "{'external_order_id':'%s'}".formatted(order));
    }
}
