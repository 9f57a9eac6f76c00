package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.OrderProbe.Made;
import java.util.Optional;

/** Requests a payment for the test order, which nobody pays, and asks what became of it. */
final class PaymentProbe {

    static final String NOT_ASKED = "A payment is requested only when that is asked for (--payment).";

    private final Run run;
    private final TestOrder order;

    PaymentProbe(Run run, TestOrder order) {
        this.run = run;
        this.order = order;
    }

    /** A sentence of what stays behind; empty when certainly nothing was requested. */
    Optional<String> request(Made made) {
        if (!run.has(ErpOperation.REQUEST_PAYMENT)) {
            return Optional.empty();
        }
        run.tested(ErpOperation.GET_PAYMENT_STATUS).note("There is no payment to ask about.");
        String key = run.key();
        ObjectNode request = Run.request()
                .put("external_order_id", made.id())
                .put("amount", order.price().unit())
                .put("currency", order.price().currency())
                .put("phone", run.options().phone());
        Call call = run.ask(ErpOperation.REQUEST_PAYMENT, request, key);
        Optional<String> id = call.body().map(body -> body.get("payment_id").textValue());
        id.ifPresent(payment -> status(made, payment));
        return id.map(payment -> "Payment request %s stays where it was made: cancel it there."
                        .formatted(run.shown().id(payment)))
                .or(() -> call.reply() instanceof ErpReply.Unknown
                        ? Optional.of(
                                "There may be a payment request with the reference %s: cancel it where it was made."
                                        .formatted(key))
                        : Optional.empty());
    }

    private void status(Made made, String payment) {
        if (!run.has(ErpOperation.GET_PAYMENT_STATUS)) {
            return;
        }
        ObjectNode request = Run.request().put("external_order_id", made.id()).put("payment_id", payment);
        Call call = run.ask(ErpOperation.GET_PAYMENT_STATUS, request, null);
        call.body()
                .filter(body -> body.path("status").asText().equalsIgnoreCase("paid"))
                .ifPresent(body -> run.tested(ErpOperation.GET_PAYMENT_STATUS)
                        .add(Finding.at(
                                "status",
                                FindingKind.PAID_TOO_EARLY,
                                "Payment %s was requested a moment ago and nobody paid, but its status is paid. Make it pending until the money is there."
                                        .formatted(run.shown().id(payment)))));
        if (call.went()) {
            run.timeAgain(
                    ErpOperation.GET_PAYMENT_STATUS, request, run.options().reads() - 1);
        }
    }
}
