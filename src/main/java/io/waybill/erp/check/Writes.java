package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.OrderProbe.Made;
import io.waybill.erp.check.PriceProbe.Price;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that changes the ERP, and taking back what can be taken back. */
final class Writes {

    /** Reads about the test order. */
    private static final Set<ErpOperation> OF_AN_ORDER =
            EnumSet.of(ErpOperation.GET_ORDER_STATUS, ErpOperation.GET_PAYMENT_STATUS, ErpOperation.GET_RECEIPT);

    private final Run run;
    private final List<String> leftBehind = new ArrayList<>();
    private final StockProbe stock;
    private @Nullable OrderProbe orders;
    private @Nullable Made made;
    private @Nullable Idempotency proved;

    Writes(Run run) {
        this.run = run;
        this.stock = new StockProbe(run);
    }

    void notAsked() {
        Arrays.stream(ErpOperation.values())
                .filter(operation -> operation.writes() || OF_AN_ORDER.contains(operation))
                .forEach(operation -> run.tested(operation).note("Writes were not asked for."));
        neverProbed();
    }

    private void neverProbed() {
        run.tested(ErpOperation.REFUND_PAYMENT).note("Not probed: only what was paid can be paid back.");
    }

    void probe(Optional<Goods> goods, Optional<Price> price, List<ObjectNode> jobs) {
        neverProbed();
        if (!run.options().payment()) {
            run.tested(ErpOperation.REQUEST_PAYMENT).note(PaymentProbe.NOT_ASKED);
            run.tested(ErpOperation.GET_PAYMENT_STATUS).note(PaymentProbe.NOT_ASKED);
        }
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

    /** The test order, while it is in the ERP. */
    Optional<Made> made() {
        return Optional.ofNullable(made);
    }

    private void order(TestOrder order) {
        stock.probe(order);
        OrderProbe probe = new OrderProbe(run, order);
        orders = probe;
        made = probe.make().orElse(null);
        if (made != null) {
            proved = probe.prove(made);
            new LifeOfOrder(run, order, made, leftBehind::add).probe();
        } else {
            noOrder("There is no order to ask about.");
        }
    }

    private void noOrder(String why) {
        List.of(
                        ErpOperation.RESERVE_STOCK,
                        ErpOperation.RELEASE_STOCK,
                        ErpOperation.CREATE_ORDER,
                        ErpOperation.CONFIRM_ORDER,
                        ErpOperation.SET_ADDRESS,
                        ErpOperation.GET_ORDER_STATUS,
                        ErpOperation.GET_RECEIPT,
                        ErpOperation.CANCEL_ORDER)
                .forEach(operation -> run.tested(operation).note(why));
        if (run.options().payment()) {
            run.tested(ErpOperation.REQUEST_PAYMENT).note(why);
            run.tested(ErpOperation.GET_PAYMENT_STATUS).note(why);
        }
    }

    private void leave(String what, String id) {
        leftBehind.add("%s %s stays in the ERP, named \"%s\"."
                .formatted(what, run.shown().id(id), TestOrder.MARK));
    }

    /** Cancels what was ordered, also when the check broke off. */
    void takeBack() {
        run.extendForTakingBack();
        stock.letGo().ifPresent(leftBehind::add);
        if (orders == null) {
            return;
        }
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
