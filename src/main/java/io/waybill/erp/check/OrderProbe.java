package io.waybill.erp.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.Endpoint;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.erp.check.Call.Understood;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders, orders again under the same key, and finds out what keeps an order from being made twice. */
final class OrderProbe {

    private static final ErpOperation OPERATION = ErpOperation.CREATE_ORDER;

    private final Run run;
    private final TestOrder order;
    private final String key;
    /** By id: the number. */
    private final Map<String, String> made = new LinkedHashMap<>();

    /** While an answer is waited for, and after none came. */
    private boolean doubtful;

    OrderProbe(Run run, TestOrder order) {
        this.run = run;
        this.order = order;
        this.key = run.key();
    }

    /** An order that the check made. */
    record Made(String id, String number) {}

    Optional<Made> make() {
        doubtful = true;
        Call call = run.ask(OPERATION, order.request(), key);
        remember(call);
        Optional<Made> first = call.body().map(OrderProbe::made);
        call.body().ifPresent(this::total);
        return first;
    }

    /** What the ERP offers against making an order twice. */
    Idempotency prove(Made first) {
        if (isFoundByItsMapping()) {
            return lookUp(first);
        }
        doubtful = true;
        Call call = run.time(OPERATION, order.request(), key);
        remember(call);
        Optional<Made> second = call.body().map(OrderProbe::made);
        boolean keyed = second.isPresent() && second.get().id().equals(first.id());
        if (!keyed) {
            second.ifPresentOrElse(it -> doubled(first, it), () -> notAnswered(call));
        }
        boolean found = OrderLookup.finds(run, key, first.id());
        return keyed ? Idempotency.KEYED : found ? Idempotency.FINDABLE : Idempotency.MANUAL;
    }

    /** Sent again as for the first time, such an order would be made again: nobody would have looked for it. */
    private boolean isFoundByItsMapping() {
        return run.profile().endpoint(OPERATION).orElse(null) instanceof Endpoint.Mapped
                && run.profile().idempotency(OPERATION) == Idempotency.FINDABLE;
    }

    private Idempotency lookUp(Made first) {
        OrderLookup.finds(run, key, first.id());
        Call call = run.look(OPERATION, order.request(), key);
        if (call.body().map(OrderProbe::made).filter(first::equals).isPresent()) {
            return Idempotency.FINDABLE;
        }
        run.tested(OPERATION)
                .add(Finding.at(
                        "external_order_id",
                        FindingKind.ORDER_NOT_FOUND,
                        "The test order %s is not found by find of the profile: %s"
                                .formatted(
                                        run.shown().id(first.number()),
                                        run.shown().reason(Run.reason(call.reply())))));
        return Idempotency.MANUAL;
    }

    /** All that was made, the answers that do not keep the contract included. */
    List<Made> all() {
        return made.entrySet().stream()
                .map(entry -> new Made(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The reference under which there may be an order that no answer tells of. */
    Optional<String> doubtful() {
        return doubtful ? Optional.of(key) : Optional.empty();
    }

    private void remember(Call call) {
        List<Understood> answers = call.understood(OPERATION);
        Optional<ObjectNode> answer = answers.isEmpty() || !(answers.getLast().answer() instanceof ObjectNode object)
                ? Optional.empty()
                : Optional.of(object);
        String id = answer.map(it -> it.path("external_order_id").asText("")).orElse("");
        doubtful = id.isEmpty() && call.reply() instanceof ErpReply.Unknown;
        if (!id.isEmpty()) {
            made.put(id, answer.map(it -> it.path("order_number").asText(id)).orElse(id));
        }
    }

    private static Made made(ObjectNode body) {
        return new Made(
                body.get("external_order_id").textValue(),
                body.get("order_number").textValue());
    }

    private void total(ObjectNode body) {
        BigDecimal sent = order.price().unit();
        if (body.hasNonNull("total") && body.get("total").decimalValue().compareTo(sent) != 0) {
            run.tested(OPERATION)
                    .add(Finding.at(
                            "total",
                            FindingKind.TOTAL_DIFFERS,
                            "The test order was sent with a total of %s, but the ERP made it %s. See whether tax or delivery is added."
                                    .formatted(
                                            sent.toPlainString(),
                                            body.get("total").decimalValue().toPlainString())));
        }
    }

    private void doubled(Made first, Made second) {
        run.tested(OPERATION)
                .add(Finding.at(
                        "external_order_id",
                        FindingKind.REPEAT_CREATES_SECOND_ORDER,
                        "The same order under the same Idempotency-Key and client_reference became order %s and order %s. Make the ERP answer the first order again."
                                .formatted(
                                        run.shown().id(first.number()),
                                        run.shown().id(second.number()))));
    }

    private void notAnswered(Call call) {
        if (!(call.reply() instanceof ErpReply.Refused)) {
            run.explain(OPERATION, call);
            return;
        }
        run.tested(OPERATION)
                .add(Finding.of(
                        FindingKind.REPEAT_REFUSED,
                        "The same order under the same Idempotency-Key was not answered with the first order: "
                                + run.shown().reason(Run.reason(call.reply()))));
    }
}
