package io.waybill.flow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.util.Optional;

/**
 * A tap that names an order is about that order, however old the message is, and so are the text of a link to the chat of an order and the
 * number that somebody writes who was asked to rate one: a flow of its own answers it.
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
        if (order == null) {
            return Optional.empty();
        }
        return switch (heard) {
            case Heard.Tapped(ReplyId id)
            when id.isFeedback() && isAbout(order, id) && canBeLeft(standing.waiting()) ->
                begin(ReplyId.FEEDBACK, order, id.option());
            case Heard.Tapped(ReplyId id)
            when isAbout(order, id) && canBeLeft(standing.waiting()) && !stands(id) ->
                begin(ReplyId.ORDER, order, id.option());
            case Heard.Said(String text)
            when CartText.Code.ORDER.in(text).isPresent() && canBeLeft(standing.waiting()) ->
                Optional.ofNullable(order.link()).flatMap(link -> opened(order, link));
            case Heard.Said(String number)
            when order.link() == null && standing.waiting().asksNothing() ->
                begin(ReplyId.FEEDBACK, order, number.strip());
            default -> Optional.empty();
        };
    }

    private Optional<Move> opened(World.TappedOrder order, World.OrderLink link) {
        ObjectNode facts = facts(order).put("text", link.text()).put("own", link.own());
        return flows.aboutOrders("@order_link").map(flow -> {
            standing.hearsLanguage(link.language());
            return standing.startBeside(flow, Start.about(facts));
        });
    }

    private Optional<Move> begin(String trigger, World.TappedOrder order, String choice) {
        return flows.aboutOrders(trigger)
                .map(flow -> standing.startBeside(flow, Start.about(facts(order).put("choice", choice))));
    }

    private static boolean isAbout(World.TappedOrder order, ReplyId id) {
        return order.link() == null && order.reference().externalOrderId().equals(id.about());
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
        if (order.stage() != null) {
            facts.put(World.STAGE, order.stage());
        }
        if (order.rating() != null) {
            facts.put("rating", order.rating());
        }
        return facts;
    }
}
