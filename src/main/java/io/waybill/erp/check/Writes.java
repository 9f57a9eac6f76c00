package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.OrderProbe.Made;
import io.waybill.erp.check.PriceProbe.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that changes the ERP, and taking back what can be taken back. */
final class Writes {

    private final Run run;
    private final List<String> leftBehind = new ArrayList<>();
    private @Nullable OrderProbe orders;
    private @Nullable Idempotency proved;

    Writes(Run run) {
        this.run = run;
    }

    void notAsked() {
        Arrays.stream(ErpOperation.values())
                .filter(operation -> operation.writes() || operation == ErpOperation.GET_ORDER_STATUS)
                .forEach(operation -> run.tested(operation).note("Writes were not asked for."));
    }

    void probe(Optional<Goods> goods, Optional<Price> price, List<ObjectNode> jobs) {
        if (run.has(ErpOperation.CREATE_APPLICANT)) {
            new ApplicantProbe(run).apply(jobs).ifPresent(id -> leave("Applicant", id));
        }
        Optional<String> customer = new CustomerProbe(run).make();
        customer.ifPresent(id -> leave("Customer", id));
        if (customer.isPresent() && goods.isPresent() && price.isPresent()) {
            order(new TestOrder(customer.get(), goods.get(), price.get()));
        } else {
            noOrder(customer.isEmpty() ? "There is no customer to order for." : "There is no price to order at.");
        }
    }

    private void order(TestOrder order) {
        OrderProbe probe = new OrderProbe(run, order);
        orders = probe;
        Optional<Made> made = probe.make();
        if (made.isPresent()) {
            proved = probe.prove(made.get());
            new LifeOfOrder(run, order, made.get()).probe();
        } else {
            noOrder("There is no order to ask about.");
        }
    }

    private void noOrder(String why) {
        List.of(
                        ErpOperation.CREATE_ORDER,
                        ErpOperation.CONFIRM_ORDER,
                        ErpOperation.SET_ADDRESS,
                        ErpOperation.GET_ORDER_STATUS,
                        ErpOperation.CANCEL_ORDER)
                .forEach(operation -> run.tested(operation).note(why));
    }

    private void leave(String what, String id) {
        leftBehind.add("%s %s stays in the ERP, named \"%s\"."
                .formatted(what, run.shown().id(id), TestOrder.MARK));
    }

    /** Cancels what was ordered, also when the check broke off. */
    void takeBack() {
        if (orders == null) {
            return;
        }
        run.extendForTakingBack();
        orders.doubtful()
                .ifPresent(key -> leftBehind.add(
                        "There may be an order with the reference %s in the ERP: cancel it there.".formatted(key)));
        for (Made made : orders.all()) {
            if (!run.has(ErpOperation.CANCEL_ORDER) || !isCancelled(made)) {
                leftBehind.add("Order %s stays in the ERP: cancel it there."
                        .formatted(run.shown().id(made.number())));
            }
        }
    }

    private boolean isCancelled(Made made) {
        try {
            Call call =
                    run.ask(ErpOperation.CANCEL_ORDER, Run.request().put("external_order_id", made.id()), run.key());
            return call.reply() instanceof ErpReply.Ok;
        } catch (Run.Over over) {
            return false;
        }
    }

    Optional<Idempotency> proved() {
        return Optional.ofNullable(proved);
    }

    List<String> leftBehind() {
        return leftBehind;
    }
}
