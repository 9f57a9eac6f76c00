package io.waybill.simulator;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.demo.DemoErp;
import io.waybill.demo.DemoErpSwitches;
import io.waybill.demo.DemoFailure;
import io.waybill.demo.DemoOrder;
import io.waybill.demo.DemoPayment;
import io.waybill.demo.DemoPayments;
import io.waybill.demo.DemoStaff;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The demo ERP beside the phone: its orders and payments, and the switches that make it slow or faulty. */
@RestController
@OnSimulator
@RequestMapping("/api/simulator")
@Needs(Permission.ERP_READ)
class DemoShopController {

    private final ObjectProvider<DemoErp> erp;
    private final ObjectProvider<DemoPayments> payments;
    private final ObjectProvider<DemoStaff> staff;
    private final ObjectProvider<DemoErpSwitches> switches;

    DemoShopController(
            ObjectProvider<DemoErp> erp,
            ObjectProvider<DemoPayments> payments,
            ObjectProvider<DemoStaff> staff,
            ObjectProvider<DemoErpSwitches> switches) {
        this.erp = erp;
        this.payments = payments;
        this.staff = staff;
        this.switches = switches;
    }

    @GetMapping("/orders")
    Orders orders() {
        return new Orders(
                present(erp).orders().stream().map(DemoShopController::order).toList());
    }

    /** As if somebody did so in the ERP. */
    @PutMapping("/orders/{externalOrderId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ERP_EDIT)
    void move(@PathVariable String externalOrderId, @RequestBody NewStatus wanted) {
        present(staff).move(externalOrderId, wanted.status()).ifPresent(DemoShopController::refuse);
    }

    /** As if the customer had paid in cash. */
    @PutMapping("/orders/{externalOrderId}/cash")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ERP_EDIT)
    void paidInCash(@PathVariable String externalOrderId) {
        present(staff).paidInCash(externalOrderId).ifPresent(DemoShopController::refuse);
    }

    private static void refuse(String reason) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, reason);
    }

    @GetMapping("/payments")
    Payments payments() {
        return new Payments(present(payments).payments().stream()
                .map(DemoShopController::payment)
                .toList());
    }

    /** As if the customer had paid, or had not. */
    @PutMapping("/payments/{paymentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ERP_EDIT)
    void settle(@PathVariable String paymentId, @RequestBody NewSettlement settlement) {
        if (!present(staff).settle(paymentId, settlement.status())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "There is no payment %s that waits for the customer.".formatted(paymentId));
        }
    }

    @GetMapping("/erp")
    Trouble trouble() {
        DemoErpSwitches now = present(switches);
        return new Trouble(
                now.latencyMillis(),
                now.failure(),
                Arrays.stream(DemoFailure.values())
                        .map(failure -> new FailureView(failure, failure.label()))
                        .toList());
    }

    @PutMapping("/erp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ERP_EDIT)
    void setTrouble(@RequestBody NewTrouble trouble) {
        present(switches).delay(trouble.latencyMillis());
        present(switches).fail(trouble.failure());
    }

    private static <T> T present(ObjectProvider<T> part) {
        T found = part.getIfAvailable();
        if (found == null) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "This gateway is connected to a real ERP, so there is no demo ERP.");
        }
        return found;
    }

    private static OrderView order(DemoOrder order) {
        return new OrderView(
                order.orderNumber(),
                order.externalOrderId(),
                order.customer().name(),
                order.status(),
                order.paid(),
                order.total().toPlainString(),
                order.currency(),
                order.items().stream()
                        .map(item -> new ItemView(
                                item.name(),
                                item.qty().intValue(),
                                item.unitPrice().toPlainString()))
                        .toList(),
                order.note(),
                order.address(),
                order.createdAt());
    }

    private static PaymentView payment(DemoPayment payment) {
        return new PaymentView(
                payment.paymentId(),
                payment.orderNumber(),
                payment.status(),
                payment.amount().toPlainString(),
                payment.currency(),
                payment.createdAt());
    }

    record Orders(List<OrderView> orders) {}

    record Payments(List<PaymentView> payments) {}

    record PaymentView(
            String paymentId, String orderNumber, String status, String amount, String currency, Instant createdAt) {}

    record NewStatus(String status) {}

    record NewSettlement(DemoPayments.Settlement status) {}

    /** Amounts are text, so that no digit is lost on the way to the page. */
    record OrderView(
            String orderNumber,
            String externalOrderId,
            String customer,
            String status,
            boolean paid,
            String total,
            String currency,
            List<ItemView> items,
            @Nullable String note,
            @Nullable String address,
            Instant createdAt) {}

    record ItemView(String name, int qty, String unitPrice) {}

    record Trouble(int latencyMillis, DemoFailure failure, List<FailureView> failures) {}

    record FailureView(DemoFailure value, String label) {}

    record NewTrouble(int latencyMillis, DemoFailure failure) {}
}
