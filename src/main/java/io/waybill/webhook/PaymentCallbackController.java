package io.waybill.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.erp.PaymentCallback;
import io.waybill.inbox.PaymentCallbacks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a payment provider says that something happened to a payment. 200 means committed, or nothing to keep; it is the same whether we
 * know the payment or not.
 */
@RestController
class PaymentCallbackController {

    static final int LARGEST_BODY = 64 * 1024;

    private static final String OTHER_TOKEN = "its URL does not end with waybill.payment.callback-token.";
    private static final String NO_PAYMENT =
            "it names no payment where callback.payment_id of the endpoint profile says. It is answered with 200, and nothing is done.";
    private static final String NO_DATABASE =
            "the database does not take it, so the payment provider has to send it again. Check that PostgreSQL runs and has space.";

    private static final Logger log = LoggerFactory.getLogger(PaymentCallbackController.class);

    private final PaymentCallback callback;
    private final PaymentCallbacks callbacks;
    private final RefusalLog refusals;
    private final MeterRegistry meters;

    PaymentCallbackController(
            PaymentCallback callback, PaymentCallbacks callbacks, RefusalLog refusals, MeterRegistry meters) {
        this.callback = callback;
        this.callbacks = callbacks;
        this.refusals = refusals;
        this.meters = meters;
    }

    @PostMapping("/api/v1/payment-callbacks/{token}")
    ResponseEntity<String> receive(@PathVariable String token, HttpServletRequest request) throws IOException {
        if (!callback.admits(token)) {
            refusals.refused(OTHER_TOKEN);
            return rejected(HttpStatus.NOT_FOUND, "token");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return rejected(HttpStatus.PAYLOAD_TOO_LARGE, "too large");
        }
        Optional<String> payment;
        try {
            payment = callback.payment(body);
        } catch (IOException e) {
            log.warn("A call of the payment provider is no JSON.");
            return rejected(HttpStatus.BAD_REQUEST, "malformed");
        }
        if (payment.isEmpty()) {
            refusals.refused(NO_PAYMENT);
            return ResponseEntity.ok().build();
        }
        try {
            callbacks.store(payment.get());
        } catch (DataAccessException | TransactionException e) {
            refusals.refused(NO_DATABASE);
            log.debug("The database refused a call of the payment provider.", e);
            return rejected(HttpStatus.SERVICE_UNAVAILABLE, "database");
        }
        log.info("The payment provider says that something happened to {}.", PaymentCallback.masked(payment.get()));
        return ResponseEntity.ok().build();
    }

    private ResponseEntity<String> rejected(HttpStatus status, String reason) {
        meters.counter("waybill.payment.callback.rejected", "reason", reason).increment();
        return ResponseEntity.status(status).build();
    }
}
