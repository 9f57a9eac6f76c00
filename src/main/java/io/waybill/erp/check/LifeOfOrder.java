package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.OrderProbe.Made;
import java.util.Optional;
import java.util.function.Consumer;

/** What happens to an order after it was made: asked for, addressed, paid for, confirmed. */
final class LifeOfOrder {

    private final Run run;
    private final TestOrder order;
    private final Made made;
    private final Consumer<String> leftBehind;

    /** @param leftBehind gets a sentence for what stays */
    LifeOfOrder(Run run, TestOrder order, Made made, Consumer<String> leftBehind) {
        this.run = run;
        this.order = order;
        this.made = made;
        this.leftBehind = leftBehind;
    }

    void probe() {
        OrderLookup.findsByNumber(run, made);
        if (run.has(ErpOperation.GET_ORDER_STATUS)) {
            status();
        }
        if (run.has(ErpOperation.SET_ADDRESS)) {
            run.ask(ErpOperation.SET_ADDRESS, request().put("address_text", TestOrder.NOTE), run.key());
        }
        if (run.options().payment()) {
            new PaymentProbe(run, order).request(made).ifPresent(leftBehind);
        }
        confirm();
        if (run.has(ErpOperation.GET_RECEIPT)) {
            new ReceiptProbe(run).ask(made);
        }
    }

    private ObjectNode request() {
        return Run.request().put("external_order_id", made.id());
    }

    private void status() {
        Call call = run.ask(ErpOperation.GET_ORDER_STATUS, request(), null);
        number(ErpOperation.GET_ORDER_STATUS, call);
        if (call.went()) {
            run.timeAgain(
                    ErpOperation.GET_ORDER_STATUS, request(), run.options().reads() - 1);
        }
    }

    private void confirm() {
        ObjectNode request = request();
        request.set("payment_info", order.payment());
        Call first = run.ask(ErpOperation.CONFIRM_ORDER, request, run.key());
        number(ErpOperation.CONFIRM_ORDER, first);
        if (first.went()) {
            Call second = run.time(ErpOperation.CONFIRM_ORDER, request, run.key());
            if (!second.went() && !(second.reply() instanceof ErpReply.Refused)) {
                run.explain(ErpOperation.CONFIRM_ORDER, second);
            } else if (!second.went()) {
                run.tested(ErpOperation.CONFIRM_ORDER)
                        .add(Finding.of(
                                FindingKind.CONFIRM_NOT_REPEATABLE,
                                "Confirmed a second time, the ERP refuses. Make it answer the status it has: "
                                        + run.shown().reason(Run.reason(second.reply()))));
            }
        }
    }

    private void number(ErpOperation operation, Call call) {
        Optional<String> now = call.body().map(body -> body.path("order_number").textValue());
        now.filter(number -> !number.equals(made.number()))
                .ifPresent(number -> run.tested(operation)
                        .add(Finding.at(
                                "order_number",
                                FindingKind.ORDER_NUMBER_CHANGES,
                                "The order was number %s when it was made and is %s now. Customers know it by the first; let them hear of the other when it is final."
                                        .formatted(
                                                run.shown().id(made.number()),
                                                run.shown().id(number)))));
    }
}
