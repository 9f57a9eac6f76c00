package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.util.Optional;

/**
 * A tap that names an order is about that order, however old the message is, and so is the text of a link to the chat of an order: a
 * flow of its own answers it.
 */
final class OrderTaps {

    private final Flows flows;
    private final Standing standing;

    OrderTaps(Flows flows, Standing standing) {
        this.flows = flows;
        this.standing = standing;
    }

    /** Empty for all that is heard as ever: the question stands, the order is none of this customer's, or no flow takes it. */
    Optional<Move> begin(Heard heard) {
        World.TappedOrder order = standing.world().tapped();
        if (order == null || !canBeLeft(standing.waiting())) {
            return Optional.empty();
        }
        return switch (heard) {
            case Heard.Tapped(ReplyId id)
            when isMeant(id, order) ->
                flows.aboutOrders("@order").map(flow -> standing.startBeside(flow, Start.about(facts(order, id))));
            case Heard.Said(String text)
            when CartText.Code.ORDER.in(text).isPresent() ->
                Optional.ofNullable(order.link()).flatMap(link -> opened(order, link));
            default -> Optional.empty();
        };
    }

    private boolean isMeant(ReplyId id, World.TappedOrder order) {
        return order.link() == null && order.reference().externalOrderId().equals(id.about()) && !stands(id);
    }

    private Optional<Move> opened(World.TappedOrder order, World.OrderLink link) {
        ObjectNode facts = facts(order).put("text", link.text()).put("own", link.own());
        return flows.aboutOrders("@order_link").map(flow -> {
            standing.hearsLanguage(link.language());
            return standing.startBeside(flow, Start.about(facts));
        });
    }

    private boolean stands(ReplyId id) {
        Waiting.Question question = standing.waiting().standing();
        return question != null && standing.isOurs(id, question.visit());
    }

    /** Where the ERP or a person has the word, nothing else begins. */
    private static boolean canBeLeft(Waiting waiting) {
        return waiting instanceof Waiting.Idle
                || waiting instanceof Waiting.MainMenu
                || waiting.standing() != null
                || waiting instanceof Waiting.Paused;
    }

    private static ObjectNode facts(World.TappedOrder order, ReplyId id) {
        return facts(order).put("choice", id.option());
    }

    private static ObjectNode facts(World.TappedOrder order) {
        ObjectNode facts =
                Json.object().put("external_order_id", order.reference().externalOrderId());
        if (order.reference().orderNumber() != null) {
            facts.put("order_number", order.reference().orderNumber());
        }
        if (order.total() != null) {
            facts.put("total", order.total());
        }
        if (order.currency() != null) {
            facts.put("currency", order.currency());
        }
        if (order.settled() != null) {
            facts.put("settled", order.settled().name());
        }
        return facts;
    }
}
