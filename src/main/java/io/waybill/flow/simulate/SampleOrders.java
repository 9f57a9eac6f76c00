package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.flow.CartText;
import io.waybill.flow.Effect;
import io.waybill.flow.Event;
import io.waybill.flow.ReplyId;
import io.waybill.flow.World;
import io.waybill.message.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders of one customer as the ledger knows them: made, confirmed, cancelled; and those that were made elsewhere, with a link. */
public final class SampleOrders {

    private final Map<String, World.TappedOrder> byId = new LinkedHashMap<>();
    private final Map<String, World.TappedOrder> byCode = new LinkedHashMap<>();

    /** None yet. */
    public SampleOrders() {
        this(List.of());
    }

    /** @param linked orders of the sample; each that has a {@code link} has the code in it */
    SampleOrders(List<JsonNode> linked) {
        linked.stream().filter(order -> order.has("link")).forEach(this::knows);
    }

    /** One that was made elsewhere, as a sample has it. */
    public void knows(JsonNode order) {
        JsonNode link = order.path("link");
        World.OrderReference reference = new World.OrderReference(
                order.path("external_order_id").asText(),
                order.path("order_number").textValue());
        World.TappedOrder known = new World.TappedOrder(
                reference,
                order.path("total").isNumber() ? order.path("total").decimalValue() : null,
                order.path("currency").textValue(),
                null,
                new World.OrderLink(
                        link.path("text").asText(),
                        link.path("own").asBoolean(true),
                        link.path("language").textValue()),
                null);
        byCode.put(link.path("code").asText(), known);
        if (known.link() != null && known.link().own()) {
            byId.put(
                    reference.externalOrderId(),
                    new World.TappedOrder(reference, known.total(), known.currency(), null));
        }
    }

    /** A call has ended. */
    public void ended(Effect.Call call, ErpReply reply) {
        if (!(reply instanceof ErpReply.Ok(JsonNode answer))) {
            return;
        }
        switch (call.operation()) {
            case CREATE_ORDER -> made(call.request().path("totals"), answer);
            case CONFIRM_ORDER, CANCEL_ORDER ->
                byId.computeIfPresent(
                        call.request().path("external_order_id").asText(),
                        (id, order) -> settled(order, call.operation(), answer));
            default -> {}
        }
    }

    private void made(JsonNode totals, JsonNode answer) {
        World.OrderReference reference = new World.OrderReference(
                answer.path("external_order_id").asText(),
                answer.path("order_number").textValue());
        byId.put(
                reference.externalOrderId(),
                new World.TappedOrder(
                        reference,
                        totals.path("total").isNumber() ? totals.path("total").decimalValue() : null,
                        totals.path("currency").textValue(),
                        null));
    }

    private static World.TappedOrder settled(World.TappedOrder order, ErpOperation by, JsonNode answer) {
        String number = answer.path("order_number").textValue();
        World.OrderReference reference = order.reference();
        return new World.TappedOrder(
                number == null ? reference : new World.OrderReference(reference.externalOrderId(), number),
                order.total(),
                order.currency(),
                by,
                order.link(),
                order.rating());
    }

    /** A flow has kept something: the first answer about an order counts. */
    public void came(Effect.Result result) {
        JsonNode rating = result.values().path("rating");
        if (rating.isInt()) {
            byId.computeIfPresent(
                    result.values().path("order").asText(),
                    (id, order) -> order.rating() == null ? order.rated(rating.intValue()) : order);
        }
    }

    /**
     * What a tap on {@code choice} brings back under a message about the last order.
     *
     * @param trigger of the flow that the tap begins
     */
    String buttonOfLast(String trigger, String choice) {
        return byId.keySet().stream()
                .reduce((one, later) -> later)
                .flatMap(order -> ReplyId.beginning(trigger, order, choice))
                .orElseThrow(() -> new ImpossibleInput("The customer has no order yet to tap a button of."));
    }

    /** The order that the event is a tap about, or whose link it came by. */
    public World.@Nullable TappedOrder tapped(Event event) {
        if (!(event instanceof Event.Received received)) {
            return null;
        }
        Content content = received.message().content();
        return ReplyId.orderIn(content)
                .map(byId::get)
                .or(() -> CartText.codeOfOrder(content).map(byCode::get).map(this::asItIs))
                .orElse(null);
    }

    private World.TappedOrder asItIs(World.TappedOrder linked) {
        World.TappedOrder known = byId.getOrDefault(linked.reference().externalOrderId(), linked);
        return new World.TappedOrder(
                known.reference(), known.total(), known.currency(), known.settled(), linked.link(), known.rating());
    }
}
