package io.waybill.erp.check;

import static io.waybill.erp.check.ErpCheckTest.named;
import static io.waybill.erp.check.ErpCheckTest.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.CanonicalErp.Answer;
import io.waybill.erp.check.CanonicalErp.Defect;
import io.waybill.erp.check.CanonicalErp.Op;
import io.waybill.erp.check.OperationReport.Verdict;
import io.waybill.expression.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ERP that can be asked for payments: nobody is, unless that was wanted. */
class PaymentCheckTest {

    private static final CanonicalErp ERP = new CanonicalErp();
    private static final CheckOptions PAYING =
            CheckOptions.usual().withWrites(true).withPayment(true);
    private static StandaloneErp gateway;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        String canonical = Files.readString(Path.of("endpoint-profiles", "canonical.yaml"));
        Files.createDirectories(home.resolve("endpoint-profiles"));
        Files.writeString(
                home.resolve("endpoint-profiles").resolve("paying.yaml"),
                canonical
                        .replace("  REQUEST_PAYMENT: unavailable\n", "")
                        .replace("  GET_PAYMENT_STATUS: unavailable\n", "")
                        .replace("  #   REQUEST_PAYMENT", "  REQUEST_PAYMENT")
                        .replace("  #   GET_PAYMENT_STATUS", "  GET_PAYMENT_STATUS"));
        gateway = StandaloneErp.start(Map.of(
                "waybill.home", home.toString(),
                "waybill.erp.base-url", ERP.url(),
                "waybill.erp.profile", "paying",
                "waybill.erp.retry-pause", "1ms",
                "waybill.erp.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ERP.close();
    }

    @Test
    void requestsNoPaymentUnlessAsked() {
        ERP.become(Defect.NONE);

        CheckReport report = check(CheckOptions.usual().withWrites(true));

        assertThat(ERP.calls(Op.PAYMENT)).isZero();
        assertThat(ERP.calls(Op.PAID)).isZero();
        assertThat(operation(report, ErpOperation.REQUEST_PAYMENT))
                .extracting(OperationReport::verdict, OperationReport::note)
                .containsExactly(Verdict.SKIPPED, "A payment is requested only when that is asked for (--payment).");
    }

    @Test
    void requestsAPaymentOfNobodyForTheTestOrder() {
        List<String> sent = new CopyOnWriteArrayList<>();
        ERP.become((asked, healthy) -> {
            if (asked.op() == Op.PAYMENT) {
                sent.add(asked.body().path("amount").asText() + " "
                        + asked.body().path("phone").asText());
            }
            return healthy;
        });

        CheckReport report = check(PAYING);

        assertThat(named(report)).isEmpty();
        assertThat(sent).containsExactly("10.50 " + CheckOptions.NOBODYS_PHONE);
        assertThat(ERP.calls(Op.PAID)).isEqualTo(5);
        assertThat(report.leftBehind()).contains("Payment request PAY1 stays where it was made: cancel it there.");
    }

    @Test
    void seesAPaymentThatNobodyMade() {
        ERP.become((asked, healthy) ->
                asked.op() == Op.PAID ? Answer.json(Json.object().put("status", "PAID")) : healthy);

        assertThat(named(check(PAYING))).containsExactly("GET_PAYMENT_STATUS paid-too-early status");
    }

    @Test
    void seesARequestWithoutAnId() {
        ERP.become((asked, healthy) ->
                asked.op() == Op.PAYMENT ? Answer.json(Json.object().put("status", "pending")) : healthy);

        CheckReport report = check(PAYING);

        assertThat(named(report)).containsExactly("REQUEST_PAYMENT missing payment_id");
        assertThat(operation(report, ErpOperation.GET_PAYMENT_STATUS).note())
                .isEqualTo("There is no payment to ask about.");
        assertThat(report.leftBehind())
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("There may be a payment request with the reference check-"));
    }

    @Test
    void requestsNoPaymentWithoutAnOrder() {
        assertThatThrownBy(() -> CheckOptions.usual().withPayment(true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test order only");
    }

    private static CheckReport check(CheckOptions options) {
        return gateway.check().check(options);
    }
}
