package io.waybill.demo;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operations of the contract that an ERP may lack, answered by the demo ERP. */
@RestController
@Conditional(NoErpConfigured.class)
@RequestMapping(path = DemoErpFilter.PATH + "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class DemoErpOptionsController extends DemoEndpoints {

    private final DemoErp erp;
    private final DemoOrderBook book;
    private final DemoStock stock;
    private final DemoPayments payments;

    DemoErpOptionsController(
            DemoErp erp, DemoOrderBook book, DemoStock stock, DemoPayments payments, DemoAnswers answers) {
        super(answers);
        this.erp = erp;
        this.book = book;
        this.stock = stock;
        this.payments = payments;
    }

    @GetMapping("/orders")
    Wire.Page<Wire.Order> orders(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(name = "changed_since", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable
                    OffsetDateTime changedSince,
            @RequestParam(name = "external_customer_id", required = false) @Nullable String customer,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int limit) {
        return book.orders(new Wire.OrderFilter(status, changedSince, customer), page, limit);
    }

    @GetMapping("/orders/find")
    Wire.Found find(
            @RequestParam(name = "client_reference", required = false) @Nullable String clientReference,
            @RequestParam(name = "order_number", required = false) @Nullable String orderNumber) {
        return book.find(clientReference, orderNumber);
    }

    @PostMapping("/orders/{id}/status")
    ResponseEntity<String> setStatus(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Wire.NewStatus wanted) {
        return once(key, "status " + id + " " + wanted, () -> erp.setStatus(id, wanted.status()));
    }

    @GetMapping("/orders/{id}/receipt")
    Wire.Receipt receipt(@PathVariable String id) {
        return book.receipt(id);
    }

    @PostMapping("/orders/{id}/payment")
    ResponseEntity<String> requestPayment(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Wire.NewPayment payment) {
        return once(key, "payment " + id + " " + payment, () -> payments.request(id, payment));
    }

    @GetMapping("/orders/{id}/payment")
    Wire.PaymentStatus paymentStatus(
            @PathVariable String id, @RequestParam(name = "payment_id", required = false) @Nullable String paymentId) {
        return payments.status(id, paymentId);
    }

    @PostMapping("/payments/{id}/refund")
    ResponseEntity<String> refund(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Wire.NewRefund refund) {
        return once(key, "refund " + id + " " + refund, () -> payments.refund(id, refund));
    }

    @PostMapping("/reservations")
    ResponseEntity<String> reserve(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Wire.Reservation reservation) {
        return once(key, "reservations " + reservation, () -> erp.reserve(reservation));
    }

    @PostMapping("/reservations/{id}/release")
    ResponseEntity<String> release(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @PathVariable String id) {
        return once(key, "release " + id, () -> stock.release(id));
    }
}
